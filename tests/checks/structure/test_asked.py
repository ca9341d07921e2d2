"""What committees are asked, under the headings and in the words of many councils, and what a text
recommends beside its list; each with just the rules about asking that it breaks."""

from tests.checks.drawn import found

BODY = (
    "# Work\n\n[1.] Carers of every home were heard about sleep, food, school and friends.\n\n"
    "[2.] Homes were warm, and meals were shared. Children helped to choose the furniture.\n\n"
    "[3.] Schools and nurses met carers to speak of health, exams, travel, clubs and holidays. "
    "Dentists visited homes, libraries lent books, and the museum opened its garden to families."
)
KEYS = ("asks-nothing", "body-recommends", "listed-only", "paragraphs-uncovered")
HEADINGS = (
    "Recommendations",
    "Recommendation",
    "RECOMMENDATIONS",
    "Officer recommendations",
    "Proposed recommendation",
    "Recommendations and reasons",
    "The Committee is asked to",
    "What the Panel is asked to do",
    "Members are invited to",
    "Decision required",
    "Decisions sought",
    "Action required",
)
ASKED = (
    "Note the work with carers.",
    "To note the work with carers.",
    "That the work with carers be noted, and that the Committee agrees to hear carers again.",
    "The Panel is asked to note the work with carers.",
    "It is recommended that the Board notes the work with carers.",
    "Agree that homes stay open.",
    "The Cabinet approves the meals of homes.",
    "Members comment on homes.",
    "That Members note and comment on the homes.",
    "Either endorse the work with carers or ask for more.",
    "This paper is for information only.",
    "There are no recommendations: the work with carers is told for noting.",
)
NOT_ASKED = (
    "The work with carers.",
    "Carers and homes of the year.",
    "Better homes, warmer meals and longer holidays.",
    "The work with carers was good.",
)
# (what the text says, whether the list of recommendations lacks it)
IN_THE_BODY = (
    ("It is recommended that bus passes be given to trainees.", True),
    ("It is therefore recommended that bus passes be given to trainees.", True),
    ("Officers recommend that bus passes be given to trainees.", True),
    ("This report recommends that bus passes be given to trainees.", True),
    ("We would recommend bus passes for all trainees.", True),
    ("The Committee is asked to give bus passes to trainees.", True),
    ("It is recommended that the Committee notes this report.", False),
    ("It is recommended that carers be heard again in June 2016.", False),
    ("Officers recommend hearing carers again in June 2016.", False),
    ("Inspectors recommended that bus passes be given to trainees.", False),
    ("The national review recommends bus passes for trainees.", False),
    ("A recommended reading list about bus passes was sent.", False),
)
LISTED = (
    ("> Note the work with carers.", False),
    ("> Agree to hear carers again in June 2016.", False),
    ("> Approve meals, furniture and holidays.", False),
    ("> Note the report.", False),
    ("> Approve the sale of surplus highway depots at Northfield.", True),
    ("> Adopt a licensing scheme for taxis, scooters and drones.", True),
)
COVERED = (
    # (recommendations over paragraphs 1 to 3, what is left)
    (("Note the work with carers in paragraphs 1 to 3.",), ""),
    (("Note the carers in paragraphs 1-2.", "Note schools in paragraph 3."), ""),
    (("Note carers (paragraph 1).", "Agree homes (paragraphs 2 and 3)."), ""),
    (("Note carers in paragraphs 1 and 2.", "Note the report."), ""),
    (("Note the work with carers.",), ""),
    (("Note carers in paragraphs 1 to 2.",), "paragraph 3"),
    (("Note homes in paragraphs 2 to 3.",), "paragraph 1"),
    (("Note carers in paragraph 1.", "Agree schools in paragraph 3."), "paragraph 2"),
)


def asking(text, **said):
    """(rule, what it says) of everything about asking above advice."""
    return [
        (one.rule.key, one.fault.says)
        for one in found(text, **said)
        if one.rule.key in KEYS and one.severity != "advice"
    ]


def test_every_usual_heading_asks_with_every_usual_sentence():
    wrong = []
    for heading in HEADINGS:
        for words in ASKED:
            text = f"{BODY}\n\n# {heading}\n\n{words}"
            if rows := asking(text):
                wrong.append((heading, words, rows))
    assert wrong == []


def test_every_usual_heading_over_nothing_to_decide_is_found():
    wrong = []
    for heading in HEADINGS:
        for words in NOT_ASKED:
            keys = [key for key, _ in asking(f"{BODY}\n\n# {heading}\n\n{words}")]
            if keys != ["asks-nothing"]:
                wrong.append((heading, words, keys))
    assert wrong == []


def test_one_that_asks_is_enough_for_its_section():
    for words in NOT_ASKED:
        assert asking(f"{BODY}\n\n# Recommendations\n\n{words}\n\n{ASKED[0]}") == [], words


def test_what_the_text_recommends_stands_in_the_list():
    asked = "> Note the work with carers.\n\n> Agree that carers be heard again in June 2016."
    wrong = []
    for words, is_missing in IN_THE_BODY:
        keys = [key for key, _ in asking(f"{BODY}\n\n[4.] {words}\n\n{asked}")]
        if keys != ["body-recommends"] * is_missing:
            wrong.append((words, keys))
    assert wrong == []


def test_nothing_is_missing_in_a_list_that_is_not_there():
    for words, _ in IN_THE_BODY:
        assert asking(f"{BODY}\n\n[4.] {words}") == [], words


def test_a_recommendation_out_of_the_blue_is_found():
    wrong = []
    for asked, is_far in LISTED:
        keys = [key for key, _ in asking(f"{BODY}\n\n{asked}")]
        if keys != ["listed-only"] * is_far:
            wrong.append((asked, keys))
    assert wrong == []


def test_paragraphs_that_no_recommendation_rests_on_are_named():
    wrong = []
    for asked, left in COVERED:
        rows = asking(f"{BODY}\n\n" + "\n\n".join(f"> {one}" for one in asked))
        said = [("paragraphs-uncovered", f"No recommendation rests on {left}.")] if left else []
        if rows != said:
            wrong.append((asked, rows))
    assert wrong == []
