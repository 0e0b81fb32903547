"""Answers cookie banners by the rules of @duckduckgo/autoconsent, in a world of its own that the page cannot reach.

Its messages (docs/api.md of that project) go over CDP: "init" asks for rules, "eval" for a look into the page's own
world, "report" tells how far it is, "optOutResult" and "optInResult" how it ended. What it says to have answered is
looked for again, and believed only where it has gone.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from playwright.async_api import CDPSession, Error, Frame, Page

from auditor.model import ConsentChoice
from auditor.page_scripts import Asset, asset_path

__all__ = ["AutoAnswer", "answer_by_rules"]

WORLD, BINDING = "cx-consent", "__cxConsentSays"
MAX_FRAMES = 4
# After half a second; further ones would wait until the page changes, and it has settled before it is asked.
DETECT_RETRIES = 1
HIDDEN = "() => Boolean((document.querySelector('style#autoconsent-css-rules') || {}).textContent)"
GOING_S, AGAIN_S = 0.6, 1.5
_GIVES_UP = frozenset({"nothingDetected", "failed"})


@dataclass(frozen=True)
class AutoAnswer:
    """Whose banner the rules found, empty for none, and whether they say that it was answered."""

    manager: str = ""
    done: bool = False


@dataclass
class _Talk:
    """The conversation with the script in the page and its frames."""

    choice: ConsentChoice
    manager: str = ""
    waiting: int = 0
    ended: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def end(self, done: bool) -> None:
        if not self.ended.done():
            self.ended.set_result(done)

    def heard(self, session: CDPSession, worlds: dict[int, int], event: dict[str, Any]) -> None:
        if event.get("name") != BINDING:
            return
        try:
            said = json.loads(str(event["payload"])[:400_000])
        except (ValueError, RecursionError):
            return
        task = asyncio.ensure_future(self._answer(session, worlds, int(event["executionContextId"]), said))
        self.tasks.add(task)  # the loop itself keeps no reference to it
        task.add_done_callback(self.tasks.discard)

    async def _answer(self, session: CDPSession, worlds: dict[int, int], world: int, said: dict[str, Any]) -> None:
        match said.get("type"):
            case "init":
                await _tell(session, world, _rules_for(self.choice))
            case "eval":
                result = await _value(session, worlds.get(world), str(said.get("code", "")))
                await _tell(session, world, json.dumps({"type": "evalResp", "id": said.get("id"), "result": result}))
            case "popupFound":
                self.manager = str(said.get("cmp", ""))[:60]
                if self.choice is ConsentChoice.NONE:
                    self.end(False)
            case "report" if (said.get("state") or {}).get("lifecycle") in _GIVES_UP:
                self.waiting -= 1
                if self.waiting <= 0 and not self.manager:
                    self.end(False)
            case "optOutResult" | "optInResult":
                self.end(bool(said.get("result")))


async def answer_by_rules(page: Page, choice: ConsentChoice, limit_s: float = 5.0) -> AutoAnswer:
    """Let the rules find a banner and answer it, within ``limit_s`` seconds; a page that goes away is no answer.

    Raises AssetsMissingError where the rules were never fetched.
    """
    answered = await _run(page, choice, limit_s)
    if not answered.done:
        return answered
    await asyncio.sleep(GOING_S)
    if await _only_hidden(page):
        return AutoAnswer(answered.manager)
    again = await _run(page, ConsentChoice.NONE, AGAIN_S)
    return AutoAnswer(answered.manager, not again.manager)


async def _only_hidden(page: Page) -> bool:
    """Say whether the rules hid something by a style of theirs: a banner that is only hidden was not answered."""
    try:
        return bool(await page.evaluate(HIDDEN))
    except Error:
        return False  # the page went on by itself


async def _run(page: Page, choice: ConsentChoice, limit_s: float) -> AutoAnswer:
    """Let the rules look for a banner and, unless the choice is none, answer it."""
    talk = _Talk(choice)
    sessions: list[CDPSession] = []
    try:
        async with asyncio.timeout(limit_s):
            for frame in page.frames[: MAX_FRAMES + 1]:
                await _enter(page, frame, talk, sessions)
            done = await talk.ended if talk.waiting else False
    except (TimeoutError, Error):
        done = False
    finally:
        for task in tuple(talk.tasks):
            task.cancel()
        for session in sessions:
            await _detached(session)
    return AutoAnswer(talk.manager, done)


async def _enter(page: Page, frame: Frame, talk: _Talk, sessions: list[CDPSession]) -> None:
    """Start the script in a target of its own: the page, or a frame that has a process of its own."""
    main = frame == page.main_frame
    try:
        session = await page.context.new_cdp_session(page if main else frame)
    except Error:
        return  # a frame that shares the page's process: rules for frames are for those of other companies
    sessions.append(session)
    tree = await session.send("Page.getFrameTree")
    made = await session.send(
        "Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"], "worldName": WORLD}
    )
    world = int(made["executionContextId"])
    worlds: dict[int, int] = {world: 0}
    session.on("Runtime.bindingCalled", lambda event: talk.heard(session, worlds, event))
    await session.send("Runtime.enable")
    await session.send("Runtime.addBinding", {"name": BINDING, "executionContextName": WORLD})
    talk.waiting += 1
    wrapper = f"self.autoconsentSendMessage = (said) => {BINDING}(JSON.stringify(said));"
    await session.send("Runtime.evaluate", {"expression": wrapper, "contextId": world})
    await session.send("Runtime.evaluate", {"expression": _script(), "contextId": world})


async def _tell(session: CDPSession, world: int, message: str) -> None:
    try:
        expression = f"void self.autoconsentReceiveMessage({message})"
        await session.send("Runtime.evaluate", {"expression": expression, "contextId": world})
    except Error:
        return  # the page has gone on


async def _value(session: CDPSession, world: int | None, code: str) -> Any:
    """Evaluate a rule's question in the page's own world; the rules are part of this program, the answers are not."""
    asked: dict[str, Any] = {"expression": code, "returnByValue": True, "awaitPromise": True, "timeout": 1000}
    if world:
        asked["contextId"] = world
    try:
        answer = await session.send("Runtime.evaluate", asked)
    except Error:
        return False
    return answer.get("result", {}).get("value", False)


async def _detached(session: CDPSession) -> None:
    try:
        await session.detach()
    except Error:
        return  # its target has gone


@cache
def _script() -> str:
    return asset_path(Asset.AUTOCONSENT).read_text("utf-8")


@cache
def _rules_for(choice: ConsentChoice) -> str:
    """Return the message that starts the rules: neither hiding nor guessing, only what answers a banner."""
    action = {ConsentChoice.ACCEPT: "optIn", ConsentChoice.REJECT: "optOut"}.get(choice)
    rules = json.loads(asset_path(Asset.AUTOCONSENT_RULES).read_text("utf-8"))
    quiet = dict.fromkeys(("lifecycle", "rulesteps", "detectionsteps", "evals", "errors", "messages", "waits"), False)
    config: dict[str, Any] = {
        "enabled": True,
        "autoAction": action,
        "disabledCmps": [],
        "enablePrehide": False,
        "enableCosmeticRules": False,
        "enableGeneratedRules": True,
        "enableHeuristicDetection": False,
        "heuristicMode": "off",
        "detectRetries": DETECT_RETRIES,
        "isMainWorld": False,
        "prehideTimeout": 0,
        "visualTest": False,
        "logs": quiet,
    }
    return json.dumps({"type": "initResp", "config": config, "rules": rules})
