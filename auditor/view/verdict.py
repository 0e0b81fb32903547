"""The verdict in one sentence, and the plain page of an audit that could not be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import GuestValue, Outcome
from auditor.view.cards import Card
from auditor.view.desk import Desk
from auditor.view.names import PROBLEMS
from auditor.view.paths import Device
from auditor.view.safe import clean
from auditor.view.stages import LEAST_SCORED, StageView

__all__ = ["PathStop", "Trouble", "stop_of", "trouble_of", "unassessed", "verdict_of"]


@dataclass(frozen=True)
class PathStop:
    """Where the purchase ends: on every screen that was walked, or only on the ``screens`` that are named."""

    whole: bool
    screens: str
    ending: str


@dataclass(frozen=True)
class Trouble:
    """Why an audit is missing or partial: the sentence, what the tool saw, and what was gathered all the same."""

    sentence: str
    detail: str
    advice: tuple[str, ...]
    pages: int
    loads: int
    results: int
    total: bool


def verdict_of(desk: Desk, devices: Sequence[Device], stages: Sequence[StageView]) -> str:
    """Return one sentence: whether a customer can buy, and where the shop is weakest or where the purchase ends."""
    t = desk.say.t
    path = _path(desk, devices)
    scored = [one for one in stages if one.score is not None]
    if len(scored) < LEAST_SCORED or any(one.broken for one in devices):
        return path + "."
    weakest = next((one for one in scored if one.weakest), None)
    if weakest is None:
        return t("{path}, and every stage that was assessed is in good order.", path=path)
    if len(scored) < len(stages):
        return t(
            "{path}; the weakest stage that could be assessed is {stage}.",
            path=path,
            stage=desk.say.quoted(weakest.name),
        )
    return t("{path}; the weakest stage is {stage}.", path=path, stage=desk.say.quoted(weakest.name))


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def _path(desk: Desk, devices: Sequence[Device]) -> str:
    t = desk.say.t
    if not devices:
        return t("The way to the checkout was not walked")
    there = [one for one in devices if one.reached]
    stuck = [one for one in devices if one.broken]
    unseen = [one for one in devices if not one.reached and not one.broken]
    if stuck:
        return _stuck(desk, there, stuck, unseen)
    if not there:
        return t("Whether a customer can buy could not be seen: {ending}", ending=_endings(unseen))
    if unseen:
        return t(
            "The checkout was reached on one screen ({there}), and on the other ({unseen}) "
            "it could not be seen: {ending}",
            there=_names(there),
            unseen=_names(unseen),
            ending=_endings(unseen),
        )
    guests = {one.guest for one in there}
    if guests == {GuestValue.GUEST}:
        return t("Customers reach the checkout and can buy without an account")
    if GuestValue.ACCOUNT_REQUIRED in guests:
        return t("Customers reach the checkout but must open an account to buy")
    return t("Customers reach the checkout")


def _stuck(desk: Desk, there: Sequence[Device], stuck: Sequence[Device], unseen: Sequence[Device]) -> str:
    t, ending = desk.say.t, _endings(stuck)
    if there:
        return t(
            "The checkout was reached on one screen ({there}) but not on the other ({stuck}): {ending}",
            there=_names(there),
            stuck=_names(stuck),
            ending=ending,
        )
    if unseen:
        return t(
            "A customer could not get to the checkout on one screen ({stuck}), and on the other ({unseen}) "
            "it could not be seen: {ending}",
            stuck=_names(stuck),
            unseen=_names(unseen),
            ending=_endings([*stuck, *unseen]),
        )
    return t("A customer could not get to the checkout: {ending}", ending=ending)


def _names(devices: Sequence[Device]) -> str:
    return ", ".join(_lower(one.name) for one in devices)


def _endings(devices: Sequence[Device]) -> str:
    """Return where the walks ended, once where they ended alike."""
    if len({one.ends for one in devices}) == 1:
        return devices[0].ends
    return ", ".join(f"{one.ends} ({_lower(one.name)})" for one in devices)


def stop_of(devices: Sequence[Device]) -> PathStop | None:
    """Return where customers are stopped, or nothing where no walk shows that they are."""
    stuck = [one for one in devices if one.broken]
    if not stuck:
        return None
    whole = len(stuck) == len(devices)
    return PathStop(whole, "" if whole else _names(stuck), _endings(stuck))


def trouble_of(desk: Desk) -> Trouble | None:
    """Return what is wrong with the audit as a whole, or nothing where it is complete."""
    audit, t = desk.audit, desk.say.t
    if not audit.problem and audit.complete:
        return None
    problem = audit.problem or "interrupted"
    known = t(PROBLEMS[problem]) if problem in PROBLEMS else ""
    detail = clean(audit.sentence, 500)
    return Trouble(
        sentence=known or detail or t("The audit could not be made."),
        detail=detail if known and detail != known else "",
        advice=_advice(desk, problem),
        pages=len(audit.pages),
        loads=sum(len(one.samples) for one in audit.measurements),
        results=sum(one.outcome not in (Outcome.UNKNOWN, Outcome.ERROR) for one in audit.results),
        total=audit.score is None and all(one.score is None for one in audit.stages),
    )


def _advice(desk: Desk, problem: str) -> tuple[str, ...]:
    t = desk.say.t
    told = {
        "robot-wall": t(
            "Ask the shop's technical staff to let this visitor through; "
            "the address and user agent can be told to them."
        ),
        "declined": t("Ask the shop for leave to audit; its robots.txt names this program."),
        "login-wall": t("Audit again with a customer's sign-in, which the shop's owner can provide."),
        "geo-blocked": t("Audit again from a network in the shop's own country."),
        "not-a-shop": t("Check that the address is the web shop itself and not the company's other site."),
        "dead": t("Check the address for a typing error and whether it opens in an ordinary browser."),
        "tls": t("Mend the shop's certificate first: customers' browsers stop at it too."),
        "not-html": t("Give the address of the shop's home page."),
        "site-error": t("Check whether the shop opens in an ordinary browser, and audit again when it does."),
        "interrupted": t("Run the audit again to its end; what was gathered until then is shown here."),
    }
    return (told[problem],) if problem in told else ()


def unassessed(stages: Sequence[StageView]) -> tuple[tuple[StageView, Card], ...]:
    """Return every card that could not be assessed with its stage, the heaviest first."""
    found = [(stage, card) for stage in stages for card in stage.unknown]
    return tuple(found)
