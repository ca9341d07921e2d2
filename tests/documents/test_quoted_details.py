"""Details of single records that a report quotes: each is named on its page with its record, its
date and its places."""

import io
import re
import zipfile
from dataclasses import replace

import pytest

from reports.documents.document import from_json
from reports.documents.entries import RecordEntry
from reports.documents.formats import DATA, WORD, print_html, render
from reports.documents.sources import quoted_details as quoted_details_module
from reports.documents.sources.quoted_details import quoted_details
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from tests.make.published_figures import END, entry, indexed
from tests.page_requests import words

pytestmark = pytest.mark.django_db
SHARE = RecordEntry("measure_value", END, "assessments", "value", "83%", places=("para-1",))


def test_a_detail_is_named_once_with_each_place_and_a_list_names_itself(client):
    again = RecordEntry("measure_value", END, "assessments", "value", "83%", places=("para-1-x",))
    listed = RecordEntry("actions", END, rows=4, places=("para-1",))
    made = indexed(entry("30"), records=(SHARE, again, listed), says="83% were in time.")
    [detail] = quoted_details(from_json(made.document))
    assert (detail.text, detail.origin) == ("83%", "Value of a measure: value")
    assert detail.places == (("para-1", "paragraph 1"),)
    page = words(client.get(edition_address(made)))
    assert "1 detail quoted from records</span></summary>" in page
    assert '<a href="#para-1">Paragraph 1</a>' in page


def test_details_are_in_print_in_word_and_in_the_data_files():
    made = indexed(entry("30"), records=(SHARE,), says="83% were in time.")
    document = from_json(made.document)
    assert "Details quoted from records" in print_html(document)
    [word] = render(document, "paper", [WORD])
    with zipfile.ZipFile(io.BytesIO(word.content)) as parts:
        assert "Value of a measure: value" in parts.read("word/document.xml").decode()
    data = {file.name: file.content.decode() for file in render(document, "paper", [DATA])}
    [row] = data["paper-quoted-details.csv"].splitlines()[1:]
    assert row == "83%,Value of a measure: value,1 December 2015,Paragraph 1"
    assert "quoted-details" in data["paper-tables.json"]
    assert "Details quoted" not in print_html(replace(document, records=()))


def test_the_fields_of_a_record_are_named_as_they_are_where_they_are_chosen():
    rows = [("wave", "started_on"), ("development", "successor"), ("forum_meeting", "met_on")]
    records = tuple(
        RecordEntry(kind, END, "one", name, f"{kind} 1", places=("para-1",)) for kind, name in rows
    )
    document = from_json(indexed(entry("30"), records=records, says="Words.").document)
    assert [detail.origin for detail in quoted_details(document)] == [
        "Wave of a survey: from",
        "Development: replaced by",
        "Meeting of a board or forum: date of the meeting",
    ]


def test_a_report_that_quotes_none_has_no_list_of_them(client):
    made = indexed(entry("30"), says="Words.")
    assert "quoted from records" not in words(client.get(edition_address(made)))


def test_every_number_that_the_demonstration_quotes_is_in_the_list_of_its_report(demonstration):
    for edition in Edition.objects.all():
        document = from_json(edition.document)
        quoted = {(one.text, one.when) for one in quoted_details(document)}
        numbers = {row.text for row in document.records if row.slug and re.search(r"\d", row.text)}
        assert numbers <= {text for text, _ in quoted}
        assert all(detail.places for detail in quoted_details(document))


def test_no_place_is_looked_up_where_nothing_is_quoted(monkeypatch):
    document = from_json(indexed(entry("30"), records=(SHARE,), says="83%").document)
    monkeypatch.setattr(quoted_details_module, "places", lambda _document: {}["no place"])
    assert quoted_details(replace(document, records=())) == []
    with pytest.raises(KeyError):
        quoted_details(document)
