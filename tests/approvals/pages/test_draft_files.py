"""The draft as PDF: made once for its words, never given out under others, and by whoever is
there."""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from assurance.runtime.periods import this_moment
from reports.approvals import jobs
from reports.approvals.models.draft_files import DraftFile
from reports.documents import subprocess
from reports.documents.formats import RenderedFile
from reports.documents.pdf.file import PdfFault
from reports.issue.jobs import issue
from reports.papers.operations import papers as writing
from reports.service import heartbeats, periodic_jobs, worker
from tests import cast
from tests.make import drafts
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db
KEPT = b"%PDF as it was kept"
FAULTY = "\U00013000 [\u00a0](https://example.org/)"


@pytest.fixture
def clerk():
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    return drafts.written(clerk)


@pytest.fixture
def browser(client, clerk):
    client.force_login(clerk)
    return client


@pytest.fixture
def queued(settings, monkeypatch):
    """Jobs wait until a worker does them."""
    settings.JOBS, settings.CANDOUR_TODAY = "worker", ""
    for module in (db_worker, worker):
        monkeypatch.setattr(module, "close_old_connections", lambda: None)


@pytest.fixture
def quick(monkeypatch):
    """What is made stands for a PDF: setting one takes longer than all else that is asked here."""

    def made(document, stem, _form):
        content = b"%PDF-1.7 " + sha256(repr(document).encode()).digest()
        return [RenderedFile(f"{stem}.pdf", "application/pdf", content)]

    monkeypatch.setattr(subprocess, "made", made)


def work():
    """A worker does all that waits."""
    runner = worker.Runner(batch=True, interval=0)
    runner.run()


def changed(paper, text, by):
    row = paper.blocks.get(slug="purpose")
    values = {"heading": "", "text": text, "data": {}}
    writing.change_block(block=row, version=row.version, words=values, by=by, on=drafts.ON)


def keep_mark():
    """Puts a mark in place of the file that is kept, by which it is known again."""
    assert DraftFile.objects.get().content.startswith(b"%PDF")
    DraftFile.objects.update(content=KEPT)


def asked(browser, paper):
    return browser.get(at(paper, "draft-pdf"))


@pytest.mark.long
def test_the_same_words_give_the_same_file_and_others_another(browser, paper, clerk, quick):
    first = asked(browser, paper)
    assert first.content.startswith(b"%PDF") and first["Cache-Control"] == "private, no-store"
    keep_mark()
    assert asked(browser, paper).content == KEPT
    changed(paper, "This report is about audits.", clerk)
    assert asked(browser, paper).content.startswith(b"%PDF-1")
    assert DraftFile.objects.count() == 1 and DraftFile.objects.get().content != KEPT


@pytest.mark.long
def test_a_figure_that_counts_otherwise_is_another_content(browser, paper, quick):
    asked(browser, paper)
    keep_mark()
    drafts.audits.case_audit(council=paper.council, audited_on=drafts.ON.replace(year=2015))
    assert asked(browser, paper).content != KEPT


@pytest.mark.long
def test_a_press_that_has_to_wait_shows_how_far_it_is_and_then_the_file(browser, paper, queued):
    answer = asked(browser, paper)
    assert answer.url == at(paper, "draft-pdf-wait")
    page = words(browser.get(answer.url))
    assert "is being made from the current words" in page
    assert '<noscript><meta http-equiv="refresh"' in page and "hx-get" in page
    assert "Make the PDF now" not in page
    # Whoever presses again, and whoever else presses, waits for the same one.
    asked(browser, paper)
    browser.get(answer.url)
    assert DBTaskResult.objects.count() == 1
    work()
    page = words(browser.get(answer.url))
    assert "The PDF of the draft is ready." in page and "refresh" not in page
    part = words(browser.get(answer.url, headers={"HX-Request": "true"}))
    assert "hx-swap-oob" in part and "<h1" not in part and "every 2s" not in part
    assert asked(browser, paper).content.startswith(b"%PDF")


def test_without_a_worker_it_is_made_by_a_press(browser, paper, queued, quick):
    asked(browser, paper)
    DraftFile.objects.update(asked_at=this_moment() - jobs.LATE)
    page = words(browser.get(at(paper, "draft-pdf-wait")))
    assert "takes longer than usual" in page and "Make the PDF now" in page
    answer = browser.post(at(paper, "make-draft-pdf"), follow=True)
    assert answer.content.startswith(b"%PDF")
    keep_mark()
    # The worker that comes at last finds it done.
    work()
    assert bytes(DraftFile.objects.get().content) == KEPT


def test_what_a_killed_worker_was_at_is_made_by_the_next(browser, paper, queued, quick):
    asked(browser, paper)
    long_ago = this_moment() - timedelta(hours=1)
    DBTaskResult.objects.update(
        status=TaskResultStatus.RUNNING, started_at=long_ago, worker_ids=["killed"]
    )
    assert "is being made" in words(browser.get(at(paper, "draft-pdf-wait")))
    work()
    assert not DraftFile.objects.get().content
    heartbeats.reap(this_moment())
    work()
    assert asked(browser, paper).content.startswith(b"%PDF")


@pytest.mark.long
def test_a_job_that_was_lost_is_asked_for_again(browser, paper, queued):
    asked(browser, paper)
    DBTaskResult.objects.all().delete()
    browser.get(at(paper, "draft-pdf-wait"))
    assert DBTaskResult.objects.count() == 1


@pytest.mark.long
def test_words_that_change_while_it_is_made_never_get_the_older_file(
    browser, paper, clerk, queued, quick, monkeypatch
):
    asked(browser, paper)
    real = subprocess.made

    def changed_meanwhile(*said):
        monkeypatch.setattr(subprocess, "made", real)
        changed(paper, "Other words.", clerk)
        assert asked(browser, paper).status_code == 302
        return real(*said)

    monkeypatch.setattr(subprocess, "made", changed_meanwhile)
    jobs.make_draft_file.call(paper.pk)
    assert not DraftFile.objects.get().content
    assert asked(browser, paper).status_code == 302
    work()
    assert asked(browser, paper).content.startswith(b"%PDF")


@pytest.mark.long
def test_what_is_wrong_with_a_pdf_is_told_once_for_its_words_and_again_for_others(
    browser, paper, clerk, queued
):
    paper.blocks.filter(slug="children").update(text=FAULTY)
    asked(browser, paper)
    work()
    page = words(browser.get(at(paper, "draft-pdf-wait")))
    assert "The PDF could not be made." in page and "ask for the PDF again" in page
    answer = browser.get(at(paper, "draft-pdf"), follow=True)
    assert "The PDF could not be made." in words(answer)
    assert issubclass(PdfFault, Exception) and DBTaskResult.objects.count() == 1
    paper.blocks.filter(slug="children").update(text="Good words.")
    asked(browser, paper)
    work()
    assert asked(browser, paper).content.startswith(b"%PDF")


def test_a_draft_is_made_by_itself_once_nobody_has_changed_it_for_a_pause(
    paper, clerk, queued, quick, monkeypatch
):
    def waits():
        return list(DBTaskResult.objects.values_list("args_kwargs", flat=True))

    now = this_moment()
    changed(paper, "Some words.", clerk)
    jobs.make_draft_files.call()
    assert waits() == []
    monkeypatch.setattr(jobs, "this_moment", lambda: now + jobs.PAUSE * 2)
    jobs.make_draft_files.call()
    jobs.make_draft_files.call()
    assert waits() == [{"args": [paper.pk], "kwargs": {}}]
    work()
    assert DraftFile.objects.get().content
    jobs.make_draft_files.call()
    assert len(waits()) == 1
    monkeypatch.setattr(jobs, "this_moment", this_moment)
    DraftFile.objects.update(looked_at=now)
    changed(paper, "Other words.", clerk)
    jobs.make_draft_files.call()
    assert len(waits()) == 1
    monkeypatch.setattr(jobs, "this_moment", lambda: now + jobs.PAUSE * 4)
    jobs.make_draft_files.call()
    assert len(waits()) == 2
    assert any(item.task is jobs.make_draft_files for item in periodic_jobs.JOBS)


def test_nothing_of_a_draft_stays_once_its_report_is_issued(browser, clerk, quick):
    paper, _clerk, _approver = drafts.approved(clerk.council)
    asked(browser, paper)
    assert DraftFile.objects.filter(paper=paper).exists()
    issue(paper, by=_clerk, on=drafts.ON)
    assert not DraftFile.objects.exists()
    paper.refresh_from_db()
    assert asked(browser, paper).content.startswith(b"%PDF")
    assert "ready" in words(browser.get(at(paper, "draft-pdf-wait")))
    # A job that comes too late leaves nothing either.
    jobs.make_draft_file.call(paper.pk)
    assert not DraftFile.objects.exists()


def test_a_draft_of_another_council_is_nobodys(client, paper):
    client.force_login(cast.clerk(cast.make_council("elsewhere")))
    for name in ("draft-pdf", "draft-pdf-wait"):
        assert client.get(at(paper, name)).status_code == 404
    assert client.post(at(paper, "make-draft-pdf")).status_code == 404
    with transaction.atomic():
        assert not DraftFile.objects.exists()
