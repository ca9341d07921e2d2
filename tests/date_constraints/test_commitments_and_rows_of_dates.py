"""Commitments that are called kept, events in a row, terms and days that lie ahead.

A passage holds a fault as `«right|wrong»`.
"""

# ruff: noqa: E501
from datetime import date

from assurance.runtime.periods import When
from reports.checks.context import CheckContext
from tests.checks.drawn import found
from tests.checks.reach.passages import RULES
from tests.equations.test_consequences import right, wrong
from tests.sweeping import swept

DATED, PERIOD = date(2019, 7, 18), When(date(2018, 4, 1), date(2019, 3, 31))
PASSAGES = (
    "At the May meeting we undertook to send the new form to all schools by 31 May 2019. It was sent on «27 May|6 June» 2019, so the undertaking was kept.",
    "The service had promised that nine late checks would be made by 30 April 2019. Eight had been made by that day and the ninth on 9 May. Members found that the promise had «not been kept|been kept».",
    "An appeal was lodged on 12 November 2018, the adviser answered on 17 January «2019|2018», and the chair wrote to the family on 4 February 2019.",
    "The concern had been raised by a nurse on 6 March 2019, had been looked into by the manager and had been closed on «21 March|21 February» 2019.",
    "On «11 July|25 July» 2019 I met the carers’ forum and went through the plan.",
    "The two leases were signed on 1 June 2018 and each runs for four years, to 31 May «2022|2023».",
)
RIGHT = (
    "We undertook on 5 May 2018 to issue it by 30 June 2018. It was issued on 28 June 2018 and revised on 4 July 2018, and the undertaking was kept.",
    "The promise was to reply by 10 May 2019. The reply went on 12 May 2019. The promise was not kept.",
    "The plan was agreed on 3 May 2018, the tender opened on 1 June 2018, and the contract was signed on 2 October 2018.",
    "On 5 September 2019 the forum was due to meet.",
    "On 24 July 2019 the board will hear from those who met it in May 2019.",
    "The lease was signed on 20 January 2018 and runs for two years from April, to 31 March 2020.",
)


def says(text):
    """What the rules find in a paper of July 2019."""
    rows = found(
        f"# Part\n\n{text}",
        known=CheckContext(today=DATED, full_weight=True),
        rules=RULES,
        paper_date=DATED,
        period=PERIOD,
    )
    return [row.fault.says for row in rows if "has no year" not in row.fault.says]


@swept(PASSAGES)
def test_a_wrong_date_or_commitment_is_found_and_the_right_one_left(passage):
    assert says(wrong(passage))
    assert says(right(passage)) == []


@swept(RIGHT)
def test_dates_and_commitments_in_order_are_left(passage):
    assert says(passage) == []
