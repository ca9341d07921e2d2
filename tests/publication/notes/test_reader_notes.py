"""A reader's own notes: they follow their place into a corrected edition, and are nobody else's."""

import json
from dataclasses import replace

import pytest
from django.db import transaction

from assurance.accounts.models.accounts import User
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.documents.document import (
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    from_json,
)
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from reports.publication.models.notes import ReaderNote
from reports.publication.models.passages import A_PAPER, Passage
from reports.publication.notes import operations
from reports.publication.notes.queries import (
    PrintedEdition,
    anchors_of,
    followed,
    in_papers,
    named,
    noted,
    text_at,
)
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import drafts as writings
from tests.make import papers, readers
from tests.make.drafts import ON
from tests.make.published_figures import END, entry

SECRET = "Ask the director about Harbour Lights."


def paragraph(number, words, anchor="", *content):
    return Paragraph(anchor or f"para-{number}", f"{number}.", (), (Text((Run(words),)), *content))


def document(*blocks, figures=()):
    section = Section("work", "The work", blocks=blocks)
    return replace(papers.document(), sections=(section,), figures=figures)


def listed(number, *words):
    items = tuple(
        Item(f"{place}.", f"para-{number}-{place}", (Text((Run(one),)),))
        for place, one in enumerate(words, 1)
    )
    return ItemList("number", items)


BEFORE = document(
    paragraph(1, "Audits were done."), paragraph(2, "Staff: ", "", listed(2, "a", "b"))
)
AFTER = document(
    paragraph(1, "A new one."),
    paragraph(2, "Other words of the first."),
    paragraph(3, "Staff: ", "", listed(3, "a")),
)
THEN, NOW = {"audits": "para-1", "staff": "para-2"}, {"audits": "para-2", "staff": "para-3"}


@pytest.mark.parametrize(
    ("anchor", "where"),
    [
        ("para-1", "para-2"),
        ("para-2", "para-3"),
        ("para-2-1", "para-3-1"),
        # The item is gone, its paragraph is not.
        ("para-2-2", "para-3"),
    ],
)
def test_a_place_is_followed_by_its_block(anchor, where):
    assert followed(anchor, PrintedEdition(BEFORE, THEN), PrintedEdition(AFTER, NOW)) == where


def test_a_place_whose_block_is_gone_is_gone_and_para_4_does_not_begin_para_44():
    gone = {"new": "para-1", "staff": "para-3"}
    assert followed("para-1", PrintedEdition(BEFORE, THEN), PrintedEdition(AFTER, gone)) == ""
    then = {"four": "para-4", "forty-four": "para-44"}
    before = document(paragraph(44, "The last."))
    after = document(paragraph(43, "The last."))
    now = {"four": "para-4", "forty-four": "para-43"}
    assert (
        followed("para-44", PrintedEdition(before, then), PrintedEdition(after, now)) == "para-43"
    )


def test_where_no_blocks_are_known_the_same_words_are_found():
    moved = document(paragraph(1, "A new one."), paragraph(2, "Audits were done."))
    same_words = replace(BEFORE.sections[0].blocks[0], anchor="para-1")
    assert (
        followed("para-1", PrintedEdition(BEFORE), PrintedEdition(document(same_words))) == "para-1"
    )
    assert followed("para-1", PrintedEdition(BEFORE), PrintedEdition(moved)) == "para-1"
    assert followed("para-9", PrintedEdition(BEFORE), PrintedEdition(moved)) == ""


def test_a_figure_is_followed_by_what_it_counts():
    one, other = replace(entry("30"), number=1), replace(entry("7", key="dbs.due"), number=2)
    then = PrintedEdition(document(figures=(one, other)))
    now = PrintedEdition(document(figures=(replace(other, number=1, text="8"),)))
    assert followed("figure-2", then, now) == "figure-1"
    assert followed("figure-1", then, now) == ""


def test_a_place_is_named_in_words_and_nothing_else_can_be_noted():
    table = Table("table-1", "Table 1", "Placements")
    made = document(paragraph(25, "We looked after children."), table, figures=(entry("30"),))
    assert named(made, "para-25") == "paragraph 25"
    assert named(made, "table-1") == "Table 1"
    assert named(made, "figure-1") == f"People past their re-check date, {END}"
    assert [named(made, one) for one in ("work", "head", "para-99", "figure-x", "")] == [""] * 5
    assert text_at(made, "para-25") == "25. We looked after children."


@pytest.fixture(scope="module")
def issued_once(django_db_setup, django_db_blocker):
    """A published paper, made once for the tests of this file: the keys of its rows."""
    with django_db_blocker.unblock(), transaction.atomic():
        paper, clerk, approver = writings.approved()
        edition = published(frozen(paper, clerk), clerk)
        yield paper.pk, clerk.pk, approver.pk, edition.pk
        transaction.set_rollback(True)


@pytest.fixture
def issued(issued_once, db):
    """(paper, clerk, approver, first edition) of a published paper."""
    models = (Paper, User, User, Edition)
    return [model.objects.get(pk=key) for model, key in zip(models, issued_once, strict=True)]


def corrected(paper, clerk, approver):
    """The next edition: a paragraph stands before what was the first, which says other words."""
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    row = paper.blocks.get(slug="purpose")
    said = {"text": "Rewritten from beginning to end, by another hand."}
    writing.change_block(block=row, version=row.version, words=said, by=clerk, on=ON)
    new = {"slug": "opening", "part": "introduction", "kind": "paragraph", "text": "First of all."}
    writing.add_block(paper=paper, after=None, block=new, by=clerk, on=ON)
    paper.refresh_from_db()
    paper = approvals.word_correction(paper=paper, note="Words.", by=clerk, on=ON)
    return published(frozen(writings.sent_and_approved(paper, clerk, approver), clerk), clerk)


@pytest.mark.long
def test_a_note_is_kept_changed_and_thrown_away_and_history_has_none_of_its_words(issued):
    paper, *_, edition = issued
    member = cast.member()
    asked = {"by": member, "on": ON}
    note = operations.keep_note(edition=edition, anchor="para-1", words=f" {SECRET} ", **asked)
    assert (note.words, note.version) == (SECRET, 1)
    note = operations.change_note(note=note, version=1, words=f"{SECRET} Again.", **asked)
    with pytest.raises(EditConflict):
        operations.change_note(note=note, version=1, words="Late.", **asked)
    operations.throw_note_away(note=note, **asked)
    assert not ReaderNote.objects.exists()
    rows = HistoryEntry.objects.filter(what__startswith="notes.")
    assert [one.what for one in rows.order_by("seq")] == [
        "notes.keep",
        "notes.change",
        "notes.throw_away",
    ]
    told = json.dumps([[one.changes, one.about] for one in rows])
    assert "Harbour" not in told
    assert paper.slug not in told
    assert not HistoryDetail.objects.filter(field="words").exists()


def test_anothers_note_is_refused_whoever_asks_and_an_empty_one(issued):
    *_, edition = issued
    note = readers.reader_note(edition=edition)
    other = cast.administrator()
    assert not ReaderNote.objects.visible_to(other).exists()
    with pytest.raises(Refused):
        operations.change_note(note=note, version=1, words="Mine now.", by=other, on=ON)
    with pytest.raises(Refused):
        operations.throw_note_away(note=note, by=other, on=ON)
    for words in ("", "  \n "):
        with pytest.raises(Refused):
            operations.keep_note(
                edition=edition, anchor="para-1", words=words, by=note.reader, on=ON
            )


@pytest.mark.long
def test_a_note_follows_its_paragraph_into_the_corrected_edition(issued):
    paper, clerk, approver, first = issued
    note = readers.reader_note(edition=first, anchor="para-1", words=SECRET)
    second = corrected(paper, clerk, approver)
    assert anchors_of(first)["purpose"] == "para-1"
    [one] = noted(note.reader, second, from_json(second.document))
    moved = anchors_of(second)["purpose"]
    assert (one.anchor, moved != "para-1") == (moved, True)
    assert "Rewritten" in one.excerpt
    [back] = noted(note.reader, first, from_json(first.document))
    assert back.anchor == "para-1"
    assert noted(cast.clerk(), second, from_json(second.document)) == ()


def test_a_note_whose_paragraph_is_gone_is_kept_with_what_stood_there(issued):
    paper, clerk, _, first = issued
    note = readers.reader_note(edition=first, anchor="para-1")
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    paper.frozen = {"anchors": {}}
    second = papers.edition(paper=paper, number=2)
    blocks = {"children": "para-1"}
    Passage.objects.create(pk=second.pk * A_PAPER, edition=second, blocks=blocks)
    [(edition, (one,))] = in_papers(note.reader)
    assert (edition, one.anchor, one.where) == (second, "", "paragraph 1")
    assert "This paper tells what was audited." in one.excerpt


def test_of_a_paper_that_was_removed_the_note_stays_and_the_papers_words_go(issued):
    *_, first = issued
    note = readers.reader_note(edition=first, anchor="para-1")
    papers.remove_edition(edition=first)
    [(_edition, (one,))] = in_papers(note.reader)
    assert (one.note, one.anchor, one.excerpt) == (note, "", "")
