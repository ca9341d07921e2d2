"""Pages of the next paper: started, confirmed, its promises answered, decisions recorded."""

from datetime import date, timedelta

import pytest

from reports.editor.carry_forward import review
from reports.language.rules import due_dates
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.papers.models.recommendations import Recommendation
from reports.publication.indexing.editions import index_edition
from tests.make import drafts, looked_after, papers
from tests.make.promised import commitment
from tests.page_requests import at, boxes, drawn, errors, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = "2016-07-18"


@pytest.fixture
def records(clerk):
    """What is counted at the next paper's days."""
    looked_after.census(council=clerk.council, date=date(2015, 7, 1), total=199)
    looked_after.census(council=clerk.council, date=date(2016, 6, 1), total=190)


def started(browser, paper, **said):
    """The next paper after `paper`, started as its page proposes but for what is `said`."""
    proposed = {"meeting": "unknown"} | drawn(browser.get(at(paper, "next")))
    answer = browser.post(at(paper, "next"), {**proposed, **said}, follow=True)
    assert "has been started from the last one" in words(answer)
    return Paper.objects.get(slug="july-2016")


@pytest.mark.long
def test_copied_text_is_confirmed_section_by_section_and_the_rest_in_one_press(
    browser, paper, records
):
    papers.block(paper=paper, slug="annex", part="annexes", kind="annex", heading="A")
    after = started(browser, paper)
    draft = words(browser.get(at(after, "draft")))
    assert "6 blocks have sentences to look at" in draft
    assert "before this report can be sent for approval" in draft
    overview = browser.get(at(after, "carried"))
    assert [row.slug for row in overview.context["sections"]] == ["work"]
    assert "1 sentence to check" in words(overview)
    page = browser.get(at(after, "carried-section", "work"))
    assert "188" in words(page) and "fell from <ins>199 </ins>to <ins>190" in words(page)
    done = browser.post(at(after, "carried-section", "work"), drawn(page), follow=True)
    assert "marked as looked at" in words(done)
    rest = browser.post(at(after, "carried"), drawn(done), follow=True)
    assert "sentences to look at" not in words(rest)
    assert "No copied text waits for a look." in words(browser.get(at(after, "carried")))


@pytest.mark.long
def test_a_series_left_alone_for_years_is_taken_up_at_a_meeting_to_come(browser, paper, settings):
    for day in (date(2016, 7, 20), date(2018, 1, 16), date(2018, 7, 17)):
        papers.meeting(day, committee=paper.series.committee)
    settings.CANDOUR_TODAY = "2018-01-02"
    page = browser.get(at(paper, "next"))
    form = page.context["form"]
    assert "Start the report for January 2018" in words(page)
    offered = [value for value, _words in form["meeting"].field.choices]
    assert offered == ["2018-01-16", "2018-07-17", "other", "unknown"]
    last = "1 July 2017 to 31 December 2017, the latest that has ended"
    assert dict(form["period"].field.choices)["latest"] == last
    fields = drawn(page) | {"period": "latest"}
    moved = browser.post(at(paper, "next"), fields)
    browser.post(at(paper, "next"), drawn(moved))
    later = Paper.objects.exclude(pk=paper.pk).get()
    assert (later.period_start, later.period_end) == (date(2017, 7, 1), date(2017, 12, 31))
    assert later.meeting.date == date(2018, 1, 16)
    settings.CANDOUR_TODAY = "2019-01-02"
    form = browser.get(at(paper, "next")).context["form"]
    # Where no meeting is to come, those that were are offered.
    assert form["meeting"].field.choices[0][0] == "2016-07-20"


def test_a_promise_stands_at_the_top_until_it_is_answered(browser, paper):
    earlier = papers.issued_paper(slug="first", paper_date=date(2015, 7, 13), meeting=None)
    one = commitment(paper=earlier, due_on=date(2015, 12, 31), sentence="We will bring it.")
    draft = words(browser.get(at(paper, "draft")))
    assert draft.index("To be answered") < draft.index("1 error to fix")
    page = words(browser.get(at(paper, "answer", one.pk)))
    assert "We will bring it." in page and "2. Managers audited" in page
    for typed, field in (
        ({}, "state"),
        ({"state": due_dates.DROPPED}, "because"),
        ({"state": due_dates.CHANGED, "because": "Late."}, "new_day"),
        ({"state": due_dates.CHANGED, "because": "Late.", **boxes(new_day="31 2 2016")}, "new_day"),
    ):
        answer = browser.post(at(paper, "answer", one.pk), {**typed, "version": 1})
        assert set(errors(answer)) == {field}
    typed = {"state": due_dates.MET, "block": "audits", "version": 1}
    done = browser.post(at(paper, "answer", one.pk), typed, follow=True)
    page = words(done)
    assert "The answer has been saved." in page and "Change the answer" in page
    assert "Proposed: Kept" in page
    conflict = browser.post(at(paper, "answer", one.pk), {**typed, "state": due_dates.LATE})
    assert conflict.status_code == 409 and "Kept late" in words(conflict)
    assert browser.get(at(paper, "answer", commitment().pk)).status_code == 404


def test_what_was_promised_is_answered_where_the_carried_text_is_confirmed(browser, paper, records):
    after = started(browser, paper)
    kept, late, left = (
        commitment(paper=paper, what=what, due_on=date(2015, 12, 31))
        for what in ("Bring the plan", "Open the home", "Ask the staff")
    )
    page = browser.get(at(after, "carried"))
    assert "3 commitments to answer in this report" in words(page)
    typed = drawn(page) | {f"became_{kept.pk}": due_dates.MET, f"answer_{kept.pk}": "audits"}
    typed |= {f"became_{late.pk}": due_dates.LATE}
    alone = browser.post(at(after, "carried"), typed | {f"answer_{left.pk}": "audits"})
    assert set(errors(alone)) == {f"became_{left.pk}"}
    wrong = browser.post(at(after, "carried"), typed | {f"became_{left.pk}": due_dates.DROPPED})
    assert set(errors(wrong)) == {f"became_{left.pk}"}
    assert not after.proposed_answers.exists()
    done = words(browser.post(at(after, "carried"), typed, follow=True))
    assert "marked as looked at" in done and "1 commitment to answer" in done
    told = after.proposed_answers.values_list("commitment", "state", "block")
    assert [*told] == [(kept.pk, due_dates.MET, "audits"), (late.pk, due_dates.LATE, "")]
    only = {f"became_{left.pk}": due_dates.LATE}
    said = words(browser.post(at(after, "carried"), only, follow=True))
    assert "The outcomes of commitments have been saved." in said
    assert [row.block.slug for row in review.to_confirm(after)] == ["work", "audits", "children"]


def test_what_a_paper_promises_is_kept_refused_or_left_in_one_press(browser, paper):
    text = "It will open in March 2016. It will close in May 2016. It will end in the next report."
    paper.blocks.filter(slug="purpose").update(text=text)
    page = browser.get(at(paper, "commitments"))
    assert "Found in the text" in words(page) and "It will open in March 2016." in words(page)
    typed = drawn(page) | {"p1_choice": "keep", "p1_what": "Open it", "p2_choice": "refuse"}
    lacking = {**typed, "p1_what": "", "p3_choice": "keep", **boxes(p3_due_on="1 3 2016")}
    wrong = browser.post(at(paper, "commitments"), lacking)
    assert set(errors(wrong)) == {"p1_what", "p3_due_on"}
    bad = {**typed, **boxes(p1_due_on="32 1 2016")}
    assert set(errors(browser.post(at(paper, "commitments"), bad))) == {"p1_due_on"}
    done = browser.post(at(paper, "commitments"), typed, follow=True)
    assert "Kept already" in words(done) and "Open it" in words(done)
    states = dict(Commitment.objects.values_list("what", "state"))
    assert states == {"Open it": due_dates.OPEN, "It will close in May 2016.": due_dates.REFUSED}
    # Another sentence has taken the first one's place: what was typed for that is not kept.
    again = browser.post(at(paper, "commitments"), typed, follow=True)
    assert Commitment.objects.count() == 2 and again.status_code == 200
    last = drawn(browser.get(at(paper, "commitments"))) | {"p1_choice": "keep", "p1_due_to": ""}
    assert "Enter the date" in errors(browser.post(at(paper, "commitments"), last))["p1_due_on"][0]
    browser.post(at(paper, "commitments"), {**last, "p1_due_to": "next"})
    assert "No other sentence describes" in words(browser.get(at(paper, "commitments")))


def test_the_working_list_is_filtered_and_a_commitment_added_by_hand(browser, paper):
    commitment(what="Bring the plan", paper=paper)
    commitment(what="Let it go", paper=paper, state=due_dates.REFUSED)
    address = "/committee/commitments/"
    listed = words(browser.get(address))
    assert "Bring the plan" in listed and "Let it go" not in listed
    query = "?text=plan&state=open&due_from_day=1&due_from_month=1&due_from_year=2016"
    query += f"&due_by_day=1&due_by_month=5&due_by_year=2016&series={paper.series.pk}"
    assert "Bring the plan" in words(browser.get(f"{address}{query}"))
    typed = {"paper": paper.pk, "what": "Write", "due_to": "day", "who": ""}
    assert set(errors(browser.post(f"{address}add/", typed))) == {"due_on"}
    browser.post(f"{address}add/", {**typed, **boxes(due_on="1 5 2016")})
    assert Commitment.objects.get(what="Write").due_words == "by 1 May 2016"


def test_decisions_are_recorded_and_anybody_reads_them(client, browser, paper, clerk):
    paper = drafts.sent_and_approved(paper, clerk)
    Paper.objects.filter(pk=paper.pk).update(status=Paper.ISSUED)
    index_edition(papers.edition(paper=paper, document=paper.frozen["public"]))
    met = {"state": due_dates.MET, "answered_on": drafts.ON, "evidence": "Minute 3"}
    commitment(paper=paper, what="Bring it", **met)
    one = Recommendation.objects.get()
    typed = drawn(browser.get(at(paper, "decisions")))
    wrong = {**typed, f"decision_{one.pk}": due_dates.AMENDED}
    wrong |= boxes(**{f"decided_on_{one.pk}": "1 1 2015"})
    lacks = {f"decided_on_{one.pk}", f"amended_{one.pk}"}
    assert set(errors(browser.post(at(paper, "decisions"), wrong))) == lacks
    bad = {**wrong, **boxes(**{f"decided_on_{one.pk}": "x 1 2015"})}
    assert set(errors(browser.post(at(paper, "decisions"), bad))) == lacks
    minute = {**typed, f"minute_{one.pk}": "7"}
    assert set(errors(browser.post(at(paper, "decisions"), minute))) == {f"decision_{one.pk}"}
    # Only what no decision needs is marked so.
    page = words(browser.get(at(paper, "decisions")))
    assert page.count("(optional)") == page.count("Minute number (optional)") == 1
    said = {f"decision_{one.pk}": due_dates.AMENDED, f"amended_{one.pk}": "note it gladly"}
    done = browser.post(at(paper, "decisions"), {**typed, **said}, follow=True)
    assert "The decisions have been saved." in words(done)
    stale = browser.post(at(paper, "decisions"), typed)
    assert "Someone else changed this record" in str(errors(stale))
    assert "Saved now" in words(stale) and "note it gladly" in words(stale)
    assert stale.context["form"][f"seen_{one.pk}"].value() == "2"
    client.logout()
    read = words(client.get("/netherby/recommendations/"))
    assert "Note paragraphs 2–3" in read and "As amended: note it gladly" in read
    assert "#para-2" in read and "Agreed as amended on 18 January 2016" in read
    promises = words(client.get("/netherby/commitments/?state=kept&text=bring"))
    assert "Bring it" in promises and "Minute 3" in promises
    assert "No published commitment fits this filter." in words(
        client.get("/netherby/commitments/?state=late")
    )
    assert "No published recommendation fits this filter." in words(
        client.get("/netherby/recommendations/?verb=refer")
    )
    assert "No recommendation has been published" not in read
    assert client.get("/nowhere/commitments/").status_code == 404


@pytest.mark.long
def test_a_decision_of_a_meeting_to_come_is_neither_proposed_nor_recorded(
    browser, paper, clerk, settings
):
    paper = drafts.sent_and_approved(paper, clerk)
    Paper.objects.filter(pk=paper.pk).update(status=Paper.ISSUED)
    index_edition(papers.edition(paper=paper, document=paper.frozen["public"]))
    one, meeting = Recommendation.objects.get(), paper.meeting.date
    settings.CANDOUR_TODAY = (meeting - timedelta(1)).isoformat()
    name = f"decided_on_{one.pk}"
    typed = drawn(browser.get(at(paper, "decisions")))
    assert not any(typed.get(f"{name}_{part}") for part in ("day", "month", "year"))
    typed |= {f"decision_{one.pk}": due_dates.NOTED}
    typed |= boxes(**{name: f"{meeting.day} {meeting.month} {meeting.year}"})
    refused = errors(browser.post(at(paper, "decisions"), typed))
    assert "must be on or before today, 17 January 2016" in str(refused[name])
    settings.CANDOUR_TODAY = meeting.isoformat()
    assert drawn(browser.get(at(paper, "decisions")))[f"{name}_day"] == str(meeting.day)
    assert "The decisions have been saved." in words(
        browser.post(at(paper, "decisions"), typed, follow=True)
    )


def test_the_list_of_papers_offers_the_last_issued_of_each_series(browser, paper):
    papers.issued_paper(slug="older", period_end=date(2015, 3, 31), period_start=date(2015, 1, 1))
    last = papers.issued_paper(slug="newer")
    said = words(browser.get("/reports/"))
    assert at(last, "next") in said and "older/next/" not in said
    assert browser.get(at(papers.paper(slug="draft"), "decisions")).status_code == 404
