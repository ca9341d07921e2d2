"""What the page of a block shows beside its form: figures and things to cite."""

from dataclasses import replace
from urllib.parse import urlencode

from assurance.figures.registry import FIGURES
from reports.editor.figure_catalogue import offered, offered_as_rows, promises
from reports.editor.forms.tables import FORMS_BY_KIND
from reports.editor.outline import excerpt
from reports.papers.assembly.tokens import why_no_figure
from reports.papers.language.text import quotes, tidy
from reports.papers.language.tokens import Compare, Quote
from reports.papers.manuscript import BlockText, Manuscript

IN_ROWS = ("table", "chart")
# What is shown even while a sentence of it cannot be read yet.
PROSE = ("paragraph", "recommendation", "annex", "list", "note")
IN_SENTENCES = (*PROSE, "cells", "chart")
NEW = "new-block"
CITED = {
    "paragraph": "para",
    "section": "section",
    "annex": "annex",
    "table": "table",
    "chart": "chart",
    "recommendation": "rec",
}
# What the lists of these are called.
CITED_LISTS = {
    "paragraph": "Paragraphs",
    "section": "Sections",
    "annex": "Annexes",
    "table": "Tables",
    "chart": "Charts",
    "recommendation": "Recommendations",
}


def aids(manuscript: Manuscript, kind: str, *, place=None, row=None) -> dict:
    """The context of `editor/editor.html` for the row `row`, or a new block at `place`."""
    return {
        "template": "editor/editor.html",
        "kind": kind,
        "row": row,
        "place": None if row else place,
        "beside": _place_query(place, row),
        "names": sorted(manuscript.names.items()),
        "groups": offered(manuscript) if kind in IN_SENTENCES else (),
        "sentences_in": {"chart": "id_finding", "cells": "id_rows"}.get(kind, "id_text"),
        "row_groups": offered_as_rows(manuscript) if kind in IN_ROWS else (),
        "citable": _citable(manuscript) if kind in IN_SENTENCES else (),
        "promises": promises(manuscript) if kind in IN_SENTENCES else (),
        "rows_here": kind == "cells",
    }


def _place_query(place, row):
    """Where a table or chart made meanwhile goes, as an address says it."""
    if row:
        return urlencode({"after": row.slug})
    if place and place.after:
        return urlencode({"after": place.after.slug})
    return urlencode({"part": place.part if place else ""})


def is_right(form) -> bool:
    """Whether `form` is valid and quotes known figures; others get a sentence at their field."""
    if not form.is_valid():
        return False
    for name, value in list(form.cleaned_data.items()):
        for sentence in _unknown(value):
            form.add_error(name, sentence)
    return not form.errors


def as_typed(posted, manuscript: Manuscript, kind: str):
    """(manuscript with a place for the block, block as typed or None, sentences that say why)."""
    old = {block.slug: block for block in manuscript.blocks}.get(posted.get("block", ""))
    if kind in PROSE:
        text, sentences = _prose(posted), []
    else:
        form = FORMS_BY_KIND[kind](posted)
        sentences = [error for errors in form.errors.values() for error in errors]
        text = form.words() if form.is_valid() else None
    if text is None:
        return manuscript, None, sentences
    saved = "table" if kind == "cells" else kind
    if old:
        return manuscript, BlockText(old.slug, old.part, old.kind, old.parent, **text), sentences
    # What it stood in may have been removed while it was being written.
    parent = posted.get("parent", "")
    parent = parent if any(block.slug == parent for block in manuscript.blocks) else ""
    new = BlockText(NEW, posted.get("part", ""), saved, parent, **text)
    return _placed(manuscript, new, posted.get("after") or parent), new, sentences


def _unknown(value):
    """A sentence for each figure in a cleaned value that nothing declares: a text, or lines."""
    if isinstance(value, str):
        return [
            why_no_figure(quote, FIGURES)
            for quote in quotes(value)
            if isinstance(quote, Quote | Compare) and quote.key not in FIGURES
        ]
    if isinstance(value, list):
        rows = [item for item in value if isinstance(item, list)]
        matches = [sentence for row in rows for cell in row for sentence in _unknown(cell)]
        named = [item["quote"] for item in value if isinstance(item, dict) and "quote" in item]
        return matches + [sentence for item in named for sentence in _unknown(f"[[{item}]]")]
    return []


def _prose(posted):
    labels = {name: tidy(posted.get(name, "")) for name in ("heading", "text")}
    return {**labels, "data": {"reason": tidy(posted.get("reason", ""))}}


def _placed(manuscript, new, after):
    """The manuscript with `new` behind the block `after`, or first in its part."""
    slugs = [block.slug for block in manuscript.blocks]
    parts = [block.part for block in manuscript.blocks]
    if after in slugs:
        place = slugs.index(after) + 1
    else:
        place = parts.index(new.part) if new.part in parts else len(slugs)
    blocks = (*manuscript.blocks[:place], new, *manuscript.blocks[place:])
    return replace(manuscript, blocks=blocks)


def _citable(manuscript):
    """(kind in words, its blocks as lines of a list) of everything that can be cited."""
    groups = {}
    for block in manuscript.blocks:
        if block.kind in CITED:
            label = manuscript.numbering.of(block.slug).label
            groups.setdefault(CITED_LISTS[block.kind], []).append(
                {
                    "token": f"[[{CITED[block.kind]}:{block.slug}]]",
                    "value": label,
                    "title": excerpt(block),
                }
            )
    return list(groups.items())
