"""What was imported is undone while nothing stands on it, and not after."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.imports import operations
from assurance.imports.run.lifecycle import why_not_undo
from assurance.records import operations as generic
from assurance.records.refusals import Refused
from assurance.surveys.importing import SURVEYS
from assurance.surveys.models import Answer, Survey, Wave
from tests.cast import make_council, officer
from tests.make.imports import ON, checked, table
from tests.sources import ROOT

pytestmark = pytest.mark.django_db
HEADINGS = ("Survey", "Audience", "Wave", "Fieldwork from", "Fieldwork to", "Question", "Yes", "N")
ROW = ("U Matter", "Children", "2017", "2017-05-01", "2017-05-31", "I feel safe", "42", "56")
FILES = ROOT / "fixtures" / "imports"


def imported(kind, given):
    """A run of a table of one kind, imported."""
    run = checked(given, kinds=(kind,))
    return operations.import_files(run=run, kinds=(kind,), by=officer(), on=ON)


def test_results_are_undone_with_the_survey_that_they_brought():
    run = imported(SURVEYS, table(ROW, headings=HEADINGS))
    operations.undo(run=run, by=officer(), on=ON)
    assert not Survey.objects.exists() and not Answer.objects.exists()


def test_a_wave_that_was_typed_since_keeps_the_survey():
    run = imported(SURVEYS, table(ROW, headings=HEADINGS))
    of = Survey.objects.get()
    days = {"started_on": ON, "ended_on": ON}
    own = {"council": of.council, "by": officer(), "on": ON}
    generic.create(model=Wave, **own, survey=of, label="2019", **days)
    assert "wave" in why_not_undo(run)
    with pytest.raises(Refused):
        operations.undo(run=run, by=officer(), on=ON)
    assert Answer.objects.count() == 1 and Wave.objects.count() == 2


def test_the_command_tells_of_refused_rows_without_a_value():
    make_council()
    told = StringIO()
    spoiled = str(FILES / "survey-results-spoiled.csv")
    call_command(
        "import_files", "survey-results", spoiled, "--dry-run", "--format=json", stdout=told
    )
    said = json.loads(told.getvalue())
    assert (said["added"], said["refused"]) == (1, 6)
    assert "nearly all" not in told.getvalue()
    assert {one["column"] for one in said["refusals"]} >= {"Answered it", "Stated per cent"}
    assert not Survey.objects.exists()
