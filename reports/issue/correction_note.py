"""What a correction changes: the first wording of its note, made from the comparison of what was
printed with what would print now."""

from collections.abc import Iterator
from dataclasses import replace

from reports.documents.diff import Comparison, compare
from reports.documents.document import Document, text_of
from reports.papers.assembly import generated_parts

NOTHING = "Nothing that prints differs yet."


def proposed(before: Document, after: Document) -> str:
    """The note of what `after` changes of `before`, a sentence a line, for a clerk to word: the
    figures from what to what, then the places whose words differ."""
    result = compare(_without_approval(before), _without_approval(after))
    lines = [*_about(before, after), *_figures(result), *_places(result)]
    return "\n".join(lines) or NOTHING


def _without_approval(document):
    """Who approved a draft is not yet known, and is no correction."""
    rows = tuple(
        section for section in document.sections if section.anchor != generated_parts.APPROVAL
    )
    return replace(document, sections=rows)


def _about(before, after):
    """What differs in the title and in the facts under it."""
    values = {"Title": before.title, **_facts(before)}
    now = {"Title": after.title, **_facts(after)}
    for name, value in now.items():
        if name not in values:
            yield f"{name}: added, “{value}”."
        elif values[name] != value:
            yield f"{name}: “{values[name]}” is corrected to “{value}”."
    yield from (
        f"{name}: “{answer}”, taken out." for name, answer in values.items() if name not in now
    )


def _facts(document):
    return {row.name: text_of(row.lines) for row in document.head.rows}


def _figures(comparison: Comparison) -> Iterator[str]:
    for figure in comparison.figures:
        name = f"{figure.title}, {figure.when}"
        if not figure.before:
            yield f"{name}: added, {figure.after}."
        elif not figure.after:
            yield f"{name}: {figure.before}, taken out."
        else:
            yield f"{name}: {figure.before} is corrected to {figure.after}."


def _places(comparison: Comparison) -> Iterator[str]:
    entries = (
        ("Words changed", [line.where for line in comparison.lines if line.before and line.after]),
        ("Words added", [line.where for line in comparison.lines if not line.before]),
        ("Words taken out", [line.where for line in comparison.lines if not line.after]),
    )
    for what, places in entries:
        named = list(dict.fromkeys(filter(None, places)))
        if named:
            yield f"{what}: {', '.join(named)}."
