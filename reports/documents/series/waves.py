"""Answers in one wave of a survey are one value, over whatever period a report has read them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assurance.figures.comparison import is_of_a_wave
from reports.documents.entries import Entry


def moment_of(entry: Entry) -> tuple[str, ...]:
    """The time of a value: its date or period, and of answers to a survey the wave, which their
    title names."""
    return (entry.title,) if is_of_a_wave(entry) else (entry.start, entry.end)


def dated_by_wave(entries: Sequence[Entry]) -> list[Entry]:
    """The entries in their order; each of a wave has the shortest period over which any of them
    reads that wave: the fieldwork lies in all of these."""
    waves: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        if is_of_a_wave(entry):
            waves.setdefault((entry.key, entry.member, entry.title), []).append(entry)
    return [_dated(entry, waves) for entry in entries]


def _dated(entry, waves):
    same = waves.get((entry.key, entry.member, entry.title), ())
    # A wave may have been given other dates since: then it is read as another.
    common = [row for row in same if row.start <= entry.end and entry.start <= row.end]
    if not common or not entry.end:
        return entry
    shortest = min(common, key=lambda row: (_days(row), row.start))
    return replace(entry, start=shortest.start, end=shortest.end, when=shortest.when)


def _days(entry):
    return date.fromisoformat(entry.end) - date.fromisoformat(entry.start)
