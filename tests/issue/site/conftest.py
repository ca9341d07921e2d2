"""A published folder of a test's own, and what stands in it."""

import pytest
from django.core.files.storage import InMemoryStorage

from reports.issue.site import jobs, storage
from tests.make import bundles


@pytest.fixture
def folder(settings, tmp_path):
    """The folder that is written as things are issued: its path."""
    root = tmp_path / "published"
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.VAR = tmp_path
    settings.PUBLISHES = True
    settings.STORAGES = {
        **settings.STORAGES,
        "published": {**disk, "OPTIONS": {"location": root}},
    }
    return root


@pytest.fixture(params=["folder", "objects"])
def somewhere(request, tmp_path):
    """Either kind of place, empty."""
    if request.param == "folder":
        return storage.Folder(tmp_path / "published")
    return storage.Objects(InMemoryStorage())


@pytest.fixture
def written(db, folder):
    """The first edition of a paper, written into the folder; its lists are there as well."""
    row = bundles.bundled()
    jobs.write_all()
    return row
