"""Drawn papers about words of direction and amounts of change: wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
    "change-denied": (
        "The number rose from 16 to 14.",
        "The number has increased from 16 on 1 January 2015 to 14 on 1 December 2015.",
        "Caseloads fell from 14 in April to 16 in September.",
        "There was a fall of 3, from 16 to 14.",
        "Referrals rose by 12% from 200 to 230.",
        "Referrals rose from 200 to 230, an increase of 12%.",
        "Referrals were 230, up from 240 last year.",
        "Referrals were 230, down from 210 last year.",
        "Visits in time went from 82% to 91%, a rise of 8 percentage points.",
        "75% (42) of young people trusted their worker. This is an increase on 2014 (51%) and on 2012 (83%).",
        "The number doubled from 10 to 15.",
        "There were 188 children, compared with 210 in January, a fall of 23.",
        "There were 188 children, compared with 210 in January, an increase of 22.",
        "Attendance was 91%, above the national average of 93%.",
        "Spend fell to £1.2m from £1.1m.",
        "The number of plans fell from 120 to 131 and the number of reviews rose from 30 to 35.",
        "The number of plans fell from 131 to 120 and the number of reviews rose from 35 to 30.",
        "Contacts increased to 1,204 (from 1,350 in the year before).",
        "There were 412 places, compared with 398 in June: an increase of 17 (3.5%).",
        "There were 412 places, compared with 398 in June: an increase of 14 (5.2%).",
        "We chaired 611 reviews, 37 more than the 577 of the year before.",
        "We chaired 611 reviews, 34 more than the 577 of the year before (9%).",
        "We chaired 611 reviews, 34 fewer than the 577 of the year before.",
        "We spent £41.2m against a budget of £39.8m, an overspend of £2.4m.",
        "Contacts were 6,410, 12% more than the 5,935 of the year before.",
        "We took 26 complaints, 6 fewer than in the summer (30).",
    )
}
RIGHT = (
    "Places bought from agencies (each about £48k a year) increased from 17 on 2 May 2015 to 22.",
    "Residential places (each about £166k a year) went from 18 on 2 May 2015 to 15.",
    "There was a fall of 2, from 16 to 14.",
    "Referrals rose by 15% from 200 to 230.",
    "Referrals rose from 200 to 230, an increase of 15%.",
    "Referrals were 230, up from 210 last year, and re-referrals fell from 24% to 20%.",
    "Visits in time went from 82% to 91%, a rise of 9 percentage points.",
    "75% (42) of young people trusted their worker. This is an increase on 2014 (51%) and on 2012 (63%).",
    "The number doubled from 10 to 20, and nearly doubled from 10 to 19, and more than doubled from 10 to 21.",
    "There were 188 children, compared with 210 in January, a fall of 22.",
    "Attendance was 91%, below the national average of 93%.",
    "The fall in referrals has meant that caseloads went from 14 to 16. Ages ran from 8 to 17 in the group.",
    "Numbers did not fall from 14 to 16.",
    "Numbers rose by 5, from 16 to 21, and fell again to 18.",
    "As demand rose, the team went from 12 to 9 workers.",
    "The number of plans fell from 131 to 120 and the number of reviews rose from 30 to 35.",
    "The share rose from 20% (40 of 200) to 25% (50 of 200), an increase of 5%.",
    "There were 412 places, compared with 398 in June: an increase of 14 (3.5%).",
    "We chaired 611 reviews, 34 more than the 577 of the year before (6%).",
    "We spent £41.2m against a budget of £39.8m, an overspend of £1.4m (3.5%).",
    "We took 26 complaints, 4 fewer than in the summer (30).",
)
