"""What a report says of all, none or some of what it counts, against the records of them."""

from dataclasses import replace
from datetime import date
from unittest.mock import Mock

import pytest

from assurance.runtime.periods import When
from reports.checks.assurance.recorded_states import unlike_records
from reports.checks.context import RecordedState
from reports.papers.blocks import name_dates
from reports.verdicts.paper.recorded_states import _begins, states_of
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.checks.drawn import KNOWN, found
from tests.make import dbs, improvements, people
from tests.make.drafts import written
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
JANUARY = "2016-01-01..2016-01-31"
DUE = f"A further [[dbs.due_in_month @{JANUARY}]] were due for a re-check in January 2016"
AUDITS = "Managers made [[audits.done @year]] audits"


def told(text, **names):
    """(severity, what is said) of each claim of the paper, with its dates, that records deny."""
    row = {"part": "body", "kind": "paragraph", "parent": "work", "heading": "", "data": {}}
    paper = written(cast.clerk(), {"slug": "told", **row, "text": text})
    name_dates(paper, names)
    return [
        (str(one.severity), one.sentence)
        for one in verdict(paper).causes
        if one.rule.key == "state-unlike-records"
    ]


@pytest.fixture
def audit():
    """A DBS audit by which seven people are due for a re-check in January, and nobody reminded."""
    dbs.dbs_audit()


def reminded(count, day):
    """So many people reminded of a re-check that falls on `day`."""
    for _number in range(count):
        person = people.engagement().person
        dbs.reminder(person=person, due_on=day, sent_on=date(2015, 11, 20))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{DUE}, and all of them have been reminded.", 0),
        (f"{DUE}. They have all been reminded.", 0),
        (f"{DUE}. All [[dbs.due_in_month @{JANUARY}]] have been reminded.", 0),
        (f"{DUE}; 5 of them have been reminded.", 0),
    ],
)
def test_nobody_was_reminded_where_records_have_no_reminder_of_the_month(audit, text, count):
    reminded(1, date(2015, 12, 3))
    [(severity, sentence)] = told(text)
    assert severity == "error" and f"the records show {count} of the 7" in sentence


@pytest.mark.parametrize(
    "text",
    [
        f"{DUE}, and none of them have been reminded.",
        f"{DUE}, and all of them have been told.",
        f"{DUE}, and all of them are to be reminded.",
        f"{DUE}. All managers have been reminded.",
        f"{DUE}, and at least 2 of them have been thanked.",
    ],
)
def test_what_records_bear_out_or_do_not_know_is_left_alone(audit, text):
    reminded(1, date(2015, 12, 3))
    assert told(text) == []


def test_what_stands_in_the_paragraph_before_is_a_warning(audit):
    reminded(1, date(2015, 12, 3))
    [(severity, sentence)] = told(f"{DUE}:\n\n* All of them have been reminded.")
    assert severity == "warning" and "the records show 0 of the 7" in sentence


def test_where_no_reminder_was_ever_recorded_it_is_a_warning(audit):
    [(severity, sentence)] = told(f"{DUE}, and all of them have been reminded.")
    assert severity == "warning" and "nothing is recorded" in sentence


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            f"{AUDITS}. All of them were inadequate.",
            "“All of them were inadequate”: the records show 0",
        ),
        (
            f"{AUDITS}. Both were outstanding.",
            "“Both were outstanding”: the records show 0 of the 2",
        ),
        (
            f"{AUDITS}. None of them was good.",
            "“None of them was good”: the records show 2 of the 2",
        ),
        (f"{AUDITS}. Both were good.", ""),
        (f"{AUDITS}, and have been moderated.", "“and have been moderated”: the records show 0"),
        (f"{AUDITS}. None of them was moderated.", ""),
        # The things are named, not pointed at.
        (
            f"{AUDITS}. All audits were inadequate.",
            "“All audits were inadequate”: the records show 0",
        ),
        (
            f"{AUDITS}. Every audit was graded as outstanding.",
            "“Every audit was graded as outstanding”: the records show 0 of the 2",
        ),
        (
            f"{AUDITS}. All of the case-file audits have been moderated.",
            "“All of the case-file audits have been moderated”: the records show 0",
        ),
        (
            f"{AUDITS}. No audits were judged to be good.",
            "“No audits were judged to be good”: the records show 2 of the 2",
        ),
        (
            f"{AUDITS}. We are glad that there were no good audits at all.",
            "“no good audits at all”: the records show 2 of the 2",
        ),
        (
            f"{AUDITS}. None of the audits was good.",
            "“None of the audits was good”: the records show 2 of the 2",
        ),
        (
            f"{AUDITS}. None of them was shared with the worker in the year.",
            "",
        ),
        (f"{AUDITS}. No audits were inadequate.", ""),
        (f"{AUDITS}. There were no inadequate audits.", ""),
        (f"{AUDITS}. All audits were graded good.", ""),
        # Of others, of another time, or said of not quite all, or wished.
        (f"{AUDITS}. All audits of homes were inadequate.", ""),
        (f"{AUDITS}. All partner audits were inadequate.", ""),
        (f"{AUDITS}. All audits were inadequate in 2012.", ""),
        (f"{AUDITS}. Last year all audits were inadequate.", ""),
        (f"{AUDITS}. Nearly all of them were inadequate.", ""),
        (f"{AUDITS}. Not all audits were inadequate.", ""),
        (f"{AUDITS}. We ask whether all audits were moderated.", ""),
        (f"{AUDITS}. None of them was good at planning.", ""),
        (f"{AUDITS}. There were no good audits of homes.", ""),
        (f"{AUDITS}. There were no good audits in the north.", ""),
        (f"{AUDITS}. No audits were good in the north.", ""),
        (f"{AUDITS}. In the north all audits were inadequate.", ""),
        (f"{AUDITS}. All of them were shared with families.", ""),
        (f"{AUDITS}. There were no complaints about audits.", ""),
        (f"{AUDITS}, and [[audits.done]] since. All audits were inadequate.", ""),
    ],
)
def test_grades_and_states_of_audits_are_read_by_their_own_labels(db, text, fault):
    sentences = [sentence for _severity, sentence in told(text)]
    assert len(sentences) == bool(fault)
    assert all(sentence.startswith(fault) for sentence in sentences)


def test_named_things_that_another_paragraph_counts_are_a_warning(db):
    [(severity, sentence)] = told(f"{AUDITS}:\n\n* All audits were inadequate.")
    assert severity == "warning" and "the records show 0" in sentence


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("None is overdue.", "the records show 2 of the 3"),
        ("No action is overdue.", "the records show 2 of the 3"),
        ("There are no overdue actions.", "the records show 2 of the 3"),
        ("All improvement actions are on track.", "the records show "),
        ("All actions are overdue.", "the records show 2 of the 3"),
        ("No action is at risk.", ""),
        ("No action is owned by nobody.", ""),
    ],
)
def test_the_progress_of_actions_is_read_by_the_labels_of_figures(db, text, records):
    started = date(2015, 1, 5)
    for due in (date(2015, 3, 1), date(2015, 4, 1), date(2018, 4, 1)):
        improvements.action(starts_on=started, due_on=due)
    sentences = [
        sentence for _severity, sentence in told(f"There are [[actions.total]] actions. {text}")
    ]
    assert len(sentences) == bool(records) and all(records in one for one in sentences)


@swept(
    [
        ("shared with the worker", "shared with the workers in May", True),
        ("shared with the worker", "shared with families", False),
        ("placed for adoption", "placed in the county", True),
        ("placed for adoption", "placed with foster carers", False),
        ("re-checked since", "re-checked.", True),
        ("overdue, or late", "overdue", True),
        ("in date", "in touch", False),
    ]
)
def test_a_state_is_a_label_or_its_first_word_and_nothing_else(label, predicate, same):
    assert _begins(label, predicate) is same


def test_what_came_of_a_stock_is_read_on_the_later_days_that_the_paper_names(audit):
    text = "On 5 January 2016 [[dbs.overdue @2016-01-15]] were overdue; all of them have been {}."
    later = {"later": When.at(date(2016, 1, 15)), "before": When.at(date(2014, 1, 1))}
    [(severity, sentence)] = told(text.format("re-checked"), **later)
    assert severity == "error" and "the records show 14 of the 30" in sentence


def test_what_is_recorded_on_no_day_of_the_paper_is_left_alone(audit):
    text = "On 5 January 2016 [[dbs.overdue @2016-01-15]] were overdue; all have been re-checked."
    assert told(text) == []


def test_nothing_is_known_of_a_figure_that_nobody_declares():
    entry = Mock(key="dbs.none", end="2016-01-15")
    assert states_of(None)(entry, "reminded") == ()


def test_a_small_count_is_named_as_another_number():
    def states(_entry, _predicate):
        return (RecordedState("People reminded", "January 2016", 3, is_shown=False),)

    text = "{{12|dbs.due_in_month|2016-01-01/2016-01-31}} were due. All of them have been reminded."
    [row] = found(text, known=replace(KNOWN, states=states), rules=(unlike_records,))
    assert "the records show another number (" in row.fault.says
