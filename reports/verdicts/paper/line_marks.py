"""What of a line is live: its figures, the dates that the paper names, its citations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reports.checks.reading import Cite, LiveDate, LiveFigure
from reports.documents.document import FIGURE, HIDDEN, LINK, NOTE, PLAIN, REFERENCE, TYPED, Run
from reports.documents.entries import STATED, Entry


def marks_of(runs: Sequence[Run], entries: Mapping[str, Entry]) -> tuple[str, dict]:
    """(the words of `runs` without marks of notes, the places of what is live in them as the
    fields of a `Line`); `entries` are the paper's figures by their number as text."""
    text, live, cites, named, sourced, sources, notes = "", [], [], [], [], [], []
    for run in runs:
        start, text = len(text), text + (run.text if run.kind != NOTE else "")
        if run.kind in (FIGURE, HIDDEN) and run.to in entries:
            live.append(LiveFigure(start, len(text), entries[run.to]))
        elif run.kind == NOTE:
            notes.append((start, run.to))
        elif run.kind == TYPED:
            sourced.append(start)
            sources.append((start, entries[run.to].source if run.to in entries else ""))
        elif run.kind == REFERENCE:
            cites.append(Cite(start, len(text), to=run.to))
        elif run.kind == LINK:
            cites.append(Cite(start, len(text), address=run.to))
        elif run.kind == PLAIN and run.to:
            named.append(LiveDate(start, len(text), run.to))
    marks = {"live": live, "cites": cites, "named": named, "sourced": sourced}
    marks |= {"sources": sources, "notes": notes}
    return text, {name: tuple(items) for name, items in marks.items()}


def stated_by_place(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Typed numbers by the anchors of the texts that print them."""
    stated = defaultdict(list)
    for entry in entries:
        for anchor in dict.fromkeys(entry.places) if entry.key == STATED else ():
            stated[anchor].append(entry)
    return dict(stated)


def sources_at(
    anchor: str, text: str, stated: Mapping[str, Iterable[Entry]]
) -> tuple[tuple[int, str], ...]:
    """(place, source) of what was typed with a source in a text that is kept without runs: a
    heading, a caption, the sentence of a chart."""
    rows = ((text.find(item.text), item.source) for item in stated.get(anchor, ()))
    return tuple(row for row in rows if row[0] >= 0)
