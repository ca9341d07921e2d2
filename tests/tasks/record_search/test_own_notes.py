"""A question for one's own notes finds them by their words and by their report, and no other's."""

import pytest
from django.urls import reverse

from tests import cast
from tests.make import readers
from tests.page_requests import browser_of, words

pytestmark = pytest.mark.django_db


def found(user, text):
    """The words of the first result of each note that a search prints."""
    page = browser_of(user).post(reverse("record-search"), {"words": text})
    return [one.words for one in page.context["notes"]]


def test_notes_are_found_by_their_words_and_by_their_report():
    note = readers.reader_note(words="Ask the lead about children’s homes.")
    other = readers.reader_note(edition=note.edition, reader=note.reader, words="Read page 4.")
    for text in ("my notes on homes", "what did I write in my note about childrens homes"):
        assert found(note.reader, text) == [note.words], text
    assert found(note.reader, "my notes") == [note.words, other.words]
    assert found(note.reader, "my notes on buses") == []
    assert found(note.reader, "homes") == []
    assert note.edition.title in words(
        browser_of(note.reader).post(reverse("record-search"), {"words": "my notes on homes"})
    )


def test_a_phrase_of_the_same_meaning_is_found():
    note = readers.reader_note(words="Is the Disclosure and Barring Service quicker now?")
    assert found(note.reader, "my notes on dbs") == [note.words]


def test_no_one_finds_the_notes_of_another():
    note = readers.reader_note(words="Ask the lead about children’s homes.")
    assert found(cast.member(note.edition.paper.council), "my notes on homes") == []
