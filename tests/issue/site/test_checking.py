"""Everything that was issued is held against its record: what differs on the disk or in the
database is said, kept until it is mended, and told to whom it concerns."""

import os
import shutil
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from assurance.records import history
from assurance.records.history_chain import damage
from assurance.runtime.jobs import WORKER
from reports.editions import database_guard
from reports.editions.models.editions import Edition, EditionFile
from reports.issue.management.commands import publish_site
from reports.issue.models.site import SharedPages, SiteCheck, SiteFault, SitePage
from reports.issue.site import jobs, storage
from reports.issue.site.bundle import bundle_files, bundle_name
from reports.issue.site.checks import look_at, of_record
from reports.issue.site.writer import is_whole, prefix
from tests import cast
from tests.make import bundles, papers
from tests.page_requests import browser_of
from tests.records.proofs.altered_rows import without_guards

pytestmark = pytest.mark.django_db


def told(council=None):
    """(name, kind) of what a look finds wrong."""
    return [(one.name, one.what) for one in look_at(council or cast.make_council()).faults]


def standing():
    """(name, kind) of the faults that are kept."""
    return [(one.name, one.what) for one in SiteFault.objects.active().order_by("name")]


@pytest.mark.long
def test_what_was_just_written_is_as_it_was_issued_and_what_never_was_is_missing(written, folder):
    found = look_at(written.council)
    assert (found.editions, found.faults) == (1, ())
    assert found.files > 2 * written.files.count()
    later = bundles.bundled()
    assert (prefix(later.paper), "missing") in told()


def never_published(folder):
    """Leaves nothing of the `folder`, nor of what was written into it."""
    shutil.rmtree(folder)
    for model in (SitePage, SharedPages):
        model.objects.all().delete()


def test_what_is_first_being_published_is_said_to_be_and_is_not_missing(written, folder, settings):
    council, here, out = written.council, prefix(written.paper), StringIO()
    never_published(folder)
    settings.JOBS = WORKER
    jobs.follow_publication(written.paper_id)
    sentence = jobs.UNDER_WAY.format(name=here)
    call_command("verify", stdout=out)
    assert sentence in out.getvalue().splitlines()
    page = browser_of(cast.clerk()).get(reverse("published:issued-checked"))
    assert sentence in page.content.decode() and standing() == []
    DBTaskResult.objects.update(status="RUNNING")
    jobs._save_page_count(written.paper, {})
    jobs._begin(council.slug)
    (folder / "static").mkdir(parents=True)
    (folder / "static" / "part.css").write_text("x")
    assert jobs.check(council).faults == 0 and jobs.under_way(council) == [sentence]
    never_published(folder)
    DBTaskResult.objects.update(status="FAILED")
    assert jobs.check(council).faults > 3 and jobs.under_way(council) == []
    assert {*standing()} >= {(here, "missing"), ("netherby/", "missing")}


def test_an_edition_that_cannot_be_read_is_named_and_hides_nothing_else(written, folder):
    without_guards()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editions_edition SET document = %s", ['{"another": 1}'])
    (folder / "index.html").unlink()
    assert {
        (f"{prefix(written.paper)}edition-1/", "record"),
        ("index.html", "missing"),
    } <= {*told(written.council)}


def test_every_kind_of_damage_on_the_disk_is_found_with_its_name(written, folder):
    bundle, here = bundle_name(written), prefix(written.paper)
    figures = f"{bundle}/{written.paper.slug}-figures.csv"
    (folder / figures).chmod(0o644)
    (folder / figures).write_bytes(b"29")
    (folder / bundle / "manifest.json.gz").chmod(0o644)
    (folder / bundle / "manifest.json.gz").write_bytes(b"not packed")
    (folder / here / "index.html").write_text("<h1>Another page</h1>")
    (folder / here / "edition-1" / "index.html").unlink()
    (folder / here / "edition-1" / "stray.html").write_text("x")
    (folder / "published" / ("0" * 64)).mkdir()
    (folder / "index.html.gz.gz").write_text("not packed by the program")
    assert sorted(told()) == sorted(
        [
            (f"{here}edition-1/index.html", "missing"),
            (f"{here}edition-1/stray.html", "extra"),
            (f"{here}index.html", "changed"),
            (f"{bundle}/manifest.json", "changed"),
            (figures, "changed"),
            (f"published/{'0' * 64}/", "extra"),
            ("index.html.gz.gz", "extra"),
        ]
    )


def test_a_file_is_named_on_one_line_whatever_its_name_is(written, folder):
    odd = [b".hidden", b"no-text-\xff.html", b"one\nnetherby: whole.html"]
    for name in odd:
        Path(os.fsdecode(bytes(folder) + b"/" + name)).write_text("x")
    with pytest.raises(CommandError) as refused:
        call_command("verify", stdout=StringIO())
    shown = [".hidden", r"no-text-\udcff.html", r"one\nnetherby: whole.html"]
    assert str(refused.value).splitlines() == [f"{name} should not be there." for name in shown]


def test_damage_is_kept_told_once_and_mended_by_writing_again(written, folder):
    here, bundle = prefix(written.paper), bundle_name(written)
    page, listed = folder / here / "index.html", folder / bundle / "manifest.json"
    page.write_text("<h1>Another page</h1>")
    listed.unlink()
    administrator = cast.administrator()
    assert "A published file has" not in home(administrator)
    assert jobs.write_all().written == [], "the daily writing leaves damage for people to see"
    assert "Another page" in page.read_text() and not listed.exists()
    (folder / bundle / "stray.txt").write_text("x")
    for _ in range(2):
        jobs.check_all.enqueue()
    damaged = [(f"{here}index.html", "changed"), (f"{bundle}/manifest.json", "missing")]
    assert standing() == [*damaged, (f"{bundle}/stray.txt", "extra")]
    assert SiteCheck.objects.count() == 2
    assert "A published file has changed" in home(administrator)
    assert "A published file has changed" not in home(cast.officer())
    jobs.write_again.enqueue(written.council.pk)
    assert standing() == [] and not SiteFault.objects.filter(mended_at=None).exists()
    assert "Another page" not in page.read_text()
    assert is_whole(storage.published(), bundle, bundle_files(written))
    assert "A published file has" not in home(administrator)


@pytest.mark.long
def test_damage_written_over_by_a_further_edition_is_said_and_a_folder_that_cannot_be_read(
    written, folder, monkeypatch
):
    page = folder / prefix(written.paper) / "index.html"
    page.write_text("<h1>Another page</h1>")
    later = bundles.bundled(paper=written.paper)
    jobs.write_paper.enqueue(written.paper_id)
    assert "Another page" not in page.read_text() and later.number == 2
    assert standing() == [(f"{prefix(written.paper)}index.html", "changed")]
    jobs.check_all.enqueue()
    assert standing() == []

    def refuses(_council, _awaited):
        raise storage.StorageRefused("published: Input/output error")

    monkeypatch.setattr(jobs, "look_at", refuses)
    jobs.check_all.enqueue()
    assert standing() == [(jobs.WHOLE, "refused")]
    monkeypatch.undo()
    jobs.check_all.enqueue()
    assert standing() == []


def test_a_foreign_file_is_kept_as_a_fault_before_any_writer_takes_it_away(written, folder):
    own = [prefix(written.paper), f"{bundle_name(written)}/", "netherby/", "netherby/reports/"]
    names = {f"{place}stray.html" for place in own}
    for name in names:
        (folder / name).write_text("x")
    changed = jobs.write_all()
    assert (changed.written, changed.removed) == ([], []), "the daily writing leaves them"
    assert standing() == [(name, "extra") for name in sorted(names)]
    SiteFault.objects.all().delete()
    later = bundles.bundled(paper=written.paper)
    jobs.write_paper.enqueue(later.paper_id)
    assert not any((folder / name).exists() for name in names)
    assert standing() == [(name, "extra") for name in sorted(names)]
    jobs.check_all.enqueue()
    assert standing() == [] and told() == []


@pytest.mark.parametrize("fields", [{"content": b"[]"}, {"content": b"no list"}, {"sha256": "0"}])
def test_a_record_that_was_changed_by_hand_is_found_and_not_mended(written, fields):
    database_guard.lift(connection)
    EditionFile.objects.filter(name="manifest.json").update(**fields)
    database_guard.place(connection)
    found = [one.name for one in of_record(Edition.objects.get())]
    assert f"{prefix(written.paper)}edition-1/files/manifest.json" in found
    jobs.check_council.enqueue(written.council.pk)
    assert any(what == "record" for _name, what in standing())
    assert damage(written.council.slug) is None


def test_a_file_that_history_does_not_know_and_words_changed_by_hand_are_found(written):
    database_guard.lift(connection)
    EditionFile.objects.create(
        edition=written, name="more.csv", media_type="text/csv", sha256="0", size=0, content=b""
    )
    database_guard.place(connection)
    assert [one.name.rpartition("/")[2] for one in of_record(written)] == ["more.csv"]
    database_guard.lift(connection)
    Edition.objects.update(document={**written.document, "title": "Other"})
    database_guard.place(connection)
    found = [(one.what, one.why) for one in of_record(Edition.objects.get())]
    assert ("record", "its words") in found


def test_the_commands_say_what_is_wrong_write_it_again_and_say_what_refused(
    written, folder, monkeypatch
):
    here, out = prefix(written.paper), StringIO()
    call_command("verify", stdout=out)
    assert "netherby: 1 edition, " in out.getvalue()
    (folder / here / "index.html").unlink()
    with pytest.raises(CommandError, match=r"paper-1/index\.html is missing\."):
        call_command("verify", "--council", "netherby", stdout=out)
    call_command("verify", "--write-again", stdout=out)
    (folder / here / "stray.html").write_text("x")
    out = StringIO()
    call_command("publish_site", stdout=out)
    lines = [f"removed {here}stray.html", "0 written, 1 removed."]
    assert out.getvalue().splitlines() == lines

    # A server names its styles by what `collectstatic` found.
    with monkeypatch.context() as patch:
        patch.setattr(publish_site, "staticfiles_storage", SimpleNamespace(hashed_files={}))
        with pytest.raises(CommandError, match="collectstatic"):
            call_command("publish_site", stdout=out)

    def refuses(_paper):
        raise storage.StorageRefused("netherby: No space left on device")

    monkeypatch.setattr(jobs.writer, "write_paper", refuses)
    with pytest.raises(CommandError, match="No space left"):
        call_command("publish_site", stdout=out)
    assert jobs.write_paper.enqueue(written.paper_id).status.name == "FAILED"
    assert (here, "refused") in standing()


def test_the_page_looks_shows_and_writes_again(written, folder):
    clerk = browser_of(cast.clerk())
    address = reverse("published:issued-checked")
    assert "No check has run yet." in clerk.get(address).content.decode()
    page = clerk.post(reverse("published:check-issued"), follow=True).content.decode()
    assert "The last check found no changes." in page
    (folder / prefix(written.paper) / "index.html").unlink()
    papers.remove_edition(edition=written)
    by = cast.clerk()
    history.record("editions.take_down", about=written.paper, by=by, on=papers.ISSUED_ON)
    assert (f"{bundle_name(written)}/manifest.json", "extra") in told()
    page = clerk.post(reverse("published:check-issued"), follow=True).content.decode()
    assert "Is missing" in page and f"{prefix(written.paper)}index.html" in page
    page = clerk.post(reverse("published:write-again"), follow=True).content.decode()
    assert "Is missing" not in page and standing() == told() == []
    # An auditor reads the same and changes nothing.
    for reader in (cast.member(), cast.data_protection_lead(), cast.approver()):
        assert f'href="{address}"' in browser_of(reader).get("/accounts/yours/").content.decode()
        seen = browser_of(reader).get(address).content.decode()
        assert "The last check found no changes." in seen and "<form" not in seen.split("<main")[1]
        assert browser_of(reader).post(reverse("published:write-again")).status_code == 403
    other = browser_of(cast.clerk(cast.make_council("elsewhere")))
    assert "0 published editions" in other.get(address).content.decode()


def home(user):
    """The first page of somebody signed in."""
    return browser_of(user).get(reverse("home")).content.decode()
