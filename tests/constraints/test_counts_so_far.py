"""Counts at several dates, shares of several groups, flows, ranges and prices of several kinds are
no parts of one whole; what is, is still weighed."""

from tests.constraints.draws import severities
from tests.sweeping import swept

RIGHT = (
    "There are 24 actions. Ten were done by May. By July 15 had been done, leaving nine.",
    "By June 12 of the 30 had been trained, and by November 26 had been.",
    "By the end of June 12 of the 30 staff had been trained; by Christmas 26 had been.",
    "There are 30 staff. Twelve had been trained by the end of June and 26 by the end of November.",
    "Attendance was 92% for girls and 87% for boys.",
    "Of those invited 92% of young women and 87% of young men came.",
    (
        "The waiting list had 318 names on 1 April. In the half-year 96 were added and 121 "
        "taken off, so that 293 remained on 30 September."
    ),
    "There are five teams with between six and nine workers each, 38 in all.",
    (
        "Seven apprentices began in September; one left in October and two came in January, which "
        "makes eight."
    ),
    "A third of the 90 visits were made by agency staff, 12 of them at a weekend.",
    (
        "All 26 schools returned the form. Twenty-one have a teacher with dedicated time, and the "
        "other five share one."
    ),
    "Grants of £2,000 went to each of six groups and £1,500 to each of four, £18,000 altogether.",
    "There are 72 beds in four homes: two with 20 each and two with 16 each.",
)
# (what is said of it, passage)
WRONG = (
    ("10 + 15 + 4 = 29", "Of 24 actions ten are done, 15 are under way and four are not begun."),
    ("12 + 9 + 14 = 35", "By June 30 staff had been asked: 12 said yes, 9 no and 14 nothing."),
    ("62 + 45", "Of the children 62% were boys and 45% were girls."),
    ("27 + 19 = 46", "We have 27 places in the north and 19 in the south, 48 in all."),
    ("12 of 90", "A third of the 90 visits, 12 visits, were made by agency staff."),
    ("five of 26", "All 26 schools returned the form. The other five did not."),
    ("72 over four is 18", "There are 72 beds in four homes, 16 each."),
)


@swept(RIGHT)
def test_what_is_no_part_of_a_whole_rests(text):
    assert severities(text) == {}


@swept(WRONG)
def test_what_is_wrong_is_found(says, text):
    assert says in " ".join(severities(text).values())
