"""A figure of an issued paper keeps the files that it was counted from from being undone."""

from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import operations
from assurance.imports.run import dry_run
from assurance.records.refusals import Refused
from reports.editions import record_dependencies
from reports.editions.models.editions import Provenance
from tests import cast
from tests.imports.registers import everything
from tests.make import imports, papers
from tests.make.imports import ON, imported, row, table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_kinds(monkeypatch):
    """A kind of file of our own is declared."""
    monkeypatch.setattr("assurance.imports.kinds.KINDS", imports.KINDS)


def edition(council, **said):
    """An edition that quotes how many audits were done in a year."""
    usual = {
        "number": 1,
        "key": "audits.done",
        "start": date(2015, 1, 1),
        "end": date(2015, 12, 31),
        "count": 2,
        "source": "Case audits",
        "definition": {},
        "rows": 2,
        "rows_digest": "",
    }
    made = papers.edition(council=council, published_at=None)
    Provenance.objects.create(edition=made, **{**usual, **said})
    return made


def test_what_an_edition_quotes_is_not_undone():
    run = imported(table(row(1), row(2)))
    made, by = edition(run.council), cast.officer(run.council)
    before = everything()
    said = dry_run.why_not(run, by, ON)
    assert str(made) in said and "quotes a figure that was counted from these files" in said
    with pytest.raises(Refused, match="counted from these files"):
        operations.undo(run=run, by=by, on=ON)
    assert everything() == before


@pytest.mark.parametrize(
    "said", [{"start": date(2014, 1, 1), "end": date(2014, 12, 31)}, {"key": "no.longer_declared"}]
)
def test_what_no_edition_quotes_is_undone(said):
    run = imported(table(row(1)))
    edition(run.council, **said)
    by = cast.officer(run.council)
    assert dry_run.why_not(run, by, ON) is None
    assert CaseAudit.objects.exists()
    operations.undo(run=run, by=by, on=ON)
    assert not CaseAudit.objects.exists()


def test_another_councils_edition_and_a_change_that_no_figure_meets_hold_nothing_up():
    run = imported(table(row(1)))
    by = cast.officer(run.council)
    edition(cast.make_council("elsewhere"))
    assert dry_run.why_not(run, by, ON) is None
    edition(run.council)
    later = imported(table(row(1, strengths="Clear"), name="later.csv"))
    assert dry_run.why_not(later, by, ON) is None


def test_without_an_edition_nothing_is_measured(django_assert_max_num_queries):
    council = cast.make_council()
    with django_assert_max_num_queries(4):
        assert record_dependencies.before_change(council)() == []
