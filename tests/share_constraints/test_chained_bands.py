"""Bands that a sentence or a list names one after another meet, and do not overlap."""

import re

import pytest

from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

# `«right|wrong»` is the fault of each; the whole of its counts stands in another report.
FAULTS = """\
Eleven were overdue by up to 20 days, six by «21|20» to 40 days and two by 41 days or more.
===
Forty-one reviews took no more than two hours, 23 took more than two and up to four, nine took
more than «four|three» and up to seven, and three took longer than seven.
===
At the census 188 pupils had been with us for 90 days or more, 61 for at least 60 but less than
90 days, and 29 for less than «60|50» days.
===
There were 71 visits within 10 days; 38 took from «11|8» to 20 days; and a further 12 took from
21 days to 35.
===
Some 304 absences were for two or three days, 96 for «four or five|three to five» days and 22
for six days or more.
===
Under 30 minutes: 61 journeys; 30 to «59|69» minutes: 48 journeys; 60 minutes or more: 17 journeys.
===
Of the older files 14 had been open for less than 12 weeks, 22 for 12 to «25|28» weeks and eight
for 26 weeks or more.
===
In the last six months 81 children had seen a dentist, 24 had done so more than six but not more
than twelve months ago, and for 13 it was more than «twelve|ten» months ago.
===
Thirty were aged under 5, 48 were 5 to 9, 61 were «10|8» to 15 and 20 were 16 or over.
===
Of the new carers 12 had waited for less than 10 weeks, 17 for 10 to «19|22» weeks and six for
20 weeks or longer.
===
Waits came to:

* up to 5 weeks: 31
* more than 5 and up to 10 weeks: 22
* more than «10|8» and up to 15 weeks: 11
* more than 15 weeks: 4
===
The distances are:

* 3 miles or less: 45
* «over 3|over 6» and up to 8 miles: 28
* over 8 miles: 12
===
How far the carers live from the office:

* less than 5 miles (31)
* 5 to less than «10|12» miles (24)
* 10 miles or more (9)
"""
# None of these is a chain that has a gap or overlaps.
RIGHT = """\
By length of time the plans divide into under 6 months, 301; 6 to 12 months, 218; 12 to 24
months, 143; and over 24 months, 27.
===
A reply was given within 10 working days to 51 of them, in 11 to 20 working days to 16 and
later to five.
===
In 64 the child was away for under six hours, in 41 for six to 24 hours, in 14 for over 24 and
up to 72 hours, and in five for over 72 hours.
===
Fifteen children were under 5, and 22 were 10 to 15. The others were in between.
===
The target for 20 days or less was 90%, that for 15 days or less was 60%, and 30 were later.
===
In 2015, 12 were seen within 5 days, 14 within 10 and 20 within 15 days.
===
Two or three teams have 10 to 12 workers, four to six have 15 or more, and one has nine.
===
Between 4 and 6 of the 20 come each week, from 10 to 12 in the holidays, and up to 15 at Easter.
===
Waits: up to 4 weeks, 40; 1 month to under 3 months, 60; 3 months or more, 80.
===
Visits took under 1 hour in 40 cases, 1 to 2 hours in 35 and over 2 hours in 10.
===
The time between plans was under six months in three cases, six to 12 months in seven and more
than 12 months in nine.
===
The wait was under 2 weeks for 40, 2 to 4 weeks for 71 and over 4 weeks for 22.
===
Of the calls 14 were taken within 20 seconds, 30 within 40 seconds and 41 within a minute; calls
that took more than 20 minutes were 3.
===
* Under 20 miles, 14 children
* 20 to less than 40 miles, 11 children
* 40 miles or more, 6 children
* Abroad, none
===
* Up to 10 days: 12
* 11 to 20 days: 15
* 21 days or more: 3
* Not known: 2
"""


def says(text):
    """What is said of bands in a text by any rule, with its weight."""
    rows = found(text.strip("\n"), rules=RULES)
    pairs = [(row.fault.says, row.severity) for row in rows]
    return [x for x in pairs if re.search("overlap|leave some out|left out", x[0])]


def wordings(text):
    """The right and the wrong wording of a passage."""
    return [re.sub(r"«([^|»]*)\|([^»]*)»", rf"\{side}", text) for side in (1, 2)]


@pytest.mark.parametrize("text", FAULTS.split("\n===\n"))
def test_bands_that_do_not_meet_are_warned_of(text):
    right, wrong = wordings(text)
    assert not says(right)
    assert says(wrong)


@pytest.mark.parametrize("text", RIGHT.split("\n===\n"))
def test_other_numbers_one_after_another_are_left_in_peace(text):
    assert not says(text)


def test_what_is_said_has_both_bands():
    _right, wrong = wordings(FAULTS.split("\n===\n")[0])
    [(words, severity)] = says(wrong)
    assert words == "“20 to 40” and “up to 20” overlap: some are in both." or (
        words == "“up to 20” and “20 to 40” overlap: some are in both."
    )
    assert severity == "warning"
