"""Counts of one to five people, and counts of other things that people stand beside."""

from reports.checks.numbers.disclosure.small import small_numbers
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading
from tests.checks.numbers.findings import says, unlike, weighed

KEY = "small-number"

ONE_PERSON = (
    *(("One child was adopted.", "One"), ("Only one child was adopted.", "one")),
    *(("Just one baby was born in the period.", "one"), ("A single carer resigned.", "A single")),
    *(("One young person was missing.", "One"), ("One looked after child moved.", "One")),
    ("One unaccompanied asylum-seeking child arrived.", "One"),
    ("One newly qualified member of staff left.", "One"),
    *(("Only one overseas adopter came.", "one"), ("One foster carer resigned.", "One")),
    *(("One care leaver is homeless.", "One"), ("One family was moved.", "One")),
    *(("One sibling lives apart.", "One"), ("One disabled teenager waits.", "One")),
    ("One of the 12 children was missing.", "One"),
    ("Only one of our 20 foster carers left.", "one"),
    *(("In May one pupil was excluded.", "one"), ("Every week one pupil was excluded.", "one")),
    ("Each team had one child who waited.", "one"),
    ("No child was adopted.", ""),
)
ONE_THING = (
    *("One record will follow a child from birth.", "One record follows each child."),
    *("One plan covers children and carers.", "One visit found staff tired."),
    *("One assessment led to children moving.", "One file holds every child."),
    *("One system serves all children.", "One meeting had parents present."),
    *("One audit showed that a child had moved.", "One report tells how children live."),
    *("One service would help families sooner.", "One agency must lead for the child."),
    *("One of our priorities is children.", "One in five children waited."),
    *("One child protection plan was late.", "One child’s plan was late."),
    *("One of the 12 children’s homes was closed.", "One children’s home was closed."),
    *("One family support worker began.", "One foster carer group met."),
    *("One child may be counted twice.", "No one child is like another."),
    "One-to-one time was given to children.",
    *("Each file relates to one child.", "Every plan covers only one child."),
    "A child who is reported three times is one child and three episodes.",
    "Seventeen households took one child, and nine took a pair.",
    *("Two addresses were known to more than one child.", "A case is one child."),
    "A practitioner has at least one child allocated by name.",
    "One worried grandparent may ring about three children.",
    "A family with three children and one police report makes three contacts.",
    *("Not one pupil was permanently excluded.", "About one young adult in ten (26) has none."),
    "Physical abuse was the only category to fall, and that by one child.",
    "With 58 we were at 0.094%, four children below.",
)
SOME_PEOPLE = (
    *(("Two children were adopted.", "Two"), ("2 children were adopted.", "2")),
    *(("Five children were adopted.", "Five"), ("Six children were adopted.", "")),
    ("Three looked after children moved.", "Three"),
    ("Two previously homeless young people moved in.", "Two"),
    *(("Four foster carers resigned.", "Four"), ("Three families asked again.", "Three")),
    ("Two members of staff left.", "Two"),
    ("Three of the 40 young people were missing.", "Three"),
    *(("Three out of 40 were missing.", ""), ("Four of our care leavers are homeless.", "Four")),
    *(("Fewer than 5 children were adopted.", ""), ("Under five children were adopted.", "")),
    *(("At least 3 children were adopted.", "3"), ("Over 5 children were adopted.", "5")),
    *(("Some 3 children were adopted.", "3"), ("There were 4 boys and 20 girls.", "4")),
    *(("There were 20 boys and 4 girls.", "4"), ("The group has 5 parents.", "5")),
    ("We may report that three children were hurt.", "three"),
    *(("A family with three children was moved.", "three"), ("A fall hurt four girls.", "four")),
    *(("Below is what four children wrote.", "four"), ("At least two pupils left.", "two")),
    ("Carers looked after three more children than a year before (142 against 139).", ""),
    ("There are four fewer children: 139 in place of 143.", ""),
    ("Carers looked after three more children than a year before.", "three"),
    ("Carers looked after three more children than a year before (4 against 1).", "three"),
    ("There was a mean of 1.8 children to each family.", ""),
    ("The group has 15 parents.", ""),
)
SOME_THINGS = (
    *("Three visits found children tired.", "Two reports follow children."),
    *("Four sessions helped young people.", "Three audits showed children waiting."),
    "Two plans cover families.",
    "Five sessions in which staff took part were held.",
    *("Three children’s homes were visited.", "Two child protection conferences were late."),
    *("Two foster carer forums were held.", "Three parent and toddler groups met."),
    *("Two family hubs opened.", "Five staff surveys were made.", "Two youth workers began."),
    "Three weeks passed before children were told.",
    *("Two of the three children’s centres closed.", "Two in five children had moved."),
    *("Children were asked on 3 days.", "A plan for children has 4 aims."),
    *("Section 3 tells of children.", "Children aged 3 and 4 attend."),
    "The 2 year old offer reached families.",
)


OF_THINGS = """Table: {}
| Agency | Done | Late |
| Health | 4 | 1 |
| Police | 12 | 3 |"""
CAPTIONS = (
    *(("Family F actions by agency", 0), ("Actions for families", 0), ("Audits of staff", 0)),
    *(("Children with actions by agency", 3), ("Children missing reviews by agency", 3)),
    *(("Children by agency", 3), ("Families visited by agency", 3)),
)


def test_a_table_of_things_that_people_have_is_no_count_of_people():
    found = {
        caption: sum(key == KEY for key, *_ in weighed(OF_THINGS.format(caption)))
        for caption, _ in CAPTIONS
    }
    assert found == dict(CAPTIONS)


def test_one_person_is_told_of():
    assert unlike(KEY, ONE_PERSON) == []


def test_one_thing_beside_people_is_no_count_of_them():
    assert [(text, weighed(text)) for text in ONE_THING if weighed(text)] == []


def test_two_to_five_people_are_told_of_and_six_are_not():
    assert unlike(KEY, SOME_PEOPLE) == []


def test_two_to_five_things_beside_people_are_no_count_of_them():
    assert [(text, weighed(text)) for text in SOME_THINGS if weighed(text)] == []


def test_every_count_of_one_to_five_is_found_in_figures_and_words_and_no_other():
    for number, word in enumerate(("no", "one", "two", "three", "four", "five", "six", "seven")):
        noun = "child" if number == 1 else "children"
        few = 1 <= number <= 5
        for said in (f"In May {number} {noun} moved.", f"In May {word} {noun} moved."):
            if said.startswith("In May 1 "):
                continue
            about = said.split()[2]
            assert weighed(said) == [(KEY, about)] * few, said


def test_what_is_said_repeats_the_number_as_it_was_written():
    assert says("Two children were adopted.") == [
        "“Two” counts so few people that a reader may recognise one of them."
    ]
    assert says("A single carer resigned.") == [
        "“A single” counts so few people that a reader may recognise one of them."
    ]


OF_CHILDREN = (
    *("Two children were adopted.", "3 young people moved.", "One child was missing."),
    *("Four of the 30 girls were late.", "Two of our care leavers are homeless."),
    *("In all, a single child was missing.", "One of the 12 children was missing."),
    "The number of children in secure places rose from 2 to 4.",
    *("Children adopted: 3.", "Young people placed elsewhere (4)."),
    "Of the 30 children:\n* 26 in foster care\n* 4 in a residential home",
    "The children were placed as follows:\n* foster care: 26\n* secure home: 2",
    *("10% of the 30 children were late.", "Of them 7.5% of the 40 young people moved."),
    "Table: Actions\n| Action | Owner |\n| Find homes for 3 children | Head |",
    "There were {{3|stated|2015-12-01}} children in secure homes.",
    "Table: Children by area\n| Area | Number |\n| North | 30 |\n| South | 2 |",
)
OF_OTHERS = (
    *("Two carers resigned.", "One family was moved.", "Four of the 30 members of staff left."),
    "In one ward childminders fell from 12 to 2.",
    "Table: Carers by area\n| Area | Number |\n| North | 30 |\n| South | 2 |",
    "There were {{3|audits.total|2015-12-01}} children whose files were read.",
)
OF_NO_PEOPLE = (
    *("Two of the child protection conferences were late.", "2 children’s homes were closed."),
    *("Two siblings’ groups met.", "Children aged 3 and 4 attend.", "Children’s homes: 3."),
    "The children’s plans were:\n* late: 3\n* in time: 26",
    "The children were asked about:\n* 3 homes\n* school",
    "The children were asked in March 2016.",
    *("50% of the 30 children were late.", "1% of the 900 children moved.", "10% of 30 plans."),
    "10% of the 30 children’s homes closed.",
)


def weights(text):
    """How much each finding of few people weighs."""
    rows = check(reading(text), KNOWN, [small_numbers])
    return [str(one.severity) for one in rows]


def test_a_small_count_of_children_is_an_error_and_of_other_people_a_warning():
    assert [(text, weights(text)) for text in OF_CHILDREN if set(weights(text)) != {"error"}] == []
    told = {text: weights(text) for text in OF_OTHERS}
    assert {text: rows for text, rows in told.items() if rows[0] != "warning"} == {}
    assert [(text, weights(text)) for text in OF_NO_PEOPLE if weights(text)] == []


TABLE = "Table: {caption}\n| {head} | {column} |\n| North | {one} |\n| South | {other} |"
CELLS = (
    ("Children by area", "Area", "Number", "30", "2", ["2"]),
    ("Children by area", "Area", "Number", "1", "5", ["1", "5"]),
    ("Children by area", "Area", "Number", "6", "0", []),
    ("Children by area", "Area", "Share", "30%", "2%", []),
    ("Children by area", "Area", "%", "30", "2", []),
    ("Audits by area", "Area", "Number", "30", "2", []),
    ("Audits by area", "Area", "Children", "30", "2", ["2"]),
    ("Audits by area", "Area", "Average", "3.0", "2.0", []),
    ("Young people by area", "Area", "2015", "30", "4", ["4"]),
    ("Children by area", "Area", "Number", "30", "<6", []),
    ("Children by area", "Area", "Number", "30", "–", []),
    ("Children by area", "Area", "Actions", "30", "3", []),
    ("Plans for children by area", "Area", "Number", "30", "3", []),
    ("Children by area", "Area", "Change", "+5", "−2", []),
    ("Children by area", "Area", "Change", "3", "+2 (4)", ["3"]),
    ("Children by area", "Area", "Changed home", "+5", "2", ["5", "2"]),
    ("Number of children by area", "Area", "Total", "30", "3", ["3"]),
)


def test_cells_that_count_so_few_people_are_found_by_caption_or_heading():
    found = []
    for caption, head, column, one, other, few in CELLS:
        text = TABLE.format(caption=caption, head=head, column=column, one=one, other=other)
        told = [about for key, about in weighed(text) if key == KEY]
        if told != few:
            found.append((text, told, few))
    assert found == []
