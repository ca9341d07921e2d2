"""What text claims of every row of a table, of some or of none, and the wholes over its columns."""

import random

import pytest

from tests.checks.drawn import keys
from tests.checks.quantities.grids.sheets import right, sheet, wrong
from tests.checks.quantities.test_grids import table

VETTED = sheet(
    "Staff with a DBS check in date",
    "Service; Staff; In date",
    "Fostering; 214; 214",
    "Homes; 168; 152",
    "Centres; 103; 90",
    "All; 485; 456",
)
RATED = sheet(
    "Findings by area",
    "Area; High; Low",
    "A. Supervision; 11; 12",
    "B. Case files; 15; 14",
    "C. Payments; 0; 22",
)
HELD = sheet(
    "Reviews of plans",
    "Team; Due; Held",
    "North; 118; 118",
    "South; 142; 127",
    "East; 96; 96",
    "West; 131; 120",
)
UPHELD = sheet(
    "Complaints by team",
    "Team; Upheld; Rejected",
    "Fostering; 24; 31",
    "Adoption; 0; 18",
    "Leaving care; 16; 27",
    "Assessment; 37; 52",
)
TRAINED = sheet(
    "Training in the half year",
    "School; Staff; Trained",
    "Oakfield; 84; 71",
    "Riverside; 62; 62",
    "Hillside; 47; 39",
)
OPEN = sheet(
    "Actions of the last audit",
    "Audit; Complete; Overdue",
    "Vetting; 18; 12",
    "Supervision; 24; 0",
    "Recording; 31; 0",
    "Transport; 15; 11",
)
CLAIMS = (
    (VETTED, "«One service|Every service» had its staff checked in full."),
    (VETTED, "«One service|Two services» had its staff fully in date."),
    (VETTED, "«One|No» service had all of its staff fully in date."),
    (VETTED, "Every check in «fostering|homes» was in date."),
    (VETTED, "Every check in «fostering|centres» is in date."),
    (VETTED, "«Fostering|Homes» alone had its staff fully in date."),
    (VETTED, "«Only the first service|Each service» had its staff fully in date."),
    (RATED, "Area «C|A» alone has no finding rated high."),
    (RATED, "Area «C|B» alone has no high finding."),
    (RATED, "«One area|Two areas» had no finding rated high."),
    (RATED, "«One area|No area» has no high findings."),
    (HELD, "«Two teams|Three teams» held their reviews in full."),
    (HELD, "«Two teams|Every team» held all reviews without exception."),
    (HELD, "«Two teams|One team» held the reviews that were due without fail."),
    (HELD, "«Two teams|No team» held its reviews in every case."),
    (HELD, "Every review in the «north|south» was held."),
    (HELD, "Every review in the «east|west» was held when it was due."),
    (UPHELD, "«Adoption|Fostering» alone had no complaint upheld."),
    (UPHELD, "«One team|Two teams» had no complaint upheld."),
    (UPHELD, "«One team|Every team» had no complaint upheld."),
    (TRAINED, "«Riverside|Oakfield» alone had its staff fully trained."),
    (TRAINED, "«One school|Each school» had its staff fully trained."),
    (TRAINED, "«One school|Two schools» had its staff trained in full."),
    (TRAINED, "Every teacher at «Riverside|Hillside» was trained."),
    (OPEN, "«Two audits|Three audits» had no action overdue."),
    (OPEN, "«Two audits|No audit» had no overdue action."),
    (OPEN, "«Two audits|One audit» had no action that is overdue."),
)


@pytest.mark.parametrize(("grid", "text"), CLAIMS, ids=lambda text: text[-45:])
def test_a_claim_of_rows_is_held_against_the_table(grid, text):
    assert keys(f"{grid}\n{right(text)}") == []
    assert "rows-unlike-claim" in keys(f"{grid}\n{wrong(text)}")


# Claims of other rows, of other times and of what a table does not count.
RESTING = (
    (VETTED, "Every service was fully open again in May."),
    (VETTED, "Almost every service had its staff fully in date."),
    (VETTED, "All services but one have work to do."),
    (VETTED, "Every team had its staff fully in date."),
    (RATED, "Each area has a lead officer."),
    (RATED, "No area was left out of the plan."),
    (HELD, "Nearly every team held its reviews in full."),
    (HELD, "Not every team held its reviews in full."),
    (HELD, "Every team now has a full set of chairs."),
    (UPHELD, "Each team has no more than a month to answer a complaint."),
    (UPHELD, "Every team but adoption had a complaint upheld."),
    (TRAINED, "Every school has a lead for safeguarding."),
    (TRAINED, "Apart from Riverside, no school had its staff fully trained."),
    (OPEN, "Each audit is followed up by the board."),
    (OPEN, "Last year every audit had no action overdue."),
)


@pytest.mark.parametrize(("grid", "text"), RESTING, ids=lambda text: text[-45:])
def test_a_claim_of_other_things_rests(grid, text):
    assert keys(f"{grid}\n{text}") == []


TEAMS = ("North", "South", "East", "West", "Mid")
COUNTED = ("nought", "one", "two", "three", "four")


def tallied(full, chance):
    """A table in which so many teams held all reviews that were due, and which teams."""
    places = set(chance.sample(range(len(TEAMS)), full))
    rows = []
    for place, team in enumerate(TEAMS):
        due = chance.randint(60, 300)
        rows.append((team, due, due if place in places else due - chance.randint(11, 40)))
    return table(("Team", "Due", "Held"), rows, "Reviews by team")


@pytest.mark.parametrize("full", [1, 2, 3, 4])
@pytest.mark.parametrize("seed", range(3))
def test_as_many_teams_are_full_as_are_claimed(full, seed):
    grid = tallied(full, random.Random(seed))
    for many in (1, 2, 3, 4):
        team = "team" if many == 1 else "teams"
        text = f"{COUNTED[many].capitalize()} {team} held the reviews due in full."
        faults = keys(f"{grid}\n{text}")
        assert faults == ([] if many == full else ["rows-unlike-claim"]), many


# What the line over a list says that its columns come to.
LISTS = (
    """Against a budget of £29.160m we spent «£30.165m|£30.615m». By service (£000, budget first):

* own fostering, 6,240 and 6,105;
* agency fostering, 4,180 and 4,655;
* homes, 7,350 and 8,215;
* leaving care, 1,930 and 1,872;
* assessment, 9,460 and 9,318.""",
    """In all 487 reviews were due and «441|431» were held in time. By team, due and held:

* north, 140 and 128;
* south, 162 and 147;
* east, 185 and 166.""",
    """We planned «372|327» audits and carried out 339. By service, planned and carried out:

* fostering, 118 and 104;
* residential, 96 and 91;
* leaving care, 74 and 70;
* assessment, 84 and 74.""",
    """The teams had 513 posts, of which «458|468» were filled. By team, posts and those filled:

* assessment, 142 and 118;
* care planning, 186 and 168;
* fostering, 93 and 88;
* leaving care, 92 and 84.""",
    """The schools made «704|714» referrals and the police 921. By area, schools and police:

* north, 218 and 312;
* south, 264 and 287;
* east, 222 and 322.""",
)


@pytest.mark.parametrize("paper", LISTS, ids=lambda text: text[:40])
def test_the_columns_of_a_list_come_to_the_wholes_over_it(paper):
    assert keys(right(f"# Work\n\n{paper}")) == []
    assert keys(wrong(f"# Work\n\n{paper}"))


# What a caption says that its table comes to.
CAPTIONS = (
    ("The «218|281» complaints, by team", "Team; Complaints", (62, 47, 39, 70)),
    ("All «416|461» audits of the year", "Service; Audits", (118, 96, 84, 118)),
    ("The «155|115» posts that are vacant", "Team; Posts", (38, 51, 24, 42)),
    ("Our «506|560» foster carers", "Area; Carers", (142, 164, 87, 113)),
    ("These «347|374» plans, by reason", "Reason; Plans", (96, 118, 71, 62)),
    ("The «613|631» DBS checks made", "Kind; Checks", (204, 187, 96, 126)),
)


@pytest.mark.parametrize(("caption", "heads", "counts"), CAPTIONS)
def test_the_whole_of_a_caption_is_what_its_table_comes_to(caption, heads, counts):
    rows = (f"{team}; {count}" for team, count in zip(TEAMS, counts, strict=False))
    paper = sheet(caption, heads, *rows)
    assert keys(right(paper)) == []
    assert "grid-whole" in keys(wrong(paper))
