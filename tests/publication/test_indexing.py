"""What is kept of an edition as it is published: its figures, and the subjects that it tells of."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction

from reports.documents.document import (
    Cell,
    Facts,
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    from_json,
)
from reports.documents.entries import RecordEntry
from reports.documents.html.places import places
from reports.editions.models.editions import Edition
from reports.editions.names import edition_name
from reports.papers.addresses import figure_address
from reports.publication.indexing.editions import index_edition, subjects_of
from reports.publication.models.figures import (
    FIGURES,
    TEXT_ONLY,
    EditionFront,
    EditionSubject,
    PrintedFigure,
    PrintedRecord,
)
from reports.publication.models.headlines import EditionHeadlines
from reports.publication.models.tables import EditionTable
from tests.issue.test_issue import frozen, published
from tests.make import drafts, papers
from tests.make.published_figures import edition, entry, headed

pytestmark = pytest.mark.django_db


def paragraph(anchor, words):
    return Paragraph(anchor, "1.", (), (Text((Run(words),)),))


def told_by(document):
    """Subject → (how, anchors) of a document."""
    return {
        one["subject"]: (one["how"], [anchor for anchor, _ in one["places"]])
        for one in subjects_of(document, places(document))
    }


@pytest.mark.long
def test_what_is_published_is_kept_at_once_and_no_draft_before(client):
    paper, clerk, _ = drafts.approved()
    made = frozen(paper, clerk)
    assert not PrintedFigure.objects.exists() and not EditionSubject.objects.exists()
    published(made, clerk)
    rows = PrintedFigure.objects.public_in(paper.council.slug)
    assert {one.key for one in rows} == {"audits.done", "looked_after.children"}
    told = EditionSubject.objects.public_in(paper.council.slug)
    assert {one.subject: one.how for one in told} == {"audits": FIGURES, "looked_after": FIGURES}


def test_what_is_kept_says_what_the_edition_says_and_is_kept_once():
    made = edition(entry("30", places=("summary",)))
    index_edition(made)
    index_edition(made)
    row = PrintedFigure.objects.get()
    assert from_json(row.entry) == from_json(made.document).figures[0]
    assert (row.key, row.member, row.end.isoformat()) == ("dbs.overdue", "", "2015-12-01")
    assert row.places == [["summary", "“Summary”"]]
    assert str(row) == "dbs.overdue"
    told = EditionSubject.objects.get()
    assert str(told) == f"dbs, {made}"


def test_names_and_addresses_of_what_prints_a_figure_are_read_with_it(django_assert_num_queries):
    made = edition(entry("30"))
    with django_assert_num_queries(2):
        [row] = PrintedFigure.objects.public_in("netherby")
        assert figure_address(row.edition, 1) == figure_address(made, 1)
        assert edition_name(row.edition) == edition_name(made)
        assert row.edition.paper.dated_title == made.paper.dated_title
    assert {"document", "digest"} <= row.edition.get_deferred_fields()
    assert {"frozen", "parts"} <= row.edition.paper.get_deferred_fields()


def test_a_figure_without_a_day_is_kept_without_one():
    index_edition(papers.edition())
    row = PrintedFigure.objects.get()
    assert (row.start, row.end) == (None, None)


def test_a_subject_is_told_of_where_its_figures_stand_and_else_where_words_speak_of_it():
    item = Item("a)", "para-2-a", (Text((Run("A survey of staff"),)),))
    section = Section(
        "work",
        "Our improvement plan",
        blocks=(paragraph("para-1", "The strategy"), ItemList("letter", (item,))),
    )
    contacts = Section("part-contacts", "Contacts", blocks=(Facts("f", "Ofsted", ()),))
    made = replace(papers.document(), sections=(section, contacts))
    assert told_by(made) == {
        "dbs": (FIGURES, []),
        "improvements": (TEXT_ONLY, ["work"]),
        "surveys": (TEXT_ONLY, ["para-2-a"]),
        "matters": (TEXT_ONLY, ["para-1"]),
    }
    figure = replace(papers.document().figures[0], places=("para-1",))
    section = Section(
        "work", "DBS", blocks=(paragraph("para-1", "30"), paragraph("para-2", "DBS checks"))
    )
    made = replace(papers.document(), figures=(figure,), sections=(section,))
    assert told_by(made) == {"dbs": (FIGURES, ["para-1"])}


def test_lists_find_a_paper_by_its_figures_and_not_by_passing_words():
    section = Section("work", "The survey")
    made = edition(entry("30", places=("summary",)), sections=(section,))
    index_edition(made)
    subjects = made.subjects.values_list("subject", flat=True)
    found = [each for each in subjects if Edition.objects.filtered(subject=each).exists()]
    assert (set(subjects), found) == ({"dbs", "surveys"}, ["dbs"])


INDEX = [PrintedFigure, PrintedRecord, EditionSubject, EditionFront, EditionHeadlines, EditionTable]


FIELD = {EditionFront: "lines", EditionHeadlines: "part", EditionTable: "rows"}


@pytest.mark.dialect
@pytest.mark.parametrize("model", INDEX)
def test_the_index_of_a_published_edition_never_changes(model):
    record = RecordEntry("actions", "2015-12-01", rows=4, places=("summary",))
    heads = Cell((Run("Measure"),)), Cell((Run("Value"),))
    cells = Cell((Run("Waiting time"),)), Cell((Run("133 days"),))
    table = Table("table-1", "Table 1", "Waits", heads, (cells,))
    sections = (*headed(), Section("waits", "Waits", blocks=(table,)))
    edition(entry("30", places=("summary",)), sections=sections, records=[record])
    name = FIELD.get(model, "places")
    for change in (lambda: model.objects.update(**{name: []}), model.objects.all().delete):
        with pytest.raises(DatabaseError, match="the index of an edition"), transaction.atomic():
            change()
    assert model.objects.exclude(**{name: []}).exists()


def test_a_value_is_kept_with_its_population_and_definition_and_a_typed_number_as_well():
    counted = entry("30", population="staff", definition="0123456789abcdef")
    typed = entry("13", "", key="stated", start="", when="", source="Minutes, 3 May 2015")
    made = edition(counted, typed)
    rows = PrintedFigure.objects.of_edition(made)
    assert [(row.key, row.population, row.definition) for row in rows] == [
        ("dbs.overdue", "staff", "0123456789abcdef"),
        ("stated", "", ""),
    ]
    assert rows.entries() == from_json(made.document).figures
    assert [row.key for row in PrintedFigure.objects.public_in("netherby")] == ["dbs.overdue"]
    front = made.front
    whole = from_json(made.document)
    assert front.document == replace(whole, sections=(), records=())
    assert str(front) == f"Front of {made}"


def test_a_list_is_kept_with_its_length_and_day():
    record = RecordEntry("actions", "2015-12-01", rows=4, places=("summary",))
    edition(records=[record])
    row = PrintedRecord.objects.get()
    assert (row.kind, row.rows, row.day.isoformat()) == ("actions", 4, "2015-12-01")
    assert (str(row), row.places) == ("actions", [["summary", "“Summary”"]])


def test_what_a_correction_says_at_its_top_is_found_with_the_report():
    notice = Text((Run("This edition corrects edition 1: the audits of May were counted twice."),))
    made = edition(entry("30"), opening={"notices": (notice,)})
    index_edition(made)
    [passage] = made.passages.filter(anchor="")
    assert passage.words.endswith("the audits of May were counted twice.")
    assert "audits of may" in passage.plain_words
