"""What stops each step of a paper, in the sentence that its reader gets: each state and step."""

from datetime import date, timedelta

import pytest

from assurance.runtime.periods import end_of_month
from reports.documents.front.digest import due_in
from reports.language.rules import due_dates
from reports.papers import lifecycle
from tests.sweeping import swept

WRITING, SENT, APPROVED, ISSUED = "writing", "sent", "approved", "issued"
STATES = (WRITING, SENT, APPROVED, ISSUED)
OPEN_TO = {
    # A step, and the states in which nothing stops it.
    "send": (lambda state: lifecycle.why_not_send(state, []), {WRITING}),
    "take back": (lifecycle.why_not_take_back, {SENT, APPROVED}),
    "remark": (lambda state: lifecycle.why_not_remark(state, "Why?"), {WRITING, SENT, APPROVED}),
}


@pytest.mark.parametrize("step", OPEN_TO)
def test_each_step_is_open_in_its_own_states_and_says_why_in_all_others(step):
    why, free = OPEN_TO[step]
    assert {state for state in STATES if not why(state)} == free
    for state in set(STATES) - free:
        assert why(state).endswith(".") and why(state)[0].isupper()


@pytest.mark.parametrize(
    ("errors", "warnings", "sentence"),
    [
        ([], [], ""),
        (
            ["No day is given."],
            [],
            "This report has 1 error to fix first. The first: No day is given.",
        ),
        (
            ["No day is given.", "No title."],
            ["So many?"],
            "This report has 2 errors to fix first. The first: No day is given.",
        ),
        (
            [],
            ["So many?"],
            (
                "This report has 1 warning to fix, or to accept with a reason, first. The first: "
                "So many?"
            ),
        ),
        (
            [],
            ["So many?", "So few?", "So late?"],
            (
                "This report has 3 warnings to fix, or to accept with a reason, first. The "
                "first: So many?"
            ),
        ),
    ],
)
def test_a_paper_is_sent_once_nothing_is_left_unsaid(errors, warnings, sentence):
    assert lifecycle.why_not_send(WRITING, errors, warnings) == sentence
    for state in (SENT, APPROVED, ISSUED):
        assert lifecycle.why_not_send(state, errors, warnings) == lifecycle.why_not_send(state, [])


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0"])
def test_words_that_say_nothing_are_asked_for(blank):
    assert lifecycle.why_not_remark(WRITING, blank) == "Write the comment first."
    assert [*due_dates.why_not_decide(due_dates.AMENDED, DAY, blank, DAY, DAY)] == [
        ("amended", "Write the recommendation as the committee amended it"),
    ]


def test_an_issued_paper_says_first_that_it_is_issued():
    late = "This report is published and takes no more comments."
    assert lifecycle.why_not_remark(ISSUED, "") == lifecycle.why_not_remark(ISSUED, "Why?") == late
    assert lifecycle.why_not_settle(ISSUED, None, None) == late
    assert lifecycle.why_not_reopen(ISSUED, date(2019, 9, 9)) == late
    assert lifecycle.why_not_issue(ISSUED, {"a"}, "a") == "This report is already published."


@pytest.mark.parametrize(
    ("settled_on", "answers", "sentence"),
    [
        (None, None, ""),
        (None, 4, "Settle the comment itself, not an answer to it."),
        (date(2019, 9, 9), None, "This comment is already settled."),
        (date(2019, 9, 9), 4, "Settle the comment itself, not an answer to it."),
    ],
)
def test_a_remark_is_settled_once_and_whole_and_opened_again_then(settled_on, answers, sentence):
    assert lifecycle.why_not_settle(WRITING, settled_on, answers) == sentence
    again = "" if settled_on else "This comment is already open."
    assert lifecycle.why_not_reopen(WRITING, settled_on) == again


@pytest.mark.parametrize(
    ("before", "after", "has_papers", "free"),
    [
        ("", "board", True, True),
        ("board", "board", True, True),
        ("board", "panel", False, True),
        ("board", "panel", True, False),
    ],
)
def test_an_address_that_was_given_out_stays(before, after, has_papers, free):
    assert (lifecycle.why_not_readdress(before, after, has_papers) == "") is free


DAY, LAST = date(2016, 3, 31), date(2016, 4, 28)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("year", [2015, 2016])
def test_a_month_ends_before_the_next_begins(year, month):
    first = date(year, month, 1)
    last = end_of_month(first)
    assert last.month == month and (last + timedelta(1)).day == 1
    assert end_of_month(last) == last


def test_due_is_said_in_words():
    assert due_dates.due_text(due_dates.DAY, DAY) == "by 31 March 2016"
    assert due_dates.due_text(due_dates.PAPER, DAY) == "in a report by 31 March 2016"
    other = due_dates.due_text(due_dates.PAPER, DAY, date(2017, 3, 18))
    assert other == "in a report by 31 March 2016"
    expected = due_dates.due_text(due_dates.PAPER, DAY, date(2016, 3, 18))
    assert expected == "in the next report, expected in March 2016"
    entries = [
        due_dates.due_entry(text)
        for text in ("by 31 March 2016", other, expected, due_dates.due_text(due_dates.NEXT, None))
    ]
    assert entries == [
        "31 March 2016",
        "Report by 31 March 2016",
        "Next report, expected in March 2016",
        "Next report",
    ]
    # Within a sentence these read as they were before.
    assert [due_in(entry) for entry in entries] == [
        "by 31 March 2016",
        "in a report by 31 March 2016",
        "in the next report, expected in March 2016",
        "in the next report",
    ]
    assert [due_in(words) for words in ("", "May")] == ["", "May"]
    assert (
        due_dates.due_text(due_dates.NEXT, None)
        == due_dates.due_text(due_dates.DAY, None)
        == "in the next report of its series"
    )


def test_a_day_stands_with_what_is_due_by_one_and_only_there():
    assert not due_dates.why_not_due(due_dates.NEXT, None) and not due_dates.why_not_due(
        due_dates.DAY, DAY
    )
    assert "has no date: leave" in due_dates.why_not_due(due_dates.NEXT, DAY)
    for due_to in (due_dates.DAY, due_dates.PAPER):
        assert due_dates.why_not_due(due_to, None).startswith("Enter the date")


@swept(
    [
        (due_dates.MET, "", None, ""),
        (due_dates.LATE, "", None, ""),
        (due_dates.DROPPED, "The law changed.", None, ""),
        (due_dates.CHANGED, "Staff left.", DAY + timedelta(1), ""),
        (due_dates.OPEN, "", None, "Enter its outcome: kept, late"),
        (due_dates.REFUSED, "x", None, "Enter its outcome: kept, late"),
        (due_dates.DROPPED, " ", None, "why it was dropped"),
        (due_dates.CHANGED, "", DAY, "why its date was changed"),
        (due_dates.CHANGED, "x", None, "Enter the new date"),
        (due_dates.CHANGED, "x", DAY, "must be after the date"),
    ]
)
def test_an_answer_is_whole(state, because, new_day, sentence):
    said = due_dates.why_not_answer(state, because, new_day, DAY)
    assert sentence in said if sentence else said == ""
    # Without a day of its own any new one is later.
    assert due_dates.why_not_answer(due_dates.CHANGED, "x", date(2015, 1, 1), None) == ""


@pytest.mark.parametrize(
    ("decision", "on", "amended", "fields"),
    [
        ("", None, "", []),
        (due_dates.NOTED, DAY, "", []),
        (due_dates.AMENDED, DAY, "note it well", []),
        (due_dates.AGREED, None, "", ["decided_on"]),
        (due_dates.AGREED, DAY - timedelta(1), "", ["decided_on"]),
        (due_dates.AGREED, LAST, "", []),
        (due_dates.AGREED, LAST + timedelta(1), "", ["decided_on"]),
        (due_dates.AMENDED, DAY, " ", ["amended"]),
        (due_dates.AMENDED, None, "", ["decided_on", "amended"]),
    ],
)
def test_a_decision_has_its_day_and_its_words(decision, on, amended, fields):
    refused = [*due_dates.why_not_decide(decision, on, amended, DAY, LAST)]
    assert [field for field, _ in refused] == fields and all(sentence for _, sentence in refused)
