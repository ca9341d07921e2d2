"""A history that was written anew as a whole is found by the fingerprints that were published."""

import re
from datetime import UTC, date, datetime
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils.timezone import localdate

from assurance.accounts.models.accounts import Council
from assurance.records import history, history_chain
from assurance.records.history import FIRST, HistoryDetail, HistoryEntry
from assurance.records.personal import Personal
from reports.editions import database_guard
from reports.editions.models.editions import Edition
from reports.issue.models.site import SiteFault
from reports.issue.site import jobs
from reports.issue.site.checks import look_at
from reports.issue.site.history_evidence import (
    DETAIL,
    NO_HISTORY,
    NOT_IN_HISTORY,
    NOT_OF_CHECK,
    NOT_OF_EDITION,
    UNREADABLE,
    fingerprints_address,
    fingerprints_text,
)
from reports.issue.site.writer import prefix
from reports.service.management.commands.verify import NO_COUNCIL
from tests import cast
from tests.issue.site.conftest import copied, written_once
from tests.make import bundles, papers
from tests.records.history.tampering import record_at, rewrite

pytestmark = pytest.mark.django_db
EARLIER = datetime(2016, 1, 5, 9, tzinfo=UTC)
LINE = re.compile(r"(\S+) (\d+) ([0-9a-f]{64})")


def faults(council):
    """(name, sentence) of what a look finds wrong."""
    return [(fault.name, fault.why) for fault in look_at(council).faults]


def published_later():
    """A published edition after two entries of an earlier date."""
    user = cast.make_user()
    for moment in (EARLIER, EARLIER.replace(hour=15)):
        record_at(moment, user)
    return bundles.bundled(council=user.council)


@pytest.fixture(scope="module")
def dated_site(django_db_setup, django_db_blocker, tmp_path_factory):
    """(the key of that edition, the folder with everything), written once."""
    with written_once(tmp_path_factory, django_db_blocker.unblock, published_later) as made:
        yield made


@pytest.fixture
def dated(dated_site, db, folder):
    """That edition, with everything in a folder of the test's own."""
    key, root = dated_site
    copied(root, folder)
    return Edition.objects.get(pk=key)


@pytest.fixture
def listed(dated, folder):
    """The file of fingerprints in the folder of `dated`."""
    return folder / fingerprints_address(dated.council).lstrip("/")


def test_a_history_that_nobody_touched_is_confirmed_by_edition_and_list(dated, listed):
    assert faults(dated.council) == []
    assert history_chain.damage(dated.council.slug) is None
    second = HistoryEntry.objects.get(seq=2)
    assert LINE.findall(listed.read_text()) == [("2016-01-05", "2", second.digest)]
    assert listed.read_text() == fingerprints_text(dated.council, date.today())


def test_a_rewritten_history_fits_itself_and_neither_the_edition_nor_the_list(dated, listed):
    before = listed.read_text()
    rewrite(dated.council.slug, 1)
    assert history_chain.damage(dated.council.slug) is None, "the chain alone does not show it"
    of_edition = f"{prefix(dated.paper)}edition-1/"
    name = fingerprints_address(dated.council).lstrip("/")
    of_list = (name, NOT_IN_HISTORY.format(seq=2, on="2016-01-05"))
    assert faults(dated.council) == [(of_edition, NOT_OF_EDITION), of_list]
    jobs.write_all()
    jobs.write_again.func(dated.council.pk)
    assert listed.read_text() == before, "what shows the damage is not written over"
    kept = SiteFault.objects.active().order_by("name").values_list("name", "why")
    assert sorted(kept) == sorted([(of_edition, NOT_OF_EDITION), of_list])


@pytest.mark.long
def test_a_rewriting_after_the_last_edition_is_shown_by_the_list_of_dates(dated, listed):
    later = record_at(datetime(2017, 2, 3, 12, tzinfo=UTC), cast.make_user(council=dated.council))
    jobs.write_all()
    assert f"2017-02-03 {later.seq} {later.digest}\n" in listed.read_text()
    rewrite(dated.council.slug, later.seq)
    sentence = NOT_IN_HISTORY.format(seq=later.seq, on="2017-02-03")
    assert faults(dated.council) == [(fingerprints_address(dated.council)[1:], sentence)]


@pytest.mark.long
def test_an_edition_that_replaces_a_removed_one_is_in_history_too(dated):
    papers.remove_edition(edition=dated)
    bundles.bundled(paper=dated.paper)
    jobs.write_all()
    assert faults(dated.council) == []


@pytest.mark.parametrize("digest", ["", FIRST, "1" * 64])
def test_an_edition_whose_fingerprint_of_history_was_changed_is_named(dated, digest):
    database_guard.lift(connection)
    Edition.objects.update(history_digest=digest)
    database_guard.place(connection)
    assert (f"{prefix(dated.paper)}edition-1/", NOT_OF_EDITION) in faults(dated.council)


@pytest.mark.parametrize(
    "line", ["2016-01-05 2", "5 January 2016", "2016-01-05 9999999 " + "0" * 64]
)
def test_a_line_of_the_list_that_history_does_not_confirm_is_named(dated, listed, line):
    listed.chmod(0o644)
    text = listed.read_text()
    listed.write_text(f"{text}{line}\n")
    number = len(text.splitlines()) + 1
    expected = {
        UNREADABLE.format(number=number),
        NOT_IN_HISTORY.format(seq="9999999", on="2016-01-05"),
    }
    ((name, sentence),) = faults(dated.council)
    assert name.endswith("history-fingerprints.txt") and sentence in expected


def test_words_that_were_deleted_from_history_are_named_by_entry_and_field(dated):
    user = cast.make_user(council=dated.council)
    values = {"name": "Quillon Ashgrove", "email": "quillon@netherby.example"}
    told = history.changes({}, values, dict.fromkeys(values, Personal.IDENTIFIES))
    entry = record_at(EARLIER, user, changes=told)
    kept = HistoryDetail.objects.filter(seq=entry.seq)
    kept.filter(field="name").delete()
    name = f"{dated.council.slug}/history/entry-{entry.seq}"
    assert (name, DETAIL.format(field="name")) in faults(dated.council)
    # What is wrong with one entry is one problem, which a later check describes as it then is.
    jobs.check(dated.council)
    kept.delete()
    check = jobs.check(dated.council)
    rows = SiteFault.objects.found_by(check)
    assert len(rows) == check.faults
    sentence = " ".join(DETAIL.format(field=field) for field in sorted(values))
    assert str(rows.get(name=name)) == f"{name} does not fit the council’s history"
    assert rows.get(name=name).why == sentence


def test_the_list_is_public_text_and_a_council_without_editions_has_none(dated):
    page = Client().get(fingerprints_address(dated.council))
    assert page["Content-Type"].startswith("text/plain")
    assert page.content.decode() == fingerprints_text(dated.council, date.today())
    other = cast.make_council("elsewhere")
    assert Client().get(fingerprints_address(other)).status_code == 404


def test_verify_prints_the_end_of_history_and_fails_with_each_fault(dated, folder):
    out, slug = StringIO(), dated.council.slug
    call_command("verify", stdout=out)
    end = HistoryEntry.objects.filter(council=slug).latest("seq")
    notice, first, second = out.getvalue().splitlines()
    assert notice.startswith(f"{slug}: rows from before")
    assert first == f"{slug}: {end.seq} entries of history end with {end.digest}."
    assert second.startswith(f"{slug}: 1 edition, ")
    rewrite(slug, 2)
    (folder / prefix(dated.paper) / "index.html").unlink()
    with pytest.raises(CommandError) as refused:
        call_command("verify", "--council", slug, stdout=out)
    lines = str(refused.value).splitlines()
    assert len(lines) == 4 and any("index.html is missing" in line for line in lines)
    assert any(NOT_OF_EDITION.rstrip(".") in line for line in lines)


def test_an_end_written_again_since_a_check_is_shown_by_what_the_check_found(dated):
    later = record_at(datetime.now(UTC), cast.make_user(council=dated.council))
    check = jobs.check(dated.council)
    assert (check.faults, check.history_seq) == (0, later.seq)
    rewrite(dated.council.slug, later.seq)
    on = f"{localdate(check.checked_at):%-d %B %Y}"
    sentence = NOT_OF_CHECK.format(seq=later.seq, on=on)
    assert faults(dated.council) == [(f"{dated.council.slug}/history", sentence)]


def test_verify_names_what_is_left_where_every_council_was_removed(dated):
    out, slug = StringIO(), dated.council.slug
    none = patch.object(Council, "objects", Council.objects.none())
    with none, pytest.raises(CommandError) as refused:
        call_command("verify", stdout=out)
    lines = str(refused.value).splitlines()
    assert out.getvalue().splitlines() == [NO_COUNCIL]
    assert any(line.startswith(f"{slug}/history does not fit") for line in lines)
    assert f"{slug}/index.html should not be there." in lines


def test_a_council_without_any_history_is_named():
    council = cast.make_council("elsewhere")
    name = f"{council.slug}/history"
    assert (name, NO_HISTORY) in faults(council)
    record_at(EARLIER, cast.make_user(council=council))
    assert name not in [where for where, _why in faults(council)]
