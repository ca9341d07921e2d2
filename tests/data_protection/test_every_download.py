"""Every address that answers an account with a file is logged, or named here with why what it gives
is about no person; so is every page of what is exempt, and a search by a name."""

import re

import pytest
from django.urls import get_resolver, reverse

from assurance.accounts.access import PUBLIC
from assurance.accounts.models.access_log import LoggedAccess
from assurance.records.personal import Personal
from assurance.registers.declaration import KNOWN
from tests import cast
from tests.everybody import address_of, signed_in, somebody_who_may
from tests.make import papers, people
from tests.page_requests import browser_of
from tests.pages_by_role import PAGES
from tests.sources import product

# What a module says that answers with a file.
FILES = re.compile(r"Content-Disposition|FileResponse|given_away\(|text/calendar")
OWN = "The account's own."
REPORT = "A report or its public parts: what is in it is approved for readers."
EMPTY = "An empty form, or how one is laid out."
CHECKED = "What a check found, by keys of records."
# Endings of the addresses of registers, which one module answers alike.
OF_REGISTERS = ("csv", "xlsx")
SAMPLES = ("dbs:csv", "dbs:breach-xlsx", "people:csv", "audits:xlsx")
OWN = "The account's own."
REPORT = "A report without what is exempt: numbers of its records are counts."
EMPTY = "A form's settings, which tell of nobody."
ASKED = "The section that the account was asked to write."
# Address that answers with a file which is not logged → why.
NOT_LOGGED = {
    "approvals:draft-pdf": REPORT,
    "approvals:early-pdf": REPORT,
    "contributions:contribution-word": ASKED,
    "editor:enclosed-copy": REPORT,
    "editor:enclosed-form": REPORT,
    "report_templates:template-data": EMPTY,
    "report_templates:template-file": EMPTY,
    "issue:committee-files": REPORT,
    "issue:draft-committee-files": REPORT,
    "oversight:meeting-scorecard-pdf": REPORT,
    "published:certificate": "What a check found, by keys of records.",
    "publication:notes-export": OWN,
    "tasks:calendar": OWN,
}


def names_of_file_views():
    """The names of the addresses, not public, whose view's module answers with files."""
    modules = {one.name for one in product() if FILES.search(one.text)}
    return sorted(
        name
        for name, callback in _walked(get_resolver().url_patterns, "")
        if callback.__module__ in modules and getattr(callback, "access", None) != PUBLIC
    )


def _walked(patterns, space):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walked(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}", pattern.callback


def is_file(response):
    """Whether an answer is a file and no page."""
    kind = response.get("Content-Type", "")
    return response.status_code == 200 and (
        "attachment" in response.get("Content-Disposition", "")
        or not kind.startswith(("text/html", "application/json"))
    )


def asked():
    """The names of addresses to ask: all but those that registers answer alike, and samples."""
    names = names_of_file_views()
    own = [name for name in names if not name.endswith(OF_REGISTERS) or name in SAMPLES]
    return [name for name in own if name in PAGES]


def test_registers_answer_their_files_from_one_module():
    modules = {
        callback.__module__
        for name, callback in _walked(get_resolver().url_patterns, "")
        if name.rpartition(":")[2].rpartition("-")[2] in OF_REGISTERS and ":" in name
        if getattr(callback, "access", None) != PUBLIC
    }
    assert modules == {"assurance.registers.files"}


@pytest.mark.django_db
def test_every_file_is_logged_or_tells_of_nobody():
    browsers, silent, logged = {}, set(), set()
    for name in asked():
        who = somebody_who_may(name)
        browser = browsers.setdefault(who, signed_in(who))
        address = address_of(name, cast.make_council())
        before = LoggedAccess.objects.count()
        response = browser.get(address)
        if is_file(response):
            is_logged = LoggedAccess.objects.count() > before
            (logged if is_logged else silent).add(name)
    assert silent <= {*NOT_LOGGED}, silent - {*NOT_LOGGED}
    assert {*SAMPLES} <= logged and "dbs:letters-file" in logged
    assert {"attachments:reviews-download", "attachments:actions-download"} <= logged


@pytest.mark.django_db
def test_files_that_need_more_than_an_address_are_logged_too():
    lead, council = cast.data_protection_lead(), cast.make_council()
    person = people.person(council=council)
    browser = browser_of(lead)
    browser.post(reverse("data_protection:export", args=["person", person.pk]))
    annex = papers.exempt_annex()
    own = [annex.edition.paper.series.slug, annex.edition.paper.slug]
    approver = browser_of(cast.approver(council))
    approver.get(reverse("issue:exempt-files", args=[*own, annex.edition.number]))
    draft = papers.sent_paper(council=council)
    own = [draft.series.slug, draft.slug]
    approver.get(reverse("approvals:restricted", args=own))
    expected = [
        ("export", "Data about a person"),
        ("exempt", f"Annexes of {annex.edition} as files"),
        ("exempt", f"Restricted version of {draft}"),
    ]
    assert [*LoggedAccess.objects.order_by("pk").values_list("kind", "what")] == expected


@pytest.mark.django_db
def test_every_register_of_people_logs_a_search_by_a_name():
    named = [r for r in KNOWN.values() if Personal.IDENTIFIES in r.model.personal.values()]
    assert named
    searched = [r for r in named if r.filters and "text" in r.filters.base_fields]
    browser = browser_of(cast.make_user(*cast.ROLES))
    for register in searched:
        before = LoggedAccess.objects.filter(kind=LoggedAccess.SEARCH).count()
        browser.get(register.address("list"), {"text": "Other"})
        after = LoggedAccess.objects.filter(kind=LoggedAccess.SEARCH).count()
        assert after == before + 1, register.plural
