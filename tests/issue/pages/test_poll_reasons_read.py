"""Why a report is published before a poll, as approvers read it, and in an emergency."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from reports.approvals.models.poll_reasons import PollReason
from reports.issue.polls import NEEDED
from reports.papers.models.papers import Paper
from tests import cast
from tests.issue.pages.test_before_poll import (  # noqa: F401
    BOX,
    HOUR,
    WHY,
    clock,
    post,
    quick_files,
)
from tests.make import papers, polls
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_an_approver_reads_it_and_it_ends_with_the_round(browser, sent):
    paper, _ = sent
    papers.election(date(2016, 1, 21), council=paper.council)
    reader = Client()
    reader.force_login(cast.approver(paper.council))
    assert "Readers do not see this" not in words(reader.get(at(paper, "approve")))
    post(browser, paper, "hour", {**HOUR, "poll_reason": WHY})
    who = PollReason.objects.get().given_by.name
    pages = (
        at(paper, "approve"),
        at(paper, "draft"),
        reverse("report-job", args=[paper.series.slug, paper.slug]),
    )
    for page in pages:
        text = words(reader.get(page))
        assert WHY in text and who in text and "Readers do not see this" in text, page
    Paper.objects.filter(pk=paper.pk).update(round=paper.round + 1)
    for page in pages:
        assert "Readers do not see this" not in words(reader.get(page))


def test_an_emergency_asks_for_it_beside_its_own_reason(browser, sent):
    paper, _ = sent
    papers.election(date(2016, 1, 21), council=paper.council)
    page = words(browser.get(at(paper, "emergency")))
    assert BOX in page and "is in the time before the by-election" in page
    said = {"reason": "A child is at risk.", "seen": paper.frozen_digest}
    assert NEEDED in post(browser, paper, "emergency", said)
    assert not paper.editions.exists()
    assert "issued in an emergency" not in post(browser, paper, "emergency", {"poll_reason": WHY})
    post(browser, paper, "emergency", {**said, "poll_reason": WHY})
    assert (PollReason.objects.get().reason, paper.editions.count()) == (WHY, 1)


def test_a_reason_is_never_empty():
    paper = papers.paper()
    with pytest.raises(IntegrityError), transaction.atomic():
        polls.poll_reason(paper=paper, reason="")
    assert "before the by-election" in str(polls.poll_reason(paper=paper))
