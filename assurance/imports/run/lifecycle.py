"""What may be done with a run, and what it holds, packed, while it is open."""

import zlib

from django.apps import apps

from assurance.imports import kinds as declared
from assurance.imports.models import CHECKED, IMPORTED, READ, WAITING, ImportRun
from assurance.imports.run.staging import QUICK, as_json, from_json, staged_choices, staged_tables
from assurance.imports.run.undo import RunReversal
from assurance.tables.phrases import listed


def packed(values) -> bytes:
    """Anything that JSON holds, and days, as bytes."""
    return zlib.compress(as_json(values), QUICK)


def unpacked(content):
    """What `packed` was given; a tuple comes back as a list."""
    return from_json(zlib.decompress(content))


MOST_NAMED = 3
NOTHING_TO_DO = "Nothing in these files would change the register."
UNANSWERED = "Answer the questions about these files before you import them."
TOO_OLD = "These files were imported more than a year ago and can no longer be undone."


def why_not_open(run):
    """The sentence that says how a run stands, where it cannot be changed any more."""
    return f"These files cannot be changed here any more: {run.get_state_display().lower()}."


def why_not_import(run):
    """The sentence that refuses to bring a run in, or None."""
    if run.state not in (CHECKED, WAITING):
        return UNANSWERED if run.state == READ else why_not_open(run)
    return None if run.added + run.changed else NOTHING_TO_DO


def why_not_undo(run):
    """The sentence that refuses to undo a run, or None."""
    if run.state != IMPORTED:
        return "Only files that were imported can be undone."
    undoing = RunReversal(run)
    if undoing.is_forgotten or not (undoing.rows or run.records):
        return TOO_OLD
    for key, record in records_of(run):
        if sentence := declared.kind_called(key).why_not_undo(record):
            return sentence
    return undoing.why_not()


def confirmed_later(run: ImportRun) -> str:
    """The sentence on later files of a kind of `run` in which rows were as recorded already: some
    of these may be rows that it added; empty where there are none."""
    own = {file["kind"] for file in run.files}
    later = ImportRun.objects.of(run.council).filter(state=IMPORTED, pk__gt=run.pk, same__gt=0)
    later = later.order_by("pk").values_list("files", flat=True) if run.added else ()
    names = [file["name"] for files in later for file in files if file["kind"] in own]
    names = [*dict.fromkeys(names)]
    if not names:
        return ""
    more = f" and {len(names) - MOST_NAMED} more" if names[MOST_NAMED:] else ""
    return (
        f"Rows of {listed(names[:MOST_NAMED])}{more} were recorded already when imported later. "
        "Those that these files added are removed as well: import the later files again afterwards."
    )


def records_of(run):
    """The records that stand for the bundles of a run, each with its kind's key."""
    return [(key, apps.get_model(label)._base_manager.get(pk=pk)) for key, label, pk in run.records]


def tables_of(run):
    """The tables of an open run."""
    return staged_tables(run.staged)


def choices_of(run):
    """What was said of each table of an open run."""
    return staged_choices(run.staged)
