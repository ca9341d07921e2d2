"""What the recommendations rest on: where they cite paragraphs, none of substance is left out."""

import re

from reports.checks.reading import HEADING, ITEM, RECOMMENDATION, RUN_IN, shared
from reports.checks.rule import Severity, fault, rule
from reports.checks.structure.outline import Outline, bare, places_of
from reports.checks.structure.recommendations import WHOLE, is_asking, leads_of
from reports.checks.structure.typed_citations import PARAGRAPH as A_PARAGRAPH
from reports.checks.structure.typed_citations import cited

_NOTES_ALL = re.compile(
    r"\b(?:note|receive|consider|discuss|endorse)\s+(?:the\s+contents?\s+of\s+)?(?:this|the)\s+"
    r"(?:report|paper|update)\b",
    re.I,
)
_NOT_COVERED = re.compile(
    r"\b(?:introduction|background|purpose|summary|context|consultation|options?|analysis|"
    r"council\s+plan|implications?|risks?|conclusions?|recommend|contact|reasons?|priorities|"
    r"overview of (?:the )?(?:report|paper)|legal|financial|equalit|next\s+steps)",
    re.I,
)
_KINDS_NOT_COVERED = (
    *("options", "analysis", "council_plan", "implications", "risks", "recommendations", "purpose"),
)


@rule("paragraphs-uncovered", Severity.WARNING, "error 23")
def uncovered(reading, _known):
    """Where recommendations cite paragraphs, they cite every paragraph of substance."""
    queries = list(reading.recommendations())
    outline = shared(reading, Outline.of)
    if not queries or not outline.numbers:
        return
    ranges = [_ranges_of(line, reading, outline) for line in _with_items(reading)]
    citing = [item for item in ranges if item]
    if not citing or _asks_for_the_whole(queries, reading, outline):
        return
    covered = {number for rows in citing for row in rows for number in _between(outline, row)}
    left = [
        number
        for number in dict.fromkeys(outline.numbers)
        if number not in covered and _is_substance(outline.lines[number][0], reading)
    ]
    if left and len(covered) > 1:
        line = queries[0]
        says = f"No recommendation rests on {_ranges_text(left)}."
        yield fault(line, 0, says, "Widen what a recommendation cites, or add one.")


def _with_items(reading):
    """The recommendations and the points within them."""
    for line in reading.lines:
        if line.kind == RECOMMENDATION or (line.kind == ITEM and is_asking(line, reading)):
            yield line


def _ranges_of(line, reading, outline):
    """(first, last) of what a line cites, typed or live, as numbers of paragraphs."""
    rows = [
        (item.label.partition("(")[0], (item.to or item.label).partition("(")[0])
        for item in cited(line)
        if item.kind == A_PARAGRAPH and not item.elsewhere
    ]
    for cite in line.cites:
        rows += _live(line.text[cite.start : cite.end], reading.by_anchor.get(cite.to), outline)
    return rows


def _live(text, line, outline):
    """What a live citation covers: its paragraphs, or those of the section that it leads to."""
    if line is not None and line.kind == HEADING:
        result = next((heading for heading in outline.headings if heading.line is line), None)
        return [(result.first, result.last)] if result and result.numbers else []
    numbers = re.findall(r"\d+(?:\.\d+)*", text)
    return [(numbers[0], numbers[-1])] if numbers else []


def _asks_for_the_whole(query, reading, outline):
    """Whether a recommendation that cites nothing speaks of the whole paper."""
    if any(map(_NOTES_ALL.search, leads_of(reading, query))):
        return True
    return any(WHOLE.search(line.text) and not _ranges_of(line, reading, outline) for line in query)


def _between(outline, row):
    first, last = (places_of(bare(item)) for item in row)
    return [
        number
        for number in outline.numbers
        if first <= places_of(number)[: len(first)] and places_of(number)[: len(last)] <= last
    ]


def _is_substance(line, reading):
    part = reading.part_of(line)
    if part and part.kind in _KINDS_NOT_COVERED:
        return False
    own = line.text if line.kind == RUN_IN else ""
    titles = (*line.trail[-1:], own, part.title if part else "")
    return line.kind != RECOMMENDATION and not any(map(_NOT_COVERED.search, titles))


def _ranges_text(numbers):
    """`paragraphs 40 to 47 and 51` from their numbers."""
    runs = []
    for number in numbers:
        now = places_of(number)
        if runs and now == (*runs[-1][1][:-1], runs[-1][1][-1] + 1):
            runs[-1] = (runs[-1][0], now)
        else:
            runs.append((now, now))
    terms = [
        _dotted(first) if first == last else f"{_dotted(first)} to {_dotted(last)}"
        for first, last in runs
    ]
    joined = " and ".join(filter(None, (", ".join(terms[:-1]), terms[-1])))
    return f"paragraph{'' if len(numbers) == 1 else 's'} {joined}"


def _dotted(places):
    return ".".join(map(str, places))
