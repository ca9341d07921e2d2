"""Sentences that each constraint finds, and sentences like them that it leaves in peace."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import pytest

from tests.constraints.test_constraints import keys, noted

WRONG = {
    "Figures for Q5 will follow.": "outside-calendar",
    "Month 16 is reported here.": "outside-calendar",
    "Weeks 4, 8 and 72 were busy.": "outside-calendar",
    "Reports for the five quarters of 2015/16 are online.": "outside-calendar",
    "Both panels (county, city and coast) have new chairs.": "named-unlike-number",
    "Visits were made on two dates: 3 May, 5 June and 9 July 2015.": "named-unlike-number",
    "None of the 36 orders was late. Thirty-one orders came without delay.": "claim-unlike-number",
    "Of the 60 homes, 60 have a plan. Ten of the 60 are without one.": "claim-unlike-number",
    "No school is without a policy: 85 of 88 have one.": "claim-unlike-number",
    "All 90 children named a friend; nine named no one.": "claim-unlike-number",
    "In 2015 there were 20 late visits, up from 31 in 2014.": "change-denied",
    "The budget is £8.4m. We expect to spend £8.9m, which is below budget.": "direction-denied",
    "Of 900 contacts a quarter (325) became referrals.": "claim-unlike-number",
    "They were aged under 5, 4 to 9 and 10 to 15.": "ages-overlap",
    "Spend was £148,000 against a budget of £155,000. It was kept above budget.": "direction-denied",
    "Late visits stood at 22 in 2013. In 2014 there were 16, an increase.": "direction-denied",
    "The last report counted 468 posts. There are now 498, an increase of 12.": "direction-denied",
    "There were 64 checks late on 1 May 2014 and 40 on 1 May 2015, 14 fewer.": "direction-denied",
    "We took 45 calls, six more than in the year before, when there were 36.": "change-denied",
    "Absence was cut by a third, from 24 in 2013 to 12 in 2014.": "change-denied",
    "The police made 90 calls, schools 70 and shops 40. Schools were the largest source.": (
        "rank-denied"
    ),
    "The calls were these: police 90; schools 70; shops 40. Shops ranked second.": "rank-denied",
    "Replies took 9 days (York), 14 days (Hull) and 41 days (Selby). Hull was the slowest.": (
        "rank-denied"
    ),
    "In order of size, they are York (£64,000), Selby (£41,000) and Hull (£58,000).": "rank-denied",
    "York gave £64,000, Hull £58,000 and Selby £41,000. Only Selby gave more than Hull.": (
        "rank-denied"
    ),
    "Of the 38 disputes, 31 were settled at stage one. Fewer than half were settled at stage one.": (
        "claim-unlike-number"
    ),
    "Of the 27 leavers, 24 found work. All of them are therefore in work.": "claim-unlike-number",
    "In all, 31 pupils in care sat tests in May 2015.\n\nSix of the 39 pupils in care who sat tests in May 2015 passed.": "number-unlike-before",
    "We held 57 team planning meetings.\n\nNotes of the 75 team planning meetings were sent.": (
        "number-unlike-before"
    ),
    "The two aims for 2015 are attendance and reading, together with numeracy.": (
        "named-unlike-number"
    ),
    "We ask for two changes, the first a form, the second a plan and, thirdly, a leaflet.": (
        "named-unlike-number"
    ),
    "Money was spent on four purposes:\n\n* books\n* pens\n* desks": "list-length",
    "Re-referrals were 19% in the first half-year and 23% in the second, and so have improved.": "direction-denied",
    "The wait was 28 days in 2013; it is now 35 days, which is shorter.": "direction-denied",
    "We have seen a rise in complaints: 41 last year against 33 this year.": "direction-denied",
    "Complaints came mostly from parents (22), followed by schools (14) and carers (19).": "rank-denied",
    "There were two reasons for this. The first was ice. The second was the move. The third was cost.": "named-unlike-number",
    "The budget for short breaks is £640,000. We spent £655,000, over the budget of £460,000.": "sum-unlike-before",
    "It took 34 days in 2013 and 39 days in 2014, so that it has got better.": "direction-denied",
    "We had 40 visits in May 2014, going to 30 in the end, a rise.": "direction-denied",
}
RIGHT = (
    "In quarter 1, 48 children were seen; in quarter 2, 51; in quarter 3, 62.",
    "It was 11 in quarter 3 and 7 in quarter 4.",
    "The panel met nine times. Members came to eight of the nine meetings.",
    "We have three aims: to listen, to act and to tell people what was done.",
    "On 31 March 2015 we had 97 homes. Of the 97, 12 are new. In 2014 there were 91 homes.",
    "Complaints fell from 41 to 33, and compliments rose from 12 to 19.",
    "There were 33 complaints, eight fewer than the 41 of 2014, and 19 compliments, seven more than the 12 of 2014.",
    "The highest number came from York (22), although Selby, with 14, has grown most.",
    "The smallest school has 60 pupils and the largest 1,200.",
    "In spring 12 children waited; by summer it was nine, and now there are 14, the highest since 2010.",
    "Two sessions were held, on 3 May 2015 and 9 June 2015, and a third is planned.",
    "The two boards, of York and of Selby, meet on 4 May 2015.",
    "The budget of £2.5m was set in March 2015. The grant of £0.4m was spent. The budget of 2014 was £2.2m.",
    "All 18 schools took part, and 14 of the 18 sent pupils.",
    "Each of the 12 homes has a plan. Nine of the 12 plans are new.",
    "Numbers rose by 12 to 60 and then fell by 4 to 56.",
    "The average was 14 days in May 2015, better than the 16 days of April 2015 and close to the target of 13.",
    "Staff turnover was 14%, up from 11% in 2014 but below the 16% of 2013.",
    "In the first quarter 40 visits were made and in the second 52, 12 more.",
    "The share of late visits improved from 12% to 9%.",
    "We know of 31 children who move often. The 31 children live in York. Twelve children live in Selby.",
    "Two of the four homes, the largest with 12 places and the smallest with 5, were full.",
    "Last year 40 carers came to the event. This year 22 carers left, a rise of 6 on the year before.",
    "The three largest teams have 31, 28 and 24 workers; the smallest has 9.",
    "Of the 60 reviews, 48 were on time. All reviews are therefore now booked by the team itself.",
    "Of the 31 families, 19 wanted help with sleep. Most were seen at home.",
    "We visited six homes in May: four were good and two were outstanding.",
    "In 2014 we took 310 calls. The number of letters rose to 45 in 2015.",
    "The oldest child was 17 and the youngest 3; there were 14 in all.",
    "Waits fell from 14 to 9 days in May 2015 but rose again to 11 in June 2015.",
    "Spending was £2.4m, £0.1m below the budget of £2.5m and £0.2m above the £2.2m of last year.",
    "The largest increase was in Selby, from 12 to 20, and the smallest in York, from 40 to 41.",
    "On 1 May 2015 there were 40 cases in York. On 1 May 2015 there were 22 cases in Selby.",
    "We asked 80 carers. The 52 carers who replied were glad.",
    "The team held 14 meetings in May 2015. The 12 meetings held in June 2015 were shorter.",
    "Three themes came from the audits: plans that are late, visits that are short and files that are thin.",
    "None of the 14 appeals was upheld; 12 were dismissed and two withdrawn.",
    "Schools made the most referrals (90), with police second (70) and health third (44).",
    "Half of the 40 carers had a break of a week, and 12 had two breaks.",
    "Referrals were up 4% on 2014, contacts down 3% and assessments up 12%.",
    "The rate fell from 62 to 58 per 10,000, which is lower than the 64 of our neighbours.",
    "In May 2015 there were 12 more children than in May 2014, when there were 188, so that there were 200.",
    "The vacancy rate is 12%, better than the 15% of the region and worse than the 9% of England.",
    "Attendance was 91% in autumn and 93% in spring; the target is 95%.",
    "All of the nine homes were inspected in the year; six of the nine were good.",
    "The colour has improved: 40 in 2013 and 30 in 2014.",
    "Children aged 5 to 9, and parents aged 30 to 40, came.",
    "We have four aims: care, and voice, plans, visits.",
    "Of the reviews 12 of the 30 against a target, or half, were late.",
    "Visits rose from over 20 to 34, a rise of 12. They rose from 0 to 50, a rise of 50%.",
    "Re-referrals were 23% in the first half-year and 19% in the second, and so have improved.",
    "The wait was 28 days in 2013; it is now 35 days, which is longer.",
    "We have seen a drop in complaints: 41 last year against 33 this year.",
    "Complaints came mostly from parents (22), followed by schools (14) and carers (9).",
    "There were two reasons for this. The first was ice. The second was the move.",
    "The budget for short breaks is £640,000. We spent £655,000, over the budget of £640,000.",
    "Spend was £148,000 against a budget of £155,000. It was kept within budget.",
    "Late visits stood at 22 in 2013. In 2014 there were 16, a decrease.",
    "The last report counted 486 posts. There are now 498, an increase of 12.",
    "There were 54 checks late on 1 May 2014 and 40 on 1 May 2015, 14 fewer.",
    "We took 45 calls, nine more than in the year before, when there were 36.",
    "Absence was cut by a third, from 24 in 2013 to 16 in 2014.",
    "The calls were these: police 90; schools 70; shops 40. Shops ranked third.",
    "Replies took 9 days (York), 14 days (Hull) and 41 days (Selby). Selby was the slowest.",
    "In order of size, they are York (£64,000), Hull (£58,000) and Selby (£41,000).",
    "York gave £64,000, Hull £58,000 and Selby £41,000. Only York gave more than Hull.",
    "Of the 38 disputes, 31 were settled at stage one. Most were settled at stage one.",
    "Of the 27 leavers, 24 found work. Nearly all of them are therefore in work.",
    "In all, 31 pupils in care sat tests in May 2015.\n\nSix of the 31 pupils in care who sat tests in May 2015 passed.",
    "The two aims for 2015 are attendance and reading. The three homes are safe and warm.",
    "We ask for three changes, the first a form, the second a plan and, thirdly, a leaflet.",
    "Money was spent on three purposes:\n\n* books\n* pens\n* desks",
    "On 1 May 2015 there were 201 plans. The number fell in April and is now 201 again.",
    "Visits fell to 201 in May 2015; in May 2014 they were 201.",
    "Every half-year the 60 workers are asked, and 60 answered.",
    "We visited 12 homes on three days in May 2015.",
    "The month of May had 31 visits. The year had 40.",
    "A week later 60 of the 80 carers had answered.",
    "The first quarter had 40 visits, and the last 60.",
    "Two boards met, in York and in Hull and Selby.",
    "The grant of £2.0m pays for staff (£1.2m) and training (£0.8m).",
    "Figures for Q4 will follow. In six months 84 visits were made in weeks 4, 8 and 12.",
    "The last five quarters were busy.",
    "Both panels (county and city) have new chairs. Both were glad.",
    "Visits were made on two dates: 3 May and 9 July 2015.",
    "The review ran for four days, from Monday 18 May to Thursday 21 May 2015.",
    "None of the 36 orders was late. Thirty-six orders came without delay.",
    "None of the five homes requires improvement: four are good and one is outstanding.",
    "Of the 60 homes, 60 have a plan. None of the 60 is without one.",
    "All 90 children named a friend; none named no one.",
    "In 2015 there were 31 late visits, up from 20 in 2014.",
    "The budget is £8.4m. We expect to spend £8.1m, which is below budget.",
    "Of 900 contacts a quarter (225) became referrals.",
    "They were aged under 5, 5 to 9 and 10 to 15. All were aged 0 to 15, and 40 aged 5 to 9.",
    "Of the 80 carers, 60 had a mentor and 50 had a course.",
    "Ninety carers replied. Sixty had a mentor, and 55 said that it helps.",
    "We closed 60 cases in May and 45 in June. The other team closed 30.",
)


@pytest.mark.parametrize(("text", "key"), WRONG.items())
def test_a_wrong_sentence_is_found(text, key):
    assert key in noted(text)


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_sentence_is_left_in_peace(text):
    assert keys(text) == set()
