"""What issued papers asked of their committee, in what it rests on, and what was decided."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.editor.operations import commitments as deciding
from reports.language.rules import due_dates as decided
from reports.papers.models.recommendations import Recommendation
from reports.publication.indexing.editions import index_edition
from tests import cast
from tests.make import papers
from tests.make.drafts import approved, sent_and_approved, written
from tests.make.promised import recommendation
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db
DAY, ONE = papers.ISSUED_ON, timedelta(days=1)
AGREED = {"decision": decided.AGREED, "decided_on": DAY, "minute": "43", "amended": ""}
NOTHING = {"decision": "", "decided_on": None, "minute": "", "amended": ""}


@pytest.fixture
def clerk():
    """Who records."""
    return cast.clerk()


@pytest.mark.long
def test_a_recommendation_is_kept_as_it_is_printed_with_what_it_rests_on():
    paper, _, _ = approved()
    index_edition(papers.edition(paper=paper, document=paper.frozen["public"]))
    (one,) = Recommendation.objects.of_paper(paper)
    assert (one.block, one.label, one.anchor, one.verb) == (
        "recommend-note",
        "i.",
        "para-4-i",
        "note",
    )
    assert one.wording == "note paragraphs 2–3"
    assert one.rests_on == [["paragraphs 2–3", "para-2"]]
    assert str(one) == "i. note paragraphs 2–3" and one.decision_words == decided.NOT_YET


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        ("determine whether to look further at paragraphs 5 to 9, and",
         "Determine whether to look further at paragraphs 5 to 9"),
        ("note the audits; and", "Note the audits"),
        ("agree the plan, or", "Agree the plan"),
        ("note the children.", "Note the children"),
        ("say what they demand", "Say what they demand"),
    ],
)  # fmt: skip
def test_a_recommendation_by_itself_leads_to_no_other(client, wording, words):
    row = recommendation(wording=wording)
    assert row.by_itself == words
    listed = client.get("/netherby/recommendations/").content.decode()
    one = client.get(f"/netherby/recommendations/{row.pk}/").content.decode()
    assert f"{row.label} {words}</a>" in listed
    assert f">{words}</p>" in one
    # A card of a small screen has no line for what it refers to where that is nothing.
    assert ("app-none" in listed) is not bool(row.rests_on)


@pytest.mark.long
def test_a_new_edition_keeps_what_was_decided_and_a_nested_citation_counts(clerk):
    paper = written(clerk)
    text = "note:\n\n* the audits, at [[para:audits]]\n* **the children**, at [[para:children]]"
    more = {"paper": paper, "part": "recommendations", "kind": "recommendation", "order": 99}
    papers.block(**more, slug="nested", text=text, data={"kind": "unknown word", "reason": "x"})
    paper = sent_and_approved(paper, clerk)
    edition = papers.edition(paper=paper, document=paper.frozen["public"])
    index_edition(edition)
    Recommendation.objects.update(decision=decided.NOTED, decided_on=DAY)
    index_edition(edition)
    first, nested = Recommendation.objects.of_paper(paper)
    assert first.decision == nested.decision == decided.NOTED
    assert [words for words, _ in nested.rests_on] == ["paragraph 2", "paragraph 3"]
    assert nested.wording == "note: the audits, at paragraph 2; the children, at paragraph 3"
    assert nested.verb == "" and nested.decision_words == "Noted on 8 January 2016"


def test_decisions_are_recorded_changed_and_taken_away_but_of_no_draft(clerk):
    paper = papers.issued_paper()
    papers.block(paper=paper, kind="recommendation", part="recommendations")
    index_edition(papers.edition(paper=paper))
    assert not Recommendation.objects.exists()
    with pytest.raises(Refused, match="decides on a published report"):
        deciding.record_decisions(paper=papers.paper(), rows=[], by=clerk, on=DAY)
    one = recommendation()
    other = recommendation(paper=one.paper, block="other")
    asked = {"paper": one.paper, "by": clerk, "on": DAY}
    deciding.record_decisions(rows=[(one.pk, 1, AGREED), (other.pk, 1, NOTHING)], **asked)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.decision, one.minute, one.version, other.version) == (decided.AGREED, "43", 2, 1)
    told = HistoryEntry.objects.filter(what="recommendations.decide").last().changes
    assert told[one.block]["to"] == f"agreed, {DAY}, 43" and other.block not in told
    with pytest.raises(EditConflict):
        deciding.record_decisions(rows=[(one.pk, 1, NOTHING)], **asked)
    deciding.record_decisions(rows=[(one.pk, 2, NOTHING)], **asked)
    one.refresh_from_db()
    assert one.decision == "" and one.decided_on is None


def test_a_decision_that_is_not_whole_is_refused_at_its_field(clerk):
    one = recommendation()
    early, to_come = ({"decided_on": DAY + days} for days in (-ONE, ONE))
    bare = {"decision": decided.AMENDED}
    for wrong in ({"decided_on": None}, early, to_come, bare):
        field = "amended" if wrong == bare else "decided_on"
        with NamedCase(wrong), pytest.raises(Refused) as refused:
            rows = [(one.pk, 1, {**AGREED, **wrong})]
            deciding.record_decisions(paper=one.paper, rows=rows, by=clerk, on=DAY)
        assert refused.value.field == f"{field}_{one.pk}", wrong


def test_the_public_reads_those_of_published_papers_newest_first():
    old = papers.issued_paper(
        period_end=date(2015, 6, 30), period_start=date(2015, 1, 1), slug="old"
    )
    rows = [
        recommendation(paper=old, verb="agree", decision=decided.AGREED, decided_on=DAY),
        recommendation(paper=(new := papers.issued_paper(slug="new")), wording="refer it"),
        recommendation(paper=new),
    ]
    recommendation(paper=papers.paper(slug="draft"))
    recommendation(paper=papers.issued_paper(slug="down", withdrawn_on=DAY))
    read = Recommendation.objects.public_in("netherby")
    assert list(read.order_by("newest", "pk")) == [*rows[1:], rows[0]]
    assert list(read.filtered(verb="agree")) == rows[:1]
    assert list(read.filtered(decision=decided.AGREED)) == rows[:1]
    assert set(read.filtered(decision=decided.WAITING)) == set(rows[1:])
    assert list(read.filtered(text="REFER")) == [rows[1]]
    assert not Recommendation.objects.visible_to(cast.clerk(cast.make_council("other"))).exists()


def test_the_database_keeps_a_decision_whole_and_a_block_one_recommendation():
    one, late = recommendation(), {"decided_on": DAY}
    twice = {"paper": one.paper, "block": one.block}
    amended = {"decision": decided.AMENDED, **late}
    for wrong in ({"decision": decided.NOTED}, late, amended, twice):
        with NamedCase(wrong), pytest.raises(IntegrityError), transaction.atomic():
            recommendation(**wrong)
