"""What a committee decided on a subject is found by the paragraphs that it decided on."""

from datetime import date

import pytest

from reports.editions.models.editions import Edition
from reports.papers.models.recommendations import Recommendation
from reports.publication.search.answers import answer
from reports.vocabulary.question_text import asks_for_decision
from reports.vocabulary.thesaurus import RECOMMENDATION
from tests import cast
from tests.make import promised
from tests.publication.search.published_papers import edition
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
TEXTS = ("We wrote a leaflet.", "Supervision is in order.", "An academy opened.", "Buses run.")


def decided(paper, places, decision="noted", **said):
    """A recommendation of `paper` on `places`, and the decision on it."""
    on = {"decision": decision, "decided_on": date(2016, 2, 1)} if decision else {}
    return promised.recommendation(paper=paper, rests_on=places, **on, **said)


def results(question):
    """The keys and rows of the recommendations that answer."""
    editions = Edition.objects.public_in("netherby").readable()
    search = answer(question, cast.make_council(), editions)
    keys = search.answers.keys.get(RECOMMENDATION, ())
    return keys, search, [search.records[RECOMMENDATION, key] for key in keys]


def test_the_decision_on_a_paragraph_comes_first():
    paper = edition(*TEXTS).paper
    wide = decided(paper, [["paragraphs 1–3", "para-1"]], wording="note the work")
    other = decided(paper, [["paragraph 4", "para-4"]], wording="note the rest")
    keys, search, [first, *_] = results("what did the committee decide about supervision")
    assert search.answers.kinds[0] == RECOMMENDATION
    assert keys[0] == wide.pk and other.pk not in keys
    assert first.decided_place.startswith("paragraph 2")
    [only], _, [row] = results("what did members decide about buses")
    assert only == other.pk and row.decided_place.startswith("paragraph 4")


def test_what_is_decided_comes_before_what_waits_and_a_place_that_is_gone_is_none():
    paper = edition(*TEXTS).paper
    waits = decided(paper, [["paragraph 2", "para-2"]], "", wording="note it")
    agreed = decided(paper, [["section 1", "work"]], "agreed", wording="agree supervision")
    decided(paper, [["paragraph 9", "para-99"]], wording="note nothing")
    keys, _, _ = results("what did the committee decide about supervision")
    assert keys == (agreed.pk, waits.pk)


def test_other_questions_read_no_paragraphs_for_recommendations():
    paper = edition(*TEXTS).paper
    decided(paper, [["paragraphs 1–3", "para-1"]], wording="note the work")
    keys, search, _ = results("supervision")
    assert keys == () and search.answers.count
    assert Recommendation.objects.count() == 1


@swept(
    [
        ("what did the committee decide about supervision", True),
        ("has the scrutiny committee agreed on a leaflet", True),
        ("what did councillers decide", True),
        ("the members’ decision on audits", True),
        ("decisions by the panel", True),
        ("who decides if a child comes into care", False),
        ("what is the committee asked to decide", False),
        ("what was decided about chronologies", False),
    ]
)
def test_a_question_asks_for_a_decision_of_a_committee(typed, is_asked):
    assert asks_for_decision(typed) is is_asked
