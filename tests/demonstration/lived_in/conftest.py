"""All of the demonstration, put into the database once for the tests of a file."""

import pytest

from tests.make.demonstration import WHOLE


@pytest.fixture
def everything(whole_demonstration, settings):
    """What the command printed that loaded it, on its last day."""
    settings.CANDOUR_TODAY = WHOLE["day"]
    return whole_demonstration
