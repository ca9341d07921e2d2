"""The words of reminders: what may be written, from which day, and who is refused one."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.forms.reminders import WordingForm
from assurance.dbs.models.reminders import ReminderWording
from assurance.dbs.operations import policies as operations
from assurance.dbs.rules import reminders as rules
from assurance.records.history import HistoryEntry
from assurance.runtime.email_states import STATES
from tests.cases import random_cases
from tests.cast import make_council, officer
from tests.dbs.entries import refusal, typed
from tests.dbs.reminding import page_of
from tests.make import dbs, people
from tests.sweeping import swept

DAY, ONE = date(2016, 2, 29), timedelta(1)
FILL = {"name": "Post Holder", "due": DAY, "council": "Netherby"}


def doing():
    """Who does it, and when."""
    return {"by": officer(), "on": DAY}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", ""),
        ("Dear {name}", "Dear Post Holder"),
        ("{due}, {due}", "29 February 2016, 29 February 2016"),
        ("{council}: {name}{due}", "Netherby: Post Holder29 February 2016"),
        ("{nobody} {Name} { name}", "{nobody} {Name} { name}"),
        ("{{name}}", "{Post Holder}"),
    ],
)
def test_each_place_is_filled_wherever_it_stands_and_nothing_else_is(words, said):
    assert rules.filled(words, **FILL) == said


@random_cases(15)
@given(
    name=st.text("{name}due|\\1é", max_size=30),
    council=st.sampled_from(("{name}", "{due}", "\\1", "Netherby")),
)
def test_no_name_of_a_person_or_council_is_read_as_a_place(name, council):
    told = rules.filled("{name}|{due}|{council}", name=name, due=DAY, council=council)
    assert told == f"{name}|29 February 2016|{council}"


def test_the_words_that_everybody_begins_with_can_be_sent():
    assert rules.why_not_word(rules.BODY) is None
    assert rules.why_not_subject(rules.SUBJECT) is None
    said = rules.filled(rules.BODY, **FILL)
    assert all(words in said for words in ("Dear Post Holder", "29 February 2016", "Netherby"))
    assert "{" not in said and "}" not in said


@swept(
    [
        ("{due}", None),
        ("{name}, {due}", None),
        ("Soon", "Show when the re-check is due: write {due} where the date belongs"),
        ("{name}", "Show when the re-check is due"),
        (
            "{due} {role}",
            "“{role}” is not a place that can be filled: use {name}, {due}, {council}",
        ),
        ("{due} {}", "“{}” is not a place that can be filled"),
        ("{due} {Due}", "“{Due}” is not a place that can be filled"),
        ("{due} }", "A curly bracket has no partner"),
        ("{ {due}", "A curly bracket has no partner"),
    ]
)
def test_what_can_be_sent_has_a_day_and_only_places_that_can_be_filled(words, begins):
    told = rules.why_not_word(words)
    assert told is None if begins is None else told.startswith(begins)


@pytest.mark.parametrize("words", ["{name}", "Due {due}", "{", "}", "Two\nlines", "Two\rlines"])
def test_a_subject_that_others_may_read_tells_nothing(words):
    told = rules.why_not_subject(words)
    assert told.startswith("The subject is one line" if "lines" in words else "The subject names")


@pytest.mark.parametrize(
    ("started", "refused"), [(None, False), (DAY - ONE, False), (DAY, True), (DAY + ONE, True)]
)
def test_a_wording_begins_after_the_one_before_it_began(started, refused):
    told = rules.why_not_begin(DAY, started)
    assert (told is not None) is refused
    assert told is None or told.endswith("a new one begins after that date")


@swept(list(
        product(
            ("", "letter", "email"), (False, True), ("letter", "email"), ("", "a@netherby.example"),
            (DAY, date(2016, 3, 1)),
        )
    ))  # fmt: skip
def test_who_may_be_reminded(earlier, again, how, email, on):
    sent = SimpleNamespace(sent_on=DAY, how=earlier) if earlier else None
    told = rules.why_not_remind(sent, again, how, email, on)
    if earlier and not again:
        assert told.startswith("A reminder of this date was sent on 29 February 2016")
    elif how == "email" and email == "":
        assert told == "No work e-mail address is recorded: print a letter"
    elif earlier == how == "email" and on == DAY:
        assert (
            told == "Wait a day before another e-mail about this re-check date, or print a letter"
        )
    else:
        assert told is None


@pytest.mark.parametrize("state", [state for state, _ in STATES])
def test_only_what_was_refused_or_may_be_lost_is_sent_again(state):
    assert (rules.why_not_send_again(state) is None) is (state in ("failed", "unknown"))


# --- kept from a day on


def word(**said):
    """Records a wording."""
    usual = {"subject": "Your re-check", "body": "{due}", "from_date": DAY}
    said = {"council": make_council(), "approver": "Director", **said}
    people.alone(said["council"])
    return operations.record_wording(**{**usual, **people.with_posts(said, "approver"), **doing()})


@pytest.mark.django_db
def test_of_three_wordings_each_day_has_exactly_one():
    old = dbs.wording(to_date=DAY - 9 * ONE)
    starts = (DAY, DAY + ONE, date(2017, 3, 1))
    rows = [word(from_date=day) for day in starts]
    theirs = dbs.wording(council=make_council("otherby"), from_date=DAY)
    for day, place in (
        *((DAY - ONE, None), (DAY, 0), (DAY + ONE, 1)),
        *((date(2017, 2, 28), 1), (date(2017, 3, 1), 2), (date(2020, 2, 29), 2)),
    ):
        found = list(ReminderWording.objects.of(make_council()).in_force(day))
        assert found == ([] if place is None else [rows[place]]), day
    assert str(rows[0]) == "wording from 29 February 2016"
    [entry] = HistoryEntry.objects.about(rows[2])
    assert (entry.what, entry.about) == ("dbs_reminders.word", f"reminder wording {rows[2].pk}")
    for other, to_date in ((theirs, None), (old, DAY - 9 * ONE)):
        other.refresh_from_db()
        assert other.to_date == to_date


@pytest.mark.django_db
def test_a_wording_that_cannot_stand_is_refused_at_its_field():
    there = word()
    for said, field in (
        ({"body": "Soon"}, "body"),
        ({"from_date": DAY}, "from_date"),
        ({"from_date": DAY - ONE}, "from_date"),
        ({"subject": "For {name}", "body": "Soon"}, "subject"),
    ):
        assert refusal(word, **said)[0] == field, said
    there.refresh_from_db()
    assert there.to_date is None and ReminderWording.objects.count() == 1


def test_a_new_wording_begins_with_the_words_in_force(keeping):
    form = keeping.get("/dbs/reminders/wordings/add/").context["form"]
    assert (form.initial["subject"], form.initial["body"]) == (rules.SUBJECT, rules.BODY)
    dbs.wording(subject="Ours", body="By {due}")
    form = keeping.get("/dbs/reminders/wordings/add/").context["form"]
    assert (form.initial["subject"], form.initial["body"]) == ("Ours", "By {due}")


@pytest.mark.django_db
def test_a_wrong_wording_says_so_at_its_field():
    people.alone()
    whole = {"from_date": DAY, "subject": "S", "body": "{due}", "approver": people.post()}
    for field, value, sentence in (
        ("subject", "", "Enter the subject"),
        ("subject", "{name}", "The subject names no person and no date"),
        ("body", "", "Enter the words of the reminder"),
        ("body", "Soon", "Show when the re-check is due"),
        ("approver", "", "Select the post: “Approved by”"),
    ):
        form = WordingForm(typed(**{**whole, field: value}), council=make_council())
        [(where, [told])] = form.errors.items()
        assert where == field and told.startswith(sentence), sentence


def test_a_new_wording_ends_the_one_before_and_letters_keep_theirs(keeping):
    people.alone()
    first = dbs.wording(subject="Old subject")
    letter = dbs.reminder(wording=first, sent_on=date(2015, 6, 1))
    entry = {"subject": "New subject", "body": "On\r\n{due}", "approver": people.post().pk}
    entry |= typed(from_date=date(2016, 1, 1))
    page = page_of(keeping.post("/dbs/reminders/wordings/add/", entry, follow=True))
    assert "Reminder wording added." in page
    first.refresh_from_db()
    newest = ReminderWording.objects.first()
    assert (first.to_date, newest.body) == (date(2015, 12, 31), "On\n{due}")
    assert ReminderWording.objects.in_force(date(2015, 12, 31)).get() == first
    assert letter.words[0] == "Old subject"
    assert dbs.reminder(person=letter.person, wording=newest, again=True).words == (
        "New subject",
        "On\n23 January 2016",
    )


def test_wordings_are_listed_newest_first_and_found_by_their_words(keeping):
    dbs.wording(subject="First words", body="By {due}")
    dbs.wording(subject="Second", body="{due} at the latest", from_date=DAY)
    dbs.wording(subject="Their words", council=make_council("otherby"))
    for asked, found in (
        ("", ["Second", "First words"]),
        ("text=WORDS", ["First words"]),
        ("text=latest", ["Second"]),
        ("text=nowhere", []),
    ):
        lines = keeping.get(f"/dbs/reminders/wordings/?{asked}").context["lines"]
        assert [line["record"].subject for line in lines] == found, asked
