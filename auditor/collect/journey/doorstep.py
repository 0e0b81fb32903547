"""Where a walk stands at the door of checkout: the view, what was read there, and how a door is written down."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from auditor.collect.journey.door_reading import DoorReading, read_here
from auditor.collect.journey.field_groups import GroupKind
from auditor.collect.journey.waiting import wait_for_form
from auditor.collect.journey.walk import LOOK_AGAIN_S, Walk
from auditor.collect.page.seen import Control
from auditor.model import Basis, Confidence, Door, DoorKind, Evidence, Field, GuestValue, PageKind

__all__ = ["Doorstep", "passes", "waits_for_a_code"]

LOOKS = 6
# A field for a password, or a way of newcomers that leads to one; a mere sentence is less.
_SURE = frozenset({"password-demanded", "newcomers-must-register"})


@dataclass(frozen=True)
class Doorstep:
    """The view of checkout as the walk reached it; ``visit`` is its page in the recording."""

    walk: Walk
    reading: DoorReading
    fields: tuple[Field, ...]
    url: str
    visit: str | None

    def evidence(self, excerpt: str, selector: str = "") -> tuple[Evidence, ...]:
        """Give what stands at the walk's latest step as the evidence of a door."""
        steps = self.walk.steps
        return (
            Evidence(
                page=self.visit or "",
                step=len(steps) - 1,
                selector=selector,
                excerpt=excerpt[:200],
                screenshot=steps[-1].screenshot,
            ),
        )

    async def guest_passes(
        self,
        kind: DoorKind,
        reason: str,
        said: str,
        selector: str = "",
        *,
        clicks: int = 0,
        control: Control | None = None,
        sure: bool = True,
        label: str = "",
        weaker: bool = False,
        account_preselected: bool = False,
    ) -> Door:
        """Take the step to the form that a guest fills in, and write the door down as one that guests pass.

        ``sure`` says that the shop itself told so; otherwise it is inferred from a form without a password.
        """
        if clicks:
            await wait_for_form(self.walk)
        await self.walk.step("guest_form", control=control, clicks=clicks, page=PageKind.CHECKOUT)
        return Door(
            kind=kind,
            url=self.url,
            guest=GuestValue.GUEST,
            confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
            basis=Basis.CHECKOUT if sure else Basis.INFERRED,
            visit=self.visit,
            guest_visit=self.walk.steps[-1].page,
            reason=reason,
            guest_label=label[:80],
            guest_weaker=weaker,
            account_preselected=account_preselected,
            evidence=self.evidence(said, selector),
        )

    def account_demanded(self, reason: str, said: str, selector: str = "") -> Door:
        """Write the door down as one that only opens with an account."""
        return Door(
            kind=DoorKind.ACCOUNT_ONLY,
            url=self.url,
            guest=GuestValue.ACCOUNT_REQUIRED,
            confidence=Confidence.HIGH if reason in _SURE else Confidence.MEDIUM,
            visit=self.visit,
            reason=reason,
            evidence=self.evidence(said, selector),
        )

    def untold(
        self,
        kind: DoorKind,
        reason: str,
        said: str,
        selector: str = "",
        *,
        label: str = "",
        account_preselected: bool = False,
    ) -> Door:
        """Write down a door that does not tell whether guests may pass."""
        return Door(
            kind=kind,
            url=self.url,
            visit=self.visit,
            reason=reason,
            guest_label=label[:80],
            account_preselected=account_preselected,
            evidence=self.evidence(said, selector),
        )


async def passes(walk: Walk) -> DoorReading | None:
    """Look whether a form without a password now stands open, where nothing demands an account; give what is read."""
    for _try in range(LOOKS):
        await walk.look()
        reading, _fields = await read_here(walk)
        form = reading.open_form or reading.of(GroupKind.EMAIL)
        if form and not (reading.demanded or reading.of(GroupKind.MIXED)):
            return reading
        await asyncio.sleep(LOOK_AGAIN_S)
    return None


def waits_for_a_code(reading: DoorReading) -> bool:
    """Tell whether a code by mail comes before any form: what it opens, one for guests or an account, is not told."""
    return reading.open_form is None and bool(reading.code)
