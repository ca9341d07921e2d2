"""The sentences that owners of measures owe before a scorecard is shown."""

from datetime import date, timedelta

import pytest

from assurance.runtime.periods import this_moment
from reports.oversight.contents import frozen_content
from reports.oversight.models import MeetingScorecard
from reports.oversight.operations import freeze
from reports.tasks.measures import month_before, of_measures
from tests import cast
from tests.audits.entries import parts
from tests.make import matters, people
from tests.make.oversight import scorecard
from tests.page_requests import words

pytestmark = pytest.mark.django_db
MEETING, ONE = date(2016, 12, 12), timedelta(days=1)
SOONEST = MEETING - 28 * ONE
ASKED = "{post}: write the sentence of November 2016 for “{measure}”"


def owned(held=None, **said):
    """A measure of the post that an account holds."""
    held = held or people.holder()
    return held, matters.measure(owner=held.post, **said)


def met(card, on=MEETING, **said):
    """A meeting of the board of a scorecard."""
    return matters.meeting(forum=card.body, met_on=on, **said).meeting


@pytest.mark.parametrize(
    ("on", "asked"),
    [(SOONEST - ONE, 0), (SOONEST, 1), (MEETING, 1), (MEETING + ONE, 0)],
)
def test_the_owner_is_asked_from_four_weeks_before_the_meeting_to_its_day(on, asked):
    held, measure = owned()
    met(scorecard([measure]))
    needs = of_measures(held.account, on)
    words = [ASKED.format(post=held.post, measure=measure)]
    assert [need.words for need in needs] == words * asked
    assert of_measures(people.holder().account, on) == []


@pytest.mark.long
def test_the_line_names_the_scorecard_and_opens_the_form_of_the_sentence(client, settings):
    settings.CANDOUR_TODAY = MEETING.isoformat()
    held, measure = owned()
    card = scorecard([measure])
    met(card)
    client.force_login(held.account)
    [need] = of_measures(held.account, MEETING)
    assert need.hint == f"{card} goes to its board on 12 December 2016"
    assert client.get(need.address).status_code == 200
    assert need.words in client.get("/home/").content.decode()
    typed = {**parts("month", date(2016, 11, 30)), "text": "Fewer wait."}
    assert client.post(need.address, typed).status_code == 302
    assert of_measures(held.account, MEETING) == []


@pytest.mark.parametrize(
    ("month", "asked"), [(date(2016, 10, 1), 1), (date(2016, 11, 1), 0), (date(2016, 12, 1), 0)]
)
def test_a_sentence_of_that_month_or_a_later_one_is_enough(month, asked):
    held, measure = owned()
    met(scorecard([measure]))
    row = matters.commentary(measure=measure, month=month)
    assert len(of_measures(held.account, MEETING)) == asked
    row.withdrawn_on, row.withdrawn_by, row.withdrawn_because = MEETING, held.account, "Twice"
    row.save()
    assert len(of_measures(held.account, MEETING)) == 1


def test_what_is_frozen_cancelled_withdrawn_or_without_owner_asks_nobody():
    held, measure = owned()
    card = scorecard([measure, matters.measure()])
    meeting = met(card)
    assert len(of_measures(held.account, SOONEST)) == 1
    freeze(record=card, meeting=meeting, at=this_moment(), by=held.account, on=SOONEST)
    assert MeetingScorecard.objects.count() == 1
    assert of_measures(held.account, SOONEST) == []
    # The next meeting of the board is asked about, with its own month.
    met(card, date(2017, 1, 3))
    [need] = of_measures(held.account, MEETING)
    assert "December 2016" in need.words
    type(meeting).objects.filter(date=date(2017, 1, 3)).update(cancelled=True)
    assert of_measures(held.account, MEETING) == []


def test_a_measure_of_two_scorecards_is_asked_for_once_for_the_first_meeting():
    held, measure = owned()
    for day in (MEETING + ONE, MEETING):
        met(scorecard([measure]), day)
    [need] = of_measures(held.account, MEETING)
    assert need.hint.endswith("12 December 2016")


def test_who_may_not_write_sentences_is_not_asked():
    clerk = cast.clerk()
    held = people.holder(account=clerk)
    met(scorecard([owned(held)[1]]))
    assert of_measures(clerk, MEETING) == []


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2016, 12, 12), date(2016, 11, 1)),
        (date(2017, 1, 31), date(2016, 12, 1)),
        (date(2016, 3, 1), date(2016, 2, 1)),
    ],
)
def test_the_month_of_a_meeting_is_the_one_before_it(day, first):
    assert month_before(day) == first
    assert first + timedelta(days=31) >= day.replace(day=1) > first


def test_the_owner_stands_beside_the_sentence_and_where_it_is_missing(client):
    owner = people.post("Head of Early Help")
    own, other = matters.measure(owner=owner, title="Own"), matters.measure(title="Without")
    matters.commentary(measure=own)
    card = scorecard([own, other, matters.measure(owner=owner, title="Late")])
    rows = {row["title"]: row for row in frozen_content(card, MEETING)["rows"]}
    assert {name: row["owner"] for name, row in rows.items() if row["owner"]} == {
        "Late": owner.title,
        "Own": owner.title,
    }
    assert rows["Without"]["owner"] == ""
    client.force_login(cast.officer())
    page = words(client.get(f"/oversight/scorecards/{card.pk}/"))
    for sentence in ("Head of Early Help, December 2015", "Owner: Head of Early Help"):
        assert f">{sentence}</p>" in page
    assert page.count("No sentence of the owner yet.") == 2 and "No owner is recorded." in page
