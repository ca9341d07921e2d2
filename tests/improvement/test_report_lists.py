"""The choices of a report's list of actions."""

import pytest

from assurance.figures.quotable import LISTS
from tests.cast import make_council
from tests.make.findings import finding

pytestmark = pytest.mark.django_db


def test_findings_are_offered_by_their_kind_and_number():
    finding(kind="strength", number=1)
    finding(kind="area", number=1)
    finding(kind="area", number=2)
    choices = LISTS["actions"].filters["finding"].choices(make_council())
    assert dict(choices) == {
        "1": "Strength 1 / Area for development 1",
        "2": "Area for development 2",
    }
