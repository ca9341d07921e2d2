"""The example row of every template is made of what the council has: a check refuses none."""

from datetime import date

import pytest

from assurance.accounts.models.accounts import Council, User
from assurance.imports import checks
from assurance.imports.file_templates import template_of, templates_of
from assurance.imports.kinds import KINDS
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_csv
from tests.kinds.files import counts, told

pytestmark = pytest.mark.django_db
LAST = date(2020, 2, 18)


def checked_example(kind, council):
    """A check of the example rows of a kind."""
    parts = [part for _, part in templates_of(kind)]
    tables = [
        table
        for part in parts
        for table in read(f"{part}.csv", write_csv(*template_of(kind, part, council)))
    ]
    return checks.check(
        council=council,
        tables=tables,
        kinds=[kind],
        by=User.objects.get(email="officer@eborford.example"),
        on=LAST,
    )


def test_the_example_of_every_template_is_taken(whole_demonstration, settings):
    settings.CANDOUR_TODAY = LAST.isoformat()
    council = Council.objects.get(slug="eborford")
    runs = {kind.key: checked_example(kind, council) for kind in KINDS}
    assert {key: told(run) for key, run in runs.items() if run.refused} == {}
    assert [key for key, run in runs.items() if not sum(counts(run))] == []
