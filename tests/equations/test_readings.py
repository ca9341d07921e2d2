"""Movements, overlaps, rates of change, lists of parts and quarters, in other words.

A passage holds a fault as `«right|wrong»`.
"""

# ruff: noqa: E501
from reports.verdicts.registry import rule_called
from tests.checks.drawn import found
from tests.equations.test_consequences import right, wrong
from tests.sweeping import swept

RULES = (rule_called("passage-denied"), rule_called("parts-of-whole"))
PASSAGES = (
    # What came and what went.
    "There were 52 young people on the list when term began. Fourteen joined it, nine moved away and six found a place, so that «51|61» are still on it.",
    "We had 318 carers on 1 May. In the summer 27 were recruited and 31 resigned. On 1 September there were «314|341».",
    "The team began with 84 open cases; 33 were referred and 41 closed, and the year ended with «76|67».",
    # Either of two, both, and neither.
    "Of 90 forms 22 had no date and 17 no signature; nine lacked both. «30|39» therefore had at least one of the two faults.",
    "Asthma was noted for 34 pupils and an allergy for 25, both for 12. At least one of the two was noted for 47 pupils and neither for «63|36». There are 110 pupils.",
    # A change in per cent.
    "Last year 640 families asked for help. This year it was 80 more, a rise of «12.5|11.1» per cent.",
    "The rota had 75 drivers in 2018. It has since fallen by 12 drivers, or «16.0%|19.0%».",
    "In 2015 we closed 212 cases. In 2016 we closed 265, so the number grew by «25%|20%».",
    # Parts of a whole that is far off.
    "Panels heard 94 cases in the year.\n\n# Outcomes\n\nA warning was given to 51, a fine to 22, and the remaining «21|31» were dismissed.",
    "In the year 380 parcels went out.\n\n# Places\n\nThe north took 141, the south 96, the east 85 and the west «58|68».",
    # A quarter by its number.
    "The second quarter of the financial year (July to «September|December») was quiet.",
    "The panel sat on 12 May 2016. The meeting fell in the «first|third» quarter of the financial year.",
    "The grant was paid in quarter «4|2» of 2018/19, on 14 February 2019.",
    # More than the whole.
    "Ninety-two homes were visited: of the 58 homes in the city, «49|61» were found to be warm.",
    "There are 37 clubs, of which «21|73» meet each week.",
)
RIGHT = (
    "There were 30 cases in May. Ten came in, six closed and four were moved; by 1 June three had been counted twice, and 27 were open.",
    "Visits rose by 40, or 10%, from 400. A further 3% were to other towns, 15 of them by bus.",
    "Bikes were chosen by 40, buses by 31 and cars by 22. The 7 others walked.\n\n# Total\n\nIn all 100 pupils replied.",
    "The report for quarter 2 is due in November 2017.",
    "Quarter 4 began in January 2019 with a quiet month.",
    "We had 60 buses and now have 66. An increase of 4% in the fares followed.",
    "Parents sent 48 letters. Twenty-one were thanks, nine were questions and eight asked for a visit. Ten had no address.",
    "There were 80 clubs in May. Nine teachers joined and 30 left. In June there were 64 new choirs.",
    "Of those 40 homes, 52 rooms in all, none was cold.",
)


def says(text):
    """What the rules find in a paper."""
    return [row.fault.says for row in found(text, rules=RULES)]


@swept(PASSAGES)
def test_a_wrong_number_is_found_and_the_right_one_left(passage):
    assert says(wrong(passage))
    assert says(right(passage)) == []


@swept(RIGHT)
def test_what_only_looks_wrong_is_left(passage):
    assert says(passage) == []
