"""Shares, rates and means as other officers tell them: each right, and wrong by a usual slip."""

# Kept as one would type them: a paper is one line.
# ruff: noqa: E501

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.prose.numbers import COUNT, MONEY, Number
from reports.quantities.passages import statements
from reports.share_constraints.claims import claimed
from tests.checks.drawn import reading
from tests.constraints.test_constraints import keys, noted

EDIT = re.compile(r"«([^|«»]*)\|([^«»]*)»")
FOUND_BY = {"percent-of-count", "mean-denied", "share-in-words", "claim-unlike-number"}
# `«right|wrong»` in a paper that is right but for it.
PAPERS = (
    # The base stands in a sentence before, in the line over a list or in the paper's totals.
    "At the end of May 360 pupils were on roll. Three checks apply to them. The first is sight: 331 had been seen; «91.9|95.1»% against a target of 95%.",
    "The base here is the 360 pupils on roll. Sight was checked for 331. Hearing was checked for 342; that is «95|90» per cent, on target.",
    "The service issued 131 plans.\n\nThe target for plans in time is 85%. Our result is 104 plans in time, or «just under four in five|just under nine in ten».",
    "An interview was due for 296 visits; the other 22 were for others. Offers came first. They were made in 281 cases, «94.9|88.4»% of those due.",
    "We read 180 files; 192 had been planned.\n\nThe grades follow the board's four. Good was given to 67 files; «37.2|34.9»%.",
    "The cohort numbered 384 in March.\n\n# Summary\n\nThere were 384 in the cohort.\n\n# Homes\n\nSixty-nine were living far from home, and that is «eighteen|twenty-eight» per cent of the whole cohort.",
    "The cohort numbered 384 in March.\n\n# Summary\n\nThere were 384 in the cohort.\n\n# Homes\n\n«Ninety-six|Sixty-nine» live over the border, a quarter of the whole cohort.",
    "The service chaired 1,184 reviews, of which 1,113 were held in time.\n\n# Times\n\nOver the whole year timeliness, for reviews held in time, was «94.0%|91.4%».",
    # Both stand in its sentence, in any order.
    "Sixty-three reviews, from a total of 1,046, were held late; that is «six|sixteen» per cent, mostly for want of a report.",
    "We chaired 1,046 reviews. Timeliness reached «94|98» per cent, in that 983 of those meetings took place when they ought to.",
    "At the year end just «over three in ten|over four in ten» of the 484 lived elsewhere (147 children).",
    "In 2015, 61 of 240 posts were empty, one in four; in 2016, 77 of 248, «three in ten|four in ten».",
    "The return of 81 forms out of 180, or «nine in twenty|nine in ten», equals that of May.",
    "Eighty-one replies came back from the 180 people to whom the form was sent, so that «fewer than half|more than half» of them answered.",
    "Of 700 pupils, 77 were away on Monday. At the year end 147 pupils (30% of the 490) walked; of which 58, or «39.5|35.9»% of the 147, ran.",
    # So many for every so many.
    "With 384 children in care from a population under eighteen which is put at 61,400, the rate was «62.5|65.2» per 10,000.",
    "There are some 61,400 residents under eighteen, and since 384 children are in care, roughly «63|53» in every 10,000 are.",
    "With 58,900 residents under 18, the city had «71|17» children in care for every 10,000 in May (418 children).",
    "For 61,400 residents and 384 children in care, this is one child in every «160|116».",
    # So many for each.
    "A total of 2,016 cases were open to the 126 social workers then in post, permanent and agency together, so that on average each carried «sixteen|nineteen».",
    "Ten advisers are employed, among whom the 230 young people are shared, so that each has the care of «twenty-three|thirty-two» on average.",
    "The 18 inquiries cost £47,700, on average «£2,650|£3,650».",
    "Two officers handled the 206 complaints of the year, that is «103|130» each.",
    "The service cost £146,400 in the year. Over the 542 contacts that is about «£270|£370» for each.",
    "Taking all 246 episodes and all 118 pupils, the mean is «just over two|just over three» episodes for each pupil.",
    "The 410 staff lost 1,640 days through sickness, «4.0|4.6» days each.",
)
# Right papers with numbers near a share that are not its own.
RIGHT = (
    "Set against the population of 56,300, the 484 children make a rate of 86.0 per 10,000; England stood at 64 per 10,000 in March 2015.",
    "In May 484 children were in care, of a population of 56,300, a rate of 86.0 per 10,000.\n\n* England in March 2015: 64 per 10,000\n* Neighbours: 71 per 10,000",
    "There were 418 children in a population under 18 of 58,900, a rate of 71 per 10,000. By age they were 18, 62 and 338.",
    "Forty-two children had three or more homes, a share of 10.9 per cent.",
    "280 left a form (77%): 168 of them (60%) thought the day good, 98 (35%) fair, and 14 (5%) poor.",
    "180 audits were carried out, 45 per cent of them reached a grade of good, and thirty-eight of the sixty-four actions are complete.",
    "Three figures to keep: 484 in care in May; 9.5% with many homes; £1.7m over budget.",
    "Attendance was 90.2% for the first phase (118 pupils) and 84.6% for the second (134 pupils).",
    "Answers (150 asked, 96 came, more than one could be ticked): text 60%; telephone 35%; letter 20%.",
    "Among those who live at home the mean was one and a half (111 visits, seventy-four children).",
    "The nine months bought 646 interviews (201 in the first quarter, 226 in the second and 219 in the third), 215 a quarter.",
    "Taking pupils of 19 at each date, the share who were learning moved from 52 to 56 per cent in a year. In all 87 were.",
    "With 45 per cent of files good, where 40 had been asked for, and with 38 of 64 actions complete, both tests are passed.",
    "The number in homes rose by 14 to 112 in May; hostels had 41.",
    "By age: 31 under one; 74 aged one to four; 102 aged five to nine.",
    "The number not known has dropped from eighteen to thirteen, and these are the same people as before.",
    "We received 3,120 contacts.\n\n* 1,248 (40%) ended with advice\n* 936 (30%) went to early help\n* 624 (20%) were referred\n* 312 (10%) were for others",
    "Said 75% (42 of 56) of them. That is more than in 2013 (54%) and in 2014 (65%).",
    "Of the 14 appeals six were lost. Eight in 14 is a little over half.",
)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda text: text[:40])
def test_what_was_reckoned_wrong_is_found_and_what_is_right_rests(paper):
    assert keys(EDIT.sub(r"\1", paper)) & FOUND_BY == set()
    assert noted(EDIT.sub(r"\2", paper)) & FOUND_BY


@pytest.mark.parametrize("paper", RIGHT, ids=lambda text: text[:40])
def test_a_number_that_is_of_others_denies_no_share(paper):
    assert keys(paper) & {*FOUND_BY, "change-denied"} == set()


CLAIMED = (
    *("It was {}% of them.", "It was {}.{}% of them.", "It was £{} per visit.", "A third did."),
    *(
        "It was {} per 10,000.",
        "Nearly four in five did.",
        "On average {} came.",
        "Just over half.",
    ),
)


@given(
    st.sampled_from(CLAIMED),
    st.integers(0, 120),
    st.integers(0, 9),
    st.tuples(st.integers(1, 400), st.integers(1, 400), st.sampled_from((COUNT, COUNT, MONEY))),
)
def test_what_is_far_by_floats_holds_by_no_fractions(words, first, second, pair):
    count, base = (Number(0, 1, str(one), pair[2], Fraction(one)) for one in pair[:2])
    rest = Number(0, 1, "1", pair[2], base.value - count.value)
    for item in claimed(statements(reading(words.format(first, second)))[0]):
        far = item.is_far(count, base), item.is_far(count, base, rest=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(item), "is_far", lambda *_asked, **_more: False)
            assert not (far[0] and item.holds(count, base)), (words, count, base)
            assert not (far[1] and item.holds(rest, base)), (words, rest, base)
