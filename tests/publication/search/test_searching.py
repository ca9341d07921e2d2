"""Search over published papers: the same is found on either database, and only what anybody may
read."""

import pytest
from django.db import connection

from reports.editions.models.editions import Edition
from reports.editions.models.removals import CONFIRMED, UNDONE
from reports.issue.operations import removals
from reports.papers.models.papers import Paper
from reports.publication.indexing.editions import index_edition
from reports.publication.models.passages import Passage
from reports.publication.search import index, query
from reports.publication.search.query import SearchResults, results, search
from reports.vocabulary.plain_text import query_phrases
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import drafts, papers
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db


def found(typed, earlier=False, any_of=False):
    """What is found of what somebody types."""
    return search(query_phrases(typed), Edition.objects.all().readable(earlier), any_of)


def anchors(typed, **said):
    """The anchors of what is found, best first."""
    keys = found(typed, **said).keys
    return [Passage.objects.get(pk=key).anchor for key in keys]


# Asked of the texts of `published.TEXTS`, on SQLite and on PostgreSQL alike.
QUERIES = {
    "audit": {"para-1", "para-3"},
    "audits": {"para-1", "para-3"},
    "AUDITING": {"para-1", "para-3"},
    "child": {"para-2"},
    "child's": {"para-2"},
    "children’s": {"para-2"},
    '"looked after"': {"para-2"},
    '"looked after children"': set(),
    '"looked after 1,351 children"': {"para-2"},
    "looked-after": {"para-2"},
    "1351": {"para-2"},
    "1,351": {"para-2"},
    "351": {"para-1"},
    "54%": {"para-1"},
    "54 per cent": {"para-1"},
    "50%": set(),
    "54": {"para-1"},
    "cafe": {"para-3"},
    "JOSÉ": {"para-3"},
    "audit january": {"para-3"},
    "the": set(),
    '"the audit"': {"para-3"},
    "audit and the files": {"para-1"},
    "assurance": {""},
    "done": {"work"},
    "AND NOT NEAR(": set(),
    "title:audit": set(),
    "audit*": {"para-1", "para-3"},
    '"unclosed audit': set(),
    "' OR 1=1 --": set(),
    "zebra": set(),
}


@pytest.mark.parametrize("few", [500, 0])
def test_both_databases_find_the_same(few, monkeypatch):
    monkeypatch.setattr(query, "FEW", few)
    edition()
    assert {typed: set(anchors(typed)) for typed in QUERIES} == QUERIES


def test_what_is_found_is_counted_the_best_first_and_not_in_another_council():
    edition(
        "Nothing of it here.", "Audits, audits and audits.", "One audit among many others here."
    )
    assert anchors("audits") == ["para-2", "para-3"]
    assert found("audits").count == 2
    assert found("audits zebra") == SearchResults(0, ())
    assert set(found("audits zebra", any_of=True).keys) == set(found("audits").keys)
    none = Edition.objects.none()
    assert search(("audits",), none) == SearchResults(0, ())
    elsewhere = Edition.objects.public_in("elsewhere").readable()
    assert search(("audits",), elsewhere) == SearchResults(0, ())


def test_what_was_found_stands_passage_by_passage_with_its_words_marked():
    one = edition("Audits <b>in</b> January.", *["An audit."] * 4)
    other = edition("A single audit of other things.")
    phrases = query_phrases("audits")
    told = results(found("audits").keys, phrases)
    assert {result.edition for result in told} == {one, other}
    assert len(told) == 6
    [first] = results(found('"audits b in"').keys, query_phrases('"audits b in"'))
    assert first.address == f"/netherby/reports/assurance/{one.paper.slug}/#para-1"
    assert first.label == "paragraph 1"
    assert ("Audits", True) in [(part.words.split()[0], part.found) for part in first.words]
    assert "".join(part.words for part in first.words) == "Audits <b>in</b> January."


@pytest.mark.long
@pytest.mark.parametrize("few", [500, 0])
def test_what_was_corrected_is_found_in_earlier_editions_alone(few, monkeypatch):
    # Of many editions those are told that are fewer: to be looked in, or to be left out.
    monkeypatch.setattr(query, "FEW", few)
    for _ in range(2):
        edition("Nothing of it.")
    first = edition("The zebra was counted.")
    edition("The horse was counted.", paper=first.paper, number=2)
    assert found("zebra").count == 0
    assert found("horse").count == 1
    assert found("zebra", earlier=True).count == 1
    [result] = results(found("zebra", earlier=True).keys, ("zebra",))
    assert result.address.endswith("/edition-1/#para-1")
    assert not result.edition.is_newest


def test_what_is_removed_is_found_no_more_and_again_once_that_is_undone():
    one = edition("The zebra was counted.")
    clerk, other = cast.clerk(), cast.approver()
    said = {"reason": "court", "explanation": "Ordered."}
    taken = removals.remove(paper=one.paper, numbers=[1], by=clerk, on=papers.ISSUED_ON, **said)
    assert found("zebra", earlier=True).count == 0
    removals.decide(taken=taken, decision=UNDONE, by=other, on=papers.ISSUED_ON)
    assert found("zebra").count == 1
    again = removals.remove(paper=one.paper, numbers=[1], by=clerk, on=papers.ISSUED_ON, **said)
    removals.decide(taken=again, decision=CONFIRMED, by=other, on=papers.ISSUED_ON)
    assert found("zebra").count == 0


@pytest.mark.long
def test_an_edition_can_be_found_from_the_moment_it_is_public():
    paper, clerk, _ = drafts.approved()
    row = frozen(paper, clerk)
    assert not Passage.objects.exists()
    row = published(row, clerk)
    assert "para-1" in set(anchors("audited"))
    assert set(row.subjects.values_list("subject", flat=True)) == {"audits", "looked_after"}
    once = found("audited")
    published(row, clerk)
    assert found("audited") == once


def test_what_was_published_before_is_indexed_and_the_index_can_be_made_again():
    row = papers.edition()
    index_edition(row)
    assert anchors("summary") == ["summary"]
    index.lift(connection)
    index.place(connection)
    edition("The zebra was counted.")
    assert found("zebra").count == 1


def test_editions_are_narrowed_by_who_they_went_to_what_they_say_and_when():
    first = edition("One.")
    council = first.paper.council
    other = papers.committee("other", title="Other", council=council)
    unmet = edition(
        "Two.",
        paper=papers.issued_paper(
            meeting=None,
            series=papers.series("yearly", committee=other),
            period_start=first.paper.period_start.replace(year=2012),
            period_end=first.paper.period_end.replace(year=2012),
        ),
    )
    rows = Edition.objects.all()
    meeting = first.paper.meeting
    assert set(rows.filtered()) == {first, unmet}
    assert list(rows.filtered(committee=other)) == [unmet]
    assert list(rows.filtered(committee=meeting.committee)) == [first]
    assert list(rows.filtered(meeting=meeting)) == [first]
    assert list(rows.filtered(series=unmet.paper.series)) == [unmet]
    assert set(rows.filtered(subject="dbs")) == {first, unmet}
    assert not rows.filtered(subject="surveys").exists()
    assert list(rows.filtered(period_from=first.paper.period_end)) == [first]
    assert list(rows.filtered(period_to=unmet.paper.period_start)) == [unmet]
    assert not rows.filtered(period_to=unmet.paper.period_start, subject="audits").exists()


def test_the_index_follows_the_passages_and_a_paper_that_is_corrected_now_is_found():
    row = edition("The zebra was counted.")
    Paper.objects.filter(pk=row.paper_id).update(status=Paper.SENT, corrects=1)
    assert found("zebra").count == 1
    Passage.objects.filter(anchor="para-1").update(plain_words="the horse was counted")
    assert (found("zebra").count, found("horse").count) == (0, 1)
    Passage.objects.filter(edition=row).delete()
    assert found("horse").count == 0
