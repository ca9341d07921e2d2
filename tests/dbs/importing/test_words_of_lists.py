"""What human resources, checking services and the Update Service call things, word by word."""

import pytest

from assurance.dbs.importing.people import ROLE
from assurance.dbs.importing.rechecks import ANSWER, RECHECKS
from assurance.people.rules import GROUPS, LEVELS, WORKFORCES
from assurance.tables.table import Unreadable

GROUP, LEVEL, WORKFORCE = (ROLE.column(name).read for name in ("group", "level", "workforce"))
OUTCOME = RECHECKS.column("outcome").read
# Column → ours → what others call it.
OURS = {
    "group": {
        "employee": "Employee; STAFF; Permanent; fixed-term; Council employee",
        "agency": "Agency worker; agency; Locum; Temporary agency worker",
        "foster_carer": "Foster carer; foster_carer; Foster Carers; Foster parent; Carer",
        "household": "Household member of a foster carer; household; Household members",
        "independent_visitor": "Independent visitor; IV; I.V.",
        "volunteer": "Volunteers",
        "panel": "Adoption or fostering panel member; Panel member; Adoption panel",
        "governor": "School governor; governors",
        "elected": "Elected member; Councillor; Member",
        "contractor": "Contractor; contractors",
    },
    "level": {
        "basic": "Basic",
        "standard": "Standard",
        "enhanced": "Enhanced; Enhanced only; ENHANCED",
        "enhanced_barred": (
            "Enhanced with barred list; Enhanced and barred list; "
            "Enhanced + barred; enhanced with barred; enhanced_barred"
        ),
    },
    "workforce": {
        "child": "Child; Children; Child Workforce",
        "adult": "Adult; Adults; adult workforce",
        "both": "Child and adult; Child & Adult; Adult and child; Children and adults; Both",
        "other": "Other; Other workforce",
    },
    "outcome": {
        "certificate": "Certificate issued; Issued; Complete; COMPLETED; clear",
        "stopped": "Stopped; Withdrawn; Cancelled; Rejected",
    },
    "answer": {
        "CURRENT": "Current; NO_NEW_INFO; No new information; Still current",
        "NOT_CURRENT": (
            "Not current; NEW_INFO; "
            "New information; No longer current; Not current: apply for a new certificate"
        ),
        "NO_MATCH": "No match; NO_MATCH_FOUND; not found",
    },
}
SAID = {
    name: {word: ours for ours, words in told.items() for word in words.split("; ")}
    for name, told in OURS.items()
}
READERS = {
    "group": GROUP,
    "level": LEVEL,
    "workforce": WORKFORCE,
    "outcome": OUTCOME,
    "answer": ANSWER,
}
# What nobody may guess: near to a word, two of them, or of another column.
UNSAID = {
    "group": ("Agency/Employee", "Teacher", "Emp", "0", "Yes"),
    "level": ("CRB", "List 99", "Barred list", "Standard or enhanced"),
    "workforce": ("Children's social care", "Child or adult", "None", "All"),
    "outcome": ("Sent", "In progress", "Clear?no", "Pending"),
    "answer": ("Nothing", "Clear", "Blank", "Not", "Yes"),
}
WRITE = {
    "level": "Write one of “Basic”, “Standard”, “Enhanced”, “Enhanced with barred list”.",
    "workforce": "Write one of “Child”, “Adult”, “Child and adult”, “Other”.",
    "outcome": "Write one of “Certificate issued”, “Stopped”.",
    "answer": "Write one of “Current”, “Not current”, “No match”.",
    "group": (
        "Write one of “Employee”, “Agency worker”, “Foster carer”, "
        "“Household member of a foster carer”, “Independent visitor”, “Volunteer”, "
        "“Adoption or fostering panel member”, “School governor”, “Elected member”, “Contractor”."
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_each_word_of_another_system_is_one_of_ours(name):
    reader = READERS[name]
    assert {words: reader(words) for words in SAID[name]} == SAID[name]
    untidy = {words: reader(f"  {words.upper()}. ") for words in SAID[name]}
    assert untidy == SAID[name]


@pytest.mark.parametrize("name", SAID)
def test_each_of_ours_is_said_by_some_word_and_given_back_as_it_reads(name):
    reader = READERS[name]
    known = set(SAID[name].values())
    assert set(reader.usual) == known
    assert {reader(reader.say(value)) for value in known} == known
    assert reader(None) is None


@pytest.mark.parametrize("name", UNSAID)
def test_what_nobody_may_guess_is_asked_for_in_the_words_that_may_stand(name):
    for words in UNSAID[name]:
        with pytest.raises(Unreadable) as told:
            READERS[name](words)
        assert told.value.wrong == "It is none of the values that are allowed here."
        assert told.value.right == WRITE[name]


@pytest.mark.parametrize(
    ("reader", "choices"), [(GROUP, GROUPS), (LEVEL, LEVELS), (WORKFORCE, WORKFORCES)]
)
def test_a_file_is_given_back_in_the_words_of_the_pages(reader, choices):
    assert {value: reader.say(value) for value, _ in choices} == dict(choices)


def test_no_word_of_an_answer_tells_whether_a_certificate_was_clear():
    told = " ".join(ANSWER.known)
    telling = ("blank", "clear", "disclos", "convict", "record")
    assert [word for word in telling if word in told] == []
