"""What promises and what does not, by when, to which paper, and who."""

from datetime import date

import pytest

from reports.papers.commitment_sentences import A_FIGURE, digest_of, promise_of, promises, split
from reports.papers.rules.due_dates import DAY, NEXT, PAPER
from tests.sweeping import swept

ON = date(2016, 1, 18)
PROMISES = [
    ("A third audit will begin in November 2016.", DAY, date(2016, 11, 30)),
    ("We shall finish by 31 March 2016.", DAY, date(2016, 3, 31)),
    ("The next DBS audit is planned for March 2016.", DAY, date(2016, 3, 31)),
    ("The scheme is to be reviewed by the end of March.", DAY, date(2016, 3, 31)),
    ("Training is due to start in the autumn of 2016.", DAY, date(2016, 11, 30)),
    ("A survey is due in May 2016.", DAY, date(2016, 5, 31)),
    ("Officers expect the system to be in use in March 2016.", DAY, date(2016, 3, 31)),
    ("We will write to partners within six weeks.", DAY, date(2016, 2, 29)),
    ("We will return in a year.", DAY, date(2017, 1, 18)),
    ("The policy will be rewritten next year.", DAY, date(2017, 12, 31)),
    ("It will open later this year.", DAY, date(2016, 12, 31)),
    ("It will open next month.", DAY, date(2016, 2, 29)),
    ("It will open this month.", DAY, date(2016, 1, 31)),
    ("Work will run from February 2016 to June 2016.", DAY, date(2016, 6, 30)),
    ("Results will go to the February 2016 board.", PAPER, date(2016, 2, 29)),
    ("The paper due in July 2016 will report the outcome.", PAPER, date(2016, 7, 31)),
    ("This will be in the July 2016 report.", PAPER, date(2016, 7, 31)),
    ("We will report back in July 2016.", PAPER, date(2016, 7, 31)),
    ("The next report will say how it went.", NEXT, None),
    ("Later papers in this series will bring the position up to date.", NEXT, None),
    ("An update will come to the following meeting.", NEXT, None),
]
NONE = [
    "The audit was to be held in March 2016.",
    "The audit began in November 2015.",
    "The audit will begin in November 2015.",
    "If the money is found, work will begin in March 2016.",
    "Work will begin in March 2016 if the money is found.",
    "Work will begin in March 2016, unless prices rise.",
    "It will not begin in March 2016.",
    "It will no longer report in March 2016.",
    "It would have been finished by March 2016.",
    "The delay is due to a fire in March 2016.",
    "Staff will keep children safe.",
    "It will cost 2016 pounds.",
    "We will return in many months.",
    "A plan exists for March 2016.",
    "",
]


@swept(PROMISES)
def test_a_promise_is_found_with_its_day(sentence, due_to, due_on):
    found = promise_of(sentence, ON)
    assert found and (found.due_to, found.due_on) == (due_to, due_on)


@swept(NONE)
def test_what_is_past_conditional_refused_or_without_a_time_promises_nothing(sentence):
    assert promise_of(sentence, ON) is None


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
    assert promise_of(PROMISES[0][0], ON).digest == digest_of(PROMISES[0][0])
