"""The paper file: one JSON object that holds a whole paper, checked with a sentence per fault.

`docs/paper-format.md` describes it in words and `docs/paper-format.schema.json` as a JSON Schema.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from assurance.runtime.typography import typographic
from reports.language import structure
from reports.language.block_data import saved_words
from reports.language.grammar import DATE_NAME, SLUG, Problem
from reports.language.rules import due_dates, sources
from reports.language.shapes import (
    Entry,
    a_list,
    a_map,
    an_object,
    any_text,
    anything,
    day,
    days,
    maybe,
    named_days,
    one_of,
    or_empty,
    slug,
    title,
    truth,
)
from reports.language.template import WRITTEN_ROWS, Template
from reports.language.text import tidy

# What is written, and what is read: version 1 had no labels of dates and no sources.
FORMAT = "candour-paper/2"
READ = ("candour-paper/1", FORMAT)


def problems(plain: object, template: Template | None = None) -> list[Problem]:
    """Every fault of the paper file `plain`, each with its place; none where it can be imported.

    Its meaning (citations, parts, dates) is looked at only once its shape is right; parts and
    citations only with the `template` that it names.
    """
    if not isinstance(plain, Mapping):
        return [Problem("A report file is one object in braces.")]
    if plain.get("format") not in READ:
        sentence = (
            f"The format is “{plain.get('format')}”: this program reads {' and '.join(READ)}."
        )
        return [Problem(sentence)]
    if matches := list(an_object(_PAPER)(plain, "")):
        return matches
    return [
        *_twice(plain),
        *_parts(plain, template),
        *_commitments(plain),
        *_sources(plain),
        *structure.problems(
            [_block(block) for block in plain["blocks"]], plain.get("dates", {}), template
        ),
    ]


def normalise(plain: Mapping) -> dict:
    """`plain`, which has no problems, with every entry in its place and its text tidied.

    Export writes this form, so a file that is imported and exported again comes back the same.
    Figures are written by export only and are left out.
    """
    council = plain.get("council")
    return {
        "format": FORMAT,
        **({"council": council} if council else {}),
        "template": plain["template"],
        "series": _pick(plain["series"], "slug", "title"),
        "slug": plain["slug"],
        **({"carried_from": plain["carried_from"]} if plain.get("carried_from") else {}),
        "title": typographic(plain["title"]),
        "committee": _pick(plain["committee"], "slug", "title"),
        "meeting": _meeting(plain.get("meeting")),
        "paper_date": plain.get("paper_date"),
        "period": _pick(plain["period"], "start", "end"),
        "dates": {
            name: {**_pick(days, "start", "end"), "label": days.get("label", "")}
            for name, days in _sorted(plain, "dates")
        },
        "parts": saved_parts(dict(_sorted(plain, "parts"))),
        "abbreviations": [
            {"short": row["short"], "long": typographic(row["long"])}
            for row in sorted(
                plain.get("abbreviations", ()), key=lambda row: row["short"].casefold()
            )
        ],
        "blocks": [_block(block) for block in plain["blocks"]],
        **_promised(plain),
        **_named_sources(plain),
    }


def saved_parts(parts: Mapping) -> dict:
    """What was written in each part of a paper, as print has it: no name of a post changes."""
    return {slug: {name: _prose(name, row[name]) for name in row} for slug, row in parts.items()}


def _prose(name, value):
    if name not in ("text", "papers", *WRITTEN_ROWS):
        return value
    return [typographic(line) for line in value] if isinstance(value, list) else typographic(value)


def _promised(plain):
    rows = plain.get("commitments", ())
    entries = [{name: row.get(name) or empty for name, empty in _PROMISED.items()} for row in rows]
    return {"commitments": entries} if entries else {}


def _named_sources(plain):
    rows = {
        slug: {**_pick(row, *_SOURCE), "words": typographic(row["words"])}
        for slug, row in _sorted(plain, "sources")
    }
    return {"sources": rows} if rows else {}


def _pick(row, *names):
    return {name: row[name] for name in names}


def _sorted(plain, name):
    return sorted(plain.get(name, {}).items())


def _meeting(row):
    return row and {"date": row["date"], "title": row.get("title", "")}


def _block(block):
    carried = block.get("carried")
    return {
        "slug": block["slug"],
        "part": block["part"],
        "kind": block["kind"],
        "parent": block.get("parent", ""),
        **saved_words(
            {
                "heading": block.get("heading", ""),
                "text": tidy(block.get("text", "")),
                "data": block.get("data", {}),
            }
        ),
        **({"carried": _pick(carried, "from", "confirmed")} if carried else {}),
    }


def _commitments(plain):
    slugs = {"", *(block["slug"] for block in plain["blocks"])}
    counts = Counter(row.get("sentence") for row in plain.get("commitments", ()))
    for place, row in enumerate(plain.get("commitments", ()), 1):
        where = f"commitments, {place}"
        if row.get("block", "") not in slugs:
            yield Problem(f"It names a block “{row['block']}” that the report has not.", where)
        if not row["what"].strip():
            yield Problem("It has no commitment.", where)
        if row.get("sentence") and counts[row["sentence"]] > 1:
            yield Problem("Another commitment has the same sentence.", where)
        record = row.get("due_on")
        day_of = record and date.fromisoformat(record)
        if wrong := due_dates.why_not_due(row.get("due_to", due_dates.DAY), day_of):
            yield Problem(f"{wrong}.", where)


def _sources(plain):
    for name, row in plain.get("sources", {}).items():
        if wrong := sources.why_not_words(row["words"], ()):
            yield Problem(wrong, f"sources, {name}")


def _twice(plain):
    counts = Counter(row["short"] for row in plain.get("abbreviations", ()))
    for short, count in counts.items():
        if count > 1:
            yield Problem(f"“{short}” is listed {count} times.", "abbreviations")


def _parts(plain, template):
    for name in plain.get("parts", {}):
        if template and template.part(name) is None:
            yield Problem(f"The template “{template.slug}” has no part “{name}”.", f"parts, {name}")


_NAMED = an_object({"slug": Entry(slug), "title": Entry(title)})
_MEETING = an_object({"date": Entry(day), "title": maybe(any_text)})
_FREE = an_object({}, strict=False)
_PART = {
    "text": maybe(any_text),
    "papers": maybe(a_list(any_text)),
    "author": maybe(slug),
    "chief_officer": maybe(slug),
    **dict.fromkeys(WRITTEN_ROWS, maybe(any_text)),
}
_BLOCK = {
    "slug": Entry(slug),
    "part": Entry(slug),
    "kind": Entry(one_of(structure.KINDS, "kind of block")),
    "parent": maybe(or_empty(slug, "")),
    "heading": maybe(any_text),
    "text": maybe(any_text),
    "data": maybe(_FREE),
    "carried": maybe(or_empty(an_object({"from": Entry(slug), "confirmed": Entry(truth)}), None)),
}
_PROMISED = {
    "block": "",
    "sentence": "",
    "what": "",
    "who": "",
    "due_to": due_dates.DAY,
    "due_on": None,
}
_COMMITMENT = {
    "block": maybe(or_empty(slug, "")),
    "sentence": maybe(any_text),
    "what": Entry(any_text),
    "who": maybe(any_text),
    "due_to": maybe(one_of([name for name, _ in due_dates.CHOICES], "way of falling due")),
    "due_on": maybe(or_empty(day, None)),
}
_SOURCE = {
    "kind": Entry(one_of([name for name, _ in sources.KINDS], "kind of source")),
    "words": Entry(title),
    "date": Entry(day),
}
_PAPER = {
    "format": Entry(any_text),
    "council": maybe(or_empty(slug, "")),
    "template": Entry(slug),
    "series": Entry(_NAMED),
    "slug": Entry(slug),
    "carried_from": maybe(or_empty(slug, "")),
    "title": Entry(title),
    "committee": Entry(_NAMED),
    "meeting": maybe(or_empty(_MEETING, None)),
    "paper_date": maybe(or_empty(day, None)),
    "period": Entry(days),
    "dates": maybe(a_map(DATE_NAME, named_days)),
    "parts": maybe(a_map(SLUG, an_object(_PART, strict=False))),
    "abbreviations": maybe(a_list(an_object({"short": Entry(title), "long": Entry(title)}))),
    "blocks": Entry(a_list(an_object(_BLOCK))),
    "commitments": maybe(a_list(an_object(_COMMITMENT))),
    "sources": maybe(a_map(SLUG, an_object(_SOURCE))),
    "figures": maybe(a_list(anything)),
}
