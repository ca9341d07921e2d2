"""The marks that lead from a figure to its note: a raised number in running text; in a tile and
in a table the figure itself leads there, and a line below the table names the notes."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

from reports.documents.document import PLAIN, REFERENCE, Cell, Headline, Paragraph, Run, Table, Text
from reports.documents.entries import SOURCE_MARK, SOURCED
from reports.documents.sources.notes import MARKED, SourceNote, runs_in

# Between a number and its mark, so that nothing that reads the letters reads one number.
GAP = "\u00a0"


def with_marks(value, notes: Mapping[str, SourceNote]):
    """A part of a document with the marks of `notes`, which are by the figure's number."""
    if isinstance(value, tuple):
        return _runs(value, notes) if _is_line(value) else _each(value, notes)
    if isinstance(value, Cell):
        return replace(value, runs=tuple(_linked(run, notes) for run in value.runs))
    if isinstance(value, Table):
        return _table(value, notes)
    if isinstance(value, Headline):
        return replace(value, value=tuple(_linked(run, notes) for run in value.value))
    if not is_dataclass(value) or isinstance(value, Run):
        return value
    # A heading is listed in the contents, where nothing else leads anywhere.
    names = [item.name for item in fields(value) if item.name != "heading"]
    run_in = isinstance(value, Paragraph) and not value.heading_anchor
    names += ["heading"] if run_in else []
    return replace(value, **{name: with_marks(getattr(value, name), notes) for name in names})


def _each(values, notes):
    return tuple(with_marks(item, notes) for item in values)


def _is_line(value):
    return bool(value) and all(isinstance(item, Run) for item in value)


def _runs(runs, notes):
    """The runs of a line, each figure followed by its mark."""
    marked = []
    for run in runs:
        note = _note_of(run, notes)
        marked += (run, Run(f"{GAP}{note.number}", SOURCE_MARK, note.anchor)) if note else (run,)
    return tuple(marked)


def _note_of(run, notes):
    return notes.get(run.to) if run.kind in MARKED else None


def _linked(run, notes):
    note = _note_of(run, notes)
    return replace(run, kind=SOURCED, to=note.anchor) if note else run


def _table(table, notes):
    met = dict.fromkeys(_note_of(run, notes) for run in runs_in(table.rows))
    line = _line(sorted((note for note in met if note), key=lambda note: note.number))
    own = _each(table.notes, notes)
    return replace(table, rows=_each(table.rows, notes), notes=(*own, *line))


def _line(notes):
    """`Sources: notes 1, 2 and 5`, each number a link; nothing where there are none."""
    if not notes:
        return ()
    runs = [Run("Source: note " if len(notes) == 1 else "Sources: notes ", PLAIN)]
    for place, note in enumerate(notes):
        if place:
            runs.append(Run(" and " if place == len(notes) - 1 else ", "))
        runs.append(Run(str(note.number), REFERENCE, note.anchor))
    return (Text((*runs, Run("."))),)
