"""Pages of a reader's own notes: beside the paper, by themselves, as a file; nobody else's."""

import pytest
from django.urls import reverse

from reports.publication.models.notes import ReaderNote
from tests import cast
from tests.make import papers, readers
from tests.page_requests import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(db):
    return papers.edition()


@pytest.fixture
def reader(client, edition):
    """A member's browser."""
    client.force_login(cast.member())
    return client


def address(edition, place="figure-1"):
    paper = edition.paper
    where = [paper.council.slug, paper.series.slug, paper.slug, edition.number, place]
    return reverse("publication:note-on", args=where)


def figure_page(edition):
    return f"/netherby/reports/assurance/{edition.paper.slug}/edition-1/figures/1/"


@pytest.mark.long
def test_home_leads_to_the_notes_and_one_is_written_from_its_place_and_shown_there(reader, edition):
    assert f'href="{reverse("publication:notes")}"' in words(reader.get(reverse("home")))
    assert reader.get(reverse("publication:notes"))["Cache-Control"] == "private, no-store"
    assert "You have written no note yet" in words(reader.get(reverse("publication:notes")))
    page = words(reader.get(figure_page(edition)))
    assert address(edition) in page
    answer = reader.post(address(edition), {"words": "Ask <why>."})
    note = ReaderNote.objects.get()
    assert answer["Location"] == f"{figure_page(edition)}?notes=shown#note-{note.pk}"
    assert "Ask &lt;why&gt;." in words(reader.get(answer["Location"]))
    paper = words(reader.get(f"/netherby/reports/assurance/{edition.paper.slug}/"))
    assert "Show your notes (1)" in paper and 'data-own-notes="hidden"' in paper
    shown = words(reader.get(f"/netherby/reports/assurance/{edition.paper.slug}/?notes=shown"))
    assert 'data-own-notes="shown"' in shown and "Ask &lt;why&gt;." in shown
    assert "Ask &lt;why&gt;." in words(reader.get(reverse("publication:notes")))
    file = reader.get(reverse("publication:notes-export"))
    assert file["Content-Disposition"] == 'attachment; filename="my-notes.txt"'
    assert "Ask <why>." in file.content.decode()


def test_an_empty_note_says_so_and_no_place_nor_a_removed_paper_takes_one(reader, edition):
    answer = reader.post(address(edition), {"words": ""})
    assert "Write the note first" in words(answer)
    assert not ReaderNote.objects.exists()
    for place in ("figure-2", "para-9", "summary", "figure-"):
        assert reader.get(address(edition, place)).status_code == 404
    papers.remove_edition(edition=edition)
    assert reader.get(address(edition)).status_code == 404


@pytest.mark.long
def test_a_stranger_sees_no_notes_and_nobody_else_finds_one_in_any_page(client, edition):
    page = words(client.get(f"/netherby/reports/assurance/{edition.paper.slug}/"))
    assert "Your notes" not in page
    assert "Add a note" not in words(client.get(figure_page(edition)))
    assert client.get(address(edition)).status_code == 302
    note = readers.reader_note(edition=edition, reader=cast.officer())
    client.force_login(cast.make_user("clerk", "administrator", "approver", "member"))
    for name in ("publication:note", "publication:note-remove"):
        assert client.get(reverse(name, args=[note.pk])).status_code == 404
        assert client.post(reverse(name, args=[note.pk])).status_code == 404
    pages = [
        figure_page(edition),
        reverse("publication:notes"),
        reverse("publication:notes-export"),
    ]
    assert not [one for one in pages if note.words in words(client.get(one))]
    assert ReaderNote.objects.filter(pk=note.pk).exists()


def test_a_note_is_changed_and_thrown_away(reader, edition):
    note = readers.reader_note(edition=edition, reader=cast.make_user("member"))
    reader.force_login(note.reader)
    asked = reverse("publication:note", args=[note.pk])
    assert note.words in words(reader.get(asked))
    assert reader.post(asked, {"words": "Asked.", "version": 1}).status_code == 302
    note.refresh_from_db()
    assert (note.words, note.version) == ("Asked.", 2)
    late = reader.post(asked, {"words": "On the other tablet.", "version": 1})
    assert late.status_code == 409
    assert "On the other tablet." in words(late)
    assert "Asked." in words(late)
    gone = reverse("publication:note-remove", args=[note.pk])
    assert note.words in words(reader.get(gone))
    reader.post(gone)
    assert not ReaderNote.objects.exists()
