"""Parts in a row behind their whole, changes with their share, prices with how many, days and ages.

Each is a passage with `«right|wrong»`: it is warned of with the one, and with the other it is not.
"""

# ruff: noqa: E501

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reports.checks.context import CheckContext
from reports.quantities.derivation.slips import is_of_one_slip
from reports.share_constraints.totals.rows_behind import rows_behind
from tests.cases import random_cases
from tests.checks.drawn import DATED, found, reading
from tests.checks.reach.passages import RULES
from tests.constraints.test_far_proofs import warned, wordings

ROWS = """\
«Eighty-six|Eighty-nine» children left care in the year. Going home accounts for 38 of them, an order to a relative for another 27, twelve were adopted, and the last nine turned 18.
===
The court made «143|134» orders in the half-year. There had been 61 of supervision, 34 of residence, 29 about contact and 19 to protect a child at once.
===
«Three hundred and twelve|Three hundred and twenty-one» families rang the line. The library brought in 120, the school 96, a leaflet 58, and neighbours another 38."""
MOVES = """\
Visits numbered 742, which is 53 more than in the same term of 2014, or «7.7%|7.1%».
===
In the spring term 128 pupils were carried by taxi. In the summer there were 144. The increase, 16 pupils, comes to «12.5|11.1» per cent.
===
We began with 84 mentors. Thirteen joined and six left, so that we now have 91. A net gain of seven is not many, but it is «8.3|7.7» per cent in a year.
===
The number of appeals was 31, as against 38 a year before. Members welcomed a fall of «18|23» per cent.
===
At the start there were 160 places. A year later there were 172. The addition of 12 amounts to «7.5|7.0» per cent."""
PRICES = """\
A grant of £320 goes to every carer who finishes the course. Forty-six of our carers did. It has cost us «£14,720|£20,160».
===
There were 62 solo journeys. Each costs an average of £84 a day, and the school year has 190 days, so a full year of them comes to about «£990,000|£909,000»."""
DAYS = """\
The request was made on 4 February 2015 and the answer sent on 30 April 2015, which is «85|58» days later.
===
The closure began on 3 August 2015 and ended on 21 August, when the roof was safe again. The centre had been shut for «18|81» days.
===
The contract began on 1 April 2013 and will end on 31 March 2017. It was always intended to last «four|three» years.
===
The line was down from Monday 7 December up to and including Friday 18 December 2015, that is «ten|thirteen» working days.
===
R. was born on 4 May 2001. She was «14|15» when, on 2 February 2016, she wrote to the panel.
===
The baby was born on 12 March 2014. The order was made on 20 May 2015, when she was «14|26» months old, and nobody appealed.
===
The panel met on «three|two» Saturdays, 7 March and 13 June 2015 and 6 February 2016.
===
Talks were held in «three|two» villages, Long Sutton, Moulton and Holbeach. Ninety people came.
===
The agreement took in «three|four» more councils, namely Holderness, Wolds and Humber.
===
Asked why they had left, «three|four» reasons came up again and again: the pay, the journey to work, and a wish for fewer hours. Pressure was named by few."""
BANDS = """\
Table: Places by what they cost in a week
| Cost | Places |
| £2,501 to £4,000 | 12 |
| £4,001 to £6,000 | 19 |
| £«6,001|5,001» to £8,000 | 9 |
| More than £8,000 | 4 |
===
How fast we were:

- Answered within 4 hours: 1,445.
- Over «4|2» hours and up to 24 hours: 1,950.
- Over 24 hours and up to 72 hours: 199.
===
We were responsible for 195 young people that day. Forty-one of them were 17, 48 were 18, 39 were 19, «36|46» were 20 and 31 were 21."""
PASSAGES = [one for each in (ROWS, MOVES, PRICES, DAYS, BANDS) for one in each.split("\n===\n")]
# Nothing is said of these.
RIGHT = """\
Fifty-eight families came to mediation. In 39 cases an agreement was reached. Of the remaining 19, eleven appealed and eight let the matter rest.
===
Parents lodged 39 appeals. Twenty-two were settled, six were withdrawn and eight went to a hearing. Three wait for a day.
===
There were 131 disposals. Community resolutions came to 58, cautions to 29, referral orders to 27 and youth orders to 14.
===
Forty letters were sent. Nineteen families wished to know more, 17 rang and nine came to see us.
===
There were 120 referrals. Then 50 came from schools, 40 from health and 20 from the police. The other ten had no source.
===
It was 24 in March. Schools had 30, homes 22 and carers 19, as we said in the last report.
===
We have 40 homes. A payment of £500 for each of them is planned. Sixty of the carers asked for more. The bill may be up to £30,000."""


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_is_warned_of_with_the_wrong_number_and_not_with_the_right_one(passage):
    right, wrong = wordings(passage)
    assert warned(right) == []
    assert warned(wrong)


@pytest.mark.parametrize("passage", RIGHT.split("\n===\n"))
def test_numbers_of_other_things_in_a_row_are_left_in_peace(passage):
    assert warned(passage) == []


@given(st.lists(st.integers(11, 400), min_size=3, max_size=5), st.data())
@random_cases(40)
def test_parts_in_a_row_come_to_their_whole_or_one_slip_of_it_is_found(parts, data):
    total = sum(parts)
    digits = data.draw(st.permutations(str(total)))
    stated = int("".join(digits)) if digits[0] != "0" else total
    head, *inner, last = parts
    rows = ", ".join(f"{part} to do with matter {'abcde'[at]}" for at, part in enumerate(inner))
    text = f"We dealt with {stated} complaints. There were {head} about staff, {rows} and {last} about delay."
    if stated == total:
        assert warned(text) == []
    # The second reckoning: near enough, and one number with its digits in another order.
    likely = is_of_one_slip([*map(Fraction, parts)], Fraction(stated))
    assume(stated != total and likely and abs(total - stated) * 4 <= stated > max(parts))
    assert [rule for rule, _says in warned(text)] in ([], ["passage-denied"], ["parts-of-whole"])


@given(st.integers(40, 900), st.integers(3, 30), st.booleans())
@random_cases(40)
def test_a_change_with_its_share_is_of_what_there_was_before(before, step, is_more):
    now = before + step if is_more else before - step
    # What ends in a five is rounded up by us and to the even digit by Python.
    assume(Fraction(step * 2000, before).denominator != 1)
    share = round(step * 100 / before, 1)
    way = "more" if is_more else "fewer"
    text = "Visits numbered {}, which is {} {} than in the same term of 2014, or {}%."
    assert warned(text.format(now, step, way, share)) == []
    wrong = round(step * 100 / now, 1)
    assume(abs(wrong - share) >= 0.2 and wrong <= 3 * share)
    assert warned(text.format(now, step, way, wrong))


@pytest.mark.parametrize(("many", "found_in_all"), [(0, 1), (2, 1), (6, 0)])
def test_of_many_numbers_that_are_not_read_no_sum_is_tried(many, found_in_all):
    row = f"61 of supervision, 34 of residence, 29 about contact, {'nine in four ' * many}and 19 of protection"
    text = f"The court made 134 orders in the half-year. There had been {row}."
    assert len([*rows_behind(reading(text))]) == found_in_all


def test_the_sentence_of_a_change_says_what_it_was_reckoned_from():
    text = "Visits numbered 742, which is 53 more than in the same term of 2014, or 7.1%."
    assert [says for _rule, says in warned(text)] == [
        "53 of 689 is 7.7%, but the report gives 7.1%."
    ]


def test_the_sentence_of_an_age_in_months_says_the_months():
    text = wordings(DAYS.split("\n===\n")[5])[1]
    assert [says for _rule, says in warned(text)] == [
        "Born 12 March 2014, one is 14 months on 20 May 2015, and not 26 months."
    ]


def test_a_reading_that_is_not_proved_gives_advice_and_its_full_weight_to_who_asks_for_it():
    text = "All 94 of our 96 homes were visited in the year."
    usual = CheckContext(today=DATED)
    full = CheckContext(today=DATED, full_weight=True)
    weights = {
        known.full_weight: {
            (row.rule.key, str(row.severity)) for row in found(text, known=known, rules=RULES)
        }
        for known in (usual, full)
    }
    assert {key for key, _weight in weights[False]} == {key for key, _weight in weights[True]}
    assert ("claim-unlike-number", "advice") in weights[False]
    assert ("claim-unlike-number", "error") in weights[True]
