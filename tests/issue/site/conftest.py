"""A published folder of a test's own, and what stands in it."""

import os
import shutil
from contextlib import contextmanager

import pytest
from django.conf import settings as ours
from django.core.files.storage import InMemoryStorage
from django.db import transaction
from django.test import override_settings

from reports.editions.models.editions import Edition
from reports.issue.site import jobs, storage
from tests.make import bundles

DISK = "django.core.files.storage.FileSystemStorage"


def publishing_to(root, storages):
    """The settings with which things that are issued are written into the folder `root`."""
    published = {"BACKEND": DISK, "OPTIONS": {"location": root}}
    return {"PUBLISHES": True, "STORAGES": {**storages, "published": published}}


@pytest.fixture
def folder(settings, tmp_path):
    """The folder that is written as things are issued: its path."""
    root = tmp_path / "published"
    settings.VAR = tmp_path
    for name, value in publishing_to(root, settings.STORAGES).items():
        setattr(settings, name, value)
    return root


@pytest.fixture(params=["folder", "objects"])
def somewhere(request, tmp_path):
    """Either kind of place, empty."""
    if request.param == "folder":
        return storage.Folder(tmp_path / "published")
    return storage.Objects(InMemoryStorage())


@contextmanager
def written_once(folders, unblock, make):
    """(the key of the edition that `make` makes, the folder with all that is published of it), in a
    transaction that is taken back at the end."""
    root = folders.mktemp("site") / "published"
    with unblock(), transaction.atomic():
        with override_settings(VAR=root.parent, **publishing_to(root, ours.STORAGES)):
            row = make()
            jobs.write_all()
        yield row.pk, root
        transaction.set_rollback(True)


def copied(root, folder):
    """Puts the published folder `root` where a test has its own."""
    # What all pages share is no test's to change.
    shutil.copytree(root / "static", folder / "static", copy_function=os.link)
    shutil.copytree(root, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("static"))


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """(the key of the first edition of a paper, the folder with it and the lists), written once for
    the tests of a file."""
    with written_once(tmp_path_factory, django_db_blocker.unblock, bundles.bundled) as made:
        yield made


@pytest.fixture
def written(site, db, folder):
    """The first edition of a paper, in a folder of the test's own; its lists are there as well."""
    key, root = site
    copied(root, folder)
    return Edition.objects.get(pk=key)
