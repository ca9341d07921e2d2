"""A paper as one JSON file, both ways: `docs/paper-format.md` describes it."""

from collections.abc import Mapping
from datetime import date

from assurance.runtime.periods import When, say_day
from reports.editions.snapshot import assembled
from reports.language.block_data import HEADLINES
from reports.language.file_format import FORMAT, normalise
from reports.language.grammar import TOKEN
from reports.language.rules.sources import NumberSource
from reports.language.tokens import StatedNumber, quotes_in, read_token
from reports.papers import typed_numbers
from reports.papers.assembly import tables
from reports.papers.looks import waiting
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.prose import abbreviations


def exported(paper: Paper) -> dict:
    """The paper file of `paper`, with each figure's words, base, dates and definition of today."""
    manuscript = read(paper)
    return {**_written(manuscript), "figures": _figures(manuscript)}


def unlinked(plain: Mapping, council_slug: str) -> dict:
    """The paper file as `council_slug` may take it: in another council figures become *stated*
    numbers.

    Each is stated with the words that its own council said and that council as the source, until
    somebody links it to a record again. A figure whose words the file does not hold is left as it
    is, a fault to mend.
    """
    normal = normalise(plain)
    if normal.get("council", "") in ("", council_slug):
        return normal
    fields = {row["token"]: row["value"] for row in plain.get("figures", ()) if _tells_words(row)}
    source = _source_of(normal)
    about = (row for row in plain.get("figures", ()) if _has_title(row))
    titles = {row.get("token"): row["definition"]["title"] for row in about}
    blocks = (_labelled(block, titles) for block in normal["blocks"])
    spelt = {**normal, "blocks": [_spelt_out(block) for block in blocks]}
    return _with_text(
        spelt, lambda text: TOKEN.sub(lambda raw: _stated(raw[0], fields, source), text)
    )


def _source_of(plain):
    day = date.fromisoformat(plain["paper_date"] or plain["period"]["end"])
    return f"“{plain['title']}” of {plain['council']}, {say_day(day)}"


def sources(plain: Mapping) -> list[NumberSource]:
    """The sources of the typed numbers of a normalised paper file."""
    return [
        NumberSource(slug, row["kind"], row["words"], date.fromisoformat(row["date"]))
        for slug, row in plain.get("sources", {}).items()
    ]


def names(plain: Mapping) -> dict[str, When]:
    """The named days and periods of a normalised paper file."""
    return {name: _when(days) for name, days in plain["dates"].items()}


def _when(days):
    first, last = (date.fromisoformat(days[end]) for end in ("start", "end"))
    return When(first, last, days["label"])


def _written(manuscript: Manuscript):
    paper = manuscript.paper
    meeting = paper.meeting
    plain = {
        "format": FORMAT,
        "council": paper.council.slug,
        "template": manuscript.template.slug,
        "series": {"slug": paper.series.slug, "title": paper.series.title},
        "slug": paper.slug,
        "title": paper.title,
        "committee": {"slug": paper.series.committee.slug, "title": paper.series.committee.title},
        "meeting": meeting and {"date": meeting.date.isoformat(), "title": meeting.title},
        "paper_date": paper.paper_date and paper.paper_date.isoformat(),
        "period": _days(manuscript.period),
        "dates": {
            name: {**_days(when), "label": when.label} for name, when in manuscript.names.items()
        },
        "parts": manuscript.parts,
        "abbreviations": [
            {"short": short, "long": long} for short, long in _used_abbreviations(manuscript)
        ],
        "carried_from": paper.carried_from,
        "blocks": _blocks(manuscript),
        "commitments": _commitments(manuscript),
        "sources": {
            slug: {"kind": item.kind, "words": item.words, "date": item.date.isoformat()}
            for slug, item in manuscript.sources.items()
        },
    }
    return normalise(plain)


def _used_abbreviations(manuscript):
    """Those of the council's glossary whose short form stands in a block's words."""
    text = "\n".join(f"{block.heading}\n{block.text}" for block in manuscript.blocks)
    listed = [abbreviations.Abbreviation(*pair) for pair in manuscript.glossary.items()]
    return [
        (abbreviation.short, abbreviation.long) for abbreviation in abbreviations.used(listed, text)
    ]


def _days(when):
    return {"start": when.start.isoformat(), "end": when.end.isoformat()}


def _blocks(manuscript):
    rows = manuscript.paper.blocks.exclude(carried_from="")
    carried, left = dict(rows.values_list("slug", "carried_from")), waiting(manuscript)
    return [
        {
            **_block(block),
            "carried": {"from": carried[block.slug], "confirmed": block.slug not in left}
            if block.slug in carried
            else None,
        }
        for block in manuscript.blocks
    ]


def _block(block):
    names = ("slug", "part", "kind", "parent", "heading", "text", "data")
    return {name: getattr(block, name) for name in names}


def _commitments(manuscript):
    current = {block.slug for block in manuscript.blocks}
    return [
        {
            **{name: getattr(commitment, name) for name in ("sentence", "what", "who", "due_to")},
            "block": commitment.block if commitment.block in current else "",
            "due_on": commitment.due_on and commitment.due_on.isoformat(),
        }
        for commitment in Commitment.objects.made_in(manuscript.paper)
    ]


def _figures(manuscript):
    made = assembled(manuscript)
    entries = {
        _identity(figure, figure.start, figure.end): figure for figure in made.document.figures
    }
    rows = []
    for token, (text, value) in made.told.items():
        when = _days(value.when)
        entry = entries[_identity(value, when["start"], when["end"])]
        rows.append(
            {
                "token": token,
                "key": value.key,
                "member": value.member,
                "cohort": value.cohort,
                "when": when,
                "value": text,
                "base": entry.base,
                "definition": {
                    name: getattr(entry, name)
                    for name in ("title", "counts", "out_of", "rule", "citation", "source")
                },
            }
        )
    return rows


def _identity(item, start, end):
    return (item.key, item.member, start, end, item.cohort)


def _tells_words(row):
    """Whether a row of a file's figures says, in words that can be stated, what a token said."""
    if not isinstance(row, Mapping) or not isinstance(row.get("token"), str):
        return False
    value = row.get("value")
    if not isinstance(value, str) or set(value) & set("[]:"):
        return False
    return isinstance(read_token(f"[[stated {value}: it]]"), StatedNumber)


def _has_title(row):
    about = row.get("definition") if isinstance(row, Mapping) else None
    return isinstance(about, Mapping) and isinstance(about.get("title"), str)


def _labelled(block, titles):
    """Headline figures, each with its label: a typed number is called what its figure was."""
    rows = block["data"].get(HEADLINES)
    if rows is None:
        return block
    named = [{**row, "label": row.get("label") or titles.get(row["figure"], "")} for row in rows]
    return {**block, "data": {**block["data"], HEADLINES: named}}


def _spelt_out(block):
    """A grid, or chart, which may hold no typed number, as a table of cells that are tokens."""
    grid = block["data"].get("grid")
    if grid is None:
        return block
    across, down = tables.printed_grid(grid)
    columns = [{"label": ""}, *({"label": label, "numeric": True} for label in across)]
    rows = [[label, *(quote.raw for quote in quotes)] for label, quotes in down]
    cells = {"columns": columns, "rows": rows, "total_row": tables.has_total_row(grid)}
    index = {
        name: value for name, value in block["data"].items() if name not in ("grid", "finding")
    }
    return {**block, "kind": "table", "data": {**index, "cells": cells}}


def _stated(raw, value, source):
    if raw not in value or not quotes_in(read_token(raw)):
        return raw
    return typed_numbers.stated(value[raw], source)


def _with_text(value, change):
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {name: _with_text(item, change) for name, item in value.items()}
    if isinstance(value, list):
        return [_with_text(item, change) for item in value]
    return value
