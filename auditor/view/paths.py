"""The purchase path on each screen, side by side, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from auditor.model import DoorKind, GuestValue, Journey, JourneyStep, ViewportName
from auditor.view.deep import Behind, behind_of
from auditor.view.desk import Desk
from auditor.view.endings import Halt, after_colon, ending_of, halt_of, is_broken, is_reached, reason_of
from auditor.view.names import DOORS, STEPS, VIEWPORTS, mark
from auditor.view.pictures import Picture
from auditor.view.safe import Address, address, clean
from auditor.view.walk_words import DOOR_REASONS, PROOFS, WAYS

__all__ = ["Device", "Frame", "StoryRow", "devices_of", "story_of"]

MAX_STEPS = 40
ORDER = (ViewportName.DESKTOP, ViewportName.TABLET, ViewportName.MOBILE)


@dataclass(frozen=True)
class Frame:
    """One step on one screen."""

    number: int
    action: str
    clicks: int
    total: int
    seconds: str
    delay: str
    errors: int
    address: Address
    picture: Picture | None


@dataclass(frozen=True)
class StoryRow:
    """The same step on every screen; null where a screen did not need it. ``parts`` says how the screens differ."""

    title: str
    frames: tuple[Frame | None, ...]
    parts: str = ""


@dataclass(frozen=True)
class Device:
    """A whole walk on one screen in words and figures.

    ``broken`` says that a customer is stopped; a walk that is neither ``reached`` nor broken ended where nobody can
    tell. ``ends`` is the ending as it stands after a colon.
    """

    viewport: ViewportName
    name: str
    reached: bool
    broken: bool
    ending: str
    ends: str
    halt: Halt
    reason: str
    door: str
    guest: GuestValue
    guest_text: str
    guest_reason: str
    clicks: tuple[tuple[str, int | None], ...]
    door_clicks: int | None
    interruptions: int
    shortest: int | None
    shortest_way: str
    shortest_presses: str
    seconds: str
    errors: int
    verified: tuple[str, ...]
    product: Address | None
    price: str
    refusals: tuple[str, ...]
    behind: Behind | None


def devices_of(desk: Desk) -> tuple[Device, ...]:
    """Return the walks, desktop first."""
    return tuple(_device(desk, name, desk.audit.journeys[name]) for name in ORDER if name in desk.audit.journeys)


def story_of(desk: Desk) -> tuple[StoryRow, ...]:
    """Return the steps of all screens, those of one kind beside each other."""
    names = [name for name in ORDER if name in desk.audit.journeys]
    walks = [desk.audit.journeys[name].steps[:MAX_STEPS] for name in names]
    told = [_frames(desk, name, steps) for name, steps in zip(names, walks, strict=True)]
    rows: list[StoryRow] = []
    for places in _aligned(walks):
        kind, label = next(
            (steps[at].kind, steps[at].label) for at, steps in zip(places, walks, strict=True) if at is not None
        )
        title = _named(desk, kind, label)
        frames = tuple(frames[at] if at is not None else None for at, frames in zip(places, told, strict=True))
        rows.append(StoryRow(title, frames, _parts(desk, names, frames)))
    return tuple(rows)


def _parts(desk: Desk, names: Sequence[ViewportName], frames: Sequence[Frame | None]) -> str:
    """Say where the screens go different ways, or need another number of clicks."""
    t = desk.say.t
    there = [t(VIEWPORTS[name]) for name, frame in zip(names, frames, strict=True) if frame]
    if len(there) < len(names):
        return t("only on: {screens}", screens=", ".join(there))
    clicks = [frame.clicks for frame in frames if frame]
    if len(set(clicks)) > 1:
        return t("clicks differ: {clicks}", clicks=", ".join(f"{n} ({s})" for n, s in zip(clicks, there, strict=True)))
    return ""


def _aligned(walks: Sequence[Sequence[JourneyStep]]) -> list[tuple[int | None, ...]]:
    """Return for each row the index of each walk's step; the walks are matched one after the other to what is there."""
    rows: list[tuple[int | None, ...]] = [(number,) for number in range(len(walks[0]))] if walks else []
    kinds = [step.kind for step in walks[0]] if walks else []
    for width, walk in enumerate(walks[1:], 1):
        merged: list[tuple[int | None, ...]] = []
        names: list[str] = []
        theirs = [step.kind for step in walk]
        for act, one, two, three, four in SequenceMatcher(None, kinds, theirs, autojunk=False).get_opcodes():
            if act == "equal":
                merged += [(*rows[one + step], three + step) for step in range(two - one)]
                names += kinds[one:two]
                continue
            merged += [(*row, None) for row in rows[one:two]]
            merged += [((None,) * width + (step,)) for step in range(three, four)]
            names += kinds[one:two] + theirs[three:four]
        rows, kinds = merged, names
    return rows


def _frames(desk: Desk, viewport: ViewportName, steps: Sequence[JourneyStep]) -> list[Frame]:
    frames, total, say = [], 0, desk.say
    for number, step in enumerate(steps, 1):
        total += step.clicks
        name = _named(desk, step.kind, "")
        alt = say.t("{screen}, step {number}: {name}", screen=say.t(VIEWPORTS[viewport]), number=number, name=name)
        frames.append(
            Frame(
                number=number,
                action=_action(desk, step, number),
                clicks=step.clicks,
                total=total,
                seconds=say.seconds(step.ms) if step.ms is not None else "",
                delay=say.milliseconds(step.interaction_ms) if step.interaction_ms is not None else "",
                errors=step.errors,
                address=address(step.url, 60),
                picture=desk.album.show(step.screenshot, alt, viewport=viewport, box=step.box),
            )
        )
    return frames


def _action(desk: Desk, step: JourneyStep, number: int) -> str:
    """Say how a step was reached; what came without a press has a label only where the walk gave it one."""
    t, label = desk.say.t, clean(step.label, 80)
    if step.clicks or step.selector:
        return t("Reached by pressing “{label}”", label=label) if label else ""
    return label or (t("The walk starts here") if number == 1 else t("Opened without a press"))


def _named(desk: Desk, kind: str, label: str) -> str:
    known = STEPS.get(kind.replace("_", "-"))
    return desk.say.t(known) if known else clean(label or kind, 60)


def _device(desk: Desk, viewport: ViewportName, walk: Journey) -> Device:
    say, clicks, product = desk.say, walk.clicks, walk.product
    ways = walk.shortest_seen
    labels = ways.labels if ways else ()
    return Device(
        viewport=viewport,
        name=say.t(VIEWPORTS[viewport]),
        reached=is_reached(desk.audit, viewport),
        broken=is_broken(desk.audit, viewport),
        ending=say.t(ending_of(walk)),
        ends=after_colon(say.t(ending_of(walk))),
        halt=halt_of(say, desk.audit.stopped.get(viewport)),
        reason=reason_of(say, walk.reason),
        door=say.t(DOORS[walk.door.kind]) if walk.door else "",
        guest=walk.door.guest if walk.door else GuestValue.UNKNOWN,
        guest_text=_guest(desk, walk),
        guest_reason=say.t(DOOR_REASONS.get(walk.door.reason, "")) if walk.door else "",
        clicks=(
            (say.t("to a product"), clicks.product),
            (say.t("product in the cart"), clicks.in_cart),
            (say.t("cart in view"), clicks.cart),
            (say.t("first view of the checkout"), clicks.door),
            (say.t("form a guest can fill in"), clicks.guest_form),
        ),
        door_clicks=clicks.door,
        interruptions=clicks.interruptions,
        shortest=ways.door if ways else None,
        shortest_way=(say.t(WAYS[ways.way]) if ways.way in WAYS else clean(ways.way, 60)) if ways else "",
        shortest_presses=" → ".join(clean(one, 40) or say.t("an icon without words") for one in labels[:6]),
        seconds=say.number(walk.seconds),
        errors=walk.errors,
        verified=tuple(say.t(PROOFS[proof]) if proof in PROOFS else clean(proof, 80) for proof in walk.verified_by[:8]),
        product=replace(address(product.url), text=clean(product.name, 80)) if product else None,
        price=clean(product.price or "", 30) if product else "",
        refusals=tuple(clean(one) for one in walk.refusals[:8]),
        behind=behind_of(say, walk.deep),
    )


def _guest(desk: Desk, walk: Journey) -> str:
    if walk.door is None:
        return desk.say.t("Not known: the checkout was not reached")
    if walk.door.guest == GuestValue.GUEST and walk.door.kind == DoorKind.GUEST_BY_OPT_OUT:
        return desk.say.t("Yes, after unticking an account")
    return desk.say.t(
        {
            GuestValue.GUEST: mark("Yes, without an account"),
            GuestValue.ACCOUNT_REQUIRED: mark("No, an account is demanded"),
            GuestValue.UNKNOWN: mark("Could not be told"),
        }[walk.door.guest]
    )
