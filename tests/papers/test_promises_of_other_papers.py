"""Promises as many hands write them: by when, to which paper and whose, and what is none."""

from datetime import date

import pytest

from reports.papers.commitment_sentences import digest_of, promise_of, promises, split
from reports.papers.rules.due_dates import DAY, NEXT, PAPER, due_text
from tests.sweeping import swept

ON = date(2019, 9, 9)
BY_A_DAY = [
    ("The contract shall end on 30 September 2019.", date(2019, 9, 30)),
    ("All eighteen files will be read again by 1 December 2019.", date(2019, 12, 1)),
    ("Home visits are to be counted from 6 January 2020.", date(2020, 1, 6)),
    ("The new form is still to be agreed by October.", date(2019, 10, 31)),
    ("The new form is to be agreed by March.", date(2020, 3, 31)),
    ("Recruitment is now due to close in the winter of 2019.", date(2020, 2, 29)),
    ("The review is due by 31/10/2019.", date(2019, 10, 31)),
    ("The inspection is due for May 2020.", date(2020, 5, 31)),
    ("The second round is scheduled for 2020-02-03.", date(2020, 2, 3)),
    ("A panel is expected to meet on 4 November.", date(2019, 11, 4)),
    ("A panel is expected to meet on 4 March.", date(2020, 3, 4)),
    ("Visits are intended to begin in summer 2020.", date(2020, 8, 31)),
    ("The trust plans to open two homes by 2021.", date(2021, 12, 31)),
    ("The trust aims to open two homes during 2020.", date(2020, 12, 31)),
    ("The council undertakes to repay it in 2020/21.", date(2021, 12, 31)),
    ("The council undertook to repay it by the end of 2020.", date(2020, 12, 31)),
    ("The provider promises to mend the roof by 1st October 2019.", date(2019, 10, 1)),
    ("The team proposes to visit every home by Easter, in April 2020.", date(2020, 4, 30)),
    ("We will decide in two weeks.", date(2019, 9, 23)),
    ("We will decide within a week.", date(2019, 9, 16)),
    ("We will decide within one month.", date(2019, 10, 9)),
    ("We will decide within 12 weeks.", date(2019, 12, 2)),
    ("We will decide in the next three months.", date(2019, 12, 9)),
    ("We will decide within four years.", date(2023, 9, 9)),
    ("Staff will move next month.", date(2019, 10, 31)),
    ("Staff will move this month.", date(2019, 9, 30)),
    ("Staff will move this year.", date(2019, 12, 31)),
    ("Staff will move next year.", date(2020, 12, 31)),
    ("It will be on 9 September 2019.", date(2019, 9, 9)),
    ("It will run from 1 May 2019 to 31 May 2020.", date(2020, 5, 31)),
]
TO_A_PAPER = [
    ("The board in November 2019 will be told.", date(2019, 11, 30)),
    ("The results will come to the November 2019 committee.", date(2019, 11, 30)),
    ("The results will come to the committee in November.", date(2019, 11, 30)),
    ("The briefing of March 2020 will say how many came.", date(2020, 3, 31)),
    ("A position statement will go to the January 2020 meeting.", date(2020, 1, 31)),
    ("The outcome will be reported back in June 2020.", date(2020, 6, 30)),
    ("The matter will be brought back in spring 2020.", date(2020, 5, 31)),
]
TO_THE_NEXT = [
    "The next paper will give both numbers.",
    "The next full report will give both numbers.",
    "Both numbers are to be in the following update.",
    "Officers propose to bring this to a future meeting.",
    "A subsequent committee shall hear the outcome.",
    "The forthcoming board will hear the outcome.",
]
PAST = [
    "The files were read by 30 June 2019.",
    "It had been planned for June 2019.",
    "The review ended on 8 September 2019.",
    "The review will have ended on 8 September 2019.",
    "In 2018 the board decided to close the home.",
]
CONDITIONS = [
    "Should the grant come, work will start in May 2020.",
    "Were it agreed, it will open in May 2020.",
    "Unless it rains, the play day will be on 4 May 2020.",
    "It will open in May 2020 provided that a manager is found.",
    "It will open in May 2020 only if a manager is found.",
    "It will open in May 2020 if we find a manager.",
]
REFUSALS = [
    "The home will not open in May 2020.",
    "The home will never open before May 2020.",
    "The home shall no longer take children in May 2020.",
]
NO_TIME = [
    "Every child will have a plan.",
    "Every visitor shall write a note.",
    "Workers are to be supervised.",
    "It will cost £2,020.",
    "It will hold 2020 files.",
    "It will open on 31 June 2020.",
    "The delay is due to the low number of staff in May 2020.",
]
WHO = [
    ("The service will report in May 2020.", "The service"),
    ("The Independent Reviewing Team shall end it in May 2020.", "The Independent Reviewing Team"),
    ("After that, the assistant director will write in May 2020.", "the assistant director"),
    ("Two social workers will be named in May 2020.", "Two social workers"),
    ("The partnership aims to meet in May 2020.", "The partnership"),
    ("There will be a survey in May 2020.", ""),
    ("Every file will be read in May 2020.", ""),
    ("We will meet in May 2020.", ""),
]


@swept(BY_A_DAY)
def test_a_promise_falls_due_on_the_last_day_that_it_names(sentence, day):
    found = promise_of(sentence, ON)
    assert found is not None
    assert (found.due_to, found.due_on, found.sentence) == (DAY, day, sentence)
    assert due_text(found.due_to, found.due_on) == f"by {day.day} {day:%B %Y}"


@pytest.mark.parametrize(("sentence", "day"), TO_A_PAPER)
def test_a_month_beside_a_meeting_or_a_paper_names_that_paper(sentence, day):
    found = promise_of(sentence, ON)
    assert found is not None
    assert (found.due_to, found.due_on) == (PAPER, day)
    assert due_text(found.due_to, found.due_on) == f"to the paper of {day:%B %Y}"


def test_a_coming_paper_without_a_month_is_the_next_one():
    found = [promise_of(sentence, ON) for sentence in TO_THE_NEXT]
    missed = [said for said, one in zip(TO_THE_NEXT, found, strict=True) if not one]
    assert missed == []
    assert {(one.due_to, one.due_on) for one in found} == {(NEXT, None)}


@pytest.mark.parametrize("kind", [PAST, CONDITIONS, REFUSALS, NO_TIME])
def test_what_binds_nobody_to_a_time_is_no_promise(kind):
    assert [sentence for sentence in kind if promise_of(sentence, ON)] == []


@swept(WHO)
def test_whose_promise_it_is(sentence, who):
    assert promise_of(sentence, ON).who == who


@pytest.mark.parametrize(
    ("told_on", "found"),
    [
        (date(2020, 5, 30), True),
        (date(2020, 5, 31), True),
        (date(2020, 6, 1), False),
    ],
)
def test_a_month_is_to_come_until_its_last_day_is_over(told_on, found):
    assert bool(promise_of("The home will open in May 2020.", told_on)) is found


@pytest.mark.parametrize(
    ("told_on", "due_on"),
    [
        (date(2020, 1, 31), date(2020, 2, 29)),
        (date(2019, 1, 31), date(2019, 2, 28)),
        (date(2019, 12, 31), date(2020, 1, 31)),
        (date(2019, 4, 30), date(2019, 5, 31)),
        (date(2019, 1, 30), date(2019, 2, 28)),
    ],
)
def test_a_month_from_now_stays_in_the_month_that_follows(told_on, due_on):
    assert promise_of("It will end within a month.", told_on).due_on == due_on
    assert promise_of("It will end next month.", told_on).due_on == due_on


def test_a_block_gives_its_promises_in_order_and_nothing_else():
    told = [sentence for sentence, _day in (*BY_A_DAY[:5], *TO_A_PAPER[:2])]
    text = " ".join([PAST[0], *told, CONDITIONS[0], told[0], REFUSALS[0]])
    assert [one.sentence for one in promises(text, ON)] == told
    assert promises(" ".join([*PAST, *CONDITIONS, *REFUSALS, *NO_TIME]), ON) == ()
    assert promises("", ON) == ()


def test_no_two_sentences_are_taken_for_each_other():
    told = [sentence for sentence, _day in (*BY_A_DAY, *TO_A_PAPER)] + TO_THE_NEXT
    assert len({digest_of(one) for one in told}) == len(told)
    for one in told:
        assert digest_of(one) == digest_of(f"  {one.upper()} ") == digest_of(one.replace(" ", "\n"))


@swept(
    [
        ("", []),
        ("   ", []),
        ("One.", ["One."]),
        ("One. Two.", ["One.", "Two."]),
        ("One! Two? Three.", ["One!", "Two?", "Three."]),
        ("It cost 1.5 million. It ended.", ["It cost 1.5 million.", "It ended."]),
        ("See para. 4 of it. It ended.", ["See para. 4 of it.", "It ended."]),
        ("See p. 4 there.", ["See p. 4 there."]),
        ("Ring No. 4 first. Then wait.", ["Ring No. 4 first.", "Then wait."]),
        ("It ended. and so on.", ["It ended. and so on."]),
        ("“It ended.” 4 came.", ["“It ended.", "4 came."]),
    ]
)
def test_sentences_end_where_a_reader_ends_them(prose, found):
    assert list(split(prose)) == found
