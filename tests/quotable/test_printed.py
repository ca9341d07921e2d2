"""What each kind prints: its sentence, and the first row of its list under the headings of the
columns that a list begins with."""

import pytest
from django.urls import reverse

from assurance.figures.labels import RECORD_NAMES, name_of
from assurance.figures.quotable import LISTS, RECORDS
from reports.papers.assembly import records
from reports.papers.manuscript import read
from reports.quotable.quotations import of_record
from tests.papers.assembly.test_every_record_quoted import SLUGS
from tests.quotable.first_rows import FIRST_ROWS, WITHOUT_ROWS
from tests.quotable.first_sentences import SENTENCES

pytestmark = pytest.mark.django_db


def key_of(council, kind):
    """The key of the record of a kind that the draft's council has."""
    keys = RECORD_NAMES[kind].source.rows(council).values_list("pk", flat=True)
    return next(key for key in keys if name_of(kind, council, key).slug == SLUGS[kind])


def test_every_kind_has_its_sentence_and_every_list_its_row_here():
    assert set(SENTENCES) == set(RECORDS)
    assert sorted([*FIRST_ROWS, *WITHOUT_ROWS]) == sorted(LISTS)


@pytest.mark.parametrize("what", WITHOUT_ROWS)
def test_a_list_of_nothing_prints_its_sentence(paper, what):
    made = records.listed(paper.council, {"what": what}, read(paper).report_date, paper)
    assert (made.rows, made.when_empty) == ((), LISTS[what].when_empty)


@pytest.mark.parametrize("kind", SENTENCES)
def test_the_sentence_of_each_kind_reads_as_english(paper, kind):
    name = name_of(kind, paper.council, key_of(paper.council, kind))
    first = of_record(read(paper), kind, name)[0]
    assert (first.key, first.label) == ("sentence", SENTENCES[kind])
    assert first.text.endswith((".", "”")) or SENTENCES[kind].endswith((".", "”"))


@pytest.mark.parametrize("what", FIRST_ROWS)
def test_each_list_prints_its_first_row(paper, what):
    wanted = {"what": what, "columns": LISTS[what].first_columns}
    day = read(paper).report_date
    made = records.listed(paper.council, wanted, day, paper)
    assert dict(zip(made.headings, made.rows[0], strict=True)) == FIRST_ROWS[what]
    assert made.title == LISTS[what].title


@pytest.mark.sampled(3)
@pytest.mark.parametrize("kind", SENTENCES)
def test_each_field_is_offered_by_its_label_with_its_value(browser, paper, kind):
    council = paper.council
    path = reverse("editor:quote-record", args=(kind, key_of(council, kind)))
    form = browser.get(f"{path}?report={paper.pk}&section=work").context["form"]
    names, day = RECORD_NAMES[kind], read(paper).report_date
    for name in RECORDS[kind].fields:
        value = records.field_text(council, kind, SLUGS[kind], name, day, paper)
        label = names.label_of(name)
        shown = form.quotations[name].label if name in form.quotations else None
        assert shown == (value and f"{label[:1].upper()}{label[1:]}: {value}"), name
