"""What every test stands on."""

import gc
import os
import re
import shutil
from itertools import islice
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from django.conf import settings as ours
from django.core.cache import cache
from django.db import connection, connections
from django.test import SimpleTestCase, override_settings
from django.test import client as test_client

from assurance.records import database
from reports.documents.pdf import engine
from reports.publication import edition_text
from reports.publication.figure_charts import front_page
from tests import cases, sampling, sources
from tests.deep_calls import with_wide_stack
from tests.moved_clock import moved_clock

# Nothing made while tests are collected is ever given back: looking for what is takes a fifth of
# the time, and again with every test as long as it is not set aside.
gc.disable()
cases.load_profile()

# What prints here prints on every machine: with the fonts that the project brings, and no other.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))

# PDFs are made within the tests' own process, which has loaded what makes them.
engine.load_maker()

pytest_plugins = ["tests.everybody", "tests.make.demonstration", "tests.make.clerk_pages"]

# What reads the project's own sources, and is run together so that they are read once.
READ_SOURCES = re.compile(r"tests/test_(boundaries|budgets|names|shapes|any_machine|bootstrap)\.py")
# Begun last, one of these would run on alone while every other worker is idle.
LONGEST = re.compile(
    rf"{READ_SOURCES.pattern}|test_(migrations|benches|killed|broken_off|switched_off|pdf|time"
    r"|every_register|half_a_year)\.py"
)
# What is made for these once would be made again by each worker that took a part of them.
SWEEPS = re.compile(r"tests/(test_every_(figure|page)|rubbish/test_\w+)\.py")
# What differs from one database to the other: beside PostgreSQL the gate asks these alone, and what
# is marked `dialect`. Guards and constraints, search, locks and jobs, what is imported, and the
# figures against their second reckoning.
OF_DIALECT = re.compile(
    r"/(records|imports|importing|search|service)/"
    r"|/test_\w*(constraint|guard|database|imports?|figures|reckoned|known_answers)"
    r"|/test_(every_figure|standing|jobs|writing|records|issue_in_steps|performance|chain)\.py"
    r"|/test_(any_(measure|development|doings|history)|list_queries|approval|suppress_attacked)\.py"
)
OTHER_CLOCK = os.environ.get("PYTEST_XDIST_WORKER", "gw0")[-1] in "13579"
UNPLAIN, LONGEST_WORDS = re.compile("[^ -~]+"), 40
OTHER_SESSIONS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
# Templates of single boxes of a form.
BOXES = (
    *("django/forms/", "govuk/layout/", "govuk/field.html", "govuk/errors.html"),
    *("govuk/label_words.html", "govuk/hint.html", "govuk/date_parts.html"),
)
TOUCHING = {"db", "transactional_db", "live_server", "demonstration"}


def pytest_make_parametrize_id(val, argname):
    """The name of a parameter: no bytes, which may hold the time of a ZIP, and of a text its first
    plain letters. What is left to pytest is None; it numbers names that are alike."""
    if isinstance(val, bytes):
        return argname
    return UNPLAIN.sub("~", val)[:LONGEST_WORDS] if isinstance(val, str) and val else None


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Every second worker collects by another clock and another order of hashes: a name that hung
    on either would differ from the first worker's, and xdist ends the run where two names do."""
    if OTHER_CLOCK:
        with moved_clock():
            return (yield)
    return (yield)


def pytest_ignore_collect(collection_path):
    """With `CANDOUR_TESTS=database` a file that holds nothing to be asked is not even read, which
    takes each worker longer than most of what it is asked."""
    if os.environ.get("CANDOUR_TESTS") == "database" and holds_no_dialect(collection_path):
        return True
    return None


def pytest_collection_modifyitems(config, items):
    """The gate asks what `sampling` leaves of all tests; with `CANDOUR_TESTS=database`, as it asks
    of its second database, only what differs from one to the other: the rest would only say again
    what it said beside the first."""
    kept = sampling.asked(items)
    if os.environ.get("CANDOUR_TESTS") == "database":
        kept = [item for item in kept if differs_between_databases(item)]
    config.hook.pytest_deselected(items=[*{*items} - {*kept}])
    items[:] = _in_turn(kept, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


def _in_turn(items, workers):
    """Each worker is given its share of the list in one piece: the first begins with the browser's
    tests, which wait for it more than they work, the second with the longest, the third with sweeps
    over much that is made once."""
    browsers = [item for item in items if needs_the_browser(item)]
    browsers.sort(key=lambda item: "test_accessibility" not in item.nodeid)
    others = [item for item in items if not needs_the_browser(item)]
    longest = [item for item in others if LONGEST.search(item.nodeid)]
    longest.sort(key=lambda item: not READ_SOURCES.search(item.nodeid))
    sweeps = [item for item in others if SWEEPS.search(item.nodeid) and item not in longest]
    placed = {*longest, *sweeps}
    rest = (item for item in others if item not in placed)
    share, turn = -(-len(items) // workers), []
    for first in (browsers, longest, sweeps):
        turn += [*first, *islice(rest, max(0, share - len(first)))]
    return [*turn, *rest]


def pytest_collection_finish():
    """Sets aside what collecting made, and looks for what is left behind from then on."""
    gc.collect()
    gc.freeze()
    # Seldom, but not so seldom that the pages of one sweep wait in memory for the next.
    gc.set_threshold(50_000, 20, 5)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """Runs a test as pytest does, with its frames in one piece of the stack."""
    # What limits have counted in one test is no other's, whose accounts may have the same keys.
    cache.clear()
    forget_kept_pages()
    place = {"nodeid": item.nodeid, "location": item.location}
    item.ihook.pytest_runtest_logstart(**place)
    with_wide_stack(lambda: runtestprotocol(item, nextitem=nextitem))
    item.ihook.pytest_runtest_logfinish(**place)
    return True


def forget_kept_pages():
    """Forgets what a process keeps by the digests of editions: rows of another test may have the
    same keys and other figures."""
    front_page.forget()
    edition_text.forget()


def differs_between_databases(item):
    """Whether a test is marked `dialect`, or has rows, no browser, and a file of such a name."""
    if item.get_closest_marker("dialect"):
        return True
    if needs_the_browser(item) or not has_a_database(item):
        return False
    return bool(OF_DIALECT.search(item.nodeid.partition("::")[0]))


def holds_no_dialect(path):
    """Whether a file of tests has none that differs from one database to the other."""
    if not path.name.startswith("test_") or OF_DIALECT.search(path.as_posix()):
        return False
    return "mark.dialect" not in path.read_text(encoding="utf-8")


def needs_the_browser(item):
    """Whether a test opens Chromium."""
    return "chromium" in getattr(item, "fixturenames", ())


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
    yield
    with django_db_blocker.unblock():
        _end_other_sessions()


def _end_other_sessions():
    # A thread that a test began may hold its connection a moment longer, and PostgreSQL takes no
    # database away while somebody is connected to it.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(OTHER_SESSIONS)


@pytest.fixture(scope="module", autouse=True)
def trees_go_with_their_tests(request):
    """The syntax trees of the project are kept for the tests that read them, which run one after
    another, and not for the next."""
    if not READ_SOURCES.search(request.node.nodeid):
        sources.forget_trees()


@pytest.fixture(scope="session", autouse=True)
def passwords_cost_nothing():
    """No test has a password to protect, and a guarded one takes a tenth of a second."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session", autouse=True)
def boxes_are_not_kept():
    """A test may ask what a page was drawn with, and none what a box of a form was: to copy that
    for each of hundreds of boxes takes a twentieth of the time of a page."""
    keep = test_client.store_rendered_templates

    def keep_others(store, signal, sender, template, context, **more):
        if not (template.name or "").startswith(BOXES):
            keep(store, signal, sender, template, context, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_client, "store_rendered_templates", keep_others)
        yield


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
    folder = tmp_path_factory.mktemp("published")
    with override_settings(
        PUBLISHES=False,
        PAGES_KEPT=0,
        STORAGES={
            **ours.STORAGES,
            "published": {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": folder},
            },
        },
    ):
        yield folder


@pytest.fixture(scope="module", autouse=True)
def published_is_left_empty(published_apart):
    """What the tests of a file leave in the folder is no other file's."""
    yield
    for left in published_apart.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()


@pytest.fixture(scope="session", autouse=True)
def jobs_at_once():
    """What is left to a background job is done when the page answers."""
    kept, ours.JOBS = ours.JOBS, "inline"
    yield
    ours.JOBS = kept
