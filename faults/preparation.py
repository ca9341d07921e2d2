"""What waits in the prepared database for somebody to do it."""

from datetime import timedelta

from django.db.models import F, Value
from django.db.models.functions import Concat

from assurance.dbs.importing.rechecks import RECHECKS
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders
from assurance.imports.checks import check
from assurance.imports.models import ImportRun
from assurance.people.models.people import Person
from assurance.records.history import CommandLine
from assurance.records.proofs.operations import adopt
from assurance.runtime.periods import today
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_csv
from bench import papers
from bench.database import Prepared, prepared
from bench.rows import BATCH
from bench.sizes import TINY
from reports.checks import operations as checks
from reports.demonstration import rechecks
from reports.demonstration.editions import drafts
from reports.issue import jobs
from reports.papers.models.blocks import Block
from reports.verdicts.paper.verdict import verdict

READY, SENT, APPROVED = "ready", "sent", papers.APPROVED
ISSUED, WRITTEN = papers.LAST, papers.DRAFT
LETTERS, LINES = 12, 400
PREPARED = "Prepared for what the service survives."
# When the copies of the last report were sent and approved.
ON = drafts.written_on(papers.LAST)


def prepare():
    """Adds to the database of the benches what each fault interrupts: a report to be sent, one to
    be approved, one that is being issued, a checked file, and e-mails that wait. Rows that no
    operation wrote are taken into history, so that `verify` names what a fault did alone."""
    made = prepared(TINY)
    _add_ready(made)
    papers.send(made.founded, papers.add_copy(made.founded, SENT), ON)
    jobs.begin_issue(made.paper(APPROVED), by=made.accounts["clerk"], on=today())
    _check_file(made)
    _ask_for_letters(made)
    adopt(council=made.council, because=PREPARED, by=CommandLine("faults"), on=today())


def run_of(made: Prepared) -> ImportRun:
    """The file that was checked and waits to be imported."""
    return ImportRun.objects.filter(council=made.council).latest("pk")


def _add_ready(made):
    paper = papers.add_copy(made.founded, READY)
    for cause in verdict(paper).to_accept:
        clerk = made.accounts["clerk"]
        checks.pass_over(paper=paper, standing=cause, reason="As meant.", by=clerk, on=ON)


def _check_file(made):
    """Many new people, each with a re-check in one file."""
    people = [
        Person(
            council=made.council, reference=f"F{number:05}", name=f"Holder {number}", created_on=ON
        )
        for number in range(LINES)
    ]
    Person.objects.bulk_create(people, batch_size=BATCH)
    issued, seen = (f"{today() - timedelta(days):%d/%m/%Y}" for days in (27, 20))
    lines = [
        (person.reference, issued, seen, "Issued", f"{7 * 10**11 + place}", issued, seen)
        for place, person in enumerate(people)
    ]
    tables = read("re-checks.csv", write_csv(rechecks.HEADINGS, lines))
    by = made.accounts["officer"]
    check(council=made.council, tables=tables, kinds=(RECHECKS,), by=by, on=today())


def _ask_for_letters(made):
    rows = Person.objects.of(made.council).active().order_by("pk")[:LETTERS]
    give_addresses(rows)
    for person in rows:
        person.refresh_from_db()
        group = person.engagements.first().group if person.engagements.exists() else "employee"
        fields = {"person": person, "group": group, "due_on": today()}
        reminders.remind(**fields, how=Reminder.EMAIL, by=made.accounts["officer"], on=today())


def give_addresses(people) -> None:
    """Gives each of these people an e-mail address of their own."""
    address = Concat(F("reference"), Value("@eborford.example"))
    Person.objects.filter(pk__in=[person.pk for person in people]).update(work_email=address)


def texts_of(keys) -> list[tuple[int, str]]:
    """(key, text) of the paragraphs with these keys."""
    return list(Block.objects.filter(pk__in=keys).values_list("pk", "text"))
