"""Changes, differences and ranks in many turns of phrase: right ones in peace, wrong ones found."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import re

import pytest

from tests.constraints.test_constraints import keys

_EDIT = re.compile(r"«([^«»|]*)\|([^«»|]*)»")
# `«right|wrong»`: each is read both ways.
TOLD = (
    "Visits came to 310 in 2018, compared with 285 in 2017. That increase of «25|35» was expected.",
    "Referrals stood at 940 in May 2019 against 1,010 in May 2018. The drop of «70|80» follows the new threshold.",
    "There were 56 complaints in 2014, whereas in 2013 there were 71. This is a reduction of «15|25», for which the new team is to be thanked.",
    "Absence ran at 8.4% in 2014, while in 2013 it was 9.9%. The gap is «1.5|2.5» percentage points.",
    "In spring 64 of 80 plans were on time, while in autumn 71 of 80 were. The difference, of «seven|nine» plans, is put down to the new form.",
    "We held 118 reviews in the first half-year and 131 in the second. The rise of «13|31» came from York.",
    "Attendance was 88% in the first term as against 91% in the second. The difference of «three|five» percentage points is small.",
    "More visits were made in 2016 (156) than in 2015 (120), an increase of «30%|36%».",
    "Fewer pupils were suspended in 2016 (60) than in 2015 (75), a fall of «20%|25%».",
    "More carers left in 2014 (31) than joined (24), «seven|nine» more.",
    "A smaller share of assessments was late in May 2015 (12%) than in May 2014 (17%), a fall of «five|seven» percentage points.",
    "«More|Fewer» orders were made in 2016 (52) than in 2015 (44).",
    "Waits were «longer|shorter» in 2016 (41 days) than in 2015 (36 days).",
    "The average wait was 44 days, «six|nine» days above the average of 38 in 2015.",
    "The rate of visits in time was 91%, «four|six» percentage points below the figure of 95% for 2015.",
    "Contacts numbered 1,250, «130|310» more than the total of 1,120 for the year before.",
    "The panel saw 84 cases, «12|21» fewer than the number (96) that it saw in 2014.",
    "The list for speech therapy has «halved|doubled». There were 80 children on it in 2014 and 40 in 2015.",
    "Turnover has «fallen|risen» in the year. It was 16% in March 2014 and 12% in March 2015.",
    "The number of homes has «trebled|doubled» since the last plan. It stood at four in 2010; it now stands at 12.",
    "Vacancies have «gone down|gone up». In 2014 there were 46, and in 2015 there were 31.",
    "In 2013 there were 640 checks; in 2014 there were «60 more, or 700|60 fewer, or 700».",
    "In 2013 the team held 210 cases, and in 2014 it held «30 fewer, that is 180|30 more, that is 180».",
    "In 2013 there were 96 foster homes; a year later there were «12 fewer, at 84|12 more, at 84».",
    "Visits on time, by team: North 41, South 36, East 28 and West 33. North did «best|worst».",
    "The numbers of late visits were York 14, Hull 22 and Selby 9. Hull did «worst|best» of the three.",
    "Plans in date by team: North 41 of 50, South 36 of 50, East 28 of 50. East fared «worst|best».",
    "Of the three areas (York 84%, Hull 77%, Selby 91% on time), «Selby|Hull» performed best.",
    "«Selby|York» was best, with 91% on time, ahead of York (84%) and Hull (77%).",
    "The three areas had 40 visits each. The «Selby|York» area, with the largest number on time, will share its method (York 31, Hull 27, Selby 36).",
    "The «Hull|York» office, which had the fewest late visits, is to be thanked (York 31, Hull 7, Selby 36).",
    "The two forms that were used the least will be dropped. The «blue|green» form, with the highest number of uses, stays (blue 71, green 12, red 15).",
    "Hull, with 64 visits, was «second|third», behind York (71) and ahead of Selby (40).",
    "Selby (40 visits) came «last|second», after York (71) and Hull (64).",
    "Emotional abuse (44 plans) takes «second|first» place, after neglect (61) and before physical abuse (12).",
    "The callers were aged under 20 (14), 20 to 29 (31), 30 to 39 (52) and 40 or over (27). The largest group was of those aged «30 to 39|20 to 29».",
    "By age the pupils were: 5 to 7, 31; 8 to 10, 44; 11 to 13, 62; 14 to 16, 28. The fewest were aged «14 to 16|5 to 7».",
    "By length of wait: under 4 weeks, 22; 4 to 8 weeks, 41; over 8 weeks, 13. The biggest group waited «4 to 8 weeks|under 4 weeks».",
    "Of three groups of carers (under 40: 12; 40 to 59: 71; 60 and over: 33) the «largest|smallest» is of those who are 40 to 59.",
    "Late visits were most frequent in «York|Hull», where there were 31, as against 22 in Hull and nine in Selby.",
    "Vacancies were fewest in «Selby|York», where there were four, as against 12 in York and nine in Hull.",
    "Complaints were most numerous in «housing|schools», with 41, compared with 28 in schools and 19 in transport.",
    "Among the reasons that were given (cost 41, distance 28, time 19, other 12) «cost|distance» was the reason given most often.",
    "Of the causes recorded (neglect 61, emotional abuse 44, physical abuse 12) «neglect|emotional abuse» was the cause named most often.",
    "Of the ways to reach us (telephone 310, email 420, letter 25) «letter|email» was the one used least.",
    "«Telephone|Email» was used most often of the ways to reach us (telephone 510, email 420, letter 25).",
    "Complaints numbered 61 in 2013, against 48 in 2012. The increase of «13|31» is put down to the new leaflet.",
    "The team wrote 210 letters in May 2015 compared with 190 in May 2014. This rise of «20|10» is small.",
    "Attendance has «improved|fallen» since the spring. It was 84% in April 2015 and 91% in October 2015.",
    "A larger number of carers came in 2016 (88) than in 2015 (70), a rise of «18|28».",
    "Longer waits were seen in 2016 (31 days) than in 2015 (26 days), an increase of «five|nine» days.",
    "Reviews took 28 days, «four|eight» days below the figure of 32 for 2012.",
    "In 2014 there were 310 calls; in 2015 there were «40 fewer, or 270|40 more, or 270».",
    "The use of taxis has «doubled|halved». In 2013 there were 110 journeys, and in 2014 there were 220.",
    "Visits in time were: East 81%, West 76% and South 92%. West fared «worst|best».",
    "The areas were asked for their late plans (East 12, West 31, South 9). South did «best|worst» of them.",
    "Training, with 12 requests, came «last|first», behind reports (44) and advice (31).",
    "The «West|South» panel, which had the highest number of cases, will be split (East 12, West 31, South 9).",
    "Pupils by age: 4 to 6, 21; 7 to 9, 38; 10 to 12, 17. The smallest group is that aged «10 to 12|4 to 6».",
    "The wait was under 2 weeks for 40, 2 to 4 weeks for 71 and over 4 weeks for 22. Most numerous were those who waited «2 to 4 weeks|over 4 weeks».",
    "Visits by quarter: 48, 51, 62 and 51. Complaints by quarter: 41, 47, 39 and 52. Quarter 3 had the most visits and the «fewest|second most» complaints.",
    "In quarter 1, 48 pupils joined; in quarter 2, 51; in quarter 3, 62; in quarter 4, 53. The «lowest|second lowest» figure of the four was that of quarter 1.",
    "The last four quarters gave 265, 297, 342 and 318 calls (quarter 4 of 2020/21 to quarter 3 of 2021/22). The peak was quarter «2|3» of 2021/22.",
    "Subjects in order of frequency:\n\n* noise: «64|46»\n* litter: 47\n* parking: 43\n* other: 55",
    "If the areas are put in order of their calls, beginning with the most, the sequence is York (104), «Hull (71), Selby (45)|Selby (45), Hull (71)» and Ripon (26).",
    "York, with 104 calls, stands first; Hull, with seventy-one, is «second|third», Selby, with forty-five, comes next, and Ripon brings up the rear with twenty-six.",
    "Ripon, where twenty-six calls arose, is the district with the «fewest|most»; Selby had forty-five, Hull seventy-one and York 104.",
    "The calls were about noise (64), litter (47), parking (43) and dogs (31). The second most common subject was «litter|parking».",
    "Visits in time stood at 92% in 2013/14 and at 94% in 2014/15. Members will wish to note this «rise|fall».",
    "Within 20 days we answered 87% of complaints (81% in 2014). Timeliness is «better|worse» than it was.",
    "Visits by quarter: 42, 47, 40 and 51. Busiest: quarter 4. Quietest: quarter «3|1».",
    "Listed from «highest to lowest|lowest to highest», the areas are these: York, 71 visits; Hull, 64 visits; Selby, 40 visits.",
    "Areas by visits, «fewest|most» first: Selby (40); Hull (64); York (71).",
    "The lowest number of good files was met with in the «court|duty» team (the numbers being 37 in court, 41 in duty and 54 in adoption).",
    "The fostering team leads with 58 visits, the adoption team comes «second|third» with 54, and duty (41) and court work (37) come after.",
)
IN_A_TABLE = (
    "Quarter 3 was «down|up» on quarter 2.",
    "The first quarter was «higher|lower» than the fourth quarter.",
    "Calls peaked in quarter «2|3».",
    "The «highest|second highest» number was in quarter 2.",
    "Quarter 3 was the «second highest|highest».",
    "The second quarter was the «busiest|quietest» of the year.",
    "The fewest calls came in the «fourth|first» quarter.",
    "Quarter 2 had the most calls, with quarter «3|1» coming second.",
    "«Quarter 4|Quarter 1» had the lowest number of calls.",
)
_CALLS = "Table: Calls in each quarter\n| Quarter | Calls |\n| Quarter 1 | 265 |\n| Quarter 2 | 342 |\n| Quarter 3 | 318 |\n| Quarter 4 | 251 |\n\n"
OF_ANOTHER = (
    "Adoptions came to 42, as against 48 in 2015. The fall of 12% in England was larger.",
    "Visits came to 310 in 2018, compared with 285 in 2017. The increase of 40 hours in the budget made this possible.",
    "There were 56 complaints in 2014 and 71 in 2013. The region had a reduction of 30.",
    "In the first half-year we held 118 reviews and 14 meetings. The rise of 20 was in York.",
    "The difference between York (64) and Hull (51) is 13. The difference last year was 20.",
    "Fewer children came in 2016 (42) than had been planned (60), and costs fell by 12%.",
    "More boys (31) than girls (24) were seen, and the number of boys has risen by four.",
    "Waits were 44 days, two days above the target of 42 and six above the 38 of 2015.",
    "The average wait has halved. The four homes and eight schools are in York.",
    "The service has grown. It had 12 workers in York and eight in Hull in 2015.",
    "The list has halved in two years. There were 12 boys and 14 girls on it in May 2015.",
    "North held 41 reviews, South 36. East did best in the audit of quality.",
    "The team had 31 visits in May 2015. The best of the four homes has 12 places.",
    "York came first in the inspection, with Hull second and Selby last: they have 12, 15 and 19 homes.",
    "York (71 visits) came first to the new system, then Hull (80) and Selby (95).",
    "Social workers came second, after schools (31) and health (44), in the order of the survey, in which 12 took part.",
    "The first meeting was in York (12 people), the second in Hull (31) and the last in Selby (20).",
    "Of the 40 visits, 12 were in York, and the last was in Selby (9).",
    "The largest number of those aged 5 to 7 live in York: 31 are 5 to 7, and 44 are 8 to 10.",
    "The best result was in York (31 of 40 on time), and the worst in Hull (12 of 40).",
    "The children were aged 5 to 7 (31) and 8 to 10 (44). The largest rise was in those aged 5 to 7.",
    "In 2013 there were 640 checks; in 2014 there were 60 more in York alone, or 210 there.",
    "Staff were asked which support they valued most: peers 31, managers 44, training 12. The rise was greatest for peers.",
    "The number of late visits has fallen. It was 22 in York and 31 in Hull in May 2015.",
    "York did best on time (91%), and Hull did best on cost. In all 84% were on time.",
    "Visits on time were 41 in North and 36 in South. South did best when weighed by size.",
    f"{_CALLS}Quarter 3 was the busiest quarter but one.",
    f"{_CALLS}Quarter 1 had the smallest number of late calls, four.",
    "Turnover has risen in the region. Ours was 16% in 2014 and 12% in 2015.",
    "We had 40 plans in May 2014 and 52 in May 2015. An increase of 5% in the budget was agreed.",
    "We had 40 plans in May 2014 and 52 in May 2015. The fall of six in York was made up elsewhere.",
    "There were 40 homes in 2014 and 52 in 2015. The change is welcome, and 12 staff were hired.",
    "Visits came to 40 in May 2014 and 52 in May 2015. The difference of two days between teams has gone.",
    "More children came to the first event (31) than to the second, and 12 came to both.",
    "The list has grown. It had 40 names in York, and 52 in Hull in May 2015.",
    "York was first, before Hull and Selby, to take up the 12 new posts; Hull took 20.",
    "The best of the homes has 12 places; the worst has 8.",
    "Children aged 5 to 9 made 31 calls and those aged 10 to 14 made 44. The longest call was from a child aged 5 to 9.",
    "The panel, which had the largest budget, met 12 times (York 4, Hull 6, Selby 2).",
    "Pupils were asked what they liked best: sport 31, music 40, art 12. They were asked what they liked least in May.",
    "The number of orders rose from 12 in 2013 to 31 in 2014. A claim in the press that orders had fallen is not taken from our figures.",
    "The youngest child is 8; the oldest is 17; the mean is 11, and 36 were asked.",
    "Stability: 46 children had three or more placements; 9.5% of 484; 2017/18: 11.8%.",
    "The placements budget of £19.4m was exceeded by £1.2m.",
    "Contract: spend £186,000; profiled budget £180,000; overspend £6,000.",
    "Visits came to 1,146 in all. The north drives the growth: 311 in August 2016, up 29 on the year.",
    "The north is the largest area at both dates; 282 in August 2015 and 311 in August 2016.",
    "Waits rose from 31 days to 40 days, nine days above the 31 of 2014 and two below the 42 of England.",
)
OF_ANOTHER += (
    "Theft was the largest group on the list: 31 offences in quarter 1; 40 in quarter 2.",
    "Neglect remained the most common reason: 52 plans in 2014; 61 in 2015.",
    "With 81% on time, leaving care had the highest share; care planning had 74%, the care team 66% and family care 52%.",
    "The share of reviews on time, at 71% in 2014 and 84 in 2015, has risen, and it stands above the 80% which the board had set itself as a target.",
    "Take-up was 64% in 2015, has grown since and stays below the 75% that the board asked for.",
    "Boys on the list, though they were 31 only, had more visits than the 44 who were girls.",
    "The number of first entrants, at 62 for the year to May 2018, is lower by more than a fifth than the 80 of the year to May 2017.",
    "At the end of 2016 the check took in 260 drivers, of whom 234, or 90%, were in date; the 95% of drivers found at the end of 2017 is better by five points.",
    "The 56% that were good or better last half year were of all teams; the 60% of this half year are too.",
    "Of files read in May 2014, 71% were good or better; of those in May 2015 it was 68%.",
    "Pupils with grade C or higher were 62% in 2015, against 66% in 2014.",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_wrong_word_or_amount_is_found_and_a_right_one_left_in_peace(text):
    assert keys(_EDIT.sub(r"\1", text)) == set()
    assert keys(_EDIT.sub(r"\2", text))


@pytest.mark.parametrize("text", OF_ANOTHER)
def test_what_is_said_of_another_thing_is_left_in_peace(text):
    assert keys(text) == set()


@pytest.mark.parametrize("text", IN_A_TABLE)
def test_a_rank_is_held_against_the_rows_of_a_table(text):
    assert keys(_CALLS + _EDIT.sub(r"\1", text)) == set()
    assert len(keys(_CALLS + _EDIT.sub(r"\2", text)) & {"rank-denied", "direction-denied"}) == 1
