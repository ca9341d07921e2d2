"""Whatever file of the published folder is changed, removed or added, it is named, and nothing is
where nobody did anything: every kind of file, those that all reports share too."""

import shutil
from datetime import date, timedelta

import pytest
from django.urls import reverse

from assurance.records import history
from assurance.runtime.periods import this_moment
from reports.issue.models.site import SharedPages, SiteFault, SitePage
from reports.issue.site import jobs, page_records, storage
from reports.issue.site.bundle import bundle_name
from reports.issue.site.checks import NO_EDITION, WHOLE, look_at, look_at_shared
from reports.issue.site.faults import Fault
from reports.issue.site.page_records import NO_LIST, PACKED_COPY, UNFINISHED
from reports.issue.site.whole_files import PACKED
from reports.issue.site.writer import prefix
from tests import cast
from tests.make import bundles
from tests.page_requests import browser_of

pytestmark = pytest.mark.django_db


def found(council):
    """name → (kind, why) of what a look finds wrong."""
    return {fault.name: (fault.what, fault.why) for fault in look_at(council).faults}


def kinds(council):
    """name → kind of what a look finds wrong."""
    return {name: kind for name, (kind, _why) in found(council).items()}


def replaced(path, content):
    """Puts another file in the place of one that may not be written to."""
    path.unlink()
    path.write_bytes(content)


@pytest.fixture
def folder_files(written, folder):
    """The files of the folder, in their order, by what they are called there."""
    names = storage.Folder(folder).names()
    # One of each place where pages are shared, and of each kind of file.
    for name in ("index.html", "404.html", "service/index.html", "sitemap.xml", "openapi.json"):
        assert name in names
    endings = {name.rpartition(".")[2] for name in names}
    assert {"html", "css", "js", "json", "csv", "xml", "atom", "txt", "svg"} <= endings
    assert "netherby/reports/feed.atom" in names and "netherby/reports/index.html" in names
    assert found(written.council) == {}
    return names


@pytest.mark.long
def test_every_changed_file_is_named(written, folder, folder_files):
    for name in folder_files:
        replaced(folder / name, (folder / name).read_bytes() + b" ")
    assert kinds(written.council) == dict.fromkeys(folder_files, "changed")


@pytest.mark.long
def test_every_missing_file_is_named_and_every_one_is_written_again(written, folder, folder_files):
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert kinds(written.council) == dict.fromkeys(folder_files, "missing")
    assert jobs.write_all().written == [], "the daily writing leaves damage for people to see"
    jobs.write_again.func(written.council.pk)
    assert storage.Folder(folder).names() == folder_files and found(written.council) == {}


@pytest.mark.long
def test_every_changed_packed_copy_is_named(written, folder, folder_files):
    packed = [name for name in folder_files if name.endswith(PACKED)]
    assert len(packed) > 50
    for name in packed:
        replaced(folder / f"{name}{storage.GZ}", b"not packed")
    assert found(written.council) == dict.fromkeys(packed, ("changed", PACKED_COPY))


def test_every_missing_packed_copy_is_named_and_written_again(written, folder, folder_files):
    packed = sorted(name for name in folder_files if name.endswith(PACKED))
    assert {name.rpartition(".")[2] for name in packed} == {one[1:] for one in PACKED}
    for name in packed:
        (folder / f"{name}{storage.GZ}").unlink()
    missing = {f"{name}{storage.GZ}": ("missing", "") for name in packed}
    assert found(written.council) == missing
    jobs.write_again.func(written.council.pk)
    assert found(written.council) == {}
    assert all((folder / name).exists() for name in missing)


def test_an_empty_folder_is_named_wherever_it_is(written, folder, folder_files):
    page = (folder / prefix(written.paper)).parent
    places = [folder, folder / "published", folder / bundle_name(written), folder / "static", page]
    for place in places:
        (place / "empty" / "in it").mkdir(parents=True)
    (folder / "published" / ".new-begun" / "a").mkdir(parents=True)
    named = found(written.council)
    expected = {f"{(place / 'empty').relative_to(folder).as_posix()}/" for place in places}
    assert {*named} == expected
    assert {kind for kind, _why in named.values()} == {"extra"}
    assert {fault.name for fault in look_at_shared().faults} == expected


def test_no_folder_is_named_while_a_writer_is_at_pages_or_comes_between(
    written, folder, monkeypatch
):
    (folder / "empty").mkdir()
    jobs._begin("netherby")
    assert "empty/" not in found(written.council)
    before = this_moment() - page_records.LONGEST - timedelta(seconds=1)
    SharedPages.objects.filter(folder="netherby").update(begun_at=before)
    assert "empty/" in found(written.council), "the writer was killed"

    def come_between():
        SitePage.objects.update(written_at=this_moment())
        return ["empty/"]

    assert page_records.folder_faults(come_between) == []
    assert page_records.folder_faults(lambda: ["empty/"]) == [Fault("empty/", "extra")]


def test_the_folders_of_files_that_are_missing_have_no_line_of_their_own(written, folder):
    page = folder / prefix(written.paper) / "edition-1"
    names = {path.relative_to(folder).as_posix() for path in page.rglob("*") if path.is_file()}
    for name in names:
        (folder / name).unlink()
    plain = {name for name in names if not name.endswith(storage.GZ)}
    assert kinds(written.council) == dict.fromkeys(plain, "missing")


def test_no_empty_folder_is_left_where_pages_are_taken_away(written, folder):
    place = storage.published()
    names = place.names("netherby/")
    assert names and all(place.remove(name) for name in names)
    assert not (folder / "netherby").exists() and folder.exists()
    assert not place.remove(names[0])


@pytest.mark.long
def test_a_foreign_file_in_each_folder_is_named(written, folder, folder_files):
    folders = sorted({path.parent for path in folder.rglob("*") if path.is_file()})
    strangers = []
    for place in [*folders, folder / "published", folder / "other"]:
        place.mkdir(exist_ok=True)
        (place / "stray.html").write_text("x")
        strangers.append((place / "stray.html").relative_to(folder).as_posix())
    elsewhere = folder / "published" / ("0" * 64)
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("x")
    expected = dict.fromkeys(strangers, ("extra", ""))
    assert found(written.council) == expected | {
        f"published/{'0' * 64}/": ("extra", NO_EDITION),
    }


def test_what_a_web_server_would_give_past_the_names_is_named(written, folder, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("x")
    (folder / "linked").symlink_to(outside)
    (folder / "linked.html").symlink_to(outside / "index.html")
    (folder / "alone.html.gz").write_bytes(b"x")
    (folder / "netherby" / "history-fingerprints.txt.gz").write_bytes(b"x")
    (folder / ".new-killed").write_bytes(b"x")
    page = folder / prefix(written.paper) / "index.html"
    page.unlink()
    page.symlink_to(outside / "index.html")
    packed = folder / "index.html.gz"
    packed.unlink()
    packed.symlink_to(outside / "index.html")
    name = page.relative_to(folder).as_posix()
    named = [(fault.name, fault.what) for fault in look_at(written.council).faults]
    strangers = ["alone.html.gz", "index.html.gz", "linked", "linked.html", name]
    strangers.append("netherby/history-fingerprints.txt.gz")
    assert sorted(named) == sorted(
        [(stranger, "extra") for stranger in strangers]
        + [(name, "missing"), ("index.html", "changed")]
    )
    storage.os.utime(folder / ".new-killed", (1, 1))
    assert kinds(written.council)[".new-killed"] == "extra"


@pytest.mark.long
def test_damage_of_shared_pages_is_shown_and_healed(written, folder):
    administrator = cast.administrator(written.council)
    changed = [folder / "netherby" / "reports" / "index.html", folder / "sitemap.xml"]
    for path in changed:
        replaced(path, b"other")
    (folder / "robots-of-ours.txt").write_text("x")
    assert jobs.write_all().written == []
    assert {path.read_bytes() for path in changed} == {b"other"}
    named = {"netherby/reports/index.html", "sitemap.xml"}
    assert {*SiteFault.objects.active().values_list("name", flat=True)} == named
    home = browser_of(administrator).get(reverse("home")).content.decode()
    assert "A published file has changed" in home
    later = bundles.bundled(paper=written.paper)
    SiteFault.objects.all().delete()
    jobs.write_paper.enqueue(later.paper_id)
    assert {*SiteFault.objects.active().values_list("name", flat=True)} == named, "said first"
    assert b"other" not in {path.read_bytes() for path in changed}
    jobs.check_all.enqueue()
    left = SiteFault.objects.active().values_list("name", "what")
    assert [*left] == [("robots-of-ours.txt", "extra")], "what it never wrote it never removes"


@pytest.mark.long
def test_styles_of_an_earlier_program_stay_and_pages_it_had_go(written, folder):
    row = SharedPages.objects.get(folder="")
    for name in ("static/css/old.css", "old/index.html"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
        row.pages[name] = storage.fingerprint(b"x")
    jobs._finish("", row.pages)
    assert found(written.council) == {}
    changed = jobs.write_all()
    assert (changed.written, changed.removed) == ([], ["old/index.html"])
    assert (folder / "static/css/old.css").exists() and found(written.council) == {}


def test_nothing_is_named_while_a_writer_is_at_the_pages_and_one_line_where_it_never_ended(
    written, folder
):
    (folder / "index.html").write_text("x")
    for name in ("", "netherby"):
        jobs._begin(name)
    SitePage.objects.update(pages={}, written_at=this_moment())
    assert found(written.council) == {} and jobs.shared_damage("") == []
    before = this_moment() - page_records.LONGEST - timedelta(seconds=1)
    SharedPages.objects.update(begun_at=before)
    SitePage.objects.update(written_at=before)
    unfinished = ("changed", UNFINISHED)
    assert found(written.council) == {
        prefix(written.paper): unfinished,
        "netherby/": unfinished,
        WHOLE: unfinished,
    }
    SharedPages.objects.all().delete()
    SitePage.objects.all().delete()
    missing = ("missing", NO_LIST)
    assert found(written.council) == {
        prefix(written.paper): missing,
        "netherby/": missing,
        WHOLE: missing,
    }


def test_pages_that_are_written_while_they_are_compared_are_compared_again(written, folder):
    records = iter([{"a": "1"}, {"a": "2"}, {"a": "2"}, {"a": "2"}])
    looked = []

    def record():
        return page_records.PageRecord(next(records), None)

    def differences(pages):
        looked.append(pages)
        return [pages["a"]]

    assert page_records.faults("x", record, differences) == ["2"]
    assert looked == [{"a": "1"}, {"a": "2"}]


def test_a_council_that_published_nothing_and_has_no_folder_lacks_nothing(written):
    user = cast.make_user(council=cast.make_council("elsewhere"))
    history.record("people.record", about=user, by=user, on=date(2016, 1, 18))
    assert found(user.council) == {}


def test_a_program_that_lists_nothing_new_reads_its_own_list(written, folder):
    """The list is derived a second time: every file of the folder, by hand."""
    listed = {}
    for row in [*SharedPages.objects.all(), *SitePage.objects.all()]:
        listed |= row.pages
    files = {
        path.relative_to(folder).as_posix(): storage.fingerprint(path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != storage.GZ
    }
    assert listed == files
