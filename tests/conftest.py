"""What every test stands on."""

import gc
import os
import re
from pathlib import Path

import pytest
from django.conf import settings as ours
from django.db import connection, connections
from django.test import SimpleTestCase, override_settings

from assurance.records import database
from tests import cases, sources

# Nothing made while tests are collected is ever given back: looking for what is takes a fifth of
# the time, and again with every test as long as it is not set aside.
gc.disable()
cases.load_profile()

# What prints here prints on every machine: with the fonts that the project brings, and no other.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))

pytest_plugins = ["tests.make.demonstration"]

LONGEST = "test_migrations.py"
# A file of tests named for its pages says what pages answer, whichever database holds their rows.
OF_PAGES = re.compile(r"/pages/|(^|[/_])pages?(_|\.py)")
UNPLAIN, LONGEST_WORDS = re.compile("[^ -~]+"), 40
TOUCHING = {"db", "transactional_db", "live_server", "demonstration"}


def pytest_make_parametrize_id(val, argname):
    """The name of a parameter: no bytes, which may hold the time of a ZIP, and of a text its first
    plain letters. What is left to pytest is None; it numbers names that are alike."""
    if isinstance(val, bytes):
        return argname
    return UNPLAIN.sub("~", val)[:LONGEST_WORDS] if isinstance(val, str) and val else None


def pytest_collection_modifyitems(config, items):
    """With `CANDOUR_TESTS=database` only what touches the database runs, without a browser: the
    gate asks so of the second database, where the rest would only say again what it said beside the
    first."""
    if os.environ.get("CANDOUR_TESTS") == "database":
        left_out = [item for item in items if not touches_the_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if touches_the_database(item)]
    # The longest test by far: begun last it would run on alone while every other worker is idle.
    items.sort(key=lambda item: LONGEST not in item.nodeid)


def pytest_collection_finish():
    """Sets aside what collecting made, and looks for what is left behind from then on."""
    gc.collect()
    gc.freeze()
    gc.enable()


def touches_the_database(item):
    """Whether a test has a database and no browser before it: by its mark, by what it stands on, or
    by its class. What pages answer would be told the same again: beside the second database every
    page is asked once more by the sweeps of rubbish alone."""
    if "chromium" in item.fixturenames or item.get_closest_marker("pages"):
        return False
    if OF_PAGES.search(item.nodeid.partition("::")[0]):
        return False
    return has_a_database(item)


def has_a_database(item):
    """Whether a test may read or write rows."""
    marked = item.get_closest_marker("django_db") is not None
    of_django = issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    return marked or of_django or bool(TOUCHING & set(item.fixturenames))


@pytest.fixture(scope="session", autouse=True)
def connections_end_with_their_request():
    """A thread of the browser's server that waits for one more request would hold its connection,
    and PostgreSQL take no database away while somebody is connected to it."""
    connections.settings["default"]["CONN_MAX_AGE"] = 0


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Tables are made from the models, without migrations; what no model describes follows."""
    with django_db_blocker.unblock():
        database.place_all(connection)


@pytest.fixture(scope="module", autouse=True)
def trees_go_with_their_tests():
    """The syntax trees of the project are kept for the tests of one file and not for the next."""
    yield
    sources.forget_trees()


@pytest.fixture(scope="session", autouse=True)
def attachments_apart(tmp_path_factory):
    """Files that tests attach lie in a folder that goes with the tests."""
    kept, ours.ATTACHMENTS_ROOT = ours.ATTACHMENTS_ROOT, tmp_path_factory.mktemp("attachments")
    yield
    ours.ATTACHMENTS_ROOT = kept


@pytest.fixture(scope="session", autouse=True)
def published_apart(tmp_path_factory):
    """Nothing that tests issue is written into a folder, and no page is kept in memory, but where
    a test asks for it."""
    with override_settings(
        PUBLISHES=False,
        PAGES_KEPT=0,
        STORAGES={
            **ours.STORAGES,
            "published": {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": tmp_path_factory.mktemp("published")},
            },
        },
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def jobs_at_once():
    """What is left to a background job is done when the page answers."""
    kept, ours.JOBS = ours.JOBS, "inline"
    yield
    ours.JOBS = kept
