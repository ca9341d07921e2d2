"""Dates in the order of what they are of, and the time between them, in other authors' words."""

# ruff: noqa: E501

import re
from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.checks.context import CheckContext
from reports.prose.marks import MARK
from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

DATED, PERIOD = date(2025, 11, 13), When(date(2025, 4, 1), date(2025, 9, 30))
ORDERS = """\
A revised protocol was agreed with the teams on 9 December 2024 and came into use on «6 January 2025|6 November 2024».
===
The three partners signed off her report on «22 May|26 June» 2025, and it was published on 12 June 2025.
===
A team of five visited from Monday 17 to Friday 21 February 2025. Their report reached the Director on «12 March|12 February» 2025.
===
The adviser was with us from Tuesday 4 to Thursday 6 March 2025. Her letter, which sets out what she found, reached us on «28 March|28 February» 2025.
===
The school gave notice of an exclusion on 14 March 2025. After we challenged the decision the head teacher withdrew the notice on «3 April|3 March» 2025.
===
A match was agreed by panel on 20 March 2025, 185 days later, and after introductions the child moved in on «14 April|14 March» 2025.
===
The investigation began on 14 October 2024 and its report was signed on «20 December|20 September» 2024.
===
Tenders were invited on 3 February 2025. The contract was awarded on «7 April|7 January» 2025.
===
The complaint was received on 12 May 2025. It was answered in full on «30 May|30 April» 2025.
"""
LENGTHS = """\
A family took in a girl of 15 from 30 June to 15 August 2024, both days included. That is «47|41» days.
===
Fourteen of us went to the Lodge from Friday 25 July to Monday 28 July 2025, «three|four» nights in all.
===
A revised procedure came into force on 1 July 2024 and was reviewed after it had been in use for «six|nine» months, on 1 January 2025.
===
Her renewal fell due on «18 June|18 July» 2025 and she was 104 days late at the end of September.
===
The second child arrived on 20 October and left on 3 November, a stay of «14|12» nights.
===
A child had to be seen by Monday 1 September. The appointment took place on «29 August|4 September», one working day inside the limit.
===
The child was received into care on 8 January 2024 and moved in with his adopters on 20 March 2025, so he waited «437|347» days.
===
The apprentices began on 8 September 2022 and qualified on 11 July 2025, two years and «ten|eight» months later.
===
The exercise started on Monday 3 March and ended on Friday 4 April 2025, and so took up «five|six» working weeks.
===
The home closed on 2 May 2025. It opened again on 23 May 2025, «three|five» weeks later.
"""
TO_COME = """\
We have told the operators that the routes will be put out to tender in «January 2026|July 2025».
===
The number of agency workers is to come down to 18 by «31 January 2026|30 September 2025».
===
The Service has promised the Cabinet that the backlog will be cleared by «31 December|31 October» 2025.
===
A new form will be in use from «1 December|1 October» 2025.
"""
AGES = """\
She was born in June 2007 and turned eighteen in June «2025|2024».
"""
RIGHT = (
    "The panel had agreed it on 9 December 2024 and the first draft was of 6 November 2024.",
    "One child came in October, went home in November and came back in February.",
    "That of the manager is dated 14 May 2019 and was due again on 14 May 2022; it came with five days to spare.",
    "A visitor had his reference on 16 February 2022, was cleared two days later and met the child on 21 February 2022.",
    "A girl born on 6 January 2010 came on 3 January 2022, three days before her twelfth birthday.",
    "The review will cover the plans made in June 2025. The survey will repeat the one held in May 2025.",
    "The standard is ten working days. Visits took place on 3 March 2025 and 9 June 2025.",
    "M. was born on 14 June 2007 and came to us when she was nine.",
    "The report of 4 June 2025 was discussed on 9 July 2025, as was the earlier one of 3 March 2025.",
    "Two sittings were held in May 2025. Another was held in March 2025.",
    "The course runs for ten weeks. It began on 3 February 2025 and was reviewed on 5 March 2025.",
)


def says(text):
    """What the readings find, each at its full weight."""
    known = CheckContext(today=DATED, full_weight=True)
    rows = found(text, known=known, rules=RULES, paper_date=DATED, period=PERIOD)
    return [row.fault.says for row in rows if str(row.severity) != "advice"]


def wordings(text):
    """A text as it is right, and with its fault."""
    return [re.sub(r"«([^|]*)\|([^»]*)»", rf"\{at}", text.strip()) for at in (1, 2)]


@pytest.mark.parametrize(
    "text", [x for rows in (ORDERS, LENGTHS, TO_COME, AGES) for x in rows.split("\n===\n")]
)
def test_a_date_or_length_that_no_reading_makes_true_is_found(text):
    right, wrong = wordings(text)
    assert says(right) == []
    assert says(wrong)


@pytest.mark.parametrize("text", RIGHT)
def test_dates_of_other_things_are_left_in_peace(text):
    assert says(text) == []


def test_a_finding_has_no_marks_in_its_words():
    for text in AGES.split("\n===\n"):
        assert not any(MARK.search(row) for row in says(wordings(text)[1]))


@pytest.mark.parametrize(("texts", "weight"), [(ORDERS, "warning"), (TO_COME, "advice")])
def test_what_no_unseen_report_proved_is_advice(texts, weight):
    known = CheckContext(today=DATED)
    wrong = wordings(texts.split("\n===\n")[0])[1]
    rows = found(wrong, known=known, rules=RULES, paper_date=DATED, period=PERIOD)
    assert {str(x.severity) for x in rows if x.rule.key == "passage-denied"} == {weight}
