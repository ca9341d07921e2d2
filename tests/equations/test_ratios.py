"""Means, costs and shares of what one passage counts, and totals of lists: each wrong form is warned
of, and its right twin is not."""

# ruff: noqa: E501
import pytest

from tests.constraints.test_right_at_sixth_sight import warned

SUMS = """Five people were paid for distress:

* £150 for a report sent to a wrong address
* £200 for a late answer
* £250 for another late answer
* £300 for contact missed in error
* £500 for a lost book

"""
AGENCIES = """These are the agencies that have signed it and the days on which they did so:

* the council, on Monday 2 February 2015
* the police, on Monday 9 February 2015
* the health trust, on Monday 16 February 2015
* the probation service, on Monday 23 February 2015

"""
# (text, its right words, its wrong words)
TWINS = (
    (
        "Our 7,040 contacts make an average of {} for each of the 184 days, weekends included.",
        "38",
        "54",
    ),
    (
        "Children spent 1,560 nights away in the eight months, at a cost of £468,000. That is {} a night.",
        "£300",
        "£330",
    ),
    (
        "The club was open on 30 Saturdays, for three hours each time, so it was open for {} hours in all.",
        "90",
        "105",
    ),
    (
        "The police sent us 2,534 contacts (36%), schools 1,690 (24%) and the health services 1,197 (17%). The remaining 1,619 contacts ({}) came from families.",
        "23%",
        "33%",
    ),
    (
        "Nine of the 31 gained grade 4 or better in both subjects, which is {} than one in three.",
        "fewer",
        "more",
    ),
    (
        "Thirteen households were approved. Set against the 231 enquiries, that is about one in {}.",
        "18",
        "eight",
    ),
    (
        "Their ages on 30 September 2014 were 15, 16, 16, 17, 17, 17 and 17, an average of {} years.",
        "16.4",
        "17.4",
    ),
    (
        "It fell from {} days in 2013-14 to 127 days, and is now six days over the threshold of 121.",
        "134",
        "117",
    ),
    (
        "The 28 children were young. Three were under one year old on the day of the order, 13 were one or two, eight were three or four and {} were five or over.",
        "four",
        "six",
    ),
    (
        f"{SUMS}These payments, which were made from the budget of the team, came to {{}} in all.",
        "£1,400",
        "£1,250",
    ),
    (
        f"{AGENCIES}We also tested whether each of the {{}} agencies that have signed the agreement could show it.",
        "four",
        "three",
    ),
)
TWINS += (
    (
        "Rates use the estimated population aged 10 to 17, which was 24,200 for 2013 and 24,600 for 2014.\n\nThere were 48 entrants, a rate of {} per 10,000 children.",
        "19.5",
        "23.4",
    ),
    (
        "The hub is funded for 18.5 full-time equivalent social workers. On 30 June 2014 there were 16.0 in post, and {} posts were vacant.",
        "2.5",
        "4.5",
    ),
    (
        "Table: Children placed\n| Quarter | Children placed | Average days |\n| April to June | 9 | 402 |\n| July to September | 7 | 455 |\n| October to December | 10 | 410 |\n\nTaken over all 26 children the average was {} days.",
        "419",
        "389",
    ),
)
RIGHT = (
    "The council has 1,046 posts. Of these, 812 need a check, and 764 of the 812 were filled, leaving 48 posts vacant.",
    "There were 2,534 contacts of the police (36%), 1,690 of schools (24%) and 1,197 of health services (17%).",
    "The telephone line took 212 calls in its first four months: 71, 49, 38 and 54.",
    "Of the 238, 131 (55%) were in education, employment or training: 17 at university, 52 in other education and 62 in work or training.",
    "Fifty of the 143 outcomes were cautions, given under sections 66ZA and 66A of the 1998 Act; the remaining 93 were imposed by a court.",
    "All but two of the 19 leavers were offered an interview; 14 of those 17 accepted (82%).",
    "It made six recommendations:\n\n* four were completed in time;\n* one, the policy on visits, is late;\n* one, the programme for girls, was withdrawn.",
    "Children spent 1,560 nights away at a cost of £468,000, of which the council paid half. That is £150 a night.",
    "The club was open on 30 Saturdays, for up to three hours each time, so it was open for 70 hours in all.",
)


@pytest.mark.parametrize(("text", "right", "wrong"), TWINS)
def test_a_wrong_form_is_warned_of_and_its_right_twin_is_not(text, right, wrong):
    assert warned(text.format(right)) == []
    assert warned(text.format(wrong)) != []


@pytest.mark.parametrize("passage", RIGHT)
def test_nothing_is_warned_of_in_a_right_passage(passage):
    assert warned(passage) == []
