"""Real Chromium for the tests here. A browser test that cannot have its browser fails, unless
`CANDOUR_FAST=1` says that none is wanted.
"""

import os
import shutil
import threading
from datetime import date
from functools import wraps

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import connection as ours
from django.db.backends.signals import connection_created
from playwright.sync_api import Locator, Page, sync_playwright

from bootstrap.packages import BROWSERS
from config import navigation
from tests import cast
from tests.conftest import needs_the_browser
from tests.make import drafts, findings, papers

# Playwright's loop runs in this thread; without this Django refuses its database to the fixtures.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
NO_BROWSER = "Chromium is needed: put it on the PATH, name it in CHROMIUM, or run make test-fast."
# Pages wait for nothing but this machine, so what takes longer is stuck.
PATIENCE = 30_000


def pytest_collection_modifyitems(items):
    """Marks each test that opens the browser, so that none can be forgotten."""
    for item in items:
        if needs_the_browser(item):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session", autouse=True)
def readers_do_not_wait(django_db_setup, django_db_blocker):
    """A page may ask while another is being saved. Files of SQLite and PostgreSQL let it read; the
    shared database in memory, which only tests have, would refuse it at once."""

    def let_read(connection, **_more):
        if connection.vendor == "sqlite":
            connection.cursor().execute("PRAGMA read_uncommitted = 1")

    connection_created.connect(let_read)
    with django_db_blocker.unblock():
        ours.ensure_connection()
        let_read(ours)
    yield
    connection_created.disconnect(let_read)


@pytest.fixture(scope="session", autouse=True)
def settled():
    """What is pressed has led to a whole page before the test reads on.

    Playwright waits until the next page has begun. A title, a count or a text read then is that of
    half a page wherever the machine is busy.
    """
    with pytest.MonkeyPatch.context() as patch:
        for owner in (Page, Locator):
            for act in ("click", "press"):
                patch.setattr(owner, act, _then_loaded(getattr(owner, act)))
        yield


@pytest.fixture(scope="session", autouse=True)
def assets_asked_for_once():
    """A browser keeps styles and scripts, as it does where a web server gives them: to ask for each
    of them again takes as long as a page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "serve", _with_an_age(StaticFilesHandler.serve))
        yield


def _with_an_age(serve):
    @wraps(serve)
    def served(self, request):
        answer = serve(self, request)
        answer.headers["Cache-Control"] = "max-age=3600"
        return answer

    return served


def _then_loaded(act):
    @wraps(act)
    def acted(self, *args, **options):
        answer = act(self, *args, **options)
        getattr(self, "page", self).wait_for_load_state()
        return answer

    return acted


@pytest.fixture(scope="session")
def chromium():
    """One browser for the whole run."""
    where = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not where and os.environ.get("CANDOUR_FAST") == "1":
        pytest.skip(NO_BROWSER)
    if not where:
        pytest.fail(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=ARGUMENTS)
        yield browser
        browser.close()


# Who has once chosen “Show as text” has paragraphs as text: so tests can type any of it.
AS_TEXT = "try { localStorage.setItem('candour-as-text', 'yes') } catch {}"
# What htmx writes when `hx-sync` takes back a request, one after the other; for every other failed
# request it writes one of its other names.
BEFORE_ABORT, ABORTED = "htmx:afterRequest", "htmx:sendAbort"


class Answering:
    """How many requests the server is at. A page that is closed no longer waits for its last one,
    which must not write into a database that is being emptied for the next test."""

    def __init__(self):
        self.open, self.changed = 0, threading.Condition()
        request_started.connect(self.begun)
        request_finished.connect(self.ended)

    def begun(self, **_more):
        """One more is being answered."""
        with self.changed:
            self.open += 1

    def ended(self, **_more):
        """One has been answered."""
        with self.changed:
            self.open -= 1
            self.changed.notify_all()

    def wait(self):
        """Returns once nothing is being answered."""
        with self.changed:
            self.changed.wait_for(lambda: self.open <= 0, PATIENCE / 1000)


@pytest.fixture
def open_page(chromium, live_server):
    """Opens a page of its own; keywords go to Playwright's `new_context`. See `page`."""
    contexts, answering = [], Answering()

    def opened(*, chips=False, **options):
        context = chromium.new_context(base_url=live_server.url, **options)
        if not chips:
            context.add_init_script(AS_TEXT)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda said: _hear(page, said))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    answering.wait()


@pytest.fixture
def writer(open_page):
    """A page of somebody who writes with chips, as everybody does who has not chosen text."""
    return open_page(chips=True)


@pytest.fixture
def page(open_page):
    """A page that keeps in `complaints` what the browser's console complains of."""
    return open_page()


@pytest.fixture
def without_script(open_page):
    """A page of a browser that runs no script."""
    return open_page(java_script_enabled=False)


@pytest.fixture
def sign_in(client, live_server):
    """Signs `user` in on `page` without its sign-in page, which has tests of its own."""

    def signed_in(page, user):
        client.force_login(user)
        value = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])

    return signed_in


@pytest.fixture(scope="session")
def built():
    """GOV.UK Frontend where the pages look for it."""
    call_command("assets")
    assert navigation.BUILT.exists(), "GOV.UK Frontend could not be fetched for the tests."


@pytest.fixture
def prepared(built, transactional_db):
    """A clerk whose council has records, a series, a template, a meeting and a review."""
    someone = cast.clerk()
    drafts.records(someone.council)
    papers.series()
    papers.report_template()
    papers.meeting()
    days = {"started_on": date(2015, 9, 14), "ended_on": date(2015, 9, 25)}
    findings.review(published_on=date(2015, 11, 2), **days)
    return someone


@pytest.fixture(params=["govuk", "plain"])
def skin(request, built, monkeypatch, tmp_path):
    """Both looks, one after the other."""
    if request.param == "plain":
        monkeypatch.setattr(navigation, "BUILT", tmp_path / "not-built.css")
    return request.param


def _hear(page, said):
    """Keeps a complaint; that a later preview replaced an earlier one is as the page asks."""
    if said.text.startswith(ABORTED):
        page.complaints = [one for one in page.complaints if not one.startswith(BEFORE_ABORT)]
    elif said.type in ("error", "warning"):
        page.complaints.append(f"{said.text} {said.location['url']}")
