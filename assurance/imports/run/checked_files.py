"""A check that has ended, ready to be kept: what takes long is done before the transaction that
keeps it begins, since others wait for that one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assurance.imports import messages
from assurance.imports.declaration import Bundle
from assurance.imports.models import ImportRun
from assurance.imports.plan.headings import Choices
from assurance.imports.run import retention
from assurance.imports.run.lifecycle import packed
from assurance.imports.run.register_state import rows_compared
from assurance.imports.run.staging import staged
from assurance.imports.upload import Upload


class CheckedFiles:
    """The tables of an `Upload` with what importing them would do, and how columns are read that
    the officer chose: the next file of this shape may come before this one is imported."""

    def __init__(self, upload: Upload, choices: Sequence[Choices], register: Mapping):
        """`register` is the state of the register that they were compared with."""
        self._kinds, self._result = upload.kinds, messages.found_in(upload)
        pairs = zip(upload.given, choices, strict=True)
        self._chosen = [item for item, value in pairs if value.columns]
        self._staged = _staged(upload, register)
        self._found = packed(self._result)

    def keep(self, run: ImportRun):
        """Keeps it as the check of `run`; lives inside one transaction."""
        retention.remember(self._chosen, run)
        retention.keep_check(run, self._staged, self._found, self._result, self._kinds)


def _staged(upload, register):
    tables, choices = _read(upload), [item.choices for item in upload.given]
    if (portions := upload.portions()) is None:
        return staged(tables, choices)
    [unit] = upload.units
    values = (portion.as_values() for portion in portions)
    try:
        state = {**register, "compared": rows_compared(unit.plan.things)}
        return staged(tables, choices, state, values)
    except TypeError:
        # A value that cannot be kept: the file is read again to be imported.
        return staged(tables, choices)


def _read(upload):
    # What nobody reads is not kept, not even until the files are imported.
    return [
        replace(item.table, rows=())
        if isinstance(item.kind, Bundle) and not item.kind.needs(item.table)
        else item.table
        for item in upload.given
    ]
