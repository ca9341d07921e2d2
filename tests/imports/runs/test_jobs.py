"""Large files in the background: how far, cancelled, taken up again, never doubled or halved."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import jobs, operations
from assurance.imports.models import ImportRun
from assurance.imports.plan.headings import Choices
from assurance.imports.run.progress import NOT_BEGUN, RunCancelled, Work
from assurance.runtime.jobs import WORKER, waiting_arguments
from reports.service import daily_commands
from tests.imports.registers import everything
from tests.make import audits, imports, people
from tests.make.imports import ON, checked, row, table

pytestmark = pytest.mark.django_db
FILE = table(*(row(number) for number in range(1, 6)))


@pytest.fixture(autouse=True)
def apart(settings, tmp_path, monkeypatch):
    """Four rows are many, and a worker beside the server does what waits."""
    settings.VAR, settings.SERVER, settings.JOBS = tmp_path, True, WORKER
    monkeypatch.setattr(jobs, "AT_ONCE", 4)


def given(by, on=ON):
    """Files that wait to be checked."""
    told = {"tables": [FILE], "kinds": imports.KINDS, "by": by, "on": on}
    return operations.give(council=by.council, **told)


def waiting(by):
    """Files that wait to be imported."""
    return operations.wait(run=checked(FILE, by=by), by=by, on=ON)


def now(run):
    """The run as it stands."""
    return ImportRun.objects.get(pk=run.pk)


def worker():
    """What the worker says."""
    out = StringIO()
    call_command("import_waiting", stdout=out)
    return out.getvalue()


def queue():
    """What background jobs of a server were asked to do, done."""
    keys = [pk for [pk] in waiting_arguments(jobs.do_work)]
    for pk in keys:
        jobs.do_work.func(pk)
    DBTaskResult.objects.update(status="SUCCESSFUL")
    return keys


def test_a_large_file_is_checked_and_imported_by_background_jobs(client, by, settings):
    client.force_login(by)
    path = settings.VAR / "audits.csv"
    lines = [",".join(imports.HEADINGS), *(",".join(one or "" for one in row(n)) for n in range(5))]
    path.write_text("\n".join(lines), encoding="utf-8")
    with path.open("rb") as file:
        page = client.post(reverse("imports:start"), {"files": [file]}, follow=True)
    assert "Being checked" in page.content.decode() and NOT_BEGUN in page.content.decode()
    assert 'http-equiv="refresh"' in page.content.decode()
    run = ImportRun.objects.get()
    here = reverse("imports:record", args=[run.pk])
    assert NOT_BEGUN in client.get(here).content.decode(), "the page that comes again asks once"
    assert queue() == [run.pk]
    assert "5</span> to be added" in client.get(here).content.decode()
    press = {"looked": "on"}
    page = client.post(reverse("imports:import", args=[run.pk]), press, follow=True)
    assert "Being imported" in page.content.decode() and not CaseAudit.objects.exists()
    assert queue() == [run.pk]
    assert CaseAudit.objects.count() == 5
    assert "5 added" in client.get(here).content.decode()
    assert queue() == [] and worker() == ""


def test_what_is_said_of_a_large_file_is_read_again_in_the_background(by):
    run = checked(FILE, by=by)
    told = {"kinds": imports.KINDS, "choices": [Choices("-")], "by": by, "on": ON}
    operations.give_again(run=run, **told)
    assert (now(run).state, now(run).found) == ("given", None)
    assert jobs.work_on(now(run))
    assert now(run).files[0]["title"] == ""


def test_a_crash_leaves_nothing_and_the_next_who_looks_takes_it_up(by, monkeypatch):
    before = everything()
    run = waiting(by)

    def crash(work, words):
        if words.startswith("Writing case audits"):
            raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Work, "tell", crash)
        with pytest.raises(MemoryError):
            jobs.work_on(run)
    assert everything() == before and now(run).state == "waiting"
    assert jobs.work_on(now(run))
    assert CaseAudit.objects.count() == 5
    assert jobs.work_on(now(run)) and CaseAudit.objects.count() == 5


def test_pressing_cancel_stops_the_work_before_its_next_step(client, by, monkeypatch):
    client.force_login(by)
    before = everything()
    run = waiting(by)
    tell = Work.tell

    def press(work, words):
        if words.startswith("Writing case audits"):
            page = client.post(reverse("imports:cancel", args=[run.pk]), follow=True)
            assert "The work is being stopped" in page.content.decode()
            assert "Writing teams: 0 of 1" in page.content.decode()
        tell(work, words)

    monkeypatch.setattr(Work, "tell", press)
    assert jobs.work_on(run)
    assert everything() == before
    assert (now(run).state, now(run).staged) == ("cancelled", None)


def test_pressing_cancel_while_nobody_is_at_it_cancels_at_once(client, by):
    client.force_login(by)
    run = given(by)
    client.post(reverse("imports:cancel", args=[run.pk]))
    assert now(run).state == "cancelled"
    assert jobs.work_on(now(run)) and now(run).state == "cancelled"


def test_a_register_that_moved_meanwhile_is_shown_with_the_new_check(client, by):
    client.force_login(by)
    run = waiting(by)
    audits.case_audit(reference="CA-1", team=people.team("North"))
    jobs.work_on(run)
    assert (now(run).state, now(run).changed) == ("checked", 1)
    page = client.get(reverse("imports:record", args=[run.pk])).content.decode()
    assert "The register has changed since these files were checked" in page


def test_trouble_with_what_was_never_checked_ends_it(client, by):
    client.force_login(by)
    run = given(by)
    operations.record_trouble(run=run, sentence="It could not be read.", by=by, on=ON)
    page = client.get(reverse("imports:record", args=[run.pk])).content.decode()
    assert now(run).state == "cancelled" and "It could not be read." in page


def test_a_run_is_left_to_who_is_at_it_told_of_and_counted_anew_at_its_end(by, monkeypatch):
    run = waiting(by)
    work = Work(run)
    assert jobs.take_up(run) is None, "a server leaves it to a background job"
    assert work.told() == NOT_BEGUN
    # This stop came too late for the one before and does not stop the next.
    work.stop()
    with work.taken():
        work.tell("Half of it.")
        assert Work(run).told() == "Half of it."
        work.stop()
        with pytest.raises(RunCancelled):
            work.tell("More of it.")
    assert work.told() == NOT_BEGUN
    with Work(run).taken() as is_ours:
        assert is_ours and Work(run).is_taken()
        assert not jobs.work_on(run)
        assert worker() == ""
    assert not Work(run).is_taken()
    assert jobs.work_on(run) and now(run).state == "imported"
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "_finish", lambda run, tell: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            jobs.work_on(run)
    assert Work(run).tries() == 1
    assert jobs.work_on(now(run)) and Work(run).tries() == 0


@pytest.mark.django_db(transaction=True)
def test_a_laptop_does_it_in_a_thread(by, settings):
    settings.SERVER = False
    run = waiting(by)
    jobs.take_up(run).join()
    assert now(run).state == "imported" and CaseAudit.objects.count() == 5
    with Work(run).taken():
        assert jobs.take_up(run) is None


def test_each_night_forgets_what_nobody_imported_and_does_what_no_page_began(by, settings):
    left = checked(FILE, by=by)
    settings.CANDOUR_TODAY = "2016-01-20"
    run = given(by, on=date(2016, 1, 20))
    daily_commands.import_waiting.func()
    assert (now(left).state, now(left).staged) == ("cancelled", None)
    assert now(run).state == "checked"


@pytest.mark.parametrize("start", [given, waiting])
def test_what_crashes_three_times_is_given_up_with_a_sentence(client, by, monkeypatch, start):
    client.force_login(by)
    before = everything()
    run = start(by)

    def crash(work, words):
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Work, "tell", crash)
        for _ in range(jobs.MOST_TRIES):
            with pytest.raises(MemoryError):
                jobs.work_on(now(run))
        assert now(run).state in ("given", "waiting")
        assert jobs.work_on(now(run))
    assert now(run).state == ("cancelled" if start is given else "checked")
    page = client.get(reverse("imports:record", args=[run.pk])).content.decode()
    assert "tried 3 times and the program stopped" in page
    assert everything() == before and Work(run).tries() == 0
