"""The public list of commitments: overdue ones first, then open ones, then the answered."""

from datetime import date

import pytest
from django.test import Client

from reports.language.rules import due_dates
from reports.papers.models.commitments import Commitment
from tests.make import papers, promised
from tests.page_requests import words

pytestmark = pytest.mark.django_db


def test_what_is_overdue_comes_first_then_what_is_open_then_what_was_answered(settings):
    settings.CANDOUR_TODAY = "2016-04-01"
    paper = papers.edition().paper
    met = {"state": due_dates.MET, "answered_on": date(2016, 1, 8), "answered_in": paper}
    promised.commitment(paper=paper, what="Begin the audit")
    promised.commitment(paper=paper, what="Hold the next audit", due_on=date(2016, 4, 1))
    # What answers it is not published yet, so the public reads it as open.
    written = papers.paper(slug="written")
    hidden = {**met, "answered_in": written, "due_on": date(2016, 5, 1)}
    promised.commitment(paper=paper, what="Train the auditors", **hidden)
    promised.commitment(paper=paper, what="Print the leaflet", **met)
    page = words(Client().get(f"/{paper.council.slug}/commitments/"))
    titles = ("Begin the audit", "Hold the next audit", "Train the auditors", "Print the leaflet")
    places = [page.index(f">{title}<") for title in titles]
    assert places == sorted(places)
    overdue, opened, *_ = places
    assert (
        ">Overdue</strong>" in page[overdue:opened]
        and "Overdue<" not in page[opened : page.index("</table>")]
    )
    assert "Open" in page[opened : places[3]]


def test_every_commitment_is_in_one_state_of_the_front_page_and_of_the_filter(client, settings):
    settings.CANDOUR_TODAY = "2016-04-01"
    paper, answering = papers.edition().paper, papers.edition().paper
    answer = {"answered_on": date(2016, 3, 1), "answered_in": answering, "because": "Moved."}
    for state in due_dates.ANSWERS:
        promised.commitment(paper=paper, what=f"Thing {state}", state=state, **answer)
    for day in (date(2016, 3, 31), date(2016, 4, 1), None):
        due_to = due_dates.DAY if day else due_dates.NEXT
        promised.commitment(paper=paper, what=f"Thing by {day}", due_on=day, due_to=due_to)
    rows = Commitment.objects.public_in(paper.council.slug)
    numbers = rows.numbers_by_state(date(2016, 4, 1))
    assert sum(numbers.values()) == rows.count() == 7
    listed = []
    for state, words_of_state in due_dates.PUBLIC_STATES:
        page = client.get(f"/{paper.council.slug}/commitments/", {"state": state}).context["page"]
        assert len(page.object_list) == numbers[words_of_state.lower()], state
        listed += [row.what for row in page.object_list]
    assert sorted(listed) == sorted(row.what for row in rows)


def test_a_reason_that_is_a_sentence_ends_once():
    made, answering = papers.edition().paper, papers.edition().paper
    for what, reason in (("Hold it", "The hall was closed."), ("Print it", "no money")):
        answer = {"state": "dropped", "because": reason, "answered_on": date(2016, 3, 1)}
        promised.commitment(paper=made, what=what, answered_in=answering, **answer)
    page = Client().get(f"/{made.council.slug}/commitments/").content.decode()
    assert "Dropped</strong><br>The hall was closed.<br><a" in page
    assert "Dropped</strong><br>no money<br><a" in page


def test_of_open_ones_the_first_due_comes_first(client, settings):
    settings.CANDOUR_TODAY = "2016-04-01"
    paper = papers.edition().paper
    for month in (9, 6, 12):
        promised.commitment(paper=paper, what=f"Due in month {month}", due_on=date(2016, month, 1))
    promised.commitment(paper=paper, what="Due next", due_on=None, due_to=due_dates.NEXT)
    page = words(client.get(f"/{paper.council.slug}/commitments/"))
    titles = [*(f"Due in month {month}" for month in (6, 9, 12)), "Due next"]
    places = [page.index(f">{title}<") for title in titles]
    assert places == sorted(places)


def test_what_was_kept_late_is_counted_apart(client, settings):
    settings.CANDOUR_TODAY = "2016-05-01"
    paper = papers.edition().paper
    council = Commitment.objects.public_in(paper.council.slug)
    answered = {"answered_on": date(2016, 4, 1)}
    promised.commitment(paper=paper, what="In time", state="kept", **answered)
    day = date(2016, 5, 1)
    assert council.numbers_by_state(day) == {"kept": 1, "overdue": 0, "open": 0}
    promised.commitment(paper=paper, what="After its date", state="late", **answered)
    promised.commitment(paper=paper, what="Soon", due_on=date(2016, 6, 1))
    expected = {"kept": 1, "kept late": 1, "overdue": 0, "open": 1}
    assert council.numbers_by_state(day) == expected
    page = words(client.get(f"/{paper.council.slug}/"))
    assert "Commitments: 1 kept, 1 kept late, 0 overdue, 1 open" in page
    assert f'href="/{paper.council.slug}/commitments/">All commitments</a>' in page


def test_a_line_about_a_commitment_needs_nothing_that_was_left_out(django_assert_num_queries):
    paper, answering = papers.edition().paper, papers.edition().paper
    promised.commitment(paper=paper, what="Train", due_on=date(2016, 3, 31), due_to=due_dates.PAPER)
    answer = {"answered_on": date(2016, 3, 1), "answered_in": answering}
    promised.commitment(paper=paper, what="Print", state=due_dates.MET, **answer)
    rows = Commitment.objects.public_in(paper.council.slug).order_by("what")
    whole = [(row.what, row.public_state, row.due_words) for row in rows]
    with django_assert_num_queries(1):
        brief = [(row.what, row.public_state, row.due_words) for row in rows.in_brief()]
    assert brief == whole
    assert [state for _what, state, _due in brief] == ["Kept", "Overdue"]


@pytest.mark.parametrize("noun", ["commitments", "recommendations"])
def test_a_list_with_nothing_to_narrow_has_no_filter(client, noun):
    paper = papers.edition().paper
    made = {"commitments": promised.commitment, "recommendations": promised.recommendation}[noun]
    address = f"/{paper.council.slug}/{noun}/"
    for count in range(3):
        page = client.get(address).content.decode()
        assert ("filter-fields" in page) is (count > 1), count
        made(paper=paper)
    # Who narrowed a list sees by what, however little it leaves.
    assert "filter-fields" in client.get(f"{address}?text=nothing").content.decode()
