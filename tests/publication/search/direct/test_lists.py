"""Tables that list what is asked for, and questions that the contacts of a report answer."""

from types import SimpleNamespace

import pytest

from reports.publication.search.direct.lists import (
    asks_for_approval,
    asks_for_lead,
    is_list_of,
    is_of_contacts,
    names_posts,
    prints_number,
    states_of,
)
from reports.publication.search.question import read_question
from reports.vocabulary.synonyms import synonyms_with

KNOWN = synonyms_with(())
RISKS = (
    "Risks that are open, at 18 February 2020",
    "Risk, Cause, Control, Owner; Too few, a, b",
)
PLAN = (
    "Single improvement plan, by priority",
    "Priority, Action, Our actions, Due; A, IMP-1, b",
)
FINDINGS = ("Areas for development, at 18 February 2020", "Number, Finding; 1, a; 2, b")
BOARDS = ("Boards and forums, at 18 February 2020", "Title, Kind, Chair; A board, Board, Director")


def table(caption, words):
    edition = SimpleNamespace(title="Regional peer review of children in care")
    heading = f"Table 7 {caption}"
    shown = {"label": "Table 7", "anchor": "table-7", "heading": heading}
    return SimpleNamespace(**shown, words=words, edition=edition)


@pytest.mark.parametrize(
    ("question", "rows", "is_list"),
    [
        ("biggest risks", RISKS, True),
        ("what could go wrong", RISKS, True),
        ("which actions are late", PLAN, True),
        ("is the improvement plan on track", PLAN, False),
        ("actions from the peer review", PLAN, True),
        ("actions on foster care", PLAN, False),
        ("late", PLAN, False),
        ("list of boards", BOARDS, True),
        ("who chairs boards", BOARDS, True),
        ("risks", BOARDS, False),
        ("what did the peer review of November 2019 say needs improving", FINDINGS, True),
        ("strengths of the peer review", FINDINGS, False),
    ],
)
def test_a_table_lists_what_its_heads_or_caption_name(question, rows, is_list):
    assert is_list_of(read_question(question, KNOWN), table(*rows)) is is_list


def test_a_table_names_posts_by_its_heads_and_who_is_responsible_is_asked_for():
    assert [names_posts(table(*rows)) for rows in (RISKS, PLAN, BOARDS)] == [True, False, True]
    contacts = SimpleNamespace(label="“Contacts”", anchor="part-contacts-facts", words="Author")
    assert names_posts(contacts)
    typed = ("who is in charge of fostering", "who leads on fostering", "who audits", "in charge")
    asking = [asks_for_lead(read_question(text, KNOWN)) for text in typed]
    assert asking == [True, True, False, False]


def test_a_paragraph_lists_nothing_and_a_list_has_the_states_that_are_asked_for():
    row = table(*RISKS)
    row.label = "paragraph 7"
    assert not is_list_of(read_question("risks", KNOWN), row)
    assert states_of(read_question("which actions are late", KNOWN)).split() == ["lat"]


@pytest.mark.parametrize(
    ("question", "is_of"),
    [
        ("who is the director", True),
        ("who runs children's services", True),
        ("head of children's social care", True),
        ("contact details of the boss of children's services", True),
        ("contact details of the front door", False),
        ("who wrote this", True),
        ("phone number director of childrens services", True),
        ("email for assistant director", True),
        ("email of children's services", True),
        ("phone number of the front door", False),
        ("children's services", False),
        ("who reminds staff of checks", False),
    ],
)
def test_contacts_answer_who_has_a_post(question, is_of):
    assert is_of_contacts(read_question(question, KNOWN)) is is_of


@pytest.mark.parametrize(
    ("question", "plain_words", "prints"),
    [
        ("how many inspectors came", "the team of 11 inspectors strong", True),
        ("how many inspectors came", "inspectors came on 14 november 2016 and left", False),
        ("how many inspectors came", "in 2016 inspectors came", False),
        ("how many care homes closed last spring", "across 3 care homes", True),
        ("how many homes closed", "3 closed", False),
        ("how many teams are there", "across its 3 locality teams", True),
        ("how many teams are there", "3 people of all teams that are there", False),
        ("inspectors", "11 inspectors", False),
    ],
)
def test_a_sentence_prints_the_number_of_what_is_counted(question, plain_words, prints):
    row = SimpleNamespace(label="paragraph 7", plain_words=plain_words)
    assert prints_number(read_question(question, KNOWN), row) is prints
    assert not prints_number(
        read_question(question, KNOWN), SimpleNamespace(**{**vars(row), "label": "Table 2"})
    )


def test_who_approved_a_report_is_asked_for():
    typed = ("who approved the report", "who signed off the plan", "approved plans", "who wrote it")
    asking = [asks_for_approval(read_question(text, KNOWN)) for text in typed]
    assert asking == [True, True, False, False]
