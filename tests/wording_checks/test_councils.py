"""Other councils' names, and the words that a council says in place of others."""

import pytest

from reports.checks.context import CheckContext
from reports.papers.rules.house_words import PreferredWording
from reports.prose.councils import are_one, core, councils, others
from reports.verdicts.registry import rule_called
from reports.verdicts.run import check
from reports.wording_checks.councils import other_councils
from tests.checks.drawn import DATED, found
from tests.checks.papers.brought import NAMES, right
from tests.sweeping import swept


def named(text, council="Northmoor Council", **said):
    """The stretches of `text` that speak for another council."""
    known = CheckContext(today=DATED, other_councils=others(council))
    rows = found(text, known=known, rules=[other_councils], council=council, **said)
    return [one.fault.about for one in rows]


@swept(
    [
        ("Leeds will do better for every child.", "Leeds"),
        ("Leeds Children’s Services is proud of its carers.", "Leeds"),
        ("Hull’s children deserve the best.", "Hull"),
        ("Our vision is that all children and young people in Sunderland thrive.", "Sunderland"),
        ("We work across Medway to keep families safe.", "Medway"),
        ("Residents of Tower Hamlets told us so.", "Tower Hamlets"),
        ("Stoke-on-Trent continues to grow.", "Stoke-on-Trent"),
        ("Our children in West Sussex do well.", "West Sussex"),
        ("Leeds City Council is proud of its carers.", "Leeds City Council"),
        ("Leeds City Council is proud of its carers and staff.", "Leeds City Council"),
        ("Times are hard; in Sunderland, we are committed to change.", "Sunderland"),
        ("Arrangements in Medway are strong, and members were told.", "Medway"),
        ("Sunderland’s Early Help offer is under review.", "Sunderland"),
        ("It enables Sunderland to meet the standards.", "Sunderland"),
        ("Children of the City of Sunderland told us so.", "Sunderland"),
    ]
)
def test_a_place_that_is_not_ours_is_found_where_the_paper_speaks_of_its_own(text, name):
    assert named(text) == [name]


@swept(
    [
        *("Three children live in Leeds.", "Two of our children are placed in Kent."),
        *("Our rate is lower than children in Leeds have.", "We visited services in Leeds."),
        "Leeds, Bradford and York will share a framework: Leeds will lead.",
        "A manager of North Yorkshire County Council was seconded to us.",
        *("Children in Northmoor and Leeds will meet.", "Mrs Kent will chair the panel."),
        *("Children in Greater Manchester will meet.", "Kent Police will attend."),
        *("The trial was at a court in Leeds.", "Our children did better in Reading than in sums."),
        *("# Leeds will do better", "! Leeds\n\nLeeds will do better."),
        "Table: Rates\n| Place | Words |\n| Leeds | Leeds will do better |",
        *("The Leeds model is used by our carers.", "Arrangements in Kent are an example to many."),
        "Leeds City Council has run it jointly and well.",
        *("Leeds City Council, and the Trust, run it.", "Kent was the first to do so."),
    ]
)
def test_a_place_named_beside_ours_is_left_in_peace(text):
    assert named(text) == []


def test_a_council_next_door_is_named_rightly_without_the_word_council():
    assert named("York will do better.") == ["York"]
    assert named("York will do better.", council="Leeds City Council") == []
    assert named("North Yorkshire Council is proud.", council="City of York Council") == [
        "North Yorkshire Council"
    ]
    assert named("York is proud.", council="City of York Council") == []


LETTER = "# Findings\n\nLeeds will do better. Leeds is proud.\n\n[3.] Hull will do better."


def test_a_paper_from_elsewhere_has_a_council_of_its_own():
    assert named(LETTER) == ["Hull"]
    assert named(LETTER.replace("[3.] ", "")) == ["Leeds", "Leeds", "Hull"]
    ours = "[1.] Northmoor did well. Leeds will do better. Hull’s carers met."
    assert named(ours) == ["Leeds", "Hull"]


def test_every_council_is_listed_once_with_its_code_and_region():
    listed = councils()
    assert len(listed) == 155
    assert len({one.code for one in listed}) == len({one.name for one in listed}) == 155
    assert {one.code[:3] for one in listed} == {"E06", "E08", "E09", "E10"}
    assert len({one.region for one in listed}) == 9
    assert [one.names for one in listed if one.code == "E06000010"] == [
        ("Kingston upon Hull", "Hull")
    ]


@pytest.mark.parametrize(
    ("name", "other", "so"),
    [
        *(("City of York Council", "York", True), ("York", "North Yorkshire Council", False)),
        ("Somerset Council", "North Somerset", False),
        ("London Borough of Richmond upon Thames", "Richmond", True),
        *(("Kingston upon Hull", "Hull City Council", True), ("Leeds", "Leicester", False)),
    ],
)
def test_names_are_of_one_council_or_of_two(name, other, so):
    assert are_one(name, other) is are_one(other, name) is so


def test_the_others_are_those_of_other_regions():
    assert {"Hull", "York", "Leeds"}.isdisjoint(others("Leeds City Council"))
    assert {"Kent", "Durham"} <= set(others("Leeds City Council"))
    assert len(others("Eborford City Council")) > 155
    assert "City of London" not in others("Eborford") and core("City of London") == frozenset()


def test_the_right_papers_imported_speak_for_none_but_their_own():
    found = []
    for name in NAMES:
        made, read = right(name)
        known = CheckContext(today=DATED, other_councils=others(made.council.name))
        found += check(read, known, [other_councils])
    assert found == []


SAID = {
    "LAC": PreferredWording(("looked-after children",)),
    "looked after children": PreferredWording(("looked-after children",)),
    "service users": PreferredWording(("people who use services",)),
    "bi-annual": PreferredWording(("six-monthly",)),
    "advisor": PreferredWording(("adviser",), because="It is spelt so."),
    "carer": PreferredWording(("foster carer", "kinship carer")),
    "placement": PreferredWording(("home",), text_alone=True),
    "child's plan": PreferredWording(("plan",)),
}


def asked(text, **said):
    """What the rule finds in a paper of this text."""
    known = CheckContext(today=DATED, preferred=SAID)
    rules = [rule_called("house-word")]
    return [one.fault for one in found(text, known=known, rules=rules, **said)]


@swept(
    [
        ("Looked after children came.", "Looked after children", "Looked-after children"),
        ("All looked after children came.", "looked after children", "looked-after children"),
        ("We asked service  users again.", "service  users", "people who use services"),
        ("The bi-annual report is here.", "bi-annual", "six-monthly"),
        ("LAC came.", "LAC", "Looked-after children"),
        ("We met LAC here.", "LAC", "looked-after children"),
        ("An advisor came.", "advisor", "adviser"),
        ("It is in each child’s plan.", "child’s plan", "plan"),
        ("A bi-annual report came.", "bi-annual", "six-monthly"),
    ]
)
def test_one_press_writes_what_the_council_says(text, old, new):
    (one,) = asked(text)
    assert (one.about, one.mend.old, one.mend.new) == (old, old, new)


@pytest.mark.parametrize(
    "text",
    [
        *("A LAC came.", "An LAC came.", "The service users’ forum met."),
        *("The Looked After Children Team met.", "A carer came."),
        "The advisor's list is long: a bi-annual’s end.",
    ],
)
def test_where_the_words_around_it_would_go_wrong_it_is_mended_by_hand(text):
    assert [one.mend.old for one in asked(text)] in ([""], ["", ""])


@pytest.mark.parametrize(
    "text",
    [
        *("Looked-after children came.", "They said “looked after children matter”."),
        *("All children who are looked after came.", "The BLACK cat and the lac of a beetle."),
        *("Each foster carer and kinship carer came.", "# A placement near home"),
        "A re-placement came.",
    ],
)
def test_other_words_and_words_that_are_quoted_are_left_in_peace(text):
    assert asked(text) == []


def test_a_word_with_two_meanings_names_both_and_leaves_the_choice():
    (one,) = asked("Each carer came.")
    assert "uses “foster carer” or “kinship carer”" in one.says
    assert one.mend.old == "" and "look at the words around it" in one.mend.words


def test_a_reason_stands_beside_what_is_found():
    (one,) = asked("Our advisor came.")
    assert one.says.endswith("the report has “advisor”. It is spelt so.")


def test_a_word_for_running_text_is_asked_for_there_alone():
    text = "# Our placement list\n\nA placement ended.\n\nTable: By placement\n| a | b |\n| 1 | 2 |"
    assert [one.where for one in asked(text)] == ["para-1"]


def test_what_a_live_figure_says_is_no_words_to_mend():
    (one,) = asked("There were {{12 LAC|looked_after.total|2015-12-01}} then.")
    assert one.mend.old == ""
