"""The day on which the pages of contributions are opened."""

import pytest

from tests.make import drafts


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day of the paper."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
