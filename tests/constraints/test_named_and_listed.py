"""Counts of what is named or listed, and what is said of a list, in wordings of many councils."""

# Kept as one would type them: a paper is one line.
# ruff: noqa: E501

import re

import pytest

from tests.constraints.test_constraints import keys, noted

# `«right|wrong»` is a fault: the paper is right without it, and it is found with it.
NAMED = (
    "The most frequent subjects were these «three|four»: drift in care planning, late pathway plans and contact.",
    "Themes were brought to the «four|three» quarterly meetings, in July, October, January and April.",
    "Since the spring the board has been convened on «three|four» occasions, that is to say on 17 May, 19 July and 20 September 2017, and it was from the last of them that the decision came.",
    "The board met in the half-year on 17 May, on 19 July and on 20 September, and at all «three|four» of its meetings a report was received.",
    "Dip-sample panel: «three|four» meetings; 12 October; 9 November; 7 December.",
    "Sittings of the panel were held «on 11 October, on 8 November and on 13 December|on 11 October and on 13 December», and at each of the three the police were represented.",
    "Neglect, domestic abuse and transitions: these «three|two» themes were chosen by the practice board.",
    "There are «three|four» recommendations, which concern the match with payroll, the file checklist and a refresher for managers.",
    "Each of the three panels (11 October, 8 November and 13 December 2018) was attended by «four|five» partners: the police, the health trust, the youth offending team and the housing service.",
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
    "Fieldwork was carried out on three days of that month, «8 May, 9 May and 15 May|8 May and 15 May» 2015, as the judge had asked.",
    "The inspectorate named «three|four» strengths: the warmth of staff, the quality of plans and the speed of replies.",
    "Our promise rests on «four|three» words: listen, explain, act and report.",
    "Four lines of enquiry guided the review, that is: how children are heard; how plans are made; how staff are trained; «and how money is spent|how money is spent; and how results are shared».",
    "In the year the trust opened «two|three» houses, Elm Lodge and The Beeches, to children from the county.",
    "There have been «three|five» reasons given: want of staff, want of beds, and want of money.",
    "Both inspections of the homes, on 3 October 2015« and 8 November 2015|, 8 November 2015 and 1 December 2015», went well.",
    "Panels were held on 12 April, 17 May, 14 June and 12 July 2015: «four|five» in all.",
    "Both routes («by letter and by telephone|by letter, by telephone and by e-mail») remain open.",
    "Schools sent replies under «four|five» heads:\n\n* attendance\n* behaviour\n* results\n* meals",
    "Staff can call on three funds: a hardship fund of up to £500, a training fund of £40,000 «and a travel fund|, a travel fund and a loan fund».",
    "Five partners signed: the council, the police, the health board, the fire service «and the college|, the college and the probation service».",
    "The auditor set out «two|three» conditions: that a lead be named, and that a date be set for the review.",
    "«Three|Four» councils, Hull, York and Selby, took part in the trial.",
    "Training was offered on two subjects: the signs of neglect and harm, «and the use of chronologies|the law of consent, and the use of chronologies».",
    "The review drew «three|four» lessons: to tell carers early what is known; to keep the school in touch for at least five weeks after a move; and to name one worker for the whole family.",
    "The three themes to be audited are supervision, planning «and recording|, recording and transport».",
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
    "Homes were asked why beds stood empty. Repair was why «16|9» were empty.\n\n* Repairs: 16\n* Staffing: 9\n* No demand: 4",
    "Calls to the helpline came by these ways; text messages brought «210|340» of them.\n\n* Telephone: 340\n* Text messages: 210\n* Letter: 55",
    "What happened next is shown below, from which it is clear that «27|34» children returned home.\n\n* Returned home: 27\n* Placed with kin: 34\n* Adopted: 12",
    "How old plans were when reviewed was as follows, those over a year old being «13|31».\n\n* Under six months: 88\n* Six months to a year: 31\n* Over a year: 13",
    "There were 118 referrals from schools, as below. Neglect was recorded in «52|41».\n\n* Neglect: 52\n* Emotional harm: 41\n* Physical harm: 25",
    "Of the concerns, «33|19» were about staffing.\n\n* Staffing: 33\n* Premises: 19\n* Records: 11",
    "The list gives the languages asked for. Interpreters for Polish were needed «44|21» times.\n\n* Polish: 44\n* Arabic: 21\n* Urdu: 17",
    "Answers were as below and «71|17» people said that they were satisfied.\n\n* Satisfied: 71\n* Neither: 23\n* Dissatisfied: 17",
)
RIGHT = (
    "A child will usually have two reviews, and a child who has newly come into care may have three.",
    "The board met four times between 3 May and 9 July 2015.",
    "Two visits are due by 3 May, 4 June and 9 July 2015.",
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
    "Of 150 complaints, noise was the subject of most. Forty were about something else again, parking.\n\n* Noise: 61\n* Litter: 49\n* Parking: 40",
    "Illness and weather were to blame for 53.\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "Staffing was a cause in 11 and weather in 22.\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "Staffing caused fewer delays than weather, which caused 22.\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "We deal with illness first. It was the cause in 31.\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "Staffing is improving: a year ago it accounted for 22.\n\n* Illness: 31\n* Weather: 22\n* Staffing: 11",
    "Table: Calls\n| Team | Calls |\n| Harbour | 71 |\n| Moor | 46 |\n| Quay | 58 |\n\nThe Moor team has 58 members.",
    "Table: Calls\n| Team | Calls |\n| Harbour | 71 |\n| Moor | 46 |\n| Quay | 58 |\n\nThe Harbour team has 46 cases for each worker.",
    "Table: Calls\n| Team | Calls |\n| Harbour | 71 |\n| Moor | 46 |\n| Quay | 58 |\n\nAt Harbour, 46 of the calls were at night.",
    "Table 1 shows that 9 visits were late.\n\nTable: Visits to children\n| Visits | Number |\n| In time | 111 |\n| Late | 9 |\n| Total | 120 |",
    "Assessment took longer for those who waited, and 22 complained.\n\n* Assessed: 31\n* Waiting: 22\n* Closed: 11",
    "The plan has two aims: to reach children early and to help families to stay together.",
    "There are three groups: those who moved, those who stayed, and those who came and went.",
    "Two schools replied: St Mary's and St John's, and both were content.",
    "We have four homes: two in Hull, one in York and one in Selby.",
    "The board considered two papers: a report on health and education and a note on fees and charges.",
    "The three parts are a survey of staff and carers, visits to homes and schools, and a study of files and minutes.",
    "The council runs three services: fostering and adoption, residential care, and short breaks and respite.",
    "The policy covers two things (a) and (b) of the Act, and a third that the council added.",
    "The panel sat on two days, 3 May and 4 June 2015, and will sit again on 9 July 2015.",
    "Visits were made on two days in May, 12 and 14, and on one in June.",
    "The review has three stages; the first, in May, is a survey; the second is a visit; and the third a report.",
    "The scheme offers two things: advice, by telephone or in person; and grants, which are small.",
    "Three members, Cllr Ash, Cllr Beech and Cllr Oak, were present, and Cllr Elm sent apologies.",
    "The two teams were merged: the Harbour team, the larger, moved to Moor Street.",
    "There are two routes into the service, the front door and the out-of-hours team, and a third is planned.",
    "The four cases had one thing in common: a delay in recording, a change of worker and a lack of supervision.",
    "Eight children attended: a group of sisters, a pair of brothers and a boy.",
    "Children asked for three changes: more contact, the same worker, and a say in the plan and the review.",
    "Twelve staff were trained: the manager, the deputies and the team.",
    "All five actions are complete: the policy was revised, the form was changed and the training was given.",
    "Three actions were agreed: the Head of Service will write to schools, the Principal Social Worker will revise the guidance and the Board will review both in May.",
    "Two issues arose from the audit: the recording of supervision, which was late in 14 cases, and the absence of chronologies.",
    "The strategy has four priorities: early help and prevention, health and wellbeing, education, training and employment, and a home that lasts.",
    "The pledge has three parts: that we listen, that we act and explain, and that we learn.",
    "There were two inspections in the year, of Oak House in May and of Elm House in June.",
    "The three local authorities in the partnership (Hull, York and Selby) each second one worker.",
    "Five priorities were set last year; of these, three, namely attendance, reading and transitions, have been met.",
    "Four of the five actions are complete; the fifth, the review of fees and charges, is due in May.",
    "Training was held on four days: 3, 4, 10 and 11 May 2015.",
    "The group met on three occasions in the year, on 3 May, 4 June and 9 July 2015, and reports to the board.",
    "The service works in two localities, north and south, with a third, the coast, joining in May.",
    "Thirty households left. Of the 14 who retired, nine had fostered for ten years.\n\n* Retired: 14\n* Moved away: 9\n* Other reasons: 7",
    "Thirty households left. Nine who retired were over 65.\n\n* Retired: 14\n* Moved away: 9\n* Other reasons: 7",
    "Thirty households left. Retirement was given by 14, against 9 in the year before.\n\n* Retired: 14\n* Moved away: 9\n* Other reasons: 7",
    "Thirty households left. Seven of those who moved away went abroad.\n\n* Retired: 14\n* Moved away: 9\n* Other reasons: 7",
    "Thirty households left, 16 of them for reasons other than retirement.\n\n* Retired: 14\n* Moved away: 9\n* Other reasons: 7",
    "Table: Visits by team\n| Team | Visits | Late |\n| Duty | 40 | 9 |\n| Court | 31 | 12 |\n\nDuty made 40 visits, 9 of them late. In Court 12 were late.",
    "Table: Visits by team\n| Team | Visits | Late |\n| Duty | 40 | 9 |\n| Court | 31 | 12 |\n\nDuty made 31 of its visits on time.",
    "Table: Visits by team\n| Team | Visits | Late |\n| Duty | 40 | 9 |\n| Court | 31 | 12 |\n\nNine of the late visits were by Duty.",
    "Views were gathered in three ways: by survey, in groups and, for 14 children, at home.",
    "Two requests were refused: one for want of a bed and one because the child had moved.",
)


def _put(text, wording):
    return re.sub(r"«([^«»|]*)\|([^«»|]*)»", rf"\{wording}", text)


@pytest.mark.parametrize("text", NAMED)
def test_a_count_of_named_things_is_how_many_are_named(text):
    assert keys(_put(text, 1)) == set()
    assert noted(_put(text, 2)) & {"named-unlike-number", "list-length"}


@pytest.mark.parametrize("text", OF_LISTS)
def test_what_is_said_of_a_list_is_what_the_list_says(text):
    assert keys(_put(text, 1)) == set()
    assert keys(_put(text, 2))


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_unlike_a_list_is_left_in_peace(text):
    assert keys(text) == set()
