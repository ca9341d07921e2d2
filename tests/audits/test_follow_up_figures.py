"""What the figures of re-audits, moderation, actions and sharing count, on a few plain rows."""

from datetime import date

import pytest

from assurance.figures.figure import WHOLE, Mark
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.audits import audit_action, audit_total, case_audit, grade, grade_scale

pytestmark = pytest.mark.django_db
YEAR = When(date(2015, 1, 1), date(2015, 12, 31))
DAY = date(2015, 12, 31)
GONE = {"withdrawn_on": DAY, "withdrawn_because": "Twice"}


def counts(key, when=YEAR):
    """Member → (count, base) of a figure; nothing where it is not returned."""
    query = FigureQuery(f"audits.{key}", "", when)
    values = measure(make_council(), [query], FIGURES).exact[query]
    found = {name: value for name, value in values.items() if value.mark != Mark.NOT_RETURNED}
    return {name: (value.count, value.base) for name, value in found.items()}


def at(key, day=DAY):
    """The same of a figure at a date."""
    return counts(key, When.at(day))


@pytest.mark.parametrize(
    "key", ["by_moderation", "re_audited", "re_audited_by_outcome", "actions_done"]
)
def test_before_the_first_audit_nothing_is_returned_of_a_period(key):
    make_council()
    assert not any(name for name in counts(key).values())
    case_audit(audited_on=date(2016, 1, 1))
    assert not counts(key)


@pytest.mark.parametrize(
    "key",
    ["awaiting_sharing", "awaiting_sharing_by_half_year", "actions_open", "actions_overdue"],
)
def test_before_the_first_audit_nothing_is_returned_at_a_date(key):
    make_council()
    assert not at(key)
    case_audit(audited_on=date(2016, 1, 1))
    assert not at(key)


def test_a_grade_is_kept_raised_or_lowered():
    good, poor = grade("good"), grade("inadequate")
    for first, second in ((good, good), (good, poor), (poor, good), (good, poor), (good, None)):
        case_audit(first_grade=first, moderated_grade=second)
    assert {name: count for name, (count, _base) in counts("by_moderation").items()} == {
        **{"kept": 1, "raised": 1, "lowered": 2},
    }


def test_a_re_audit_counts_once_by_how_it_compares_and_not_where_the_first_was_withdrawn():
    good, poor = grade("good"), grade("inadequate")
    other = grade_scale("other", (("met", "Met"), ("not", "Not met")))
    before = date(2014, 5, 1)
    for first, now in ((poor, good), (good, good), (good, poor), (grade("met", other), good)):
        earlier = case_audit(audited_on=before, first_grade=first)
        case_audit(earlier_audit=earlier, first_grade=now)
    gone = case_audit(audited_on=before, withdrawn_by=officer(), **GONE)
    case_audit(earlier_audit=gone)
    assert counts("re_audited")[WHOLE] == (4, 5)
    assert {name: count for name, (count, _base) in counts("re_audited_by_outcome").items()} == {
        **{"better": 1, "same": 1, "worse": 1, "not_compared": 1},
    }
    audit_total(start=YEAR.start, end=YEAR.end)
    assert not counts("re_audited") and not counts("by_moderation")


def test_actions_are_open_overdue_and_done_by_their_days():
    audit_action(due_on=DAY)
    audit_action(due_on=date(2015, 12, 30))
    audit_action(due_on=date(2015, 6, 1), done_on=DAY)
    audit_action(due_on=date(2015, 6, 1), done_on=date(2016, 1, 1))
    audit_action(withdrawn_by=officer(), **GONE)
    assert at("actions_open")[WHOLE][0] == 3
    assert at("actions_overdue")[WHOLE] == (2, 3)
    assert counts("actions_done")[WHOLE][0] == 1
    assert at("actions_open", date(2016, 1, 1))[WHOLE][0] == 2


def test_what_waits_to_be_shared_is_split_by_half_year_as_it_waited_that_day():
    case_audit(audited_on=date(2015, 10, 1))
    case_audit(audited_on=date(2015, 9, 30))
    case_audit(audited_on=date(2015, 4, 1), shared_on=date(2016, 1, 1))
    case_audit(audited_on=date(2015, 3, 31))
    case_audit(audited_on=date(2015, 3, 31), shared_on=DAY)
    assert at("awaiting_sharing")[WHOLE][0] == 4
    assert {name: count for name, (count, _) in at("awaiting_sharing_by_half_year").items()} == {
        **{"this_half_year": 1, "half_year_before": 2, "earlier": 1},
    }
