"""The example row of every template is made of what the council has: a check refuses none."""

from datetime import date

import pytest

from assurance.accounts.models.accounts import Council, User
from assurance.imports import checks
from assurance.imports.declaration import Bundle
from assurance.imports.file_templates import template_of, templates_of
from assurance.imports.kinds import KINDS
from assurance.imports.plan.headings import Choices
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_csv
from tests.kinds.files import counts, told

pytestmark = pytest.mark.django_db
LAST = date(2020, 2, 18)


def checked_example(kind, council):
    """A check of the example rows of a kind, its dates read as day, month, year."""
    orders = {} if isinstance(kind, Bundle) else {one.name: "dmy" for one in kind.columns}
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
        choices=[Choices(orders=orders) for _ in tables],
        by=User.objects.get(email="officer@eborford.example"),
        on=LAST,
    )


def test_the_example_of_every_template_is_taken(whole_demonstration, settings):
    settings.CANDOUR_TODAY = LAST.isoformat()
    council = Council.objects.get(slug="eborford")
    runs = {kind.key: checked_example(kind, council) for kind in KINDS}
    assert {key: told(run) for key, run in runs.items() if run.refused} == {}
    assert [key for key, run in runs.items() if not sum(counts(run))] == []
