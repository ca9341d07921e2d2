"""What is kept of a figure's member holds the longest name that a register can give it."""

import pytest

from assurance.governance.models.measures import Measure
from assurance.outcomes.models import OutcomeSet, SetOutcome
from assurance.surveys.models import Question, Survey
from reports.editions.models.editions import Provenance
from reports.papers.models.releases import SmallNumberRelease
from reports.publication.models.figures import PrintedFigure

JOIN = len("__")


def longest(model, name="slug"):
    return model._meta.get_field(name).max_length


@pytest.mark.parametrize("model", [Provenance, SmallNumberRelease, PrintedFigure])
def test_the_longest_name_of_two_records_fits(model):
    room = longest(model, "member")
    assert longest(Survey) + JOIN + longest(Question) <= room
    assert longest(OutcomeSet) + JOIN + longest(SetOutcome) <= room
    assert longest(Measure) <= room
