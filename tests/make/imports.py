"""A kind of file of our own, tables for it, and files that were given: what the engine's tests
stand on, apart from the subjects' kinds."""

import hashlib
from datetime import date

from assurance.accounts.access import Permission
from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import checks, operations
from assurance.imports.declaration import (
    Bundle,
    Column,
    DryRun,
    Fault,
    Part,
    Refusal,
    Sheet,
    TargetRow,
)
from assurance.imports.models import ImportRun
from assurance.imports.plan.records import Record
from assurance.imports.run.lifecycle import unpacked
from assurance.people.models.teams import Team
from assurance.records.refusals import Refused
from assurance.tables.cells import Day, Text
from assurance.tables.table import Row, Table
from tests import cast
from tests.make import people
from tests.make.people import LONG_AGO

ON = date(2016, 1, 18)
HEADINGS = ("Ref", "Date of audit", "Service", "Team", "Actions", "Shared with worker", "Strengths")


def _faults(values, reading):
    shared = values.get("shared_on")
    if shared and shared < values["audited_on"]:
        yield Fault("shared_on", "It was shared before it was done.", "Check both days.")


def _wanted(values, reading):
    team = TargetRow(
        Team,
        {"service": values["service"], "name": values["team"]},
        {"from_date": LONG_AGO},
        new_only=True,
    )
    said = {"team": team, "shared_on": values.get("shared_on")}
    said |= {name: values.get(name) for name in ("audited_on", "actions", "strengths")}
    said["auditor"] = reading.held
    yield TargetRow(CaseAudit, {"reference": values["reference"]}, said)


AUDITS = Sheet(
    key="small-audits",
    title="Case audits",
    about="An audit tool's export, a row for each audit.",
    permission=Permission.RECORD_AUDITS,
    columns=(
        Column(
            "reference",
            "Reference",
            "CA-1",
            also=("Ref",),
            read=Text(40),
            required=True,
            filled=True,
        ),
        Column(
            "audited_on",
            "Audited on",
            "31/01/2016",
            also=("Date of audit",),
            read=Day(),
            required=True,
            filled=True,
        ),
        Column("service", "Service", "Child in Need", read=Text(120), filled=True, required=True),
        Column("team", "Team", "North", read=Text(120), filled=True, required=True),
        Column("actions", "Actions agreed", "Date the plan", read=Text(120)),
        Column("shared_on", "Shared on", "02/02/2016", also=("Shared with worker",), read=Day()),
        Column("strengths", "Strengths", "Clear plan", read=Text(2000, lines=True)),
    ),
    prepare=lambda council, rows: people.post("Practice Manager", council=council),
    faults=_faults,
    wanted=_wanted,
    warnings=lambda rows, reading: [f"{len(rows)} audits were read."],
)
TEAM = Record(
    Team,
    by=("service", "team"),
    columns=(
        Column("service", "Service", "Child in Need", required=True, filled=True),
        Column("team", "Team", "North", required=True, filled=True, field="name"),
        Column("from_date", "From", "01/04/2010", required=True, filled=True),
    ),
)
TEAMS = Sheet(
    key="small-teams",
    title="Teams",
    about="The teams of a service.",
    permission=Permission.RECORD_REVIEWS,
    records=(TEAM,),
)


def _check(*, council, tables, as_at, covers_to, on):
    names = {row.cells[0] for table in tables for row in table.rows}
    empty = [
        Refusal(table.name, row.number, "CHILD", "CHILD is empty.", "Fill it in.")
        for table in tables
        for row in table.rows
        if row.cells[0] is None
    ]
    standing = Team.objects.filter(council=council, name__in=names - {None}).count()
    why = "" if len(tables) == 2 else "The other file of the return is lacking."
    new = len(names - {None}) - standing
    return DryRun(new, 0, standing, tuple(empty), (("Year", "2016"),), ("Strange.",), why)


def _import(*, council, tables, as_at, covers_to, by, on):
    names = {row.cells[0] for table in tables for row in table.rows} - {None}
    rows = [Team(council=council, service="R", name=one, from_date=on) for one in sorted(names)]
    done = _check(council=council, tables=tables, as_at=as_at, covers_to=covers_to, on=on)
    return Team.objects.bulk_create(rows)[0], done


def _undo(*, record, by, on):
    if record.to_date:
        raise Refused("It has ended.")
    Team.objects.filter(council=record.council, service="R").delete()


RETURN = Bundle(
    key="small-return",
    title="A small return",
    about="Two files that make sense together.",
    permission=Permission.RECORD_LOOKED_AFTER,
    parts=(
        Part("first", "First file", ("CHILD", "ONE"), ("A1", "1")),
        Part("second", "Second file", ("CHILD", "TWO"), ("A1", "2")),
    ),
    part_of=lambda table: {("CHILD", "ONE"): "first", ("CHILD", "TWO"): "second"}.get(
        tuple(sorted(table.headings)), ""
    ),
    check=_check,
    write=_import,
    undo=_undo,
    why_not_undo=lambda record: "It has ended." if record.to_date else None,
)
KINDS = (TEAMS, AUDITS, RETURN)


def row(number=1, **said):
    """The cells of one audit, in the order of `HEADINGS`; keywords by place name change one."""
    usual = {
        "ref": f"CA-{number}",
        "date": "31/01/2015",
        "service": "Child in Need",
        "team": "North",
        "actions": "Date the plan",
        "shared": "13/02/2015",
        "strengths": "",
    }
    return tuple(one or None for one in {**usual, **said}.values())


def table(*rows, headings=HEADINGS, name="audits.csv", **said):
    """A table of these rows, each a tuple of cells; its digest is that of its cells."""
    numbered = tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 2))
    sha256 = hashlib.sha256(repr((headings, rows)).encode()).hexdigest()
    return Table(name, sha256, tuple(headings), numbered, **said)


def checked(*tables, council=None, by=None, on=ON, kinds=KINDS, **said):
    """A run of these tables, checked."""
    council = council or cast.make_council()
    return checks.check(
        council=council, tables=tables, kinds=kinds, by=by or cast.officer(council), on=on, **said
    )


def checked_rows(kind, *rows, headings=None, **said):
    """A run of these rows of a kind, checked; its columns stand in their order unless said."""
    headings = headings or tuple(column.label for column in kind.columns)
    return checked(table(*rows, headings=headings), kinds=(kind,), **said)


def imported_rows(kind, *rows, **said):
    """A run of these rows of a kind, imported where anything would change."""
    run = checked_rows(kind, *rows, **said)
    if not run.added + run.changed:
        return run
    return operations.import_files(run=run, kinds=(kind,), by=cast.officer(), on=ON)


def counts(run):
    """Added, changed, same, refused."""
    return run.added, run.changed, run.same, run.refused


def refusals(run):
    """(column, what is wrong) of each refused row."""
    return [(one["column"], one["wrong"]) for one in unpacked(run.found)["units"][0]["refusals"]]


def imported(*tables, **said):
    """A run of these tables, imported."""
    run = checked(*tables, **said)
    return operations.import_files(run=run, kinds=KINDS, by=cast.officer(run.council), on=ON)


def import_run(**said):
    """A run that is over, as a row alone."""
    usual = {"state": "cancelled", "who": "account 1", "started_on": ON, "ended_on": ON}
    council = said.pop("council", None) or cast.make_council()
    return ImportRun.objects.create(council=council, **{**usual, **said})
