"""Typed citations of paragraphs, sections, tables and figures against what the paper has."""

import re

from assurance.runtime.digits import whole
from assurance.runtime.typography import with_capital
from reports.checks.reading import CAPTION, PARAGRAPH, RECOMMENDATION, shared
from reports.checks.rule import Severity, fault, rule
from reports.checks.structure import typed_citations as citing
from reports.checks.structure.outline import Outline
from reports.checks.structure.typed_citations import all_cited
from reports.prose.content import content

_LETTER = re.compile(r"\(([a-z]{1,4})\)|(?<=\d)([a-z])$")
_CAPTION = re.compile(r"\W*(?P<kind>table|figure|fig|chart)s?\.?\s*(?P<number>\d{1,2})\b", re.I)
_ITS_SECTION = re.compile(
    r"(?P<name>(?:[A-Z][\w’'&-]*|of|and|the|for|in|to)(?:\s+(?:[A-Z][\w’'&-]*|of|and|the|for|in|to)"
    r")*)\s+section\b[^.;]{0,40}?(?:in|at|under)\s+$"
)
_HERE = re.compile(r"\s+(?:above|below|of\s+this\s+(?:report|paper))\b", re.I)
_NAMED_BY = re.compile(r"[^.;:]*$")
_LONGEST_CAPTION = 200


@rule("citation-missing", Severity.ERROR, "C01")
def missing(reading, _known):
    """Every paragraph, section, table and figure that is cited is there."""
    outline = shared(reading, Outline.of)
    captions = _captions(reading)
    for line, item in shared(reading, all_cited):
        says = _wrong_paragraph(outline, item) if item.kind == citing.PARAGRAPH else ""
        if item.kind == citing.SECTION:
            says = _wrong_section(outline, item, line)
        if item.kind in (citing.TABLE, citing.FIGURE):
            says = _wrong_caption(captions, item)
        if item.kind == citing.RECOMMENDATION:
            says = _wrong_recommendation(reading, item)
        if says:
            sure = None if item.kind == citing.PARAGRAPH else Severity.WARNING
            yield fault(line, item, says, "Cite what is meant, or put it in.", severity=sure)


@rule("citation-means-other", Severity.WARNING, "error 23")
def other_things(reading, _known):
    """A citation leads to the subject of its sentence."""
    outline = shared(reading, Outline.of)
    for line, item in shared(reading, all_cited):
        if item.kind != citing.PARAGRAPH or not outline.has(item.label):
            continue
        says = _section_denied(outline, line, item) or _matter_denied(outline, line, item)
        if says:
            yield fault(line, item, says, "Cite the paragraphs that are meant.")


def _wrong_paragraph(outline, item):
    if not outline.numbers:
        return f"Paragraph {item.label} is cited, but no paragraph of the report has a number."
    if item.to and outline.has(item.label) and outline.has(item.to):
        if outline.is_backwards(item.label, item.to):
            return f"Paragraphs {item.label} to {item.to} are cited, but the range runs backwards."
        return ""
    for label in filter(None, (item.label, item.to)):
        number = _LETTER.sub("", label).strip()
        if not outline.has(number):
            return (
                f"Paragraph {label} is cited, but there is none: they run from "
                f"{outline.numbers[0]} to {outline.last}."
            )
        letters = [first or last for first, last in _LETTER.findall(label)]
        if letters and not outline.has_item(number, letters[0]):
            return f"Paragraph {label} is cited, but paragraph {number} has no ({letters[0]})."
    return ""


def _wrong_section(outline, item, line):
    label = item.label.partition("(")[0].strip().removesuffix(".0")
    here = _HERE.match(line.text, item.end) and label not in outline.numbers
    if here and not outline.sections:
        return f"Section {item.label} is cited, but no section of the report has a number."
    if not outline.sections or label in outline.sections:
        return ""
    if item.label in outline.numbers:
        return ""
    return f"Section {item.label} is cited, but no section of the report has that number."


def _wrong_caption(captions, item):
    known = captions.get(item.kind, set())
    if not known and not captions:
        return (
            f"{with_capital(item.kind)} {item.label} is cited, but the report has no {item.kind}s."
        )
    matches = {label for labels in captions.values() for label in labels}
    if item.label in known or (not known and item.label in matches):
        return ""
    return f"{with_capital(item.kind)} {item.label} is cited, but there is none of that number."


def _wrong_recommendation(reading, item):
    count = len({line.where for line in reading.recommendations()})
    number = whole(item.label)
    if number is None or not count or number <= count:
        return ""
    return f"Recommendation {item.label} is cited, but the report has {count}."


def _captions(reading):
    """Kind → numbers of the tables and figures that the paper has, or whose captions it has."""
    index = {}
    for grid in reading.grids:
        if match := _CAPTION.match(grid.label):
            index.setdefault(_kind(match), set()).add(match["number"])
    for line in reading.lines:
        is_caption = line.kind == CAPTION or len(line.text) < _LONGEST_CAPTION
        for text in (line.label, line.text) if is_caption else ():
            match = _CAPTION.match(text)
            if match and (line.kind == CAPTION or citing.TITLED.match(text, match.end())):
                index.setdefault(_kind(match), set()).add(match["number"])
    return index


def _kind(match):
    return citing.TABLE if match["kind"].casefold() == "table" else citing.FIGURE


def _section_denied(outline, line, item):
    """The sentence for a citation of fewer paragraphs than the section has that it stands for."""
    named = _ITS_SECTION.search(line.text[max(0, item.start - 120) : item.start])
    if not named:
        return ""
    section = outline.section_titled(named["name"])
    if section is None or (item.label, item.to or item.label) == (section.first, section.last):
        return ""
    if item.to and not outline.is_backwards(section.first, item.label):
        return ""
    run = section.first if section.first == section.last else f"{section.first} to {section.last}"
    text = f"{item.label} to {item.to}" if item.to else item.label
    return f"The section “{section.title}” is paragraph {run}, and the sentence cites {text}."


def _matter_denied(outline, line, item):
    """The sentence for a citation that another section or run-in heading is called by."""
    if line.kind not in (RECOMMENDATION, PARAGRAPH) or item.to:
        return ""
    before = line.text[line.sentence_at(item.start).start : item.start]
    text = content(_NAMED_BY.search(before)[0])
    if not text or text & outline.matter(item.label):
        return ""
    for heading in outline.headings:
        if len(heading.words) > 1 and heading.words <= text and item.label not in heading.numbers:
            return (
                f"Paragraph {item.label} does not cover it: “{heading.title}” is paragraph "
                f"{heading.first}."
            )
    return ""
