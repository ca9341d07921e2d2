"""The audit programme on the assurance map: the last result, and the round under way, by a day."""

from datetime import date, timedelta

import pytest

from reports.oversight.assurance_map.rounds import age_words, results_of_rounds
from tests import cast
from tests.make import audits

pytestmark = pytest.mark.django_db
ONE = timedelta(1)
START, END = date(2015, 7, 1), date(2015, 12, 31)
NEXT = date(2016, 1, 1)
DUE = "the round due from 1 January 2016 (less than a month ago)"
NOT_A_MONTH = "less than a month"


def on_the_map(day):
    """(result, its day) of the only kind of audit, as of `day`; None without one."""
    rows = [(result, on) for _, result, on, _ in results_of_rounds(cast.make_council(), day)]
    return rows[0] if rows else None


def two_rounds(**fields):
    """A round of one audit in the second half of 2015, and the next, which has just begun."""
    first = audits.audit_round(start=START, end=END)
    audits.case_audit(audited_on=START + ONE, round=first)
    kind = first.kind
    return first, audits.audit_round(kind=kind, start=NEXT, end=date(2016, 6, 30), **fields)


def test_a_round_that_has_just_begun_does_not_hide_the_result_before_it():
    two_rounds(begun_on=NEXT)
    under_way = "a round is under way since 1 January 2016 (less than a month): 0 audits done"
    assert on_the_map(NEXT) == (f"1 audit done, its result is awaited; {under_way}", END)
    assert on_the_map(date(2016, 3, 1))[0].endswith(
        "since 1 January 2016 (2 months): 0 audits done"
    )


@pytest.mark.parametrize(
    ("day", "result"),
    [
        (START - ONE, None),
        (
            START,
            "No result yet; the round due from 1 July 2015 (less than a month ago) has not begun",
        ),
        (
            START + ONE,
            f"No result yet; a round is under way since 1 July 2015 ({NOT_A_MONTH}): 1 audit done",
        ),
        (END, "No result yet; a round is under way since 1 July 2015 (5 months): 1 audit done"),
        (
            NEXT,
            f"1 audit done, its result is awaited; {DUE} has not begun",
        ),
    ],
)
def test_each_day_on_which_a_round_changes(day, result):
    two_rounds()
    found = on_the_map(day)
    assert (found and found[0]) == result
    if found:
        assert found[1] == (END if day > END else None)


@pytest.mark.parametrize(("later", "is_over"), [(-1, False), (0, True), (1, True)])
def test_a_round_that_is_closed_has_its_result_from_that_day_on(later, is_over):
    closed = date(2015, 10, 1)
    first, _ = two_rounds()
    type(first).objects.filter(pk=first.pk).update(
        begun_on=START, closed_on=closed, result="Plans are dated."
    )
    result, on = on_the_map(closed + later * ONE)
    assert (on == closed) is is_over
    expected = (
        "Plans are dated (1 audit done)" if is_over else "No result yet; a round is under way"
    )
    assert result.startswith(expected)


def test_a_closed_round_without_audits_shows_its_result_in_words_and_no_count():
    text = "The thresholds were\nunderstood by 9 of 10. "
    told = {"begun_on": START, "closed_on": END, "result": text + "Managers sign plans. " * 20}
    audits.audit_round(start=START, end=END, **told)
    result, on = on_the_map(NEXT)
    assert on == END and "audits done" not in result and len(result) <= 240
    assert result.startswith("The thresholds were understood by 9 of 10. Managers sign plans.")
    assert result.endswith(" …")


@pytest.mark.parametrize(("later", "words"), [(-1, "is under way"), (0, None), (1, None)])
def test_a_round_that_was_cancelled_is_left_out_from_that_day_on(later, words):
    day = date(2016, 2, 1)
    two_rounds(begun_on=NEXT, cancelled_on=day, cancelled_because="No auditor")
    result, on = on_the_map(day + later * ONE)
    assert result.startswith("1 audit done") and on == END
    assert ("is under way" in result) is (words is not None)


def test_audits_after_the_day_and_withdrawn_ones_are_no_result():
    first = audits.audit_round(start=START, end=END)
    audits.case_audit(audited_on=START, round=first, withdrawn_on=END,
                      withdrawn_by=cast.officer(), withdrawn_because="Twice")  # fmt: skip
    ended = f"the round that ended on 31 December 2015 ({NOT_A_MONTH} ago) has no result"
    assert on_the_map(NEXT) == (f"No result yet; {ended}: 0 audits done", None)


def test_an_age_is_in_whole_months():
    assert [age_words(months) for months in (0, 1, 12, 23, 24, 46, 49)] == [
        *("less than a month", "1 month", "12 months", "23 months"),
        *("2 years", "3 years 10 months", "4 years 1 month"),
    ]
