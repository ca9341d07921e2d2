"""Days and periods over every month end and leap year, told again by walking the calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.figure import (
    WHOLE,
    Figure,
    FigureRequest,
    Mark,
    Reading,
    Tally,
    Timing,
    Unit,
)
from assurance.records.refusals import Refused, refusals_shown_on, refuse_if
from assurance.runtime import periods
from assurance.runtime.periods import (
    When,
    half_year,
    half_year_before,
    month_of,
    say_day,
    span_of,
)
from tests.specimens.forms import EveryKind
from tests.sweeping import swept

ONE = timedelta(days=1)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
EDGES = [
    date(year, month, day)
    for year in (1999, 2000, 2015, 2016, 2100)
    for month, day in ((1, 1), (2, 28), (3, 1), (3, 31), (4, 1), (9, 30), (10, 1), (12, 31))
]


def walked(day, same):
    """The longest run of days around `day` for each of which `same` gives what it gives of it."""
    first = last = day
    while same(first - ONE) == same(day):
        first -= ONE
    while same(last + ONE) == same(day):
        last += ONE
    return When(first, last)


def financial_half(day):
    """The half of the financial year that a day lies in, as (its year, which half)."""
    moved = day.month - 4 if day.month >= 4 else day.month + 8
    return (day.year if day.month >= 4 else day.year - 1, moved >= 6)


@swept([*EDGES, date(2016, 2, 29), date(2000, 2, 29)])
def test_a_month_and_a_half_year_are_what_walking_the_calendar_finds(day):
    assert month_of(day) == walked(day, lambda one: (one.year, one.month))
    assert half_year(day) == walked(day, financial_half)


def test_a_span_holds_every_time_and_no_day_more():
    times = [When.at(date(2016, 3, 1)), When(date(2015, 1, 1), date(2015, 6, 30))]
    assert span_of(times) == When(date(2015, 1, 1), date(2016, 3, 1)) == span_of(reversed(times))
    assert span_of(times[:1]) == times[0] and span_of(iter(())) is None


@given(DAYS)
def test_half_years_follow_one_another_without_a_gap(day):
    this = half_year(day)
    before = half_year_before(this)
    assert this.start <= day <= this.end
    assert before.end + ONE == this.start
    assert half_year(before.start) == half_year(before.end) == before
    assert 181 <= (this.end - this.start).days <= 182


@given(DAYS, DAYS)
def test_a_period_is_refused_exactly_where_it_ends_before_it_starts(first, last):
    if last < first:
        with pytest.raises(ValueError, match="before it starts"):
            When(first, last)
        return
    period = When(first, last)
    assert period.is_day == (first == last)
    assert str(period).startswith(say_day(first))
    assert (" to " in str(period)) == (first != last)


@given(DAYS)
def test_a_day_is_said_as_print_has_it_and_can_be_read_back(day):
    assert not say_day(day).startswith("0")
    assert datetime.strptime(say_day(day), "%d %B %Y").replace(tzinfo=UTC).date() == day
    assert str(When.at(day)) == say_day(day)


def test_a_demonstration_lives_on_its_own_day_and_everybody_else_on_the_clock_s(settings):
    settings.CANDOUR_TODAY = "2016-02-29"
    assert periods.today() == date(2016, 2, 29)
    settings.CANDOUR_TODAY = ""
    assert periods.today() == periods.this_moment().astimezone().date()
    assert periods.this_moment().tzinfo is not None


def test_what_is_made_later_of_an_earlier_time_happens_on_its_day(settings):
    settings.CANDOUR_TODAY = "2016-02-29"
    with periods.on_day(date(2015, 7, 13)):
        assert periods.today() == periods.moment_of_today().date() == date(2015, 7, 13)
        with periods.on_day(date(2015, 7, 14)):
            assert periods.today() == date(2015, 7, 14)
        assert periods.today() == date(2015, 7, 13)
    assert periods.today() == date(2016, 2, 29)
    with pytest.raises(LookupError), periods.on_day(date(2015, 7, 13)):
        raise LookupError
    assert periods.today() == date(2016, 2, 29)


def test_periods_stand_in_the_order_of_their_days():
    year = [half_year(date(2016, month, 15)) for month in (11, 5, 2)]
    assert sorted(year) == year[::-1]
    assert len({half_year(date(2016, month, 1)) for month in range(4, 10)}) == 1


@pytest.mark.parametrize("nothing", ["", None])
def test_nothing_is_refused_without_a_sentence(nothing):
    assert refuse_if(nothing, "total") is None


def test_a_refusal_stands_at_its_field_and_at_the_form_where_there_is_none():
    for field, where in (("reference", "reference"), ("not_asked", "__all__"), ("", "__all__")):
        form = EveryKind({})
        form.full_clean()
        with refusals_shown_on(form):
            refuse_if("Enter it again", field)
            pytest.fail("a refusal ends what was being done")
        assert "Enter it again" in form.errors[where]
    with pytest.raises(Refused) as refused:
        refuse_if("Enter it again", "reference")
    assert (str(refused.value), refused.value.field) == ("Enter it again", "reference")


def test_what_is_no_refusal_is_not_shown_on_a_form_but_raised():
    with pytest.raises(ZeroDivisionError), refusals_shown_on(EveryKind({})):
        raise ZeroDivisionError


def figure(reckon, **said):
    """A declared figure that is reckoned by `reckon`."""
    usual = {
        "key": "dbs.needing_check",
        "title": "People who need a check",
        "counts": "people",
        "unit": Unit.PEOPLE,
        "timing": Timing.AT,
        "source": "Register",
        "rule": "In scope.",
        "citation": "The council's policy",
    }
    return Figure(**{**usual, **said}, reckon=reckon)


DAY = date(2016, 1, 15)
ASKED = FigureRequest(None, When.at(DAY))


def test_a_value_speaks_of_the_day_of_its_evidence_and_is_never_nought_without_a_reading():
    [(member, value)] = figure(lambda asked: None).measure(ASKED).items()
    assert (member, value.count, value.mark) == (WHOLE, None, Mark.NOT_RETURNED)
    nought = figure(lambda asked: Reading({WHOLE: Tally(0)}, asked.when)).measure(ASKED)
    assert (nought[WHOLE].count, nought[WHOLE].mark) == (0, Mark.SHOWN)
    evidence = When.at(DAY - ONE)
    values = figure(lambda asked: Reading({WHOLE: Tally(1)}, evidence)).measure(ASKED)
    assert values[WHOLE].when == evidence


def test_a_member_keeps_its_own_base_and_label_before_those_of_the_whole():
    reading = Reading(
        members={"own": Tally(2), "usual": Tally(3)},
        when=When.at(DAY),
        bases={WHOLE: Tally(40), "own": Tally(8)},
        labels={"own": "As the reading says"},
    )
    declared = {"own": "As declared", "usual": "As declared"}
    values = figure(lambda asked: reading, members=declared).measure(ASKED)
    assert [(one.count, one.base) for one in values.values()] == [(2, 8), (3, 40)]
    assert [one.label for one in values.values()] == ["As the reading says", "As declared"]


@swept(list(Unit))
def test_only_people_children_and_what_one_person_did_are_disclosure_controlled(unit):
    assert unit.of_people == (unit in {Unit.PEOPLE, Unit.CHILDREN})


@given(st.text(max_size=20), st.dates())
def test_a_title_names_its_month_once(title, day):
    month = f"{day:%B %Y}"
    found = periods.dated_title(title, day)
    assert found.startswith(title)
    assert found.count(month) == max(1, title.count(month))
    assert periods.dated_title(found, day) == found
    assert periods.dated_title(title, None) == title


def test_a_moment_of_the_real_clock_is_printed_beside_the_demonstrations_day(settings):
    moment = periods.this_moment()
    settings.CANDOUR_TODAY = ""
    assert periods.moment_from_today(moment) == moment
    settings.CANDOUR_TODAY = "2020-02-18"
    earlier = timezone.localtime(moment - timedelta(days=3))
    shown = periods.moment_from_today(earlier)
    assert (shown.date(), shown.timetz()) == (date(2020, 2, 15), earlier.timetz())
