"""What officers wrote in true reports and a rule took for a fault: the right passage is left in
peace, and one number or word of it put wrong is still found."""

# Kept as they would be typed: a sentence is one line.
# ruff: noqa: E501

import pytest

from tests.checks.drawn import found
from tests.constraints.draws import severities

PAIRS = [
    # The months of a run are read in full, also those whose names are words.
    (
        "Table: Certificates\n| Quarter | Number |\n| September to November 2013 | 52 |\n| December 2013 to February 2014 | 61 |\n| March to May 2014 | 58 |\n| June to August 2014 | 60 |",
        "Table: Certificates\n| Quarter | Number |\n| September to November 2013 | 52 |\n| December 2013 to February 2014 | 61 |\n| April to May 2014 | 58 |\n| June to August 2014 | 60 |",
    ),
    (
        "Table: Referrals\n| Months | Number |\n| November 2014–January 2015 | 152 |\n| February–April 2015 | 161 |\n| May–July 2015 | 158 |",
        "Table: Referrals\n| Months | Number |\n| November 2014–January 2015 | 152 |\n| February–May 2015 | 161 |\n| May–July 2015 | 158 |",
    ),
    # What a later clause calls below or above is its own subject, not the number before.
    (
        "We took 58 contacts for each working day. May was above it at 61 and June, for all that it had the most days, was below it at 55.",
        "We took 55 contacts a day in June, which was above the 58 of the year before.",
    ),
    (
        "May stood at 75 contacts a day and June was below the average of 70.",
        "May stood at 75 contacts a day, below the 70 of April.",
    ),
    (
        "Attendance in the north was 95% and the south was below the standard of 92%.",
        "Attendance in the north was 95% and was below the standard of 92%.",
    ),
    (
        "The homes ran at 84% while the hostels were lower than the 80% that was planned.",
        "The homes ran at 84%, lower than the 80% that was planned.",
    ),
    # A third thing is compared with both numbers.
    (
        "In the autumn 91% of 420 assessments were completed in time. The previous quarter’s figure was 88%, and the last national figure known to us is lower than both.",
        "In the autumn 91% of 420 assessments were completed in time. The previous quarter’s figure was 88%, so it is lower.",
    ),
    (
        "In May 312 children were seen. The month before it was 298, and our neighbours’ numbers are lower.",
        "In May 312 children were seen. The month before it was 298, and so the number is lower.",
    ),
    # The two facts are no count of those who are missing.
    (
        "Table: Audits by service\n| Service | Audited | Good or better |\n| Assessment | 37 | 17 |\n| Court work | 40 | 22 |\n| Disabled children | 25 | 10 |\n\nAssessment has the most temporary staff, and we think the two facts are connected, although the tool was not designed to test it.",
        "Table: Audits by service\n| Service | Audited | Good or better |\n| Assessment | 37 | 17 |\n| Court work | 40 | 22 |\n| Disabled children | 25 | 10 |\n\nAssessment has the most temporary staff, and that leaves 21 which were not good.",
    ),
    # What a workforce grew by is not in or out of date.
    (
        "Compliance in August was 588 in date out of 612. The workforce has grown by 28 posts, yet there are fewer people out of date than there were.",
        "Compliance in August was 588 in date out of 612, and there were 28 people out of date.",
    ),
    (
        "The homes have 240 places, and 228 were filled on 1 May. We added 16 places in June, and there are now fewer vacant than before.",
        "The homes have 240 places, and 228 were filled on 1 May. Sixteen were vacant.",
    ),
    # One that is no number is a part as well.
    (
        "We finished six inquiries. Of the six, one complaint was upheld, three were upheld in part and two were not upheld.",
        "We finished eight inquiries. Of the eight, one complaint was upheld, three were upheld in part and two were not upheld.",
    ),
    # What another year is compared with, and what is of a part, are no further parts.
    (
        "Contacts went up by a fifth, from 140 to 168. In 96 of these, advice was all that was wanted. The other 72 met the threshold for inquiries, which compares with 64 in 2011/12.",
        "Contacts went up by a fifth, from 140 to 168. In 96 of these, advice was all that was wanted. The other 82 met the threshold for inquiries.",
    ),
    (
        "Decisions are known in five of the eight cases, four resulting in a bar.",
        "Decisions are known in five of the eight cases, and four are awaited.",
    ),
    (
        "Nineteen of the 26 appeals were heard in May, twelve leading to a new plan.",
        "Nineteen of the 26 appeals were heard in May, and the other twelve in June.",
    ),
    # The first of a row of like parts is no whole of the others.
    (
        "There were 72 cases. The main concern was physical in 38 cases, sexual in 14, emotional in six and neglect in five. The remaining nine had to do with conduct in private life.",
        "There were 72 cases. The main concern was physical in 38 cases, sexual in 14, emotional in six and neglect in five. The remaining 19 had to do with conduct in private life.",
    ),
    (
        "Nineteen were upheld, eight were partly upheld and six were not. The remaining four were withdrawn.",
        "Of the 37 complaints 19 were upheld, eight were partly upheld and six were not. The remaining two were withdrawn.",
    ),
    # A share that is asked for is no value of a table, and needs no count.
    (
        "Table: Grades\n| Grade | Quarter 1 | Quarter 2 |\n| Outstanding | 3 | 4 |\n| Good | 17 | 18 |\n| Requires improvement | 16 | 12 |\n| Inadequate | 5 | 4 |\n\nThe service plan looks for 65% of files to be good or better.",
        "Table: Grades\n| Grade | Quarter 1 | Quarter 2 |\n| Outstanding | 3 | 4 |\n| Good | 17 | 18 |\n| Requires improvement | 16 | 12 |\n| Inadequate | 5 | 4 |\n\nOf all files 65% were good or better.",
    ),
    (
        "The board calls for 90% of visits to be made within ten days.",
        "In all 90% of visits were made within ten days.",
    ),
    # A verb like the name of a row names none.
    (
        "Table: Posts\n| Team | Posts | Agency |\n| Assessment | 42 | 9 |\n| Safeguarding | 46 | 8 |\n| Leaving Care | 40 | 3 |\n\nThe agency rate, at 15.7%, takes agency workers as a proportion of those at work, and so leaves uncovered posts out of the sum.",
        "Table: Posts\n| Team | Posts | Agency |\n| Assessment | 42 | 9 |\n| Safeguarding | 46 | 8 |\n| Leaving Care | 40 | 3 |\n\nThe agency rate of Leaving Care is 15.7%.",
    ),
    # “Over the same months 18 left” names no month.
    (
        "There were 27 starters in the year. Over the same months 18 left.",
        "There were 27 starters in the year. In months 16 and 18 nobody left.",
    ),
    (
        "In those winter weeks 61 came and 48 went home.",
        "In weeks 58 and 61 more came than went.",
    ),
    # A number with a half, and a clause “did so”.
    (
        "We had 1,312 meetings in the year, against 1,268 in 2014: 44 more, or three and a half per cent.",
        "Meetings rose from 1,268 to 1,312 in the year, or by five and a half per cent.",
    ),
    (
        "In May 58 were written to, 31 agreed to take part and 26 did so.",
        "In May 58 were written to and 31 replied, so 26 did not.",
    ),
    # A share in words has its own count in brackets.
    (
        "Who they are: 49 of the 61 were boys. By age, seven were under 14, 26 were 14 or 15 and 28 were older. A third (20) had been in care.",
        "Who they are: 49 of the 61 were boys. A third (26 of 61) had been in care.",
    ),
    # Whether less is better is not known of every row of a table of targets.
    (
        "Table: Measures\n| Measure | Quarter 1 | Quarter 2 | Target |\n| Re-referrals within a year | 22.1% | 19.8% | 20% |\n| Assessments in 45 days | 81% | 86% | 85% |\n| Visits on time | 90% | 88% | 95% |\n| Care leavers in touch | 92% | 93% | 95% |\n\nTwo of the four measures meet their target.",
        "Table: Measures\n| Measure | Quarter 1 | Quarter 2 | Target |\n| Re-referrals within a year | 22.1% | 19.8% | 20% |\n| Assessments in 45 days | 81% | 86% | 85% |\n| Visits on time | 90% | 88% | 95% |\n| Care leavers in touch | 92% | 93% | 95% |\n\nThree of the four measures meet their target.",
    ),
    # A figure may be the number that follows.
    (
        "The autumn figure was 95.1% and the spring figure 94.0%; flu accounts for most of the gap.",
        "The gap between the terms is explained by figure 9.",
    ),
    # What remains is of another whole than the one that its parts make up.
    (
        "We have 412 children on the list. In the year officers reached a view on 356: suitable 318, not suitable 23, and in 15 cases more is to be learnt. The remaining 56 are new.",
        "In the year officers reached a view on 356: suitable 318, and not suitable 23. The remaining 25 are new.",
    ),
    (
        "Seven went on to a review, five of which are published; of the remaining two, one is waiting for a trial and one is being written.",
        "Seven went on to a review, five of which are published; the remaining three are being written.",
    ),
    # “No” is an answer.
    (
        "Asked whether they had had enough support, 48% of 171 said no, 37% yes and 15% did not know.",
        "No families (37%) had enough support.",
    ),
    # A list of pairs has its own heading.
    (
        "Planned / done: audits 45 / 42; observations 20 / 21; samples 3 / 3.",
        "Of the audits 45 / 42 were done.",
    ),
    # Two numbers are of the earlier of two shares.
    (
        "Compared with June 2012, when the total was 305 and those further away 66, the share at a distance has fallen from 22% to 19%.",
        "In June 2012 the total was 305 and those further away 66, a share of 19%.",
    ),
    # A band ends where the next one has its word.
    (
        "The time between plans was under six months in three cases, six to 12 months in seven and more than 12 months in nine.",
        "The time between plans was under six months in three cases, six to 12 months in seven, ten to 24 months in nine.",
    ),
    # A name is given its letters in brackets with an article.
    (
        "The Designated Officer (‘the LADO’) reports each year. The LADO took 168 calls.",
        "The Designated Officer reports each year. The LADO took 168 calls.",
    ),
    (
        "There were 93 visits to A&E in May.",
        "There were 93 visits to ABX in May.",
    ),
    (
        "The Safeguarding Partnership (hereafter the “NBSP”) met in May. The NBSP agreed.",
        "The partners (whom some call NBSP) met in May. The NBSP agreed.",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_what_is_true_rests_and_what_is_not_is_found(right, wrong):
    assert severities(right) == {}
    assert severities(wrong)


# A day of a story of its own need not be of the year that a later sentence names.
WEEKDAYS = [
    (
        "The report was published on Monday 21 November. Between the two inspections came a visit, on 5 and 6 May 2014.",
        "The report was published on Tuesday 21 November. Between the two inspections came a visit, on 5 and 6 May 2014.",
    ),
    (
        "The panel began in 2013, on 4 June 2013. It last met on Wednesday 4 November.",
        "The panel began in 2013, on 4 June 2013. It last met on Thursday 4 November.",
    ),
]


def found_keys(text):
    """The rules that find something in a text beyond advice."""
    return {row.rule.key for row in found(text) if row.severity != "advice"}


@pytest.mark.parametrize(("right", "wrong"), WEEKDAYS)
def test_a_weekday_is_right_in_any_year_that_may_be_meant(right, wrong):
    assert found_keys(right) == set()
    assert found_keys(wrong) == {"weekday-apart"}


def test_recommendations_that_are_only_counted_ask_nothing_of_the_committee():
    texts = ("> 64 from the five reviews.", "> A longer report in July.")
    assert ["asks-nothing" in found_keys(text) for text in texts] == [False, True]


# Numbers beside people that count things, an amount, or nobody.
OF_NOBODY = [
    (
        "Of the eight audits that were not finished, three concerned children whose cases had closed.",
        "Of the eight, three were children whose cases had closed.",
    ),
    (
        "With numbers this small a single family would change the picture.",
        "A single family had 12 of the visits.",
    ),
    ("Four more staff in date would have taken us past it.", "Four more staff were in date."),
    ("One more child would have been needed to reach it.", "One more child was moved in May."),
    (
        "In every one of the dozen cases the child had moved.",
        "One of the dozen looked-after children had moved.",
    ),
    ("The difference for one child comes to some £27,400.", "The bill for one child was £27,400."),
    (
        "Five workers were above the ceiling of 18, but only by one child.",
        "Five workers were seen, but only one child.",
    ),
    ("# 5 Why agency staff matter\n\nThey do.", "# What matters\n\nWe have 5 agency staff."),
]


@pytest.mark.parametrize(("right", "wrong"), OF_NOBODY)
def test_only_a_number_of_people_is_a_small_one(right, wrong):
    assert "small-number" not in found_keys(right)
    assert "small-number" in found_keys(wrong)
