"""Issue as a background job: whatever breaks off, and wherever, leaves the paper as it was or the
whole new edition, and the next try ends in one edition."""

import errno
import hashlib
import json
from contextlib import suppress
from types import SimpleNamespace

import pytest
from django.db import OperationalError

from assurance.records.history import HistoryEntry
from assurance.records.history_chain import damage
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.documents import formats, subprocess
from reports.documents.pdf.file import PdfFault
from reports.editions.models.editions import Edition
from reports.issue import jobs, rules
from reports.issue.models.jobs import IssueJob
from reports.issue.operations import steps
from reports.papers.models.papers import Paper
from reports.tasks.all_tasks import needs_of
from tests.make.drafts import ON

pytestmark = pytest.mark.django_db
FIRST = SimpleNamespace(attempt=1)
NAMES = {
    formats.HTML: ("january-2016.html", "paper.css"),
    formats.PDF: ("january-2016.pdf",),
    formats.WORD: ("january-2016.docx",),
    formats.DATA: ("january-2016-figures.csv", "january-2016-tables.json"),
}
WHOLE = sorted([*(name for names in NAMES.values() for name in names), "manifest.json"])
# Each step with how often it is taken: frozen, four forms made and kept, published, followed up.
STEPS = [
    (steps, "freeze_edition", 1),
    (subprocess, "made", 4),
    (steps, "keep_files", 4),
    (steps, "publish", 1),
    (jobs, "after_publication", 1),
]
FAULTS = [(*step[:2], nth, when) for step in STEPS for nth in range(step[2]) for when in (0, 1)]


class Killed(BaseException):
    """The process ends here, whatever it was doing."""


@pytest.fixture(autouse=True)
def quick_files(monkeypatch):
    """Files that say what they are, in place of rendered ones."""

    def made(document, stem, form):
        return [formats.RenderedFile(name, "text/plain", form.encode()) for name in NAMES[form]]

    monkeypatch.setattr(subprocess, "made", made)


@pytest.fixture
def queued(settings):
    """Jobs wait until somebody does them."""
    settings.JOBS = "worker"


def broken(monkeypatch, where, name, nth, fault, *, after=False):
    """Raises `fault` at the call number `nth` of a step, before it or after it is done."""
    real, calls = getattr(where, name), []

    def step(*args, **said):
        calls.append(name)
        stops = len(calls) == nth + 1
        if stops and not after:
            raise fault
        answer = real(*args, **said)
        if stops:
            raise fault
        return answer

    monkeypatch.setattr(where, name, step)


def do(run):
    """A worker does the job of `run`."""
    jobs.issue_asked.func(FIRST, run.pk)


def assert_old_or_whole(paper):
    """Nothing is published, or the whole edition is."""
    paper.refresh_from_db()
    published = Edition.objects.published()
    if paper.status == Paper.ISSUED:
        assert sorted(published.get().files.values_list("name", flat=True)) == WHOLE
    else:
        assert (paper.status, published.count()) == (Paper.APPROVED, 0)


@pytest.mark.parametrize(("where", "name", "nth", "after"), FAULTS)
def test_a_worker_killed_at_any_step_leaves_the_old_state_or_the_whole_edition(
    queued, monkeypatch, where, name, nth, after, approved
):
    paper, clerk, _ = approved
    with monkeypatch.context() as patch:
        broken(patch, where, name, nth, Killed(), after=after)
        with suppress(Killed):
            do(jobs.begin_issue(paper, by=clerk, on=ON))
    assert_old_or_whole(paper)
    run = IssueJob.objects.first() or jobs.begin_issue(paper, by=clerk, on=ON)
    do(run)
    do(run)
    edition = Edition.objects.get()
    assert_old_or_whole(paper)
    run.refresh_from_db()
    assert (run.state, run.edition) == (IssueJob.PUBLISHED, edition)
    for what in ("papers.freeze_edition", "papers.publish"):
        assert HistoryEntry.objects.filter(what=what).count() == 1
    assert damage(paper.council.slug) is None
    listed = json.loads(bytes(edition.files.get(name="manifest.json").content))
    held = {one.name: hashlib.sha256(bytes(one.content)).hexdigest() for one in edition.files.all()}
    assert {one["name"]: one["sha256"] for one in listed["files"]} == {
        name: digest for name, digest in held.items() if name != "manifest.json"
    }


@pytest.mark.parametrize(("where", "name", "count"), STEPS[1:4])
@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), rules.DISK_FULL),
        (OSError(errno.EIO, "Input/output error"), rules.NO_FILE),
        (OperationalError("database or disk is full"), rules.DISK_FULL),
        (OperationalError("server closed the connection"), rules.DATABASE_AWAY),
        (subprocess.SubprocessFailed("It took too long."), "It took too long."),
    ],
)
def test_what_happens_to_the_machine_is_said_and_tried_again(
    queued, monkeypatch, where, name, count, fault, says, approved
):
    paper, clerk, _ = approved
    run = jobs.begin_issue(paper, by=clerk, on=ON)
    with monkeypatch.context() as patch:
        broken(patch, where, name, count - 1, fault)
        with pytest.raises(type(fault)):
            do(run)
    assert_old_or_whole(paper)
    run.refresh_from_db()
    assert (run.state, run.trouble) == (IssueJob.WAITING, says)
    assert run.again_at is not None
    do(run)
    assert Edition.objects.published().count() == 1


@pytest.mark.long
def test_after_its_last_try_an_issue_waits_for_somebody_and_begins_again_by_a_press(
    queued, monkeypatch, approved
):
    paper, clerk, _ = approved
    run = jobs.begin_issue(paper, by=clerk, on=ON)
    with monkeypatch.context() as patch:
        broken(patch, subprocess, "made", 0, OSError(errno.ENOSPC, ""))
        with pytest.raises(OSError):
            jobs.issue_asked.func(SimpleNamespace(attempt=3), run.pk)
    run.refresh_from_db()
    assert (run.state, run.again_at) == (IssueJob.STOPPED, None)
    (need,) = [one for one in needs_of(clerk, ON) if one.status == "Not published"]
    assert need.hint == rules.DISK_FULL
    again = jobs.begin_issue(paper, by=clerk, on=ON)
    assert (again.pk, again.state, again.trouble) == (run.pk, IssueJob.WAITING, "")
    do(again)
    assert Edition.objects.published().count() == 1


def test_the_second_of_two_who_issue_at_once_is_told(queued, approved):
    paper, clerk, _ = approved
    run = jobs.begin_issue(paper, by=clerk, on=ON)
    with pytest.raises(Refused, match="already being published"):
        jobs.begin_issue(paper, by=clerk, on=ON)
    do(run)
    with pytest.raises(Refused, match="already published"):
        jobs.begin_issue(paper, by=clerk, on=ON)
    assert Edition.objects.count() == 1


def test_a_fault_of_the_paper_is_said_and_not_tried_again(queued, monkeypatch, approved):
    paper, clerk, _ = approved
    run = jobs.begin_issue(paper, by=clerk, on=ON)
    broken(monkeypatch, subprocess, "made", 1, PdfFault(["The document has no title."]))
    do(run)
    run.refresh_from_db()
    assert (run.state, run.trouble) == (IssueJob.STOPPED, "The document has no title.")


def test_a_paper_that_is_taken_back_while_it_waits_is_not_issued(queued, approved):
    paper, clerk, _ = approved
    run = jobs.begin_issue(paper, by=clerk, on=ON)
    steps.keep_files(
        edition=Edition.objects.get(), files=subprocess.made(None, "", "pdf"), by=clerk, on=ON
    )
    approvals.take_back(paper=paper, by=clerk, on=ON)
    do(run)
    run.refresh_from_db()
    assert (run.state, run.trouble) == (IssueJob.DROPPED, steps.TAKEN_BACK)
    assert not Edition.objects.exists()


def test_at_once_what_nobody_foresaw_stops_the_issue_and_the_next_asking_answers_with_it(
    monkeypatch, approved
):
    paper, clerk, _ = approved
    broken(monkeypatch, subprocess, "made", 2, ZeroDivisionError())
    run = jobs.begin_issue(paper, by=clerk, on=ON)
    run.refresh_from_db()
    assert (run.state, run.trouble) == (IssueJob.STOPPED, rules.UNFORESEEN)
    run = jobs.begin_issue(paper, by=clerk, on=ON)
    assert (run.state, run.edition.number) == (IssueJob.PUBLISHED, 1)
