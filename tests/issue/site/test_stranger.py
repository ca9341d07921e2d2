"""A stranger with two copies of the published folder, and nothing else, sees a history that was
written anew: the reckoning here reads files alone."""

import re
import shutil
from datetime import UTC, datetime
from html import unescape

import pytest
from django.db import connection

from assurance.records import history_chain
from reports.editions import database_guard
from reports.editions.models.editions import Edition
from reports.issue.site import jobs
from tests import cast
from tests.make import bundles
from tests.records.history.tampering import record_at, rewrite

pytestmark = pytest.mark.django_db
EARLIER = datetime(2016, 1, 5, 9, tzinfo=UTC)
LINE = re.compile(r"^(\d{4}-\d\d-\d\d) (\d+) ([0-9a-f]{64})$", re.MULTILINE)
PRINTED = re.compile(r"history up to this edition has the fingerprint ([0-9a-f]{64})")


def ends_of_days(folder):
    """(date, number, fingerprint) of every line of every list in a copy of the folder."""
    texts = [path.read_text() for path in folder.glob("*/history-fingerprints.txt")]
    return [match for text in texts for match in LINE.findall(text)]


def printed(folder):
    """Page of an edition → the fingerprint of history that it prints."""
    pages = {}
    for path in folder.glob("*/reports/*/*/edition-*/index.html"):
        text = " ".join(unescape(re.sub(r"<[^>]+>", "", path.read_text())).split())
        [pages[path.relative_to(folder).as_posix()]] = PRINTED.findall(text)
    return pages


def contradictions(earlier, later):
    """What the later of two copies no longer says: lines of dates, and pages of editions."""
    lines = {*ends_of_days(earlier)} - {*ends_of_days(later)}
    pages = printed(later)
    return lines, {page for page, digest in printed(earlier).items() if pages.get(page) != digest}


@pytest.fixture
def first_copy(folder, tmp_path):
    """(the council, the folder, a copy of it) after entries on an earlier date and an edition."""
    user = cast.make_user()
    for hour in (9, 15):
        record_at(EARLIER.replace(hour=hour), user)
    bundles.bundled(council=user.council)
    jobs.write_all()
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    return user.council, folder, copy


@pytest.mark.long
def test_each_date_and_each_edition_has_its_fingerprint_and_a_later_copy_has_them_all(first_copy):
    council, folder, copy = first_copy
    lines = ends_of_days(copy)
    assert lines == [("2016-01-05", "2", lines[0][2])] and len(printed(copy)) == 1
    record_at(datetime(2017, 2, 3, 12, tzinfo=UTC), cast.make_user(council=council))
    jobs.write_all()
    later = ends_of_days(folder)
    assert [on for on, _seq, _digest in later] == ["2016-01-05", "2017-02-03"]
    assert sorted(int(seq) for _on, seq, _digest in later) == [int(row[1]) for row in later]
    assert contradictions(copy, folder) == (set(), set())


def test_a_history_written_anew_contradicts_the_copy_whatever_else_is_made_to_fit(first_copy):
    council, folder, copy = first_copy
    [known] = printed(copy).values()
    rewrite(council.slug, 1)
    assert history_chain.damage(council.slug) is None, "the chain fits itself"
    # Who owns database and folder makes the list, and what the edition prints, fit as well.
    database_guard.lift(connection)
    Edition.objects.update(history_digest=history_chain.head(council.slug))
    database_guard.place(connection)
    for path in folder.glob("*/history-fingerprints.txt*"):
        path.unlink()
    jobs.write_again.func(council.pk)
    assert ends_of_days(folder) and [*printed(folder).values()] != [known]
    lines, pages = contradictions(copy, folder)
    assert lines == {*ends_of_days(copy)} and pages == {*printed(copy)}
