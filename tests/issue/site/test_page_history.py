"""Who changes a page and its digest in the database together is found: history has the digest of
each list of pages, and the end of history is published."""

from datetime import timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from assurance.records import history_chain, history_guard
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import this_moment
from reports.issue.models.site import SharedPages, SiteFault, SitePage
from reports.issue.site import jobs, page_history, storage
from reports.issue.site.checks import WHOLE, look_at
from reports.issue.site.history_evidence import NOT_IN_HISTORY, fingerprints_address
from reports.issue.site.page_history import OF_HISTORY, WRITE_PAGES, digest_of
from reports.issue.site.page_records import OTHER_LIST, UNFINISHED
from reports.issue.site.writer import prefix
from tests import cast
from tests.make import bundles
from tests.records.history.tampering import rewrite

pytestmark = pytest.mark.django_db
LISTS = "netherby/"
OTHER = ("row", OTHER_LIST)


def found(council):
    """name → (kind, why) of what a look finds wrong."""
    return {fault.name: (fault.what, fault.why) for fault in look_at(council).faults}


def written_entries():
    """What history has of pages, the oldest first."""
    return HistoryEntry.objects.filter(what=WRITE_PAGES).order_by("seq")


def rows():
    """The rows that have lists of pages, by what `verify` calls each."""
    names = {row.folder: row for row in SharedPages.objects.all()}
    own = {prefix(row.paper): row for row in SitePage.objects.all()}
    return {LISTS: names["netherby"], WHOLE: names[""], **own}


def put(folder, row, name, content=b"<h1>Another page</h1>"):
    """Puts other bytes into the file, into its packed copy and into the row that has its digest."""
    storage.Folder(folder).write(name, content)
    row.pages[name] = storage.fingerprint(content)
    type(row).objects.filter(pk=row.pk).update(pages=row.pages)


def pages_of(row):
    """The pages of a row but for editions, whose files are in the database, and for history's list,
    which is compared with history itself."""
    names = sorted(row.pages)
    return [name for name in names if not name.startswith("published/") and OF_HISTORY not in name]


def test_every_page_changed_with_its_digest_is_found_by_the_list_that_names_it(written, folder):
    assert found(written.council) == {}
    for where, row in rows().items():
        before, content = dict(row.pages), {}
        kinds = {name.rpartition(".")[2]: name for name in pages_of(row)}
        assert kinds
        for name in kinds.values():
            content[name] = (folder / name).read_bytes()
            put(folder, row, name)
            assert found(written.council) == {where: OTHER}, name
            put(folder, row, name, content[name])
            assert found(written.council) == {}, name
        assert row.pages == before


def test_a_page_added_or_taken_away_with_its_digest_is_found(written, folder):
    for where, row in rows().items():
        kept = dict(row.pages)
        place = "more.html" if where == WHOLE else f"{where}more.html"
        put(folder, row, place)
        assert found(written.council) == {where: OTHER}
        storage.Folder(folder).remove(place)
        type(row).objects.filter(pk=row.pk).update(pages=kept)
        first = pages_of(row)[0]
        content = (folder / first).read_bytes()
        storage.Folder(folder).remove(first)
        left = {name: digest for name, digest in kept.items() if name != first}
        type(row).objects.filter(pk=row.pk).update(pages=left)
        assert found(written.council) == {where: OTHER}
        storage.Folder(folder).write(first, content)
        type(row).objects.filter(pk=row.pk).update(pages=kept)
        assert found(written.council) == {}


def test_a_changed_time_of_writing_is_found_and_a_later_beginning_hides_no_change(written, folder):
    late = this_moment() + timedelta(days=1)
    for where, row in rows().items():
        type(row).objects.filter(pk=row.pk).update(written_at=row.written_at + timedelta(seconds=1))
        assert found(written.council) == {where: OTHER}
        type(row).objects.filter(pk=row.pk).update(written_at=row.written_at)
    assert found(written.council) == {}
    SharedPages.objects.update(begun_at=late)
    SitePage.objects.update(pages={}, written_at=late)
    assert {*found(written.council).values()} == {("changed", UNFINISHED)}


@pytest.mark.long
def test_the_command_names_it_and_the_daily_writing_leaves_it_for_people_to_see(written, folder):
    page = f"{prefix(written.paper)}index.html"
    put(folder, rows()[prefix(written.paper)], page)
    with pytest.raises(CommandError, match=OTHER_LIST):
        call_command("verify", stdout=StringIO())
    assert jobs.write_all().written == []
    assert "Another page" in (folder / page).read_text()
    [fault] = SiteFault.objects.active()
    assert (fault.name, fault.what, fault.why) == (prefix(written.paper), *OTHER)
    call_command("verify", write_again=True, stdout=StringIO())
    assert "Another page" not in (folder / page).read_text() and found(written.council) == {}


@pytest.mark.long
def test_whoever_rewrites_history_too_is_contradicted_by_the_published_days(written, folder):
    council, own = written.council, prefix(written.paper)
    later = this_moment() + timedelta(days=1)
    with patch("reports.publication.views.evidence.this_moment", lambda: later):
        jobs.write_all()
    listed = fingerprints_address(council).lstrip("/")
    assert history_chain.head(council.slug) in (folder / listed).read_text()
    assert found(council) == {}, "the day that ended adds no entry, and none has to be added for it"
    row = rows()[own]
    put(folder, row, f"{own}index.html")
    entry = written_entries().get(about=f"pages of {written.paper.history_name}")
    to = {**entry.changes["pages"], "to": digest_of(row.pages)}
    changes = {**entry.changes, "pages": to}
    history_guard.lift(connection)
    HistoryEntry.objects.filter(pk=entry.pk).update(changes=changes)
    history_guard.place(connection)
    assert "The entry has been changed." in str(found(council))
    rewrite(council.slug, entry.seq, reason="")
    assert history_chain.damage(council.slug) is None, "page, list and chain fit one another"
    end = history_chain.day_ends(council.slug, later.date() + timedelta(days=1))[-1]
    sentence = NOT_IN_HISTORY.format(seq=end.seq, on=end.on)
    assert found(council) == {listed: ("changed", sentence)}


def test_history_has_one_entry_for_each_writing_that_changed_a_page(written, folder):
    number = written_entries().count()
    assert number == 3
    jobs.write_all()
    jobs.write_again.func(written.council.pk)
    assert written_entries().count() == number
    bundles.bundled(paper=written.paper)
    jobs.write_paper.enqueue(written.paper_id)
    more = written_entries().filter(seq__gt=written_entries()[number - 1].seq)
    names = {entry.about for entry in more}
    assert f"pages of {written.paper.history_name}" in names and "lists" in names
    assert {entry.who for entry in more} == {"published_folder"}
    assert found(written.council) == {}


@pytest.mark.long
def test_what_all_councils_share_is_in_the_history_of_each(written, folder):
    other = cast.make_council("elsewhere")
    jobs.write_all()
    common = written_entries().filter(about="pages of all councils")
    assert {*common.values_list("council", flat=True)} == {"netherby", "elsewhere"}
    put(folder, rows()[WHOLE], "404.html")
    assert found(other)[WHOLE] == OTHER and found(written.council)[WHOLE] == OTHER


def test_pages_of_before_history_had_them_are_compared_once_they_are_written_again(written, folder):
    row = rows()[prefix(written.paper)]
    with patch.object(page_history, "_last", lambda _item: {}):
        put(folder, row, f"{prefix(written.paper)}index.html")
        assert found(written.council) == {}
    assert found(written.council) == {prefix(written.paper): OTHER}
