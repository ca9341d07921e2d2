"""What a correction changes: the first wording of its note, made from the comparison of what was
printed with what would print now."""

from collections.abc import Iterator
from dataclasses import replace

from reports.documents.diff import Comparison, compare
from reports.documents.document import Document, words
from reports.papers.assembly import generated_parts

NOTHING = "Nothing that prints differs yet."


def proposed(before: Document, after: Document) -> str:
    """The note of what `after` changes of `before`, a sentence a line, for a clerk to word: the
    figures from what to what, then the places whose words differ."""
    found = compare(_without_approval(before), _without_approval(after))
    lines = [*_about(before, after), *_figures(found), *_places(found)]
    return "\n".join(lines) or NOTHING


def _without_approval(document):
    """Who approved a draft is not yet known, and is no correction."""
    kept = tuple(one for one in document.sections if one.anchor != generated_parts.APPROVAL)
    return replace(document, sections=kept)


def _about(before, after):
    """What differs in the title and in the facts under it."""
    told = {"Title": before.title, **_facts(before)}
    now = {"Title": after.title, **_facts(after)}
    for name, said in now.items():
        if name not in told:
            yield f"{name}: added, “{said}”."
        elif told[name] != said:
            yield f"{name}: “{told[name]}” is corrected to “{said}”."
    yield from (f"{name}: “{said}”, taken out." for name, said in told.items() if name not in now)


def _facts(document):
    return {row.name: words(row.lines) for row in document.head.rows}


def _figures(found: Comparison) -> Iterator[str]:
    for one in found.figures:
        name = f"{one.title}, {one.when}"
        if not one.before:
            yield f"{name}: added, {one.after}."
        elif not one.after:
            yield f"{name}: {one.before}, taken out."
        else:
            yield f"{name}: {one.before} is corrected to {one.after}."


def _places(found: Comparison) -> Iterator[str]:
    told = (
        ("Words changed", [one.where for one in found.lines if one.before and one.after]),
        ("Words added", [one.where for one in found.lines if not one.before]),
        ("Words taken out", [one.where for one in found.lines if not one.after]),
    )
    for what, places in told:
        named = list(dict.fromkeys(filter(None, places)))
        if named:
            yield f"{what}: {', '.join(named)}."
