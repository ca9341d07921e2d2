"""Right paragraphs in which no reading of dates and amounts finds anything, at its full weight."""

from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.checks.context import CheckContext
from reports.date_constraints.orders.readings import READINGS as OF_ORDERS
from reports.equations.amounts.readings import READINGS as OF_AMOUNTS
from reports.quantities.model import constraint, guesses
from tests.checks.drawn import found
from tests.date_constraints.test_orders import wordings
from tests.share_constraints.paragraphs import of_heads_of_service, of_officers, of_others
from tests.share_constraints.paragraphs.with_faults import FAULTS

PARAGRAPHS = (of_heads_of_service, of_officers, of_others)


@constraint("dates-and-amounts", "C02")
def dates_and_amounts(reading):
    """Dates and amounts are those that their passages show."""
    for read in (*OF_ORDERS, *OF_AMOUNTS):
        yield from guesses(read(reading))


def findings(text):
    """What is found in the paragraphs of one report; its date and period come first."""
    (dated, period), body = text.split("\n", 1)[0].split(), text.split("\n", 1)[1]
    day, ends = date.fromisoformat(dated), When(*map(date.fromisoformat, period.split("/")))
    rows = found(
        "\n\n".join(body.splitlines()),
        known=CheckContext(today=day, full_weight=True),
        rules=(dates_and_amounts,),
        paper_date=day,
        period=ends,
    )
    return [(row.fault.says, row.fault.sentence) for row in rows]


@pytest.mark.parametrize(
    "text", [x for one in PARAGRAPHS for x in one.PARAGRAPHS.split("## ")[1:]], ids=lambda x: x[:10]
)
def test_right_paragraphs_are_left_in_peace(text):
    assert findings(text) == []


@pytest.mark.parametrize("text", FAULTS.split("## ")[1:], ids=lambda text: text[:10])
def test_a_paragraph_with_its_fault_is_found_and_as_it_is_right_is_not(text):
    right, wrong = wordings(text)
    assert findings(right) == []
    assert findings(wrong)


def test_a_fault_in_one_of_them_is_found():
    right = (
        "2025-11-13 2025-04-01/2025-09-30\nThe youngest was {} and the eldest 17, on average 15."
    )
    assert findings(right.format("nine")) == []
    assert findings(right.format("16"))
