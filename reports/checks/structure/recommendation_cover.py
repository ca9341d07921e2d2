"""What the recommendations rest on: where they cite paragraphs, none of substance is left out."""

import re

from reports.checks.reading import HEADING, ITEM, RECOMMENDATION, RUN_IN, shared
from reports.checks.rule import Mend, Rule, Severity, fault
from reports.checks.structure.outline import Outline, bare, places_of
from reports.checks.structure.recommendations import WHOLE, is_asking, leads_of
from reports.checks.structure.typed_citations import PARAGRAPH as A_PARAGRAPH
from reports.checks.structure.typed_citations import cited

FAMILY = "structure"
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


def uncovered(reading, _known):
    """Numbered paragraphs that no recommendation cites, in a paper whose recommendations cite."""
    asked = list(reading.recommendations())
    outline = shared(reading, Outline.of)
    if not asked or not outline.numbers:
        return
    ranges = [_ranges_of(line, reading, outline) for line in _with_items(reading)]
    citing = [one for one in ranges if one]
    if not citing or _asks_for_the_whole(asked, reading, outline):
        return
    covered = {number for rows in citing for row in rows for number in _between(outline, row)}
    left = [
        number
        for number in dict.fromkeys(outline.numbers)
        if number not in covered and _is_substance(outline.lines[number][0], reading)
    ]
    if left and len(covered) > 1:
        line = asked[0]
        says = f"No recommendation rests on {_said(left)}."
        mend = Mend("Widen what a recommendation cites, or add one.", line.block)
        yield fault(line, 0, says, mend=mend)


def _with_items(reading):
    """The recommendations and the points within them."""
    for line in reading.lines:
        if line.kind == RECOMMENDATION or (line.kind == ITEM and is_asking(line, reading)):
            yield line


def _ranges_of(line, reading, outline):
    """(first, last) of what a line cites, typed or live, as numbers of paragraphs."""
    rows = [
        (one.label.partition("(")[0], (one.to or one.label).partition("(")[0])
        for one in cited(line)
        if one.kind == A_PARAGRAPH and not one.elsewhere
    ]
    for one in line.cites:
        rows += _live(line.text[one.start : one.end], reading.by_anchor.get(one.to), outline)
    return rows


def _live(words, line, outline):
    """What a live citation covers: its paragraphs, or those of the section that it leads to."""
    if line is not None and line.kind == HEADING:
        found = next((one for one in outline.headings if one.line is line), None)
        return [(found.first, found.last)] if found and found.numbers else []
    numbers = re.findall(r"\d+(?:\.\d+)*", words)
    return [(numbers[0], numbers[-1])] if numbers else []


def _asks_for_the_whole(asked, reading, outline):
    """Whether a recommendation that cites nothing speaks of the whole paper."""
    if any(map(_NOTES_ALL.search, leads_of(reading, asked))):
        return True
    return any(WHOLE.search(line.text) and not _ranges_of(line, reading, outline) for line in asked)


def _between(outline, row):
    first, last = (places_of(bare(one)) for one in row)
    return [
        one
        for one in outline.numbers
        if first <= places_of(one)[: len(first)] and places_of(one)[: len(last)] <= last
    ]


def _is_substance(line, reading):
    part = next((one for one in reading.parts if one.slug == line.part), None)
    if part and part.kind in _KINDS_NOT_COVERED:
        return False
    own = line.text if line.kind == RUN_IN else ""
    titles = (*line.trail[-1:], own, part.title if part else "")
    return line.kind != RECOMMENDATION and not any(map(_NOT_COVERED.search, titles))


def _said(numbers):
    """`paragraphs 40 to 47 and 51` from their numbers."""
    runs = []
    for one in numbers:
        now = places_of(one)
        if runs and now == (*runs[-1][1][:-1], runs[-1][1][-1] + 1):
            runs[-1] = (runs[-1][0], now)
        else:
            runs.append((now, now))
    words = [
        _dotted(first) if first == last else f"{_dotted(first)} to {_dotted(last)}"
        for first, last in runs
    ]
    joined = " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    return f"paragraph{'' if len(numbers) == 1 else 's'} {joined}"


def _dotted(places):
    return ".".join(map(str, places))


RULES = (
    Rule(
        "paragraphs-uncovered",
        FAMILY,
        Severity.WARNING,
        "Where recommendations cite paragraphs, they cite every paragraph of substance.",
        uncovered,
        "error 23",
    ),
)
