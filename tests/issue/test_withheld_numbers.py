"""A number that the public does not get stands in provenance and for officers alone."""

import json

import pytest

from reports.documents import formats
from reports.documents.data.figures import figure_rows, figures_csv
from reports.documents.document import from_json, text_of
from reports.editions.snapshot import restricted
from reports.issue import jobs
from tests.issue.test_issue import with_a_small_number
from tests.make.drafts import ON

pytestmark = pytest.mark.django_db


def test_a_withheld_number_is_for_officers_and_in_no_public_file():
    paper, clerk = with_a_small_number()
    edition = jobs.issue(paper, by=clerk, on=ON)
    document = from_json(edition.document)
    [hidden] = [entry for entry in document.figures if entry.mark]
    kept = edition.provenance.get(number=hidden.number)
    assert (kept.count, hidden.count, hidden.base_count) == (3, None, None)
    assert hidden.text == "not shown"
    [row] = [row for row in figure_rows(document) if row["marker"]]
    assert (row["value"], row["text"], row["base"], row["marker"]) == (None, "", None, "c")
    public = "".join(bytes(file.content).decode("latin-1") for file in edition.files.all())
    public += json.dumps(edition.document) + figures_csv(document)
    for one in edition.provenance.all():
        assert one.rows_digest not in public
    assert "case audit 1" not in public
    assert "cared for 3" not in public
    edition.refresh_from_db()
    full = restricted(edition)
    assert (full.audience, full.draft) == ("restricted", False)
    assert "cared for 3." in text_of(full.sections)
    assert "Approved by" in text_of(full.sections)
    assert formats.file_stem(full, "paper") == "paper-RESTRICTED"
