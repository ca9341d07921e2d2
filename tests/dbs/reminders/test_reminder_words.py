"""The words of reminders, and the dated wordings that an administrator keeps."""

from datetime import date

import pytest

from assurance.dbs.models.reminders import ReminderWording
from assurance.dbs.rules import reminders as rules
from tests.cast import administrator
from tests.dbs.entries import errors, typed
from tests.make import dbs

DAY = date(2016, 1, 18)
DUE = date(2016, 1, 23)


def page_of(answer):
    """Its words."""
    assert answer.status_code == 200
    return answer.content.decode()


def test_places_are_filled_and_what_stands_in_a_name_is_not():
    told = {"name": "{due} {0}", "due": DUE, "council": "Netherby"}
    said = rules.filled("Dear {name}: {due}. {council} {other}", **told)
    assert said == "Dear {due} {0}: 23 January 2016. Netherby {other}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Dear {name}: {due}", None),
        ("Dear {nam}: {due}", "“{nam}” is not a place"),
        ("Dear {}: {due}", "“{}” is not a place"),
        ("Dear {name}", "write {due}"),
        ("Dear {name: {due}", "stands alone"),
        (rules.BODY, None),
    ],
)
def test_a_wording_that_cannot_be_filled_gets_its_sentence(words, sentence):
    told = rules.why_not_word(words)
    assert told is None if sentence is None else sentence in told


@pytest.mark.parametrize("words", ["Dear {name}", "Due {due}", "}", "Two\nlines", "Two\rlines"])
def test_a_subject_names_nobody_and_is_one_line(words):
    assert rules.why_not_subject(words)
    assert rules.why_not_subject(rules.SUBJECT) is None


def test_a_new_wording_ends_the_one_before_and_letters_keep_theirs(client, on_the_day, db):
    first = dbs.wording(subject="Old subject")
    letter = dbs.reminder(wording=first, sent_on=date(2015, 6, 1))
    client.force_login(administrator())
    page = page_of(client.get("/dbs/reminders/wordings/add/"))
    assert "Old subject" in page
    entry = {"subject": "New subject", "body": "On\r\n{due}", "approved_by": "Head of Service"}
    entry |= typed(from_date=date(2016, 1, 1))
    page = page_of(client.post("/dbs/reminders/wordings/add/", entry, follow=True))
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
    assert "began on 1 January" in str(errors(client.post("/dbs/reminders/wordings/add/", entry)))
    for text, lines in (("new", 1), ("old", 1), ("nothing", 0), ("", 2)):
        found = client.get(f"/dbs/reminders/wordings/?text={text}").context["lines"]
        assert len(found) == lines


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"subject": "Dear {name}"}, "subject"),
        ({"body": "Soon"}, "body"),
        ({"body": "{when} {due}"}, "body"),
        ({"approved_by": ""}, "approved_by"),
    ],
)
def test_a_wrong_wording_gets_its_sentence(client, on_the_day, db, said, field):
    client.force_login(administrator())
    entry = {"subject": "Subject", "body": "{due}", "approved_by": "Head of Service"}
    entry |= typed(from_date=DAY)
    assert list(errors(client.post("/dbs/reminders/wordings/add/", {**entry, **said}))) == [field]
    assert not ReminderWording.objects.exists()
