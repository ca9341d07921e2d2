"""Ways that things went, and what is more than another, right and with a slip."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.timing.days.passages import right_of, wrong_of

# Words of rise and fall, of better and worse, against their two values.
TRENDS = (
    "Plans «fell|rose» during the year. We started it with 212 and ended it with 189.",
    "Vacancies «rose|dropped» again. They stood at 38 in March 2014 and at 41 in March 2015.",
    "Own care became «cheaper|dearer» (£402 a week in 2013/14, £398 in 2014/15).",
    "Agency care became «dearer|cheaper» (£868 a week in 2013/14, £894 in 2014/15).",
    "Complaints «declined|increased» over the year: 96 in 2013/14 and 71 in 2014/15.",
    "Referrals «grew|fell»: there were 1,184 in 2013/14 and 1,312 in 2014/15.",
    "The number of open cases «climbed|dropped» (614 in March 2014, 702 in March 2015).",
    "The number of audits «rose|fell» again (48 in 2013/14, 64 in 2014/15).",
    "The number of placements «shrank|grew» in the year: 142 in March 2014 and 127 in March 2015.",
    "Foster households «dwindled|increased». There were 184 in March 2014 and 171 in March 2015.",
    "The budget «swelled|shrank». It was £2.1m in 2013/14 and £2.6m in 2014/15.",
    "The cost of transport «went up|came down»: it was £412,000 in 2013/14 and £455,000 in 2014/15.",
    "Spending on agency staff «came down|went up» over the year. It was £1.4m in 2013/14 and £1.1m in 2014/15.",
    "Waiting lists «shortened|lengthened» in the year: 86 families in 2013/14 and 61 families in 2014/15.",
    "The wait grew «longer|shorter» (14 days in 2013/14, 19 days in 2014/15).",
    "Waits were «shorter|longer» (21 days in March 2014, 16 days in March 2015).",
    "Answers were «quicker|slower» (18 days in 2013/14, 12 days in 2014/15).",
    "Assessments were «slower|quicker» (31 days in 2013/14, 38 days in 2014/15).",
    "Checks became «faster|slower» (24 days in 2013/14, 17 days in 2014/15).",
    "Visits on time «improved|worsened» (81% in 2013/14, 88% in 2014/15).",
    "Attendance «deteriorated|improved» over the year: 94% in 2013/14 and 89% in 2014/15.",
    "The timeliness of reviews was «better|poorer» (76% in 2013/14, 83% in 2014/15).",
    "Completed training «weakened|strengthened» in the year: 91% in 2013/14 and 84% in 2014/15.",
    "Overdue actions «fell|rose» in number. There were 27 in September 2014 and 19 in September 2015.",
    "The number of adoptions «dropped|rose» in the year. We recorded 34 in 2013/14 and 22 in 2014/15.",
    "The number of exclusions «rose|fell» once more. There were 58 in 2013/14 and 73 in 2014/15.",
    "The caseload became «lower|higher»: the count was 22 in March 2014 and 18 in March 2015.",
    "The number of DBS checks «increased|decreased» in the year. The total was 540 in 2013/14 and 612 in 2014/15.",
    "The count of missing episodes «decreased|increased» over the year: 246 in 2013/14 and 198 in 2014/15.",
    "Early help plans «expanded|shrank» in number. There were 310 in 2013/14 and 402 in 2014/15.",
    "The bill for residential care «rose|fell» in 2014/15: it had been £3.2m and was £3.6m.",
    "Legal costs «fell|rose» in 2014/15: they had been £610,000 and were £540,000.",
    "The number of children in care «grew|shrank» in the half-year. The half-year opened with 412 and closed with 438.",
    "The number of plans «dropped|climbed» in the quarter. The quarter began with 236 and ended with 219.",
    "The number of carers «rose|fell» in the year. The year opened with 171 and closed with 184.",
    "The number of complaints «rose|fell» in the second quarter. It was 41 in September 2014 and 52 in September 2015.",
    "Sickness became «less costly|more costly» (£310 a head in 2013/14, £264 in 2014/15).",
    "Translation became «more expensive|less expensive» (£44 an hour in 2013/14, £52 in 2014/15).",
    "* Contacts «rose|fell» in the year: 3,120 in 2013/14 and 3,388 in 2014/15\n* Assessments took longer",
    "* Inspections «fell|rose» in number (18 in 2013/14, 13 in 2014/15)\n* Every home was seen",
)
# The more and the fewer of two things, in prose, lists and tables.
COMPARED = (
    "The police made 90 calls, schools 70 and shops 40. Calls from «schools|shops» exceeded those from «shops|schools».",
    "The police made 90 calls, schools 70 and shops 40. The «police|shops» outnumber «schools|police».",
    "Plans were for neglect (94), emotional abuse (61) and physical abuse (22), and so neglect by itself «outnumbers|is outnumbered by» emotional and physical abuse together.",
    "Plans were for neglect (94), emotional abuse (61) and physical abuse (52). Neglect «is exceeded by|exceeds» emotional and physical abuse together.",
    "Foster care had 140 children, homes 62 and hostels 18. Homes «outnumber|are outnumbered by» hostels.",
    "Foster care cost £4.1m, homes £2.6m and hostels £0.4m. Homes «exceeded|were exceeded by» hostels.",
    "Health gave 48 referrals, schools 96 and housing 31. Referrals from health «fell short of|exceeded» those from schools.",
    "Health gave 48 referrals, schools 96 and housing 31. Referrals from housing «were fewer than|were more than» those from health.",
    "The audits found 36 files good, 41 fair and 19 poor. Good files «are fewer than|exceed» fair files.",
    "The audits found 36 files good, 41 fair and 19 poor. Fair files «outnumber|are fewer than» poor files.",
    "North held 120 cases, East 95 and West 60. Cases in East «are fewer than|are more than» those in North.",
    "North held 120 cases, East 95 and West 60. North «exceeds|falls short of» East.",
    "North held 120 cases, East 95 and West 60. North «is less than|is more than» East and West together.",
    "Teachers returned 214 forms, nurses 58 and officers 102. Nurses «are outnumbered by|outnumber» officers.",
    "Teachers returned 214 forms, nurses 58 and officers 102. Teachers «exceed|fall short of» nurses and officers together.",
    "Of the placements, 84 were in the city, 57 in the county and 33 beyond it. Placements in the county «are exceeded by|exceed» those in the city.",
    "* North: 120 cases\n* East: 95 cases\n* West: 60 cases\n\nCases in East «exceed|fall short of» those in West.",
    "* Neglect: 94 plans\n* Emotional abuse: 61 plans\n* Physical abuse: 22 plans\n\nNeglect «outnumbers|is outnumbered by» emotional abuse.",
    "* Health: 48 referrals\n* Schools: 96 referrals\n* Housing: 31 referrals\n\nSchools «exceed|fall short of» health and housing together.",
    "Table: Checks by group\n| Group | Checks |\n| Teachers | 214 |\n| Nurses | 58 |\n| Drivers | 102 |\n\nDrivers «outnumber|are outnumbered by» nurses.",
    "Table: Cases by area\n| Area | Cases |\n| North | 120 |\n| East | 95 |\n| West | 60 |\n\nWest «is lower than|is higher than» East.",
    "Table: Spending\n| Service | Pounds |\n| Fostering | 410 |\n| Homes | 260 |\n| Transport | 90 |\n\nHomes «exceed|fall short of» transport.",
    "Harbour had 31 placements, Beacon 22 and Lantern 9. Harbour «outnumbers|is outnumbered by» Lantern.",
    "Harbour had 31 placements, Beacon 22 and Lantern 9. Lantern «falls short of|exceeds» Beacon.",
    "York sent 38 referrals, Selby 22 and Hull 45. Referrals from Hull «exceed|fall short of» those from York.",
    "York sent 38 referrals, Selby 22 and Hull 45. Referrals from York «are exceeded by|exceed» those from Hull.",
    "Elm House had 24 complaints, Oak House 12 and Ash House 9. Oak House «is exceeded by|exceeds» Elm House.",
    "Table: Moves by age\n| Age | Moves |\n| Infants | 14 |\n| Juniors | 32 |\n| Seniors | 57 |\n\nJuniors «are outnumbered by|outnumber» seniors.",
    "Table: Actions\n| State | Actions |\n| Complete | 38 |\n| Late | 17 |\n| Planned | 9 |\n\nLate actions «exceed|fall short of» planned actions.",
    "* Harbour: 31 placements\n* Beacon: 22 placements\n* Lantern: 9 placements\n\nPlacements with Beacon «are exceeded by|exceed» those with Harbour.",
)
# Two values of one measure, each with the people or things counted.
GROUPS = (
    "Calls taken: 198 in 2013/14 (paid staff and volunteers) and 224 in 2014/15 (paid staff «and volunteers|only»).",
    "Files checked: 64 in 2013/14 (all teams) and 81 in 2014/15 (all teams«| but leaving care»).",
    "DBS checks held: 412 in 2013/14 (teachers and governors) and 388 in 2014/15 (teachers «and governors|alone»).",
    "Complaints: 96 in 2013/14 (children and parents) and 71 in 2014/15 (children «and parents|without parents»).",
    "In 2013/14 there were 58 exclusions (primary and secondary schools) and in 2014/15 73 exclusions (primary and secondary «schools|schools and units»).",
    "Days lost came to 1,640 in 2013/14 (permanent staff) and to 1,920 in 2014/15 (permanent «staff|and agency staff»).",
    "Visits: 312 in 2013/14 (homes and hostels in the county) and 268 in 2014/15 (homes «and hostels in the county|in the county»).",
    "Spending was 61% in 2013/14 (care and legal costs) and 66% in 2014/15 (care «and legal costs|costs and transport»).",
    "Answers came in time: 81% in 2013/14 and 87% in 2014/15. The first is for all complaints decided and the second for «all complaints decided|decided complaints of parents».",
    "Visits were on time: 76% in 2013/14 and 84% in 2014/15. The first is for children in care and the second for «children in care|children in care within the county».",
    "Audits graded good: 41% in 2013/14 and 52% in 2014/15. The first covers all files read and the second covers «all files read|files read twice».",
    "Staff trained: 88% in 2013/14 and 93% in 2014/15. The first figure is for all staff and the second figure for «all staff|permanent staff».",
    "Checks in date: 91% in 2013/14 and 96% in 2014/15. The first number counts teachers and drivers and the second counts «teachers and drivers|teachers».",
    "Volunteers are counted in 2014/15 for the first time, so that the 224 of this year «cannot|can» be set beside the 198 of 2013/14 without adjustment.",
    "Agency staff were included in 2014/15 for the first time, so that the two numbers are «not directly|directly» comparable.",
    "Kinship carers were counted in 2014/15 for the first time, and the two counts are «not on the same|on the same» basis.",
    "Governors are included in 2014/15 for the first time, so the two years «cannot be|can be» compared.",
    "* 198 in 2013/14 (paid staff and volunteers)\n* 224 in 2014/15 (paid staff «and volunteers|only»)",
    "* 1,184 referrals in 2013/14 (police and schools)\n* 1,312 referrals in 2014/15 (police« and schools| and health»)",
    "Table: Answers\n| Year | Per cent | Complaints counted |\n| 2013/14 | 81 | All decided |\n| 2014/15 | 87 | All decided«| from parents» |",
    "Table: Checks\n| Year | In date | Who is counted |\n| 2013/14 | 91 | Teachers and drivers |\n| 2014/15 | 96 | Teachers« and drivers| alone» |",
    "Table: Placements\n| Year | Moves | Basis |\n| 2013/14 | 61 | Children in foster care |\n| 2014/15 | 48 | Children in foster care«| and kinship care» |",
    "Table: Sickness\n| Year | Days | Population |\n| 2013/14 | 640 | Permanent staff |\n| 2014/15 | 590 | Permanent «staff|and agency staff» |",
)


@pytest.mark.parametrize("passage", TRENDS, ids=lambda text: text[:40])
def test_a_trend_has_the_way_of_its_values(passage):
    assert right_of(passage) == set()
    assert {"trend-denied", "direction-denied"} & wrong_of(passage)


@pytest.mark.parametrize("passage", COMPARED, ids=lambda text: text[:40])
def test_a_comparison_is_borne_by_its_numbers(passage):
    assert right_of(passage) == set()
    assert {"comparison-denied", "direction-denied"} & wrong_of(passage)


@pytest.mark.parametrize("passage", GROUPS, ids=lambda text: text[:40])
def test_values_are_of_groups_alike(passage):
    assert right_of(passage) == set()
    assert "groups-unlike" in wrong_of(passage)
