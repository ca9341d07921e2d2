"""Counts of what is named or listed, and what is said of a list, in wordings of many councils."""

# Kept as one would type them: a paper is one line.
# ruff: noqa: E501

import re

import pytest

from tests.checks.quantities.test_constraints import keys

# `«right|wrong»` is a fault: the paper is right without it, and it is found with it.
NAMED = (
    "The service rests on «three|four» pillars, that is: listen and learn; act early; and stay in touch.",
    "Our offer to carers is in «two|three» parts, to wit: a helpline staffed day and night; and a yearly weekend of training and rest.",
    "The centre shut on two days in the spring, «4 March and 9 April|4 March, 17 March and 9 April», owing to floods.",
    "Members met on «three|two» occasions (3 May, 14 June and 9 July 2015) to consider the plan.",
    "Three parts form the course: a talk, a visit lasting two days« and a test|, a test and a review after six weeks».",
    "The board agreed «two|four» steps at its meeting in June: a review of the forms used by schools and hospitals, and the training of a second adviser.",
    "Cabinet endorsed «two|three» proposals: a fund for the relief of debt, and a guide to rights and duties.",
    "There are three aims, namely (a) warmth, (b) bread and milk «and (c) light|(c) light and (d) rest».",
    "The plan has «four|three» goals: (i) reach; (ii) speed; (iii) care and skill; (iv) cost.",
    "Our four tests are: (1) is it safe, (2) is it kind, (3) is it fair «and (4) is it lawful|, (4) is it lawful and (5) is it cheap».",
    "Money was laid out under «three|four» headings:\n\n* books and toys\n* travel\n* rent",
    "Grants of this kind fall in «four|six» classes:\n\n* small\n* middling\n* large\n* exceptional",
    "Two matters were put to the region: the want of beds« and the cost of travel|, the cost of travel and the state of the roads».",
    "The group has looked at «three|five» questions this year: who comes, who goes and who stays.",
    "Work went forward along «two|three» lines: a survey of schools, and a count of beds by ward and by day.",
)
OF_LISTS = (
    "Sixty-four visits were put off. Weather was the cause of «22|31» of the delays.\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "Why visits were put off is set out here, and it is plain that staffing was to blame in «11|22».\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "Ninety-two orders ended. Adoption was what ended «14|40» of them.\n\n* Adopted: 14\n* Returned home: 52\n* Moved to a new council: 26",
    "How calls were answered is as below. It can be observed that «18|27» were not answered at all.\n\n* Answered at once: 140\n* Called back: 27\n* Not answered at all: 18",
    "The 105 homes were visited in the year. As appears below, «41|14» homes were found to need work.\n\n* Sound: 50\n* Needing work: 41\n* Closed: 14",
    "Forms came back late from some offices, and the north office sent «12|21» late.\n\n* North office: 12\n* East office: 9\n* South office: 12\n* West office: 21",
    "Of 150 letters the following was the outcome; complaints about noise, at «61|49», came first.\n\n* Noise: 61\n* Litter: 49\n* Parking: 40",
    "Table: Calls\n| Team | Calls |\n| Harbour | 71 |\n| Moor | 46 |\n| Quay | 58 |\n\nThe Moor team took «46|58» calls.",
    "«Noise|Litter» made up the largest part of the 150 complaints.\n\n* Noise: 61\n* Litter: 49\n* Parking: 40",
    "The reasons are below. «Parking|Noise» was the least common of them.\n\n* Noise: 61\n* Litter: 49\n* Parking: 40",
    "Seventy-three young people moved. Eviction lay behind «19|24» of the moves.\n\n* Evicted: 19\n* Chose to move: 30\n* End of contract: 24",
)
RIGHT = (
    "We asked in all 64 visits whether the doctor came.\n\nVisits were late for these reasons:\n\n* Illness: 20\n* Weather: 11\n* Staffing: 10",
    "It is pleasing how few homes were closed (14), the outcome being:\n\n* Sound: 50\n* Needing work: 41\n* Closed: 14",
    "Of the homes, 91 were sound or needed work.\n\n* Sound: 50\n* Needing work: 41\n* Closed: 14",
    "Illness was the commonest cause; the next had 22 visits.\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "Apart from illness, there were 33 delays.\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "Noise and litter together made up 110 of the 150 complaints.\n\n* Noise: 61\n* Litter: 49\n* Parking: 40",
    "Leaving noise aside, we had 89 complaints.\n\n* Noise: 61\n* Litter: 49\n* Parking: 40",
    "Members agreed two changes in May, on the advice of the director and the treasurer.",
    "The board met on three days in June, with officers, carers, teachers and nurses in the room.",
    "The two teams, in Hull and in York, share three offices, a store and a van.",
    "Four schools took part: the infant and junior schools at Hale, and the two academies.",
    "The strategy has three priorities (see section 2): homes and schools, health, and work.",
    "We hold two events: a fair in May, and a parade and supper in June.",
    "The two posts, a data analyst and a family support worker, were filled on 3 May 2015.",
    "Six homes were inspected: four were good, one was outstanding and one was poor.",
    "Noise was down by 40 complaints on last year.\n\n* Noise: 61\n* Litter: 49\n* Parking: 40",
    "More complained of noise than of parking (40).\n\n* Noise: 61\n* Litter: 49\n* Parking: 40",
)


def _put(text, wording):
    return re.sub(r"«([^«»|]*)\|([^«»|]*)»", rf"\{wording}", text)


@pytest.mark.parametrize("text", NAMED)
def test_a_count_of_named_things_is_how_many_are_named(text):
    assert keys(_put(text, 1)) == set()
    assert keys(_put(text, 2)) & {"named-unlike-number", "list-length"}


@pytest.mark.parametrize("text", OF_LISTS)
def test_what_is_said_of_a_list_is_what_the_list_says(text):
    assert keys(_put(text, 1)) == set()
    assert keys(_put(text, 2))


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_unlike_a_list_is_left_in_peace(text):
    assert keys(text) == set()
