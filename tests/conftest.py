"""What every test stands on."""

import os

import pytest
from django.conf import settings as ours
from hypothesis import HealthCheck, settings

# A loaded machine is slow, not wrong; and the gate gives the same answer each time it is asked,
# while a run by hand looks for cases that nobody has seen.
settings.register_profile("by hand", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gate", settings.get_profile("by hand"), derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "by hand")

pytest_plugins = ["tests.make.demonstration"]


@pytest.fixture(scope="session", autouse=True)
def attachments_apart(tmp_path_factory):
    """Files that tests attach lie in a folder that goes with the tests."""
    kept, ours.ATTACHMENTS_ROOT = ours.ATTACHMENTS_ROOT, tmp_path_factory.mktemp("attachments")
    yield
    ours.ATTACHMENTS_ROOT = kept
