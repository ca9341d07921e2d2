"""Published data as values: one figure, a series, the ledger and the papers, each spelled out
whole, so that a change of what others build on is seen."""

import csv
import io
from datetime import date

import jsonschema
import pytest

from reports.documents.data.figures import figures_csv
from reports.documents.data.separated_values import BYTE_ORDER_MARK
from reports.documents.digest import content_digest
from reports.documents.document import from_json
from reports.documents.licence import licence, linked
from reports.editions.models.editions import Edition
from reports.open_data import figure, whole_series
from reports.open_data.description import openapi
from reports.publication.figure_history import strands
from reports.publication.indexing.editions import index_edition
from reports.publication.ledger import ledger
from reports.publication.models.figures import EditionSubject, PrintedFigure, PrintedRecord
from tests.make import papers, published_figures
from tests.make.published_figures import BEFORE, END, entry

pytestmark = pytest.mark.django_db
ON = date(2016, 3, 1)
OGL = {
    "name": "Open Government Licence v3.0",
    "address": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}

# What the ledger has of a subject that no paper told of, its one paper apart.
NEVER_TOLD = {
    "subject": "surveys",
    "title": "Surveys",
    "papers_that_told": 0,
    "last_told_on": None,
    "last_told_in": None,
    "months_since_told": None,
    "with_figures": None,
    "evidence_to": None,
    "evidence_months": None,
    "papers_silent_since": 1,
    "last": None,
    "last_with_figures": None,
}


@pytest.fixture
def edition():
    """A published edition with one figure, what it tells of kept."""
    made = published_figures.edition(
        entry(
            "30",
            count=30,
            base="351",
            base_count=351,
            unit="people",
            out_of="people who need a check",
            places=("summary",),
        )
    )
    index_edition(made)
    return made


def home(edition):
    """The address of an edition."""
    return f"/netherby/reports/assurance/{edition.paper.slug}/edition-{edition.number}/"


def named(edition):
    """What names an edition in data."""
    return {
        "council": "netherby",
        "series": "assurance",
        "paper": edition.paper.slug,
        "title": "Assurance report",
        "number": edition.number,
        "issued_on": END,
        "period_start": "2014-07-01",
        "period_end": END,
        "address": home(edition),
        "paper_address": f"/netherby/reports/assurance/{edition.paper.slug}/",
    }


def followed():
    """The strands of the one figure."""
    rows = PrintedFigure.objects.public_in("netherby").of_series("dbs.overdue")
    return strands(rows.with_newest())


def table(text):
    """The rows of a table by the names of its columns."""
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))


def whole(name):
    """The schema of that name with all that it refers to."""
    described = openapi()
    return {"$ref": f"#/components/schemas/{name}", "components": described["components"]}


def test_a_figure_is_told_whole(edition):
    assert figure.figure(edition, from_json(edition.document), 1) == {
        "number": 1,
        "key": "dbs.overdue",
        "member": "",
        "title": "People past their re-check date",
        "value": 30,
        "text": "30",
        "marker": "",
        "marker_words": "",
        "base": 351,
        "unit": "people",
        "start": END,
        "end": END,
        "when": END,
        "cohort": "Staff",
        "counts": "people past their re-check date",
        "out_of": "people who need a check",
        "rule": "Counted at the audit.",
        "citation": "Council policy",
        "source": "DBS audit",
        "made_of": "",
        "origin": "counted",
        "address": f"{home(edition)}figures/1/",
        "places": [{"address": f"{home(edition)}#summary", "words": "“Summary”"}],
        "compared_with": [],
        "edition": named(edition),
        "licence": OGL,
    }


def test_a_figure_is_a_row_of_a_table_described_by_column_and_an_edition_has_its_files(edition):
    document = from_json(edition.document)
    [row] = table(figures_csv(document, 1))
    held = {"number": "1", "key": "dbs.overdue", "value": "30", "base": "351", "marker": ""}
    assert row.items() >= {**held, "edition": "1"}.items()
    about = figure.figure_metadata(document, 1)
    assert [one["name"] for one in about["tableSchema"]["columns"]] == list(row)
    assert about["url"] == "1.csv"
    assert about["dc:title"] == "People past their re-check date"
    assert about["dc:publisher"] == "Netherby Metropolitan Council"
    assert about["dc:license"] == {"@id": OGL["address"]} == linked()
    types = {one["name"]: one["datatype"] for one in about["tableSchema"]["columns"]}
    assert (types["value"], types["start"], types["title"]) == ("integer", "date", "string")
    assert "tables" not in about
    held = figure.figures(edition, from_json(edition.document))
    assert held["edition"] == {
        **named(edition),
        "notices": [],
        "digest": content_digest(document),
        "language": "en-GB",
    }
    [file] = held["files"]
    assert file == {
        "name": "paper.pdf",
        "media_type": "application/pdf",
        "size": 8,
        "sha256": edition.files.get().sha256,
        "address": f"{home(edition)}files/paper.pdf",
    }
    assert [one["number"] for one in held["figures"]] == [1]
    assert held["licence"] == licence() == OGL


def test_a_point_of_a_series_is_told_whole(edition):
    later = published_figures.edition(entry("31", count=31), of=edition.paper, number=2)
    index_edition(later)
    held = whole_series.series("dbs.overdue", "", followed())
    assert (held["key"], held["member"], held["licence"]) == ("dbs.overdue", "", OGL)
    assert held["title"] == "People past their re-check date"
    [strand] = held["strands"]
    assert (strand["number"], strand["title"]) == (1, "Staff: values on single dates")
    [point] = strand["points"]
    assert point["was"] == [
        {
            "text": "30",
            "value": 30,
            "base": 351,
            "said_in": "Assurance report, December 2015, edition 1",
            "address": f"{home(edition)}figures/1/",
        }
    ]
    told = ("value", "text", "base", "marker", "marker_words", "taken_out", "counted_otherwise")
    assert [point[name] for name in told] == [31, "31", None, "", "", False, []]
    assert point["edition"] == named(later)
    jsonschema.Draft202012Validator(whole("Series")).validate(held)


def test_a_point_that_was_taken_out_has_neither_value_nor_text(edition):
    index_edition(published_figures.edition(entry("1", key="dbs.none"), of=edition.paper, number=2))
    [point] = whole_series.series("dbs.overdue", "", followed())["strands"][0]["points"]
    assert (point["value"], point["text"], point["base"], point["taken_out"]) == (
        None,
        "",
        None,
        True,
    )
    [row] = table(whole_series.as_csv(whole_series.rows(followed())))
    assert (row["value"], row["text"], row["taken_out"]) == ("", "", "true")
    assert row["was"] == "30 in Assurance report, December 2015, edition 1"


def test_a_series_as_a_table_says_where_it_is_counted_otherwise(edition):
    earlier = published_figures.edition(
        entry("24", BEFORE, count=24, cohort="Old staff"), period_end=BEFORE
    )
    index_edition(earlier)
    first, second = table(whole_series.as_csv(whole_series.rows(followed())))
    assert first["counted_otherwise"] == ""
    assert "The population changes" not in second["counted_otherwise"]
    assert second["counted_otherwise"].startswith("From here out of what changes")
    assert "the population changes: “Staff”, before “Old staff”." in second["counted_otherwise"]
    assert (first["paper"], first["edition"]) == (
        f"/netherby/reports/assurance/{earlier.paper.slug}/",
        "1",
    )
    assert [one["strand"] for one in (first, second)] == ["1", "1"]


def test_a_table_goes_on_without_its_head():
    assert whole_series.as_csv((), head=False) == ""
    head = whole_series.as_csv(()).removeprefix(BYTE_ORDER_MARK).strip().split(",")
    assert tuple(head) == whole_series.NAMES
    about = whole_series.described("Netherby", "Figures")
    assert [one["name"] for one in about["tableSchema"]["columns"]] == head
    assert all(one["dc:description"] for one in about["tableSchema"]["columns"])
    assert (about["url"], about["dc:publisher"]) == ("data.csv", "Netherby")


def test_the_ledger_as_data_says_what_was_told_and_what_never(edition):
    current = Edition.objects.public_anywhere().public_in("netherby")
    index = (EditionSubject, PrintedFigure, PrintedRecord)
    lines = ledger(current, *(one.objects.public_in("netherby") for one in index), ON)
    held = figure.ledger(lines, current, ON)
    jsonschema.Draft202012Validator(whole("ReportingHistory")).validate(held)
    assert (held["true_on"], held["papers"]) == ("2016-03-01", [named(edition)])
    by_subject = {one["subject"]: one for one in held["subjects"]}
    assert by_subject["dbs"] == {
        "subject": "dbs",
        "title": "DBS checks",
        "papers_that_told": 1,
        "last_told_on": END,
        "last_told_in": home(edition),
        "months_since_told": 3,
        "with_figures": True,
        "evidence_to": END,
        "evidence_months": 3,
        "papers_silent_since": 0,
        "last": {
            "edition": named(edition),
            "places": [{"address": f"{home(edition)}#summary", "words": "“Summary”"}],
            "how": "figures",
            "evidence": [
                {"source": "DBS audit", "when": END, "figures": 1, "rows": None, "fields": 0}
            ],
        },
        "last_with_figures": by_subject["dbs"]["last"],
        "silent": [],
    }
    assert by_subject["surveys"] == NEVER_TOLD | {"silent": [home(edition)]}
    rows = {one["subject"]: one for one in table(figure.ledger_csv(lines))}
    assert rows["dbs"]["evidence"] == f"DBS audit: 1 figure of {END}"
    assert set(rows["surveys"].values()) == {"surveys", "Surveys", "0", "1", ""}


def test_the_papers_are_told_each_with_its_editions(edition):
    second = published_figures.edition(entry("31"), of=edition.paper, number=2)
    held = figure.papers(Edition.objects.public_in("netherby").by_paper())
    jsonschema.Draft202012Validator(whole("Reports")).validate(held)
    [one] = held["papers"]
    assert (one["title"], one["committee"]) == (
        "Assurance report",
        "Safeguarding Scrutiny Committee",
    )
    assert one["editions"] == [
        {
            "number": each.number,
            "issued_on": END,
            "taken_down": False,
            "address": home(each),
            "data": f"{home(each)}data.json",
        }
        for each in (second, edition)
    ]
    papers.remove_edition(edition=second)
    [one] = figure.papers(Edition.objects.public_in("netherby").by_paper())["papers"]
    assert "title" not in one
    assert [each["taken_down"] for each in one["editions"]] == [True, False]
