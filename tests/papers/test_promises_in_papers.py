"""Promises as officers write them: by when, to which paper, who makes them, and what is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.periods import end_of_month
from reports.language.rules.due_dates import DAY, NEXT, PAPER
from reports.papers.commitment_sentences import A_FIGURE, digest_of, promise_of, promises, split
from tests.cases import random_cases
from tests.sweeping import swept

# A Monday in January: the day on which all of these are told.
ON = date(2016, 1, 18)
D = date
BY_DAY = {
    "We will finish by 1 February 2016.": D(2016, 2, 1),
    "We will finish by Monday 1 February 2016.": D(2016, 2, 1),
    "We will finish by 01/02/2016.": D(2016, 2, 1),
    "We will finish today, 18 January 2016.": D(2016, 1, 18),
    "We will finish on 19 January.": D(2016, 1, 19),
    "We will finish on 17 January.": D(2017, 1, 17),
    "We will finish by the end of January.": D(2016, 1, 31),
    "We will finish in February.": D(2016, 2, 29),
    "We will finish by May.": D(2016, 5, 31),
    "We will finish in December.": D(2016, 12, 31),
    "We will finish in 2016.": D(2016, 12, 31),
    "We will finish during 2017.": D(2017, 12, 31),
    "We will finish in the spring of 2016.": D(2016, 5, 31),
    "We will finish by winter 2016.": D(2017, 2, 28),
    "We will finish this spring.": D(2016, 5, 31),
    "We will finish next month.": D(2016, 2, 29),
    "We will finish this month.": D(2016, 1, 31),
    "We will finish this year.": D(2016, 12, 31),
    "We will finish next year.": D(2017, 12, 31),
    "We will finish within a week.": D(2016, 1, 25),
    "We will finish within two weeks.": D(2016, 2, 1),
    "We will finish in 6 weeks.": D(2016, 2, 29),
    "We will finish in the next three months.": D(2016, 4, 18),
    "We will finish within twelve months.": D(2017, 1, 18),
    "We will finish within 18 months.": D(2017, 7, 18),
    "We will finish within one year.": D(2017, 1, 18),
    "We will finish within two years.": D(2018, 1, 18),
    "The form shall be used from March 2016.": D(2016, 3, 31),
    "The form is to be used from March 2016.": D(2016, 3, 31),
    "The forms are still to be sent in March 2016.": D(2016, 3, 31),
    "The form is due in March 2016.": D(2016, 3, 31),
    "The form is now due by 4 March 2016.": D(2016, 3, 4),
    "The form is due to begin in March 2016.": D(2016, 3, 31),
    "The form is planned for March 2016.": D(2016, 3, 31),
    "The form is now scheduled for March 2016.": D(2016, 3, 31),
    "The form is expected in March 2016.": D(2016, 3, 31),
    "The form is intended to open in March 2016.": D(2016, 3, 31),
    "The service intends to open in March 2016.": D(2016, 3, 31),
    "The service plans to open it in March 2016.": D(2016, 3, 31),
    "The service aims to open in March 2016.": D(2016, 3, 31),
    "The service undertakes to open in March 2016.": D(2016, 3, 31),
    "The service promises to open in March 2016.": D(2016, 3, 31),
    "The service proposes to open in March 2016.": D(2016, 3, 31),
    "The service expects staff to open it in March 2016.": D(2016, 3, 31),
    "It will run from 1 April 2016 to 31 March 2017.": D(2017, 3, 31),
    "What ended in May 2015 will begin again in May 2016.": D(2016, 5, 31),
    "The scheme is to be reviewed by the end of March.": D(2016, 3, 31),
    "Officers expect the system to be in use in March 2016.": D(2016, 3, 31),
    "We will return in a year.": D(2017, 1, 18),
    "It will open later this year.": D(2016, 12, 31),
    "A paper will be ready for the board in May 2016.": D(2016, 5, 31),
    "This will come to the committee in July 2016.": D(2016, 7, 31),
    "This will come to the meeting of July 2016.": D(2016, 7, 31),
    "Results will go to the February 2016 board.": D(2016, 2, 29),
    "Its results will go to the Safeguarding Board (LSCB) in February 2016.": D(2016, 2, 29),
    "Their report is expected in February 2016.": D(2016, 2, 29),
    "Ofsted’s report is expected in February 2016.": D(2016, 2, 29),
}
TO_PAPER = {
    "We will report back in March 2016.": D(2016, 3, 31),
    "It will be reported back in March 2016.": D(2016, 3, 31),
    "It will be brought back in March 2016.": D(2016, 3, 31),
    "The March 2016 report will show it.": D(2016, 3, 31),
    "The July report will show it.": D(2016, 7, 31),
    "The July 2016 position statement will show it.": D(2016, 7, 31),
    "Papers for March 2016 and July 2016 will show it.": D(2016, 7, 31),
    "The paper due in July 2016 will report the outcome.": D(2016, 7, 31),
}
TO_NEXT = (
    "The next report will say more.",
    "This will be in the next paper.",
    "This will be told to the following meeting.",
    "A later paper will bring the rest.",
    "A future report to members will bring the rest.",
    "Subsequent papers will bring the rest.",
    "The forthcoming committee will hear more.",
    "The next six-monthly report will say more.",
)
NOTHING = (
    "We finished in March 2016.",
    "We have been finishing since March 2015.",
    "We finish in March 2016.",
    "It was due in March 2016.",
    "It was expected in March 2016.",
    "It had been planned in March 2016.",
    "It would finish in March 2016.",
    "It could open in March 2016.",
    "It should open in March 2016.",
    "It may open in March 2016.",
    "We will finish.",
    "We will finish soon.",
    "We will finish as soon as we can.",
    "We will finish in 2015.",
    "We will finish by 17 January 2016.",
    "We will finish by 31 June 2016.",
    "We will not finish in March 2016.",
    "We shall never finish in March 2016.",
    "We will no longer meet in March 2016.",
    "Unless staff leave, we will finish in March 2016.",
    "Should staff leave, we will finish in March 2016.",
    "Were it so, it will open in March 2016.",
    "We will finish in March 2016 provided that staff stay.",
    "We will finish in March 2016 only if staff stay.",
    "We will finish in March 2016 if no staff leave.",
    "The rise is due to the March 2016 floods.",
    "The rise is due to poor weather in March 2016.",
    "They are due to staff leaving in March 2016.",
    "The last report was read in March 2016.",
    "Officers read the next report.",
    "There will be 2016 children.",
    "We will meet in several weeks.",
    "We will meet in nought weeks.",
    "The audit was to be held in March 2016.",
    "It would have been finished by March 2016.",
    "Work will begin in March 2016, unless prices rise.",
    "A plan exists for March 2016.",
    "",
)


def test_a_promise_falls_due_on_its_day_with_the_month_of_its_paper_or_with_the_next():
    wanted = {text: (DAY, day) for text, day in BY_DAY.items()}
    wanted |= {text: (PAPER, day) for text, day in TO_PAPER.items()}
    wanted |= dict.fromkeys(TO_NEXT, (NEXT, None))
    found = {text: promise_of(text, ON) for text in wanted}
    due = {text: (one.due_to, one.due_on) if one else None for text, one in found.items()}
    assert due == wanted


def test_the_past_a_condition_a_refusal_and_no_time_promise_nothing():
    assert {text: one for text in NOTHING if (one := promise_of(text, ON))} == {}


def test_only_the_promises_of_a_block_are_taken_and_each_once():
    told = [*BY_DAY, *TO_PAPER, *TO_NEXT]
    text = " ".join((*NOTHING[:12], *told, *told[:5]))
    found = promises(text, ON)
    assert [one.sentence for one in found] == told
    assert len({one.digest for one in found}) == len(found)


@swept(
    [
        ("[[a.b]] will go by May 2016.", {}, f"{A_FIGURE} will go by May 2016."),
        ("[[a.b]] will go by May 2016.", {"[[a.b]]": "12"}, "12 will go by May 2016."),
        ("[[stated 9: x]] will go by May 2016.", {}, "9 will go by May 2016."),
        ("_All_ **will go** by May 2016.", {}, "All will go by May 2016."),
        ("All will[[note: some]] go by May 2016.", {}, "All will go by May 2016."),
        ("[All](https://x.example) will go by May 2016.", {}, "All will go by May 2016."),
        ("All   will\ngo by May 2016.", {}, "All will go by May 2016."),
        ("* All will go by May 2016.", {}, "All will go by May 2016."),
        ("* Some.\n  * All will go by May 2016.", {}, "All will go by May 2016."),
    ]
)
def test_a_promise_is_kept_in_plain_words(text, told, sentence):
    assert [one.sentence for one in promises(text, ON, told)] == [sentence]


@random_cases(30)
@given(st.dates(D(2000, 1, 1), D(2080, 1, 1)), st.integers(-400, 400))
def test_a_day_is_promised_exactly_when_it_is_not_past(on, step):
    day = on + timedelta(step)
    found = promise_of(f"We will finish by {day.day} {day:%B} {day.year}.", on)
    assert bool(found) == (step >= 0)
    assert not found or (found.due_to, found.due_on) == (DAY, day)


@random_cases(30)
@given(st.dates(D(2000, 1, 1), D(2080, 1, 1)), st.integers(1, 12))
def test_a_month_without_a_year_is_the_next_of_its_name(on, month):
    name = f"{date(2000, month, 1):%B}"
    found = promise_of(f"We will finish in {name}.", on)
    ends = [end_of_month(date(year, month, 1)) for year in (on.year, on.year + 1)]
    assert found.due_on == min(day for day in ends if day >= on)


@random_cases(30)
@given(st.dates(D(2000, 1, 1), D(2080, 1, 1)), st.integers(1, 99))
def test_so_many_weeks_are_seven_days_each(on, many):
    found = promise_of(f"We will finish within {many} weeks.", on)
    assert found.due_on - on == timedelta(7 * many)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The Head of Service will report in July 2016.", "The Head of Service"),
        ("In the spring, the project board will meet in March 2016.", "the project board"),
        ("It will open in March 2016.", ""),
        (f"The board {'of many words ' * 5}will meet in March 2016.", ""),
    ],
)
def test_who_promises_is_named_where_the_words_before_say(sentence, who):
    assert promise_of(sentence, ON).who == who


def test_every_sentence_of_a_block_is_read_its_items_too_and_each_once():
    text = (
        "It is done. It will open in March 2016.\n\n"
        "i. _Staff._\n\n   **They** will be [trained](https://x.example) by May 2016.[[note: x]]\n"
        "ii. It will open in March 2016.\n\n"
        "There will be [[stated 44: the list]] of [[a.b]] and [[c.d]] in June 2016."
    )
    found = [one.sentence for one in promises(text, ON, {"[[a.b]]": "twelve"})]
    assert found == [
        "It will open in March 2016.",
        "They will be trained by May 2016.",
        f"There will be 44 of twelve and {A_FIGURE} in June 2016.",
    ]


def test_an_unreadable_token_stays_as_it_was_typed():
    (found,) = promises("It will open [[so]] in March 2016.", ON)
    assert "[[so]]" in found.sentence


def test_an_abbreviation_ends_no_sentence():
    text = "It is so (e.g. Here). Dr. Who came. “It ends.” Then it did."
    assert list(split(text)) == [
        "It is so (e.g. Here).",
        "Dr. Who came.",
        "“It ends.",
        "Then it did.",
    ]
    assert list(split("Not so e.g.")) == ["Not so e.g."]


def test_a_sentence_is_found_again_however_it_is_spaced():
    assert digest_of("It  will\nopen.") == digest_of("it will open.") != digest_of("It opened.")
    sentence = next(iter(BY_DAY))
    assert promise_of(sentence, ON).digest == digest_of(sentence)
