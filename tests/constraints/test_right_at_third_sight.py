"""Right sentences in which a number is of another thing than it seems, as officers write them.

Of each something was wrongly said above advice; each wrong one is still found by its rule.
"""

# ruff: noqa: E501

from datetime import date

import pytest

from reports.checks.context import CheckContext
from reports.prose.quantities.bands import ENDLESS, band_of
from tests.checks.drawn import found
from tests.checks.reach.passages import RULES
from tests.constraints.test_far_proofs import PERIOD, warned, wordings

DATED = date(2016, 5, 10)
HOMES = """\
Table: Children by kind of home
| Kind | Children |
| Our own foster carers | 117 |
| Agency foster carers | 84 |
| Relatives | 43 |
| All | 244 |

"""
COMPLAINTS = """\
Table: Complaints by team
| Team | Complaints | Upheld |
| Assessment | 38 | 15 |
| Safeguarding | 52 | 21 |
| Children in care | 41 | 19 |
| All | 131 | 55 |

"""
RIGHT = [
    f"{HOMES}Our own carers look after the most children. After them, the most used kind of home is an agency foster home.",
    f"{COMPLAINTS}As to subject, the 131 complaints were about communication in 52 cases, delay in 37, the quality of an assessment in 24 and the conduct of staff in 18.",
    "We run three clusters in which a hub home looks out for half a dozen others: Riverside, Old Town and The Moor.",
    "After £0.9 million has been released for the hubs, £2.2 million is left, which by chance is the same as the forecast overspend.",
    "There were 164 applications. In 71 the certificate came within 14 days; 52 took from 15 to 28 days; a further 30 took from 29 days to 56; and the remaining 11 took longer.",
    "Hardly any child is average: 83 of them went missing once only, and 12 between them account for 131 episodes.",
    "There were 3,612 contacts, of which 94 came on a Monday. Growth on last quarter is 192 contacts.",
    "We answered 3,395 calls. All 18 of the slowest have been looked at.",
    "It met six times in the half-year and missed one: the meeting due in August was dropped, and there were two in October.",
    "Our part is 31 per cent, by three years' figures. Next April it comes down to 29.",
    "At the end of July there were 176 young people in the service. Six months later there were 188. The addition of 12 amounts to 6.8 per cent.",
    "Each has an allowance of £3,000 for setting-up home, and all drew the whole of it, so the council paid £78,000.",
    "Of the 180 young people 112 lived alone (62%). It was 58 per cent a year before.",
    "Nine assessments were begun. Six were completed, in four of which the person was a child and in two an adult; three were pending.",
    "There were 19 complaints about staff, of which 11 were late. In the year before it was nine.",
    "The Panel has its next report, for July to December, on 18 March 2016, six months and a day after this one.",
    "On that basis the 436 episodes cost over a million pounds (£1.09m), or some £85,000 more than the 402.",
    "There were 11 allegations against carers in ten households, a fall of three, or 21%.",
    "One alone accounted for 183 nights away; the other six spent 229 nights between them, an average of 38.",
    "Quarter 1 had 3,696 contacts. Quarter 2 had 3,957 contacts, so the rise is 261.",
    "Both towns have come down, from 9.0% and 10.2% respectively.",
    "We review more than are notified in a year in which we catch up, as we did this year.",
    "Of the 48, ten were under 16 and had been in the home for more than a year.",
    "Of 128 reviews 112 were in time. In 11 of the other 16 that was done within a further month.",
    "Agency numbers were 33 in March and 30 in June. The reduction of six since March is a little under a fifth.",
    "Two of the six had arrived in December, three were to begin a course on 12 January, and the sixth declined.",
    "They left the count in September, when they would have turned 18, and are among the 28 in item 1; there were 41.",
    "Without that rule the number with full care orders would be 213, where the table has 198.",
    "Talks took place on three Saturdays, 7 March and 13 June 2015 and 6 February 2016, and nobody missed them.",
    "Women are 81 per cent of social workers and 64 per cent of managers above team level.",
    "Calls were answered within two minutes in 77% of cases.",
    "The youngest age group is the smallest, with 22, and the oldest has 21 of another kind.",
]
TOTALS = """\
Table: Placement budget and forecast{}
| Kind | Budget | Forecast |
| Residential | 9,547 | 11,276 |
| Agency fostering | 4,484 | 4,756 |
| Other | 7,318 | 7,149 |
| All | {} | 23,180 |
"""
# A number that a right sentence has, put wrong: the rule has not gone blind.
WRONG = [
    (
        "There were 164 applications. In 71 the certificate came within 14 days; 52 took from 15 to 28 days; and the remaining «41|14» took longer.",
        "claim-unlike-number",
    ),
    (
        "It was 31 per cent in April. In September it was 29. It has come «down|up», from 31% to 29%.",
        "change-denied",
    ),
    (
        "Nine assessments were begun. Six were completed, of which «four|five» were of a child and two of an adult.",
        "parts-of-whole",
    ),
    (
        "The number of places went «down|up» from 210 in April 2015 to 190 in March 2016.",
        "change-denied",
    ),
]


# Over several sentences a number may be of another whole: that is advice.
OVER_SENTENCES = [
    (
        "We were responsible for 159 that day. Forty-one of them were 17, 48 were 18, «39|93» were 19 and 31 were 20.",
        "parts-of-whole",
    ),
]


def above_advice(text, *, advice=()):
    """What is found in a text above advice, with the weights that a report has; with `advice`, of
    those rules also that."""
    known = CheckContext(today=DATED)
    rows = found(text, known=known, rules=RULES, paper_date=DATED, period=PERIOD)
    rows = [row for row in rows if row.severity != "advice" or row.rule.key in advice]
    return [(row.rule.key, row.fault.says) for row in rows]


@pytest.mark.parametrize("passage", RIGHT)
def test_nothing_above_advice_is_found_in_a_right_passage(passage):
    assert above_advice(passage) == []


@pytest.mark.parametrize(("passage", "rule"), WRONG)
def test_the_wrong_number_next_to_it_is_still_found(passage, rule):
    right, wrong = wordings(passage)
    assert above_advice(right) == []
    assert rule in {key for key, _says in above_advice(wrong)}


@pytest.mark.parametrize(("passage", "rule"), OVER_SENTENCES)
def test_the_wrong_number_among_several_sentences_is_advised(passage, rule):
    right, wrong = wordings(passage)
    assert above_advice(right, advice={rule}) == above_advice(wrong) == []
    assert rule in {key for key, _says in above_advice(wrong, advice={rule})}


@pytest.mark.parametrize(
    ("unit", "total", "weights"),
    [
        (", £000", "21,350", {"advice"}),
        (", in thousands of pounds", "21,350", {"advice"}),
        (", £000", "21,450", {"advice", "error"}),
        ("", "21,350", {"error"}),
    ],
)
def test_thousands_that_were_rounded_may_miss_their_sum_by_a_unit(unit, total, weights):
    text = TOTALS.format(unit, total)
    rows = [row for row in found(text, rules=RULES) if row.rule.key == "table-total"]
    assert {str(row.severity) for row in rows} == weights


@pytest.mark.parametrize("days", [12, 18, 30])
def test_a_length_of_time_is_that_between_its_two_dates(days):
    last = 3 + days
    text = f"The absence began on 3 July 2015 and ended on {last} July 2015. He had been away for {{}} days."
    if last <= 31:
        assert warned(text.format(days)) == []
        assert [rule for rule, _says in warned(text.format(days + 9))] == ["days-apart"]
    else:
        assert "impossible-date" in {rule for rule, _says in warned(text.format(days))}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("£5,001 to £7,500", 5001, 7500),
        ("up to £4,000", 0, 4000),
        ("more than £10,000", 10001, ENDLESS),
        ("£7,500 or more", 7500, ENDLESS),
        ("Answered within 4 hours: 1,445.", 0, 4),
        ("Over 4 hours and up to 24 hours: 1,950.", 5, 24),
        ("Seen after 24 hours", 25, ENDLESS),
        ("five to nine", 5, 9),
    ],
)
def test_a_band_of_money_or_time_is_that_of_its_numbers(text, first, last):
    band = band_of(text)
    assert (band.first, band.last) == (first, last)
    assert all(word in text for word in band.words.split())


@pytest.mark.parametrize("text", ["£7,500 to £5,001", "2015 to 2016", "the council's own"])
def test_what_runs_backwards_or_names_years_is_no_band(text):
    assert band_of(text) is None


@pytest.mark.parametrize("text", ["a £2,000 fee", "£200 each", "the £5,001 that we paid"])
def test_a_sum_of_money_by_itself_is_no_band(text):
    assert band_of(text) is None
