"""What follows from what is said of some matters: states, numbers, scales, shares, units."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from assurance.governance import operations
from assurance.governance.models.developments import Development
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.governance.models.risks import RiskRating
from assurance.governance.rules.faults import OVERLAPS
from tests.cast import make_council, officer
from tests.governance.entries import DAY, LEAST, refused
from tests.make import matters

pytestmark = pytest.mark.django_db
ONE = timedelta(days=1)


def states(record):
    """Day → state of all that a development has come to."""
    return dict(record.states.values_list("from_date", "state"))


def test_a_development_keeps_each_state_with_its_day(add, change):
    record = add("development", state="planned")
    later = DAY + 30 * ONE
    change(record, state="under_way", state_on=later)
    assert states(record) == {DAY: "planned", later: "under_way"}
    change(record, partner="The trust")
    assert states(record) == {DAY: "planned", later: "under_way"}
    change(record, state_on=later - ONE)
    assert states(record) == {DAY: "planned", later - ONE: "under_way"}
    change(record, state="stopped")
    assert states(record) == {DAY: "planned", later - ONE: "stopped"}
    field, sentence = refused(change, record, state="done", state_on=DAY)
    assert field == "state_on" and "what it is now begins after that" in sentence
    assert refused(change, record, state_on=DAY)[0] == "state_on"


@pytest.mark.parametrize(
    ("state", "finished"), [("done", DAY), ("stopped", DAY), ("not_done", None), ("planned", None)]
)
def test_what_is_done_or_stopped_has_finished(add, state, finished):
    assert add("development", state=state).finished_on == finished


def test_milestones_are_numbered_on_and_a_number_is_not_given_twice(add, withdraw):
    first = add("milestone")
    within = {"development": first.development}
    second = add("milestone", **within)
    withdraw(second)
    assert [first.number, second.number, add("milestone", **within).number] == [1, 2, 3]
    assert add("milestone").number == 1
    first.development.refresh_from_db()
    assert first.development.milestones_reached == "0 of 2"


def test_a_rating_takes_the_scale_of_its_day(add, change):
    old = matters.scale(to_date=DAY - ONE, likelihoods=["no", "yes"], impacts=["no", "yes"])
    new = matters.scale(from_date=DAY)
    found = add("rating", risk=matters.risk(), likelihood=2, impact=2)
    assert (found.scale, found.score) == (new, 4)
    earlier = add("rating", risk=found.risk, rated_on=DAY - ONE, likelihood=2, impact=2)
    assert (earlier.scale, earlier.words) == (old, "2 × 2 = 4 (yes, yes)")
    assert change(earlier, rated_on=DAY + ONE).scale == new
    assert refused(change, earlier, rated_on=DAY - ONE, impact=3) == (
        "impact",
        "The scale of that date goes from 1 (no) to 2 (yes)",
    )
    field, sentence = refused(add, "rating", rated_on=date(2009, 12, 31))
    assert field == "rated_on" and "No scale of risks was in force" in sentence
    assert found.risk.latest_rating == earlier


def test_scales_hold_one_after_the_other_and_keep_what_was_rated_on_them(add, change):
    scale = add("scale")
    assert refused(add, "scale", title="Another") == ("from_date", OVERLAPS)
    change(scale, to_date=DAY + ONE)
    other = add("scale", title="Another", from_date=DAY + 2 * ONE)
    assert refused(change, other, from_date=DAY + ONE) == ("from_date", OVERLAPS)
    add("rating", likelihood=3, impact=1)
    assert refused(change, scale, likelihoods=["rare", "sure"]) == (
        "likelihoods",
        "A risk was rated 3 on this scale: it keeps 3 lines at least",
    )
    assert change(scale, impacts=["minor", "grave"]).impacts == ["minor", "grave"]


def test_targets_of_a_measure_do_not_overlap_but_those_of_two_may(add, change):
    first = add("target")
    within = {"measure": first.measure}
    assert refused(add, "target", from_date=DAY + ONE, **within) == ("from_date", OVERLAPS)
    change(first, to_date=DAY)
    add("target", from_date=DAY + ONE, **within)
    add("target")
    assert MeasureTarget.objects.count() == 3


def test_a_per_cent_is_worked_out_of_its_counts(add, change):
    within = {"measure": matters.measure(unit="percent")}
    value = add("value", value=None, count=10, out_of=80, **within)
    assert (value.value, value.words) == (Decimal("12.5"), "12.5% (10 of 80)")
    change(value, value=None, count=1, out_of=3)
    value.refresh_from_db()
    assert value.words == "33.3% (1 of 3)"
    assert refused(change, value, value=Decimal("34"))[0] == "value"
    assert refused(change, value, value=None, count=None, out_of=None) == (
        "value",
        "Enter the value, or the two counts that give it",
    )


def test_a_measure_keeps_its_unit_while_it_has_values(add, change, withdraw):
    value = add("value")
    assert refused(change, value.measure, unit="money") == (
        "unit",
        "It has 1 value in the unit it has now: add another measure for another unit",
    )
    withdraw(value)
    assert change(value.measure, unit="money").unit == "money"


def test_the_latest_value_is_that_of_the_last_day_that_stands(add, withdraw):
    value = add("value")
    later = add("value", measure=value.measure, to_date=DAY + ONE, value=Decimal("3"))
    found = Measure.objects.get(pk=value.measure_id)
    assert found.latest == later
    withdraw(later)
    assert found.latest == value
    withdraw(value)
    assert found.latest is None


def test_what_one_council_names_another_may_name_too(add, said_by):
    add("development")
    other = make_council("elsewhere")
    said = {**LEAST["development"][1], "by": officer(other), "on": DAY}
    operations.record_development(council=other, **said)
    assert Development.objects.filter(slug="front-door").count() == 2


def test_a_row_saved_in_between_becomes_a_sentence(add, monkeypatch):
    record = add("value")
    monkeypatch.setattr(MeasureValue, "once", ())
    field, sentence = refused(add, "value", measure=record.measure)
    assert field == "" and "another record may have been saved" in sentence
    assert RiskRating.once == ("risk", "rated_on")
