"""A promise and a recommendation, followed through published papers to where they were answered."""

from datetime import date

import pytest

from reports.language.rules import due_dates
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.papers.models.recommendations import Recommendation
from reports.publication import commitment_history
from tests.make import papers, promised
from tests.make.published_figures import BEFORE, END, indexed
from tests.page_requests import words

pytestmark = pytest.mark.django_db
ON = date(2016, 3, 1)


def paper(words, period_end, **said):
    """A published paper with the paragraph `para-1` of these words."""
    return indexed(period_end=period_end, says=words, **said).paper


def steps(followed):
    """(what, words, place) of each step."""
    return [(one.what, one.words, one.place and one.place[1]) for one in followed.steps]


def test_an_open_promise_waits_since_it_was_made_without_a_place_that_is_no_more():
    made = promised.commitment(paper=paper("We will audit.", BEFORE), anchor="para-1")
    followed = commitment_history.commitment(made, ON)
    assert steps(followed) == [("Commitment made", "We will audit.", "paragraph 1")]
    assert followed.steps[0].more == "Due by 31 March 2016."
    assert followed.open_months == 8
    made = promised.commitment(paper=made.paper, anchor="para-9")
    [step] = commitment_history.commitment(made, ON).steps
    assert (step.words, step.place) == ("", None)
    assert step.edition.paper == made.paper


def test_a_meeting_to_come_is_no_date_on_which_a_commitment_was_made(client, settings):
    settings.CANDOUR_TODAY = "2015-11-20"
    made = promised.commitment(paper=paper("We will audit.", BEFORE), anchor="para-1")
    Paper.objects.filter(pk=made.paper.pk).update(paper_date=date(2015, 11, 26))
    made = Commitment.objects.with_papers().get(pk=made.pk)
    followed = commitment_history.commitment(made, date(2015, 11, 20))
    [step] = followed.steps
    text = "Commitment made in the report to the meeting of 26 November 2015"
    assert (step.what, step.on, followed.open_months) == (text, None, 0)
    page = words(client.get(f"/netherby/commitments/{made.pk}/"))
    assert text in page and "waiting for" not in page
    after = commitment_history.commitment(made, date(2015, 11, 26)).steps[0]
    assert (after.what, after.on) == ("Commitment made", date(2015, 11, 26))


def test_a_promise_leads_to_the_paragraph_that_answered_it():
    made = promised.commitment(
        paper=paper("We will audit.", BEFORE),
        anchor="para-1",
        state=due_dates.MET,
        answered_on=ON,
        answered_in=paper("We audited.", END),
        answered_anchor="para-1",
    )
    followed = commitment_history.commitment(made, ON)
    assert steps(followed) == [
        ("Commitment made", "We will audit.", "paragraph 1"),
        ("Answered", "We audited.", "paragraph 1"),
    ]
    assert (followed.steps[1].more, followed.open_months) == ("Kept.", None)
    address = f"/netherby/reports/assurance/{made.answered_in.slug}/edition-1/#para-1"
    assert followed.steps[1].place[0] == address


def test_an_answer_in_a_paper_that_nobody_may_read_is_not_told():
    made = promised.commitment(
        paper=paper("We will audit.", BEFORE),
        state=due_dates.MET,
        answered_on=ON,
        answered_in=papers.paper(),
    )
    followed = commitment_history.commitment(made, ON)
    assert [one.what for one in followed.steps] == ["Commitment made"]
    assert followed.open_months == 8


def test_a_promise_with_a_new_day_is_followed_from_its_first_to_its_last():
    first = promised.commitment(
        paper=paper("By June.", BEFORE),
        anchor="para-1",
        state=due_dates.CHANGED,
        because="Staff were ill.",
        answered_on=ON,
    )
    second = promised.commitment(paper=paper("By July.", END), anchor="para-1", follows=first)
    for one in (first, second):
        followed = commitment_history.commitment(Commitment.objects.get(pk=one.pk), ON)
        assert [step.what for step in followed.steps] == [
            "Commitment made",
            "Answered",
            "Commitment made again with a new date",
        ]
        assert followed.steps[1].more == "Changed to another date. Staff were ill."
        assert followed.open_months == 8


@pytest.mark.parametrize("said", [{"state": due_dates.REFUSED}, {"paper": None}])
def test_what_nobody_may_follow_ends_the_chain(said):
    first = promised.commitment(
        paper=paper("By June.", BEFORE), state=due_dates.CHANGED, because="Ill.", answered_on=ON
    )
    told = {**said, "paper": papers.paper()} if "paper" in said else said
    promised.commitment(**{"paper": paper("By July.", END), **told}, follows=first)
    assert len(commitment_history.commitment(first, ON).steps) == 2


def recommendation(period_end, **said):
    """A recommendation in a published paper of its own."""
    return promised.recommendation(
        paper=paper("note the audits", period_end), anchor="para-1", **said
    )


def followed(one):
    """What became of a recommendation, as the public reads it."""
    rows = Recommendation.objects.public_in("netherby")
    return commitment_history.recommendation(one, rows.in_series_of(one), ON)


def test_a_recommendation_waits_until_a_decision_is_recorded():
    asked = recommendation(BEFORE)
    assert steps(followed(asked)) == [("Asked", "note the audits", "paragraph 1")]
    assert followed(asked).open_months == 8
    asked.decision, asked.decided_on, asked.minute = due_dates.AMENDED, ON, "12"
    asked.amended = "note and publish"
    assert followed(asked).steps[1].more == (
        "Agreed as amended. Minute 12. As amended: note and publish"
    )
    assert followed(asked).open_months is None


def test_a_later_paper_that_asks_the_same_again_is_named():
    asked = recommendation(BEFORE)
    recommendation(END)
    recommendation("2015-12-31", wording="agree the plan")
    assert [one.what for one in followed(asked).steps] == ["Asked", "Asked again"]
