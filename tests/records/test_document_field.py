"""What the database keeps of a document says its format, which no program and no reader meets."""

import json

import pytest
from django.db import connection, models

from assurance.runtime.document_field import FORMAT, DocumentField, UnknownFormat
from reports.editions.models.editions import Edition
from reports.papers.models.templates import ReportTemplate
from tests.make import papers
from tests.own_models import LABELS, models_of
from tests.sweeping import swept

# Plain lists and mappings of values: what is read of them is names and values, no structure.
PLAIN = {
    "AuditSample.references": "references of cases",
    "Block.looked_at": "sentence → digest",
    "Cohort.groups": "names",
    "ColumnReading.columns": "heading → column",
    "ColumnReading.fixed": "column → the cell of every row",
    "ColumnReading.orders": "column → order of a day's parts",
    "ContributionRequest.missed": "lines that could not be placed",
    "Framework.areas": "titles",
    "Framework.grades": "titles",
    "HistoryDetail.after": "a value",
    "HistoryDetail.before": "a value",
    "HistoryEntry.rows": "table → number and digest",
    "HistoryEntry.changes": "field → before and after, over which the chain is reckoned",
    "ImportRun.as_at": "days",
    "EditionSubject.places": "anchors and words",
    "Paper.correction_details": "field → value",
    "Paper.numbers_removed": "keys",
    "Paper.parts": "part → heading",
    "Passage.blocks": "slugs of blocks",
    "PlacementGroup.codes": "codes",
    "PrintedFigure.places": "anchors and words",
    "EditionFront.lines": "anchors and words",
    "EditionFront.items": "anchors and words",
    "EditionTable.rows": "names, values and other cells",
    "PrintedRecord.places": "anchors and words",
    "Recommendation.rests_on": "anchors",
    "RiskScale.impacts": "labels",
    "RiskScale.likelihoods": "labels",
    "RowWritten.before": "field → value",
    "SharedPages.pages": "name → fingerprint",
    "SiteCheck.awaited": "names of folders",
    "SitePage.pages": "name → fingerprint",
}
JSON_FIELDS = [
    field
    for model in models_of(*LABELS)
    for field in model._meta.fields
    if isinstance(field, models.JSONField)
]


def test_every_structure_is_kept_with_its_format():
    plain = {str(one).partition(".")[2] for one in JSON_FIELDS if type(one) is models.JSONField}
    assert plain == set(PLAIN), "keep a structure in a DocumentField"


def kept(row, field):
    """What stands in the database itself."""
    with connection.cursor() as cursor:
        table, column = row._meta.db_table, row._meta.get_field(field).column
        cursor.execute(f"SELECT {column} FROM {table} WHERE id = %s", [row.pk])
        [text] = cursor.fetchone()
    return json.loads(text) if isinstance(text, str) else text


@pytest.mark.django_db
def test_the_format_stands_in_the_row_and_the_content_in_the_program():
    row = papers.report_template()
    assert kept(row, "spec") == {"format": FORMAT, "content": row.spec}
    assert ReportTemplate.objects.get().spec == row.spec
    assert ReportTemplate.objects.values_list("spec__title", flat=True).get() == row.spec["title"]
    ReportTemplate.objects.update(spec={"format": "its own"})
    assert kept(row, "spec") == {"format": FORMAT, "content": {"format": "its own"}}
    row.refresh_from_db()
    assert row.spec == {"format": "its own"}
    row.spec = ["a", "list"]
    ReportTemplate.objects.bulk_update([row], ["spec"])
    assert kept(row, "spec") == {"format": FORMAT, "content": ["a", "list"]}
    assert ReportTemplate.objects.get().spec == ["a", "list"]


@pytest.mark.django_db
def test_what_is_not_there_has_no_format():
    row = papers.paper()
    assert kept(row, "frozen") is None and not row.frozen


@pytest.mark.django_db
def test_keys_are_looked_for_inside_the_content():
    edition = papers.edition()
    assert Edition.objects.get(document__council=edition.document["council"]) == edition
    told = Edition.objects.annotate(title_printed=models.F("document__title")).get()
    assert told.title_printed == edition.document["title"]
    assert Edition.objects.values_list("document__head__is", flat=True).get() == "Facts"
    assert not Edition.objects.filter(document__content__isnull=False)


@swept([(2, "2"), (None, "none")])
def test_a_format_is_refused_with_a_sentence(version, named):
    raw = json.dumps({"content": {}} if version is None else {"format": version, "content": {}})
    with pytest.raises(UnknownFormat, match=rf"“spec” has format {named}, and .* format 1: update"):
        DocumentField(verbose_name="spec").from_db_value(raw, None, connection)
    with pytest.raises(UnknownFormat):
        DocumentField(verbose_name="spec").from_db_value("[]", None, connection)
