"""Ten years of one council's rows, then further councils with the same, by SQL."""

from django.apps import apps
from django.db import models

from assurance.accounts.models.accounts import Council
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.checks import DbsCheck
from assurance.imports.models import ImportRun
from assurance.improvement.models.actions import Action
from assurance.people.models.people import Person
from assurance.records.history import HistoryEntry
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper
from scale.copies import copy, days_before
from scale.sizes import Sizes

# Between a row and its copy: a year of reports, two days of audits, three years of certificates.
YEAR, DAYS, CERTIFICATE = 365, 2, 1_095
# Certificates of one person, of ten years.
CERTIFICATES = 3
# The chain of history goes on at a number of its own.
LATER = {"records.HistoryEntry": {"seq": "o.seq + n.n * 1000000"}}
# Numbers of twelve digits that no other certificate has.
NUMBER = "CASE WHEN o.certificate_number = '' THEN '' ELSE CAST({} + o.id * 1000 + n.n AS text) END"

# What there is more of with every year, each with all that belongs to it.
RECORDS = (
    *("people.Person", "meetings.Meeting", "imports.ImportRun", "outcomes.OutcomeSet"),
    *("audits.CaseAudit", "audits.AuditRound", "audits.AuditSample", "audits.AuditTotal"),
    *("dbs.DbsAudit", "dbs.Breach", "looked_after.Return", "looked_after.Census"),
    *("reviews.Review", "improvement.Plan", "surveys.Survey", "papers.Paper"),
    *("governance.Development", "governance.Document", "governance.EngagementEvent"),
    *("governance.Measure", "governance.Risk", "governance.Statement", "governance.BodyReport"),
)


def add_years(council: Council, sizes: Sizes) -> int:
    """Adds rows until `council` has as many as `sizes` says; how many were added in all."""
    of = {"council": council}
    renewed = {**_earlier(DbsCheck, CERTIFICATE), "certificate_number": NUMBER.format(6 * 10**11)}
    added = copy(DbsCheck.objects.filter(**of), CERTIFICATES - 1, {"dbs.DbsCheck": renewed})
    reported = {"papers.Paper": _earlier(Paper, YEAR), "editions.Edition": _earlier(Edition, YEAR)}
    numbered = {"dbs.DbsCheck": {"certificate_number": NUMBER.format(7 * 10**11)}}
    for rows, number, changed in (
        (Person.objects.filter(**of), sizes.people, numbered),
        (
            CaseAudit.objects.filter(**of),
            sizes.audits,
            {"audits.CaseAudit": _earlier(CaseAudit, DAYS)},
        ),
        (Action.objects.filter(**of), sizes.actions, {}),
        (Paper.objects.filter(**of, status=Paper.ISSUED), sizes.reports, reported),
        (ImportRun.objects.filter(**of), sizes.imports, {}),
        (HistoryEntry.objects.filter(council=council.slug), sizes.entries, LATER),
    ):
        added += _until(rows, number, changed)
    return added


def add_councils(council: Council, sizes: Sizes) -> int:
    """Copies `council` with all its rows until there are as many councils as `sizes` says; how
    many rows were added in all."""
    named = {"accounts.Council": {"name": "o.name || ' ' || n.n"}}
    return copy(Council.objects.filter(pk=council.pk), sizes.councils - 1, named)


def _until(rows, number, changed):
    """Copies `rows` until there are `number` of them; how many rows were added in all."""
    times = -(-number // (rows.count() or number)) - 1
    return copy(rows, times, changed) if times > 0 else 0


def _earlier(model, days):
    """Column → expression of each date of a row, so many days earlier with each copy."""
    columns = [
        field.column for field in model._meta.concrete_fields if type(field) is models.DateField
    ]
    return {column: days_before(column, f"n.n * {days}") for column in columns}


def add_times(council: Council, times: int) -> int:
    """Copies what `council` has recorded and reported until there is so many times as much; how
    many rows were added in all."""
    models_of = (apps.get_model(label) for label in RECORDS)
    of_council = [model.objects.filter(council=council) for model in models_of]
    steps = HistoryEntry.objects.filter(council=council.slug)
    changed = {"dbs.DbsCheck": {"certificate_number": NUMBER.format(8 * 10**11)}, **LATER}
    return sum(copy(rows, times - 1, changed) for rows in (*of_council, steps))
