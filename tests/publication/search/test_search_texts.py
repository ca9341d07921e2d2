"""What search finds figures, commitments and recommendations by is written as editions are
published, and a question reads as many rows of many editions as of few."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.editions.models.editions import Edition
from reports.language.rules.due_dates import STATES
from reports.papers.models.commitments import Commitment
from reports.publication.indexing.editions import index_edition
from reports.publication.models.figures import PrintedFigure
from reports.publication.models.passages import Passage
from reports.publication.models.search_texts import FigureText, RecordText
from reports.publication.search import candidates
from reports.publication.search.answers import answer
from reports.publication.search.question import read_question
from reports.publication.search.scores import has_all
from reports.publication.search.texts import states_in, write_record_texts
from reports.vocabulary.stems import stems
from reports.vocabulary.synonyms import synonyms_with
from tests import cast
from tests.make import papers, promised
from tests.make.published_figures import entry, indexed
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db
DBS = {"key": "dbs.overdue", "title": "People past their re-check date at the audit"}


def every():
    """What readers may search in."""
    return Edition.objects.public_in("netherby").readable()


def test_a_figure_has_one_text_with_its_newest_title_and_date():
    indexed(entry("30", end="2015-12-31", **DBS), says="Of it.")
    [row] = FigureText.objects.all()
    assert (row.key, row.member, row.title, row.day) == (
        *("dbs.overdue", "", DBS["title"]),
        date(2015, 12, 31),
    )
    assert stems("re-check date") in row.name and " 2015 " not in row.name
    assert " 2015 " in row.text and stems("DBS checks") in row.around
    indexed(entry("20", end="2016-12-31", **DBS), says="Of it.")
    [row] = FigureText.objects.all()
    assert row.day == date(2016, 12, 31) and " 2016 " in row.text
    assert PrintedFigure.objects.filter(key="dbs.overdue").count() == 2


@pytest.mark.long
def test_a_record_changed_since_answers_by_its_new_words_and_is_written_with_the_next_edition():
    first = edition("Nothing of it.")
    made = promised.commitment(paper=first.paper, what="Write a leaflet")
    asks = promised.recommendation(paper=first.paper, wording="note the leaflet")
    assert not RecordText.objects.exists()
    assert answer("leaflet", cast.make_council(), every()).answers.count == 2
    write_record_texts(first)
    assert {row.commitment_id or row.recommendation_id for row in RecordText.objects.all()} == {
        *(made.pk, asks.pk)
    }
    Commitment.objects.filter(pk=made.pk).update(what="Write a book", version=made.version + 1)
    assert set(answer("leaflet", cast.make_council(), every()).answers.keys) == {"recommendations"}
    assert answer("book", cast.make_council(), every()).answers.keys["commitments"] == (made.pk,)
    assert stems("leaflet") in RecordText.objects.get(commitment=made).text
    index_edition(edition("Nothing of it."))
    text = RecordText.objects.get(commitment=made)
    assert stems("book") in text.text and stems("leaflet") not in text.text
    assert text.version == made.version + 1


@pytest.mark.long
def test_every_record_that_has_a_word_of_a_question_is_read():
    paper = edition("Nothing of it.").paper
    for number, (state, _) in enumerate(STATES[:5]):
        promised.commitment(
            paper=paper,
            what=f"Write leaflet {number} on DBS checks",
            state=state,
            because="So it was decided.",
            **({} if state == "open" else {"answered_on": papers.ISSUED_ON}),
        )
    write_record_texts(edition("Nothing of it."))
    assert RecordText.objects.count() == 5
    synonyms = synonyms_with(())
    plain = Commitment.objects.public_in("netherby")
    for typed in (
        *("leaflet", "kept late", "open commitments", "dropped", "promises on re-checks", "zebra"),
        *("overdue", "changed to another date", f"{paper.told_on:%B %Y}", "due", "leaflet 3"),
    ):
        question = read_question(typed, synonyms)
        some = [*candidates.commitments_in("netherby", every(), question.stems, True)]
        RecordText.objects.update(version=99)
        all_rows = [*candidates.commitments_in("netherby", every(), question.stems, True)]
        RecordText.objects.update(version=1)
        assert len(all_rows) == plain.count()
        having = [row.key for row in all_rows if any(has_all([t], row) for t in question.terms)]
        assert [row.key for row in some if row.key in having] == having, typed
    assert not [*candidates.commitments_in("netherby", every(), (" zebra ",), True)]


def test_states_are_named_by_any_of_their_words():
    assert {*states_in((stems("kept"),))} == {"kept", "late"}
    assert {*states_in((stems("overdue"),))} == {"open"}
    assert not [*states_in((stems("leaflet"),))]


def rows_read(typed):
    """(queries, rows of figures, commitments and recommendations read) of a question."""
    with CaptureQueriesContext(connection) as queries:
        search = answer(typed, cast.make_council(), every())
    question = search.question
    return len(queries), len(candidates.records_in("netherby", every(), question))


@pytest.mark.long
def test_many_editions_cost_no_more_rows_or_queries_than_few():
    def publish(number):
        row = indexed(entry("30", **DBS), says="The zebra was counted.")
        promised.commitment(paper=row.paper, what=f"Count lion {number}")
        promised.recommendation(paper=row.paper, wording=f"note lion {number}")
        write_record_texts(row)

    publish(0)
    typed = ("DBS checks", "lion 0", "zebar")
    few = [rows_read(text) for text in typed]
    for number in range(1, 4):
        publish(number)
    many = [rows_read(text) for text in typed]
    assert [queries for queries, _ in many] == [queries for queries, _ in few]
    assert many[0] == few[0]


def test_no_more_than_so_many_rows_are_read(monkeypatch):
    monkeypatch.setattr(candidates, "READ", 2)
    paper = edition("Nothing of it.").paper
    for number in range(4):
        promised.commitment(paper=paper, what=f"Count lion {number}")
    rows = [*candidates.commitments_in("netherby", every(), (" lion ",))]
    assert len(rows) == 2 and rows[0].key < rows[1].key


def test_paragraphs_that_several_reports_print_alike_come_after_the_first():
    for text in ("The zebra was counted.", "The zebra was counted.", "A zebra was counted twice."):
        edition(text)
    keys = answer("zebra counted", cast.make_council(), every()).answers.keys["paragraphs"]
    words = [Passage.objects.get(pk=key).words for key in keys]
    assert len(words) == 3 and len(set(words[:2])) == 2
