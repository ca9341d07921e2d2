"""Every template's example row and every good sample file is made of what the council has."""

from datetime import date

import pytest

from assurance.accounts.models.accounts import Council, User
from assurance.imports import checks, operations
from assurance.imports.file_templates import template_of, templates_of
from assurance.imports.kinds import KINDS
from assurance.imports.models import IMPORTED
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_csv
from tests.kinds.files import SHEETS, counts, good, told

pytestmark = pytest.mark.django_db
LAST = date(2020, 2, 18)


def officer_of_council():
    """The officer of the demonstration."""
    return User.objects.get(email="officer@eborford.example")


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
        by=officer_of_council(),
        on=LAST,
    )


def test_the_example_of_every_template_is_taken(whole_demonstration, settings):
    settings.CANDOUR_TODAY = LAST.isoformat()
    council = Council.objects.get(slug="eborford")
    runs = {kind.key: checked_example(kind, council) for kind in KINDS}
    assert {key: told(run) for key, run in runs.items() if run.refused} == {}
    assert [key for key, run in runs.items() if not sum(counts(run))] == []


def test_every_sample_file_goes_in_whole(whole_demonstration, settings):
    """In the order of the kinds, which is that of what they need; only rows that are new, but for
    one cost that the council has."""
    settings.CANDOUR_TODAY = LAST.isoformat()
    council, by = Council.objects.get(slug="eborford"), officer_of_council()
    given = {"council": council, "kinds": KINDS, "by": by, "on": LAST}
    for kind in (kind for kind in SHEETS if kind.key != "national-comparison"):
        tables = [table for path in good(kind.key) for table in read(path.name, path.read_bytes())]
        run = checks.check(tables=tables, **given)
        assert (told(run), run.changed > (kind.key == "placement-costs")) == ([], False), kind.key
        assert operations.import_files(run=run, kinds=KINDS, by=by, on=LAST).state == IMPORTED
