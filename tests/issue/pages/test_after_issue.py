"""An issued paper has no way back: no page that changes a paper does anything to it, whoever
asks."""

from itertools import chain

import pytest
from django.urls import get_resolver

from assurance.records.history import HistoryEntry
from reports.papers.models.papers import Paper
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import drafts as writings
from tests.own_models import REPORTS, model_called, models_of
from tests.page_requests import OF_REPORTS, at, boxes, browser_of, words

pytestmark = pytest.mark.django_db
# Pages of a paper that only show something.
READING = {
    "draft",
    "preview",
    "draft-pdf",
    "draft-pdf-wait",
    "restricted",
    "restricted-pdf",
    "preview-block",
}
READING |= {
    "ways",
    "section",
    "definition",
    "committee-files",
    "draft-committee-files",
    "exempt-files",
}
# It changes the template of the next report, and nothing of this one.
READING |= {"standing-block"}
# The two ways on from an issue, each with tests of its own: a further edition, and removal.
ONWARDS = {"correct", "remove-edition"}
# Who reads an exempt annex is settled after its issue too, on a page with tests of its own.
NAMING = {"exempt-readers"}
# Pages of what stands beside a paper and changes nothing of it: the next one, what became of its
# promises and recommendations, what was remarked on it, what others wrote for it and its versions,
# to be read.
BESIDE = {"next", "commitments", "decisions", "remarks", "contributions", "versions"}
BESIDE |= {"early-readers"}
DECIDING = {"approve", "return", "sign-off", "take-back"}
DETAILS = {
    **{"title": "Late", "version": "9", "text": "Late.", "keep": "yes", "remarks": "Late."},
    **{"seen": "", "read": "on", "to": "up", "name_0": "late", "heading": "Late", "part": "body"},
    **boxes(period_start="1 7 2015", period_end="31 12 2015", start_0="1 1 2016"),
}


@pytest.fixture
def issued(approved):
    """An issued paper."""
    paper, clerk, _ = approved
    published(frozen(paper, clerk), clerk)
    paper.refresh_from_db()
    return paper


def working_pages(paper):
    """Name → address of every page of a paper that may change it."""
    found = {}
    more = {"kind": "paragraph", "block": "audits", "pk": 0, "remark": 0, "number": 1, "place": "a"}
    more |= {
        "source": "register",
        "section": "audits",
        "part": "risks",
        "scope": "implications/Legal",
    }
    more["of"] = "looked_after.children"
    routed = [get_resolver().namespace_dict[one][1].reverse_dict.lists() for one in OF_REPORTS]
    for name, value in chain.from_iterable(routed):
        _, pattern, _, _ = value[0]
        if isinstance(name, str) and pattern.startswith("reports/(?P<series>"):
            wanted = value[0][0][0][1][2:]
            query = {"part": "introduction"} if "kind" in wanted else {}
            found[name] = at(paper, name, *(more[one] for one in wanted), **query)
    return {name: address for name, address in found.items() if name not in READING}


def held():
    """Every row of every table of papers, and how much history there is."""
    models = models_of(*REPORTS)
    models.append(model_called("HistoryEntry"))
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_no_page_changes_an_issued_paper_for_anybody(issued, approved):
    onwards = ONWARDS | NAMING
    pages = {name: at for name, at in working_pages(issued).items() if name not in onwards}
    assert {"details", "add-block", "move-block", "send", "take-back", "issue"} <= set(pages)
    seen = {**DETAILS, "seen": issued.frozen_digest}
    version = issued.blocks.get(slug="audits").version
    before, told = held(), HistoryEntry.objects.count()
    # Somebody of every role, and the two whose own paper it is.
    _, clerk, approver = approved
    browsers = [browser_of(one) for one in (cast.make_user(*cast.ROLES), clerk, approver)]
    for name, address in pages.items():
        own = {"version": version if "block" in name else issued.version}
        # What depends on who sent or approved it is pressed by each of them as well.
        for browser in browsers if name in DECIDING else browsers[:1]:
            browser.post(address, {**seen, **own})
        assert HistoryEntry.objects.count() == told, name
    assert held() == before


@pytest.mark.long
def test_the_same_pages_do_change_a_paper_that_is_being_written(client):
    paper = writings.written(cast.clerk(cast.make_council("elsewhere")))
    client.force_login(cast.make_user(*cast.ROLES, council=paper.council))
    steps = ["block", "add-block", "move-block down", "move-block up", "take-back", "send"]
    for step in (*steps, "take-back", "send"):
        before, (name, *to) = held(), step.split()
        version = paper.blocks.get(slug="audits").version
        said = {**DETAILS, "version": version, "to": "".join(to)}
        client.post(working_pages(paper)[name], said)
        allowed = not (name == "take-back" and paper.status == Paper.WRITING)
        assert (held() != before) is allowed, step
        paper.refresh_from_db()


@pytest.mark.long
def test_the_page_of_an_issued_paper_offers_nothing_that_would_change_it(client, issued):
    client.force_login(cast.make_user(*cast.ROLES))
    page = words(client.get(at(issued, "draft")))
    assert "Assurance report" in page
    for name, address in working_pages(issued).items():
        is_offered = any(f'"{address}{end}' in page for end in '"?')
        assert is_offered is (name in BESIDE | ONWARDS), name
    remarks = words(client.get(working_pages(issued)["remarks"]))
    assert "No one has commented on this report yet" in remarks and 'id="say-h"' not in remarks
