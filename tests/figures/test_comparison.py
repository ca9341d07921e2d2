"""Like with like: the same population, definition and length, of values and of printed entries."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from assurance.figures.comparison import (
    OTHER_LENGTH,
    PART_MONTHS,
    months_of,
    why_not_comparable,
)
from assurance.figures.figure import Population, Reading, Tally, Unit
from assurance.figures.small_numbers import usual_policy
from assurance.runtime.periods import When
from tests.documents.rich import entry
from tests.figures.attacker import figure

DAY, YEAR_AGO = When.at(date(2016, 1, 15)), When.at(date(2015, 1, 15))
HALF = When(date(2015, 7, 1), date(2015, 12, 31))
STAFF = Population("staff", "Who works with children", ("agency", "employee"))
CARERS = Population("carers", "Who cares for children", ("foster_carer",))
ASKED = SimpleNamespace(policy_of=lambda unit: usual_policy())


def value(when=DAY, population=STAFF, definition="every 36 months", **said):
    """A value of one figure."""
    reading = Reading({"": Tally(351)}, when, population.slug, population=population)
    reading = replace(reading, definitions={"": definition})
    counted = replace(figure("x.total", unit=Unit.PEOPLE), reckon=lambda asked: reading, **said)
    return counted.measure(ASKED)[""]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"when": YEAR_AGO}, ""),
        ({"population": CARERS}, "different populations, “staff” and “carers”"),
        ({"definition": "every 24 months"}, "defined differently"),
        ({"population": replace(STAFF, groups=("employee",))}, "defined differently"),
        ({"rule": "Each role counts once"}, "defined differently"),
        ({"counts": "roles"}, "defined differently"),
        ({"when": HALF}, "different length"),
        ({"when": replace(HALF, start=date(2015, 7, 5))}, "the same number of whole months"),
    ],
)
def test_values_are_alike_in_population_definition_and_length_or_the_reason_is_said(other, reason):
    assert reason in why_not_comparable(value(), value(**other))
    assert bool(reason) == bool(why_not_comparable(value(**other), value()))


def test_entries_issued_before_definitions_had_a_digest_are_held_to_their_words():
    before = entry(1, "351", 351, key="x.total", cohort="staff", rule="Each once")
    assert not why_not_comparable(before, before)
    for name, words in (("rule", "Another"), ("cohort", "carers"), ("unit", "people")):
        assert why_not_comparable(before, replace(before, **{name: words}))
    assert not why_not_comparable(before, replace(before, population="staff", definition="d1"))
    assert why_not_comparable(before, replace(before, key="x.other"))


def test_numbers_reckoned_from_two_days_are_of_the_months_between_their_ends():
    halves = (("2016-12-31", "2017-06-30"), ("2017-06-30", "2017-12-31"))
    counted = [entry(1, "4", 4, start=first, end=last) for first, last in halves]
    reckoned = [replace(item, made_of=(2, 3)) for item in counted]
    assert why_not_comparable(*counted) == PART_MONTHS
    assert not why_not_comparable(*reckoned)
    year = replace(reckoned[0], end="2017-12-31")
    assert why_not_comparable(reckoned[0], year) == OTHER_LENGTH


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2015, 7, 1), date(2015, 12, 31), 6),
        (date(2016, 2, 1), date(2016, 2, 29), 1),
        (date(2015, 7, 18), date(2016, 1, 17), 6),
        (date(2015, 7, 18), date(2016, 1, 18), None),
        (date(2015, 7, 18), date(2015, 7, 18), 0),
    ],
)
def test_a_period_has_whole_months_or_none(start, end, months):
    assert months_of((start, end)) == months


def test_records_alone_are_not_like_records_with_a_total_that_was_entered():
    alone = entry(1, "46", 46, key="x.total", source="case audits recorded here")
    added = "; entered as a total: External audit (auditor, 2019); entered as a total: B (C)"
    more = replace(alone, text="432", count=432, source=f"{alone.source}{added}")
    for pair in ((alone, more), (more, alone)):
        assert why_not_comparable(*pair) == (
            "only one of them includes a total that was entered: External audit (auditor, 2019); "
            "B (C)"
        )
    assert not why_not_comparable(more, replace(more, count=400))
