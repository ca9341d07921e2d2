"""What asks for a look at a carried sentence, whole; and what asks for none."""

from reports.editor.carry_forward.rules import COMPARED, STAYED, reasons
from reports.papers.typed_numbers import LIST
from tests.sweeping import swept

LOOKS = [
    (
        "On 4 March 2019 and again on 4 March 2019 it rained.",
        "It names dates, months or years: “4 March 2019”.",
    ),
    (
        "From April 2018 to March 2019.",
        "It names dates, months or years: “April 2018”, “March 2019”.",
    ),
    ("There were 12 of 30 homes.", "It includes typed numbers: “12”, “30”."),
    (
        "It cost £1.2 million and 14 per cent of it.",
        "It includes typed numbers: “£1.2 million”, “14 per cent”.",
    ),
    ("It cost £ 300 and 4.5%.", "It includes typed numbers: “£ 300”, “4.5%”."),
    ("Three came, and three left.", "It includes a number or a share in words: “Three”, “three”."),
    ("A majority came twice.", "It includes a number or a share in words: “majority”, “twice”."),
    ("None of a dozen homes closed.", "It includes a number or a share in words: “None”, “dozen”."),
    (
        "Last quarter was hard; it is easy now.",
        "It speaks of its own time: “Last quarter”, “now”.",
    ),
    ("It soon ended, and to date nobody knows.", "It speaks of its own time: “soon”, “to date”."),
    (
        "Last year’s rise was recently checked.",
        "It speaks of its own time: “Last year’s”, “recently”.",
    ),
    (
        "Mrs Quennell and Councillor Tarrant met.",
        "It names a person: “Mrs Quennell”, “Councillor Tarrant”.",
    ),
    (
        "We hold [[stated 31: the register]] forms.",
        "It states 31, which is in no record.",
    ),
    (
        "It was [[record:review/ofsted.grade]].",
        "It quotes a record: see that it is still the right one.",
    ),
    (
        "There were [[audits.done @2018-01-01..2018-06-30]].",
        "A figure in it has a date of its own, which has not moved with the report’s dates.",
    ),
]
LOOKS += [
    ("It [[compare dbs.overdue @comparison @position]].", COMPARED),
    ("More children say so.", "It compares: “More”."),
    (
        "Slightly fewer say it, almost everywhere.",
        "It compares: “Slightly”, “fewer”, “almost”, “everywhere”.",
    ),
    (
        "The report came out during the half-year.",
        "It speaks of its own time: “during the half-year”.",
    ),
    ("Waits fell, and are shorter than they were.", "It compares: “fell”."),
    ("[[audits.done | change]] visits.", COMPARED),
]
IN_PEACE = [
    "Children are seen alone, in a place that they choose.",
    "The duty is set by law.",
    "The number was [[audits.done @half_year]], as [[para:method]] says.",
    "Managers know every file in their team.",
    "An unknown hand, a nowhere place and a sooner end.",
    "A weekly, monthly or yearly visit is made.",
    "Someone, anyone and everyone may ask; often they do.",
    "The half-year is a half-way house.",
    "They march on, and may stay.",
]


def asked(text, before="", now=""):
    """The reasons of a sentence that reads as it is written, or `now`."""
    return reasons(text, now or text, before)


@swept(LOOKS)
def test_one_thing_that_may_be_stale_asks_one_thing(text, sentence):
    assert asked(text) == (sentence,)


@swept(IN_PEACE)
def test_words_that_stay_true_ask_nothing(text):
    assert asked(text) == asked(text, before=text) == ()


def test_a_live_date_that_has_not_moved_on_asks_for_a_look():
    text, stayed = "In [[date:first_year]] we saw them all.", "In 2014 we saw them all."
    assert asked(text, before=stayed, now=stayed) == (STAYED,)
    moved = asked(text, before=stayed, now="In 2015 we saw them all.")
    assert moved == ("A figure or a date in it has changed.",)


def test_everything_is_asked_at_once_in_one_order():
    found = asked(" ".join(words for words, _sentence in LOOKS), before="4", now="5")
    begins = [
        "A figure or a date in it has changed.",
        "It states 31",
        "It quotes a record",
        "A figure in it has a date of its own",
        "It compares",
        "It names a person",
        "It names dates, months or years",
        "It includes typed numbers",
        "It includes a number or a share in words",
        "It speaks of its own time",
    ]
    assert len(found) == len(begins)
    for said, begin in zip(found, begins, strict=True):
        assert said.startswith(begin)
    assert asked(LIST, now="[]") == ("Its list is made afresh from the records.",)


@swept(range(1, 10))
def test_six_are_named_and_the_rest_counted(many):
    text = " and ".join(f"{number} forms" for number in range(11, 11 + many))
    (said,) = asked(text)
    assert said.count("“") == min(many, 6)
    assert said.endswith(f" and {many - 6} more." if many > 6 else f"“{10 + many}”.")
