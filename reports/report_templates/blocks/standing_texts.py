"""Blocks of a report as standing texts of its template: what can be one, and what each means."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from assurance.figures.registry import FIGURES
from assurance.runtime.periods import say_day
from reports.language.block_data import HEADLINES
from reports.language.grammar import DATE_NAME, TOKEN
from reports.language.standing_blocks import KINDS
from reports.language.tokens import Reference, StatedNumber
from reports.papers.assembly.questions import is_counted
from reports.papers.assembly.tables import tokens_of
from reports.papers.manuscript import BlockText, Manuscript
from reports.papers.typed_numbers import is_stated

NO_KIND = "An annex or a note belongs to one report: it cannot be in the template."
TYPED = "It has numbers that were typed for this report: make them live figures first."
CITES = "It cites a place of this report, which another report does not have: write it without."
NO_PART = "The template no longer has this part: move it to another part first."
_NAMED = re.compile(rf"(?:@|date:|'(?:when|within)': ')({DATE_NAME})")
RETIRED = "A figure in it is no longer counted: change the text, or take it out."
EMPTY = "There is nothing in it yet: write it first."


def with_inside(manuscript: Manuscript, slug: str) -> list[BlockText]:
    """The block `slug` and all that stands in it, each behind what it stands in."""
    rows = [manuscript.block(slug)]
    for row in rows:
        rows += [block for block in manuscript.blocks if block.parent == row.slug]
    return [block for block in manuscript.blocks if block in rows]


def why_not_keep(rows: Sequence[BlockText], spec: Mapping) -> str:
    """Why the blocks `rows` cannot be standing texts of the template, or nothing."""
    if rows[0].part not in {part["slug"] for part in spec["parts"]}:
        return NO_PART
    if any(row.kind not in KINDS for row in rows):
        return NO_KIND
    if not any(row.heading or row.text or row.data for row in rows):
        return EMPTY
    for row in rows:
        tokens = tokens_of(row)
        if is_stated(row) or any(isinstance(token, StatedNumber) for token in tokens):
            return TYPED
        if any(isinstance(token, Reference) for token in tokens):
            return CITES
    return ""


def with_blocks(spec: Mapping, rows: Sequence[BlockText], days: Mapping, dates: Mapping) -> dict:
    """The template with the blocks `rows` in their part, each in place of one of its name, for the
    `days`; and with those of the `dates` (name → label) that they name."""
    texts = {row.slug: {**_plain(row, rows), **days} for row in rows}
    others = [
        part if part["slug"] == rows[0].part else _without(part, set(texts))
        for part in spec["parts"]
    ]
    parts = [_with(part, texts) if part["slug"] == rows[0].part else part for part in others]
    known = {name: dates[name] for name in _names(rows) if name in dates}
    return {**spec, "parts": parts, "dates": {**known, **spec.get("dates", {})}}


def without_blocks(spec: Mapping, slugs: Collection[str]) -> dict:
    """The template without the standing blocks `slugs`; what was in one stands by itself."""
    return {**spec, "parts": [_without(part, slugs) for part in spec["parts"]]}


def dates_in(spec: Mapping) -> set[str]:
    """The names of the dates that the standing blocks of a template name."""
    written = str([part.get("blocks", ()) for part in spec["parts"]])
    return set(_NAMED.findall(written))


def why_not_counted(row: Mapping) -> str:
    """Why a live figure of a standing block prints nothing any more, or nothing."""
    texts = (row.get(name, "") for name in ("heading", "text"))
    block = BlockText(row["slug"], "", row["kind"], "", *texts, row.get("data", {}))
    return "" if all(is_counted(token, FIGURES) for token in tokens_of(block)) else RETIRED


def blocks_in(spec: Mapping) -> list[Mapping]:
    """Every standing block of a template, in order."""
    return [row for part in spec["parts"] for row in part.get("blocks", ())]


def block_of(spec: Mapping, slug: str) -> Mapping | None:
    """The standing block `slug`, or None."""
    return next((row for row in blocks_in(spec) if row["slug"] == slug), None)


def pieces(row: Mapping, live: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """The text of a standing block in pieces: (a text, whether it is what a live value means);
    `live` gives the meaning of each token."""
    return pieces_of(_written(row), live)


def pieces_of(written: str, live: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """A text in pieces: (a text, whether it is what a live value means)."""
    end = 0
    for match in TOKEN.finditer(written):
        yield written[end : match.start()], False
        yield live.get(match[0], "live value"), True
        end = match.end()
    yield written[end:], False


def days_text(row: Mapping) -> str:
    """From when and until when a standing block is for, in words; empty for ever."""
    days = [("from", row.get("from_date")), ("until", row.get("to_date"))]
    return " ".join(f"{word} {say_day(date.fromisoformat(day))}" for word, day in days if day)


def _written(row):
    """What is shown of a standing block: its text, its caption, or its headline figures."""
    data = row.get("data", {})
    written = ": ".join(filter(None, (row.get("heading"), row.get("text"))))
    headlines = (
        ": ".join(filter(None, (item.get("label"), item["figure"])))
        for item in data.get(HEADLINES, ())
    )
    return written or data.get("caption", "") or "; ".join(headlines)


def _with(part, texts):
    """`part` with the standing blocks `texts` (slug → block), each in place of that of its name."""
    current = part.get("blocks", [])
    new = [block for slug, block in texts.items() if slug not in {row["slug"] for row in current}]
    # Who writes a section stands in the template alone.
    remaining = [
        {**texts[row["slug"]], **({"writer": row["writer"]} if "writer" in row else {})}
        if row["slug"] in texts
        else row
        for row in current
    ]
    return {**part, "blocks": [*remaining, *new]}


def _without(part, slugs):
    rows = [row for row in part.get("blocks", []) if row["slug"] not in slugs]
    rows = [{**row, "parent": ""} if row.get("parent") in slugs else row for row in rows]
    return {**part, "blocks": rows} if "blocks" in part else part


def _plain(row, rows):
    parents = {item.slug for item in rows}
    fields = {"slug": row.slug, "kind": row.kind, "heading": row.heading, "text": row.text}
    fields |= {"parent": row.parent if row.parent in parents else "", "data": dict(row.data)}
    return {name: value for name, value in fields.items() if value}


def _names(rows):
    """The names of the dates that `rows` name."""
    written = " ".join(str((row.heading, row.text, row.data)) for row in rows)
    return list(dict.fromkeys(_NAMED.findall(written)))
