"""Checks of files: everything is read without a transaction that writes, and one keeps the result.

Others may write meanwhile; their changes are met when the files are imported."""

from collections.abc import Callable, Sequence
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.imports import operations
from assurance.imports.declaration import Kind
from assurance.imports.models import ImportRun
from assurance.imports.plan.headings import Choices
from assurance.imports.run.checked_files import CheckedFiles
from assurance.imports.run.lifecycle import tables_of, why_not_open
from assurance.imports.run.register_state import register_state
from assurance.imports.run.retention import days_of
from assurance.imports.upload import Days, Upload, silent
from assurance.records.refusals import refuse_if
from assurance.tables.table import Table


def check(
    *,
    council: Council,
    tables: Sequence[Table],
    kinds: Sequence[Kind],
    choices: Sequence[Choices] = (),
    days: Days | None = None,
    by,
    on: date,
) -> ImportRun:
    """Checks the tables against the register, which does not change, and keeps the result.

    `kinds` are those that `by` may import, `choices` and `days` the officer's answers so far.
    Refuses to check no table at all.
    """
    checked = check_only(council, tables, kinds, choices, days, on)
    return operations.check(council=council, checked=checked, days=days, by=by, on=on)


def check_only(
    council: Council,
    tables: Sequence[Table],
    kinds: Sequence[Kind],
    choices: Sequence[Choices],
    days: Days | None,
    on: date,
    tell: Callable = silent,
) -> CheckedFiles:
    """The same check, not kept. `tell` takes a sentence of how far it is."""
    refuse_if(None if tables else "Choose a file to import.")
    entries = [*choices, *[Choices()] * (len(tables) - len(choices))]
    register = register_state(council, on)
    upload = Upload(council, tables, entries, kinds, days or Days(), on, tell).check()
    return CheckedFiles(upload, entries, register)


def check_again(
    *,
    run: ImportRun,
    kinds: Sequence[Kind],
    choices: Sequence[Choices],
    days: Days | None = None,
    by,
    on: date,
    tell: Callable = silent,
) -> ImportRun:
    """Checks the run's tables again with the officer's answers; refuses where the run has ended.
    `tell` takes a sentence of how far it is."""
    run.refresh_from_db()
    refuse_if(None if run.is_open else why_not_open(run))
    known = Days(days_of(run), run.covers_to) if days is None else days
    checked = check_only(run.council, tables_of(run), kinds, choices, known, on, tell)
    return operations.check_again(run=run, checked=checked, days=days, by=by, on=on)
