from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from auditor.model import (
    Act,
    ConsentChoice,
    Journey,
    JourneyOutcome,
    Load,
    PageKind,
    Reach,
    Site,
    ViewportName,
    Visit,
    VisitorInfo,
)
from auditor.store import (
    AuditFolder,
    FolderInUseError,
    NoRecordingError,
    StoreError,
    default_folder,
    picture_reader,
    read_audit,
    read_recording,
)

WHEN = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)


def site(**more: object) -> Site:
    plain: dict[str, object] = {
        "url": "https://shop.example/",
        "started_at": WHEN,
        "visitor": VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT),
        "reach": Reach(requested="shop.example", url="https://shop.example/"),
        "tool_version": "0",
        "viewports": (ViewportName.DESKTOP,),
    }
    return Site.model_validate({**plain, **more})


def visit(number: int = 1, url: str = "https://shop.example/") -> Visit:
    return Visit(
        id=f"walk-desktop-{number:03d}", url=url, kind=PageKind.HOME, viewport=ViewportName.DESKTOP, part="walk"
    )


def load() -> Load:
    return Load(
        page=PageKind.HOME, url="https://shop.example/", viewport=ViewportName.DESKTOP, consent="before", network="x",
        cpu=1, sample=1, lcp_ms=900,
    )  # fmt: skip


def act(label: str) -> Act:
    return Act(
        viewport=ViewportName.DESKTOP, leg="cart", intent="cart", url="https://shop.example/", act="press", label=label,
        worked=True,
    )  # fmt: skip


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit")
    folder.write_site(site())
    folder.write_site(site(name="Teetupa"))
    folder.add_visit(visit(), "<html>ääkköset</html>")
    folder.add_act(act("Osta"))
    folder.add_load(load())
    folder.add_journey(ViewportName.DESKTOP, Journey(outcome=JourneyOutcome.ERROR))
    folder.add_journey(ViewportName.DESKTOP, Journey(outcome=JourneyOutcome.CHECKOUT_REACHED))
    folder.finish()

    recording = read_recording(tmp_path / "audit")

    assert recording.site.name == "Teetupa"
    assert recording.visits == (visit(),)
    assert recording.acts == (act("Osta"),)
    assert recording.loads == (load(),)
    assert recording.journeys[ViewportName.DESKTOP].outcome is JourneyOutcome.CHECKOUT_REACHED
    assert recording.html("walk-desktop-001") == "<html>ääkköset</html>"
    assert recording.complete


def test_a_broken_last_line_is_ignored(tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit")
    folder.write_site(site())
    folder.add_visit(visit(1), "")
    with (tmp_path / "audit/recording/visits.jsonl").open("ab") as file:
        file.write(b'{"id": "walk-desktop-002", "url": "https')

    recording = read_recording(tmp_path / "audit")

    assert [one.id for one in recording.visits] == ["walk-desktop-001"]
    assert not recording.complete


def test_a_broken_line_in_the_middle_is_told(tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit")
    folder.write_site(site())
    (tmp_path / "audit/recording/visits.jsonl").write_text("{broken\n")
    folder.add_visit(visit(1), "")

    with pytest.raises(NoRecordingError, match=r"visits\.jsonl is broken in line 1"):
        read_recording(tmp_path / "audit")


def test_a_half_written_page_is_an_empty_one(tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit")
    folder.write_site(site())
    folder.add_visit(visit(), "<html>" + "x" * 5000)
    page = tmp_path / "audit/pages/walk-desktop-001.html.gz"
    page.write_bytes(page.read_bytes()[:20])

    assert read_recording(tmp_path / "audit").html("walk-desktop-001") == ""


def test_a_visit_id_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit")
    folder.write_site(site())
    (tmp_path / "audit/secret.webp").write_bytes(b"x")

    assert read_recording(tmp_path / "audit").html("../../../etc/passwd") == ""
    assert picture_reader(tmp_path / "audit")("../secret") is None


def test_a_folder_that_holds_an_audit_is_not_used_again(tmp_path: Path) -> None:
    AuditFolder.create(tmp_path)

    with pytest.raises(FolderInUseError, match="holds an audit already"):
        AuditFolder.create(tmp_path)


def test_an_unusable_place_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match=r"a part of the path is a file\.$"):
        AuditFolder.create(tmp_path / "file" / "audit")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_told_in_one_sentence(tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit")
    (tmp_path / "audit/recording/steps.jsonl").symlink_to("/dev/full")

    with pytest.raises(StoreError, match=r"the disk is full\.$"):
        folder.add_act(act("Osta"))


def test_a_folder_without_recording_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoRecordingError, match="holds no recording"):
        read_recording(tmp_path)
    with pytest.raises(NoRecordingError, match=r"holds no audit\.json"):
        read_audit(tmp_path)


def test_secrets_reach_no_file(tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit", secrets=("s3cr3t-cookie", "me:hunter22"))
    folder.write_site(site(url="https://me:hunter22@shop.example/?token=t0ken"))
    folder.add_visit(
        visit(url="https://shop.example/cart?session=t0ken"), "<p>s3cr3t-cookie</p><a href='/x?token=t0ken'>"
    )
    folder.add_act(act("you sent s3cr3t-cookie"))

    written = b"".join(path.read_bytes() for path in (tmp_path / "audit").rglob("*") if path.is_file())
    body = read_recording(tmp_path / "audit").html("walk-desktop-001").encode()

    assert [secret for secret in (b"s3cr3t-cookie", b"hunter22", b"t0ken") if secret in written + body] == []


def test_a_secret_that_is_known_later_reaches_no_later_file(tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit", secrets=("s3cr3t-cookie",))

    folder.hide(("s3cr3t-session",))
    folder.add_act(act("pay with s3cr3t-cookie and s3cr3t-session"))

    assert b"s3cr3t" not in (tmp_path / "audit/recording/steps.jsonl").read_bytes()


def test_the_default_folder_is_named_after_host_and_time() -> None:
    assert default_folder(Path("audits"), "Shop.example", WHEN) == Path("audits/shop.example/20260131T120000Z")


def test_nothing_temporary_is_left(tmp_path: Path) -> None:
    AuditFolder.create(tmp_path / "audit").write_site(site())

    assert [path.name for path in (tmp_path / "audit/recording").iterdir()] == ["site.json"]
