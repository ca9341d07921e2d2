"""The ledger of assurance: what was told, when, on which evidence, how old, and where nothing."""

from datetime import date

import pytest

from assurance.figures import quotable
from reports.documents.entries import RecordEntry
from reports.editions.models.editions import Edition
from reports.papers.rules.subjects import SUBJECTS, subject_of_record
from reports.publication.indexing.editions import index_edition
from reports.publication.ledger import ledger, months_between
from reports.publication.models.figures import (
    FIGURES,
    RECORDS,
    TEXT_ONLY,
    EditionSubject,
    PrintedFigure,
    PrintedRecord,
)
from tests import cast
from tests.make import papers
from tests.make.published_figures import BEFORE, END, entry, indexed

pytestmark = pytest.mark.django_db
ON = date(2016, 3, 1)


def lines(committee="", council="netherby"):
    """Subject → its line on the day `ON`."""
    current = Edition.objects.public_anywhere().public_in(council).of_committee(committee)
    index = (EditionSubject, PrintedFigure, PrintedRecord)
    rows = (one.objects.public_in(council) for one in index)
    return {one.subject.slug: one for one in ledger(current, *rows, ON)}


def test_the_last_paper_that_told_is_named_with_its_evidence_and_its_age():
    indexed(entry("24", BEFORE), period_end=BEFORE)
    last = indexed(entry("30", source="DBS audit"), entry("20", BEFORE, source="DBS audit"))
    line = lines()["dbs"]
    assert (line.last.edition, line.last.with_figures, line.told) == (last, True, 2)
    assert [(one.source, one.when, one.figures) for one in line.last.evidence] == [
        ("DBS audit", END, 1),
        ("DBS audit", BEFORE, 1),
    ]
    assert (line.told_months, line.evidence_months, line.is_old) == (3, 3, False)
    assert (line.silent, line.silent_since) == ((), 0)


def test_a_paper_that_says_nothing_of_a_subject_is_counted_as_silent():
    first = indexed(entry("24", BEFORE), period_end=BEFORE)
    second = indexed(entry("1", key="audits.done"))
    found = lines()
    assert (found["dbs"].silent, found["dbs"].silent_since) == ((second,), 1)
    assert (found["audits"].silent, found["audits"].silent_since) == ((first,), 0)
    never = found["surveys"]
    assert (never.last, never.last_counted, never.told, never.silent_since) == (None, None, 0, 2)
    assert (never.told_months, never.evidence_months, never.is_old) == (None, None, False)


def test_a_list_of_the_day_of_the_report_makes_no_older_figure_young():
    listed = RecordEntry("actions", "2016-01-08", rows=4, places=("annex-a",))
    indexed(entry("24", BEFORE, key="actions.done"), records=(listed,))
    line = lines()["improvements"]
    assert len(line.last.evidence) == 2 and line.last.newest == date.fromisoformat(BEFORE)
    assert line.evidence_months == 8


def test_of_reports_of_one_date_that_with_the_most_evidence_is_the_last():
    told = indexed(entry("30"))
    words = indexed(entry("1", key="audits.done"))
    EditionSubject.objects.create(edition=words, subject="dbs", how=TEXT_ONLY)
    assert told.issued_on == words.issued_on
    line = lines()["dbs"]
    assert (line.last.edition, line.last.how, line.silent_since) == (told, FIGURES, 0)


def test_of_reports_of_one_date_that_count_alike_the_newest_evidence_wins():
    newer = indexed(entry("30", "2016-02-14"), issued_on=date(2016, 2, 18))
    indexed(entry("14", "2016-01-13"), issued_on=date(2016, 2, 18))
    line = lines()["dbs"]
    assert (line.last.edition, line.last_counted.edition) == (newer, newer)
    assert line.evidence_months == 0


def test_words_alone_are_told_as_such_and_the_evidence_is_that_of_the_paper_before():
    first = indexed(entry("24", BEFORE), period_end=BEFORE)
    second = indexed(says="DBS checks are made.")
    line = lines()["dbs"]
    assert (line.last.edition, line.last.with_figures) == (second, False)
    assert (line.last_counted.edition, line.evidence_months) == (first, 8)
    assert line.last.places[0][1] == "paragraph 1"
    assert line.how == {first.pk: FIGURES, second.pk: TEXT_ONLY}


def test_evidence_of_more_than_a_year_is_old():
    indexed(entry("24", "2015-02-28"), period_end=BEFORE)
    assert lines()["dbs"].is_old is False
    indexed(entry("24", "2015-01-31"))
    assert (lines()["dbs"].evidence_months, lines()["dbs"].is_old) == (13, True)


def test_what_is_due_after_the_issue_makes_no_evidence_younger():
    indexed(entry("7", "2016-12-31", start="2016-12-01"))
    assert lines()["dbs"].evidence_months == 3


def test_a_corrected_paper_counts_once_by_its_newest_edition():
    first = indexed(entry("30"))
    second = indexed(entry("1", key="audits.done"), of=first.paper, number=2)
    found = lines()
    assert (found["dbs"].told, found["dbs"].silent) == (0, (second,))
    assert found["audits"].told == 1


def test_what_was_removed_told_nothing():
    papers.remove_edition(edition=indexed(entry("30")))
    found = lines()["dbs"]
    assert (found.told, found.silent) == (0, ())


def test_one_committee_is_told_apart_and_another_council_is_not_there():
    indexed(entry("30"))
    council = cast.make_council()
    other = papers.committee("education", council=council, title="Education")
    series = papers.series("schools", council=council, committee=other)
    indexed(entry("1", key="audits.done"), of=papers.issued_paper(series=series))
    index_edition(papers.edition(council=cast.make_council("elsewhere")))
    assert [slug for slug, one in lines("education").items() if one.told] == ["audits"]
    assert [slug for slug, one in lines().items() if one.told] == ["dbs", "audits"]


@pytest.mark.parametrize(
    ("day", "on", "months"),
    [
        (date(2016, 1, 31), date(2016, 2, 29), 0),
        (date(2016, 1, 31), date(2016, 3, 1), 1),
        (date(2015, 3, 1), date(2016, 3, 1), 12),
        (date(2016, 3, 2), date(2016, 3, 1), 0),
        (date(2017, 1, 1), date(2016, 3, 1), 0),
    ],
)
def test_ages_are_whole_months_and_never_below_nought(day, on, months):
    assert months_between(day, on) == months


def test_lists_and_quoted_records_are_told_with_their_number_and_day():
    records = (
        RecordEntry("actions", END, rows=4, places=("annex-a",)),
        RecordEntry("plan", END, "plan-2015", "title", "Improvement plan", places=("para-1",)),
        RecordEntry("plan", END, "plan-2015", "agreed_on", "1 May 2015", places=("para-1",)),
        RecordEntry("review", END, "ofsted", "grade", "Good", places=("para-1",)),
    )
    made = indexed(records=records, says="Words of something else.")
    found = lines()
    assert found["improvements"].how == {made.pk: RECORDS}
    assert [one.in_words for one in found["improvements"].last.evidence] == [
        "Actions: a list of 4 at 1 December 2015",
        "Plan: 2 details quoted at 1 December 2015",
    ]
    assert found["improvements"].silent == ()
    assert (found["improvements"].evidence_months, found["findings"].evidence_months) == (3, 3)
    assert [one.in_words for one in found["findings"].last.evidence] == [
        "Review: 1 detail quoted at 1 December 2015"
    ]


def test_every_kind_of_record_that_prints_belongs_to_one_subject():
    kinds = {*quotable.RECORDS, *quotable.LISTS}
    commitments = {kind for kind in kinds if kind.startswith("commitment")}
    assert {kind for kind in kinds if not subject_of_record(kind)} == commitments
    named = [kind for subject in SUBJECTS for kind in subject.records]
    assert sorted(named) == sorted(kinds - commitments)
