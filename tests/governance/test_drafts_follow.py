"""What a draft says of other matters follows its records, and what a document says stays."""

import pytest

from assurance.governance.models.measures import MeasureValue
from assurance.governance.models.risks import Risk
from assurance.records import operations
from reports.documents.document import text_of
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from tests import cast
from tests.governance import quoted
from tests.governance.entries import DAY
from tests.make import matters
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
TEXT = (
    "Agency staff were [[record:measure_value/agency-staff-2015-12-08.value]], and "
    "[[risks.open @2015-12-31 | words]] risk was open."
)


@pytest.fixture
def clerk():
    """Who writes, of a council with one of each matter."""
    someone = cast.clerk()
    quoted.with_matters(someone.council, None)
    return someone


@pytest.fixture
def paper(clerk):
    """A paper that quotes a value and counts the risks."""
    made = written(clerk, with_records=False)
    made.blocks.filter(slug="purpose").update(text=TEXT)
    return made


def said(paper):
    """The words of the paper as it would be read now."""
    return text_of(assemble(read(paper)).document.sections)


def change(row, **fields):
    """Changes a record as an officer would."""
    operations.change(record=row, version=row.version, by=cast.officer(), on=DAY, **fields)


def test_a_draft_follows_its_records(paper):
    assert "Agency staff were 12.5% (10 of 80), and one risk was open." in said(paper)
    change(MeasureValue.objects.get(), value=None, count=20, out_of=80)
    matters.risk(cause="Another")
    assert "Agency staff were 25% (20 of 80), and two risk was open." in said(paper)


def test_what_was_withdrawn_is_to_be_mended_before_issue(paper):
    for row in (MeasureValue.objects.get(), Risk.objects.get()):
        operations.withdraw(
            record=row, version=1, because="Entered twice", by=cast.officer(), on=DAY
        )
    problems = assemble(read(paper)).problems
    assert any("“Value of a measure: value”" in one.sentence for one in problems)
    assert any(one.figure == "risks.open" for one in problems)


def test_the_document_of_a_paper_keeps_its_words_and_counts(paper):
    kept = assemble(read(paper)).document
    change(MeasureValue.objects.get(), value=None, count=20, out_of=80)
    assert "12.5% (10 of 80)" in text_of(kept.sections)
    [entry] = [one for one in kept.figures if one.key == "risks.open"]
    assert (entry.count, entry.text, entry.unit) == (1, "1", "risks")
