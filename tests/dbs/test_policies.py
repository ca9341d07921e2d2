"""Re-check policies: from which day each holds, what corrects one, and what no longer can."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.dbs.forms.checks import PolicyForm
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.operations import policies
from assurance.dbs.rules import faults
from assurance.dbs.rules.faults import faults_of_policy
from assurance.records import operations
from assurance.records.history import HistoryEntry
from tests.cast import make_council, officer
from tests.dbs.entries import refusal, typed_policy
from tests.make import dbs, people
from tests.page_requests import errors
from tests.sweeping import swept

ON, ONE = date(2016, 1, 18), timedelta(1)
FIRST, SECOND = date(2016, 2, 1), date(2016, 3, 1)
MONTHS = {"interval_months": 36, "lookup_months": 12, "from_date": FIRST}


def record(council=None, **said):
    """Adds a policy from `FIRST` unless another day is given."""
    council = council or make_council()
    people.alone(council)
    whole = {"from_date": FIRST, "approver": people.post(council=council), **said}
    return policies.record_policy(council=council, by=officer(council), on=ON, **whole)


def correct(policy, **said):
    """Corrects one."""
    return operations.change(record=policy, by=officer(), on=ON + ONE, **said)


# --- the rules


@swept(product(("interval_months", "lookup_months", "audit_months"), (-1, 0, 1, 120, 121)))
def test_months_go_from_one_to_ten_years(field, months):
    found = faults_of_policy({**MONTHS, field: months}, None)
    is_taken = 1 <= months <= 120 or (field, months) == ("audit_months", 0)
    wanted = [] if is_taken else [(field, "Enter a number of months from 1 to 120")]
    assert found == wanted


@swept([(None, False), (FIRST - ONE, False), (FIRST, True), (FIRST + ONE, True)])
def test_a_policy_begins_after_the_one_before_it_began(started, refused):
    found = faults_of_policy(MONTHS, started)
    assert [field for field, _ in found] == (["from_date"] if refused else [])
    assert all("a new one begins after that date" in sentence for _, sentence in found)


# --- the operations


@pytest.mark.django_db
def test_a_policy_that_says_little_takes_the_usual_months():
    kept = record()
    assert (kept.group, kept.interval_months, kept.warn_days) == ("", 36, 30)
    assert (kept.lookup_months, kept.audit_months, kept.to_date) == (12, None, None)
    assert (str(kept), kept.history_name) == ("every 36 months", f"recheck policy {kept.pk}")
    [entry] = HistoryEntry.objects.about(kept)
    assert (entry.what, entry.on) == ("dbs_policies.record", ON)
    assert entry.changes["interval_months"]["to"] == 36


@pytest.mark.django_db
def test_of_three_in_a_row_each_day_has_exactly_one():
    dbs.policy(to_date=date(2012, 12, 31))
    third = date(2017, 3, 1)
    rows = [record(from_date=day) for day in (FIRST, SECOND, third)]
    days = [FIRST - ONE, FIRST, SECOND - ONE, SECOND, third - ONE, third, third + 900 * ONE]
    wanted = [None, 0, 0, 1, 1, 2, 2]
    for day, place in zip(days, wanted, strict=True):
        found = list(RecheckPolicy.objects.in_force(day))
        assert found == ([] if place is None else [rows[place]]), day
        one_by_one = [row for row in RecheckPolicy.objects.all() if row.in_force(day)]
        assert found == one_by_one, day
    ends = RecheckPolicy.objects.order_by("from_date").values_list("to_date", flat=True)
    assert list(ends) == [date(2012, 12, 31), date(2016, 2, 29), date(2017, 2, 28), None]


@pytest.mark.django_db
def test_a_group_and_a_council_have_policies_of_their_own():
    every, panel = record(), record(group="panel", interval_months=12)
    theirs = record(council=make_council("otherby"), interval_months=24)
    rows = RecheckPolicy.objects.of(make_council())
    assert rows.by_group(FIRST) == {"": every, "panel": panel}
    assert rows.by_group(FIRST - ONE) == {}
    assert list(RecheckPolicy.objects.filtered(group="panel")) == [panel]
    assert set(RecheckPolicy.objects.filtered()) == {every, panel, theirs}
    assert refusal(record, group="panel")[0] == "from_date"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"), [("from_date", date(2010, 1, 2)), ("group", "panel"), ("audit_months", 6)]
)
def test_one_typed_wrongly_is_corrected_as_long_as_no_audit_used_it(field, value):
    kept = dbs.policy()
    before = getattr(kept, field)
    after = correct(kept, **{field: value})
    assert getattr(after, field) == value
    [entry] = HistoryEntry.objects.about(kept)
    assert (entry.what, entry.on) == ("dbs_policies.change", ON + ONE)
    said = {"from": before, "to": value}
    plain = {key: str(one) if isinstance(one, date) else one for key, one in said.items()}
    assert entry.changes == {field: plain}


@pytest.mark.django_db
def test_what_an_audit_was_held_against_stays_and_the_rest_is_still_corrected():
    audit = dbs.dbs_audit()
    [used] = audit.policies.all()
    for field, value in (
        *(("interval_months", 24), ("warn_days", 31), ("lookup_months", 6)),
        *(("group", "panel"), ("from_date", date(2010, 1, 2))),
    ):
        assert refusal(correct, used, **{field: value}) == (field, faults.USED_BY_AUDITS)
    same = {"interval_months": used.interval_months, "from_date": used.from_date}
    after = correct(used, **same, audit_months=6, minute="Minute 4")
    assert (after.audit_months, after.minute) == (6, "Minute 4")


@pytest.mark.django_db
def test_a_correction_keeps_months_in_bounds_and_begins_no_later_than_it_ended():
    kept = dbs.policy(from_date=FIRST, to_date=SECOND)
    assert refusal(correct, kept, interval_months=0)[0] == "interval_months"
    told = refusal(correct, kept, from_date=SECOND + ONE)
    assert told == ("from_date", "It ends before that date: choose an earlier one")
    assert correct(kept, from_date=SECOND).from_date == SECOND


@pytest.mark.django_db
def test_days_do_not_move_beside_a_neighbour_of_the_group():
    first, second = record(), record(from_date=SECOND)
    assert refusal(correct, first, from_date=FIRST + ONE) == ("from_date", faults.BESIDE_ANOTHER)
    assert refusal(correct, second, group="panel") == ("group", faults.BESIDE_ANOTHER)
    alone = record(group="panel")
    assert refusal(correct, alone, group="") == ("group", faults.BESIDE_ANOTHER)
    assert correct(alone, from_date=FIRST + ONE).from_date == FIRST + ONE
    assert correct(first, interval_months=24).interval_months == 24
    elsewhere = record(council=make_council("otherby"))
    assert correct(elsewhere, from_date=SECOND).from_date == SECOND


# --- the pages


WHOLE = "must be a whole number from"
WRONG = (
    *(("interval_months", said, f"“Months from issue to re-check” {WHOLE} 1 to 120")
      for said in ("0", "-1", "121", "1.5", "three")),
    ("interval_months", "", "Enter a number for “Months from issue to re-check”"),
    *(("warn_days", said, f"“Days of warning before it is due” {WHOLE} 0 to 366")
      for said in ("-1", "367")),
    *(("lookup_months", said, f"“Months that an Update Service answer is valid” {WHOLE} 1 to 120")
      for said in ("-1", "121")),
    *(("audit_months", said, f"“Months between DBS audits” {WHOLE} 1 to 120")
      for said in ("121", "1.5")),
    ("approver", "", "Select the post: “Approved by”"),
    ("minute", "x" * 121, "The minute must have 120 characters or fewer"),
    ("group", "family", "Select the group from the list"),
    ("from_date_year", "", "The start date must include a year"),
)  # fmt: skip


@pytest.mark.django_db
def test_a_wrong_policy_gets_its_sentence():
    people.alone()
    council = make_council()
    for field, value, sentence in WRONG:
        form = PolicyForm({**typed_policy(), field: value}, council=council)
        [(where, told)] = form.errors.items()
        assert field.startswith(where) and told == [sentence], (field, value)
    for field, value in (("warn_days", 0), ("warn_days", 366), ("audit_months", 120)):
        form = PolicyForm({**typed_policy(), field: str(value)}, council=council)
        assert form.is_valid() and form.cleaned_data[field] == value


def test_a_policy_is_added_or_refused_on_its_page_and_listed_newest_first(keeping):
    people.alone()
    first = dbs.policy()
    dbs.policy(group="panel", from_date=FIRST)
    dbs.policy(council=make_council("otherby"), group="agency")
    for asked, groups in (("", ["panel", ""]), ("group=panel", ["panel"]), ("group=agency", [])):
        lines = keeping.get(f"/dbs/policies/?{asked}").context["lines"]
        assert [line["record"].group for line in lines] == groups, asked
    answer = keeping.post("/dbs/policies/add/", typed_policy(), follow=True)
    assert "Re-check policy added." in answer.content.decode()
    first.refresh_from_db()
    assert first.to_date == date(2015, 12, 31)
    told = "The earlier policy began on 1 January 2016: a new one begins after that date"
    assert errors(keeping.post("/dbs/policies/add/", typed_policy())) == {"from_date": [told]}
