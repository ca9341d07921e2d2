"""Citations as typed (paragraphs 3-38, Annex B1 & B2, Fig. 2), none of other documents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.reading import CAPTION, FACT, HEADING, NOTE, Line, Reading
from reports.prose.patterns import SentencePattern

PARAGRAPH, SECTION, ANNEX, TABLE, FIGURE = "paragraph", "section", "annex", "table", "figure"
RECOMMENDATION = "recommendation"
_NUMBER = r"\d{1,3}(?:\.\d{1,3})*(?:\s?\((?:[a-z]{1,4})\))*[a-z]?(?![\w%]|,\d{3})"
_LABEL = r"(?:[A-Z]{1,2}\d{0,2}|\d{1,2}|[IVX]{1,4})(?![\w’'])"
_JOINT = r"\s*(?:,\s*(?:and\s+)?|&|and\b|to\b|–|—|-)\s*"
_KINDS = (
    (PARAGRAPH, r"paragraphs?|paras?\.?", _NUMBER),
    (SECTION, r"sections?", r"\d{1,2}(?:\.\d{1,2})*(?:\s?\([a-z]{1,3}\))?(?![\w%]|,\d{3})"),
    (ANNEX, r"annex(?:es|e)?|appendix|appendices", _LABEL),
    (TABLE, r"tables?", r"\d{1,2}(?![\w%]|,\d{3})"),
    (FIGURE, r"figures?|figs?\.?|charts?", r"\d{1,2}(?![\w%]|,\d{3})"),
    (RECOMMENDATION, r"recommendations?", r"(?:\d{1,2}|[ivx]{1,5})(?![\w%]|,\d{3})"),
)
_CITED = SentencePattern(
    "|".join(
        rf"\b(?P<{kind}>(?i:{text}))\s+(?P<{kind}_labels>{item}(?:{_JOINT}{item})*)"
        for kind, text, item in _KINDS
    )
)
_MEMBER = re.compile(rf"(?P<joint>{_JOINT})?(?P<label>[A-Za-z\d][\w.]*(?:\s?\([a-z]{{1,4}}\))*)")
_RANGE = re.compile(r"\s*(?:to\b|–|—|-)\s*")
# What makes it another document's: `of the Act`, `in Ofsted's report`, `to the framework`.
_ELSEWHERE = re.compile(
    r"\)?,?\s+(?:of|in|to|from|within|under)\s+(?!(?:this|the\s+(?:present|current))\s+"
    r"(?:report|paper|document)\b)(?:the|its|their|that|his|her|our|each|an?|[A-Z])"
)
_THE_PAPER = re.compile(
    r"\)?,?\s+(?:of|in|to|from|within)\s+(?:the|our)\s+(?:main\s+)?(?:report|paper)\s+(?:above|below)"
)
_LAW = re.compile(
    r"\b(?:Acts?|Regulations?|Schedule|Order|[Gg]uidance|[Ff]ramework|[Cc]onstitution|[Cc]ode|"
    r"[Ss]tatut\w+|Directions?|Convention|Working Together|[Pp]rotocol|[Pp]olicy|Handbook|"
    r"Ofsted[’']s|Procedures?)\b[^.;]{0,40}$"
)
_PROPER = re.compile(
    r"(?:\b(?:known|referred\s+to|described|called)(?:\s+as)?\s+(?:the\s+)?$)|(?:\b[A-Z]\w+|\bauthorit(?:y|ies)|\binspectors?)[’']s?\s+$"
    r"|\b(?:its|their)\s+$"
)
# “The spring figure 94.0%” gives a value.
_SOME_FIGURE = re.compile(r"\b(?:the|our|its|their|that|this|last)\s+(?:[a-z’-]+\s+){1,3}$")
_OF_SHARE = re.compile(r"(?:\.\d+)?\s?(?:%|per\s?cent\b)")
# What follows the label of a caption, and not a citation at the head of a sentence.
TITLED = re.compile(r"\s*(?:$|[:.–—-]|[A-Z(“])")
_SECTIONS_OF_LAW = re.compile(r"(?:11|17|20|22|23|31|38|44|46|47|117|151|251)(?!\d)")
_LAWFUL = re.compile(
    r"\s*(?:enquir|inquir|agreement|assessment|investigation|plan|report|strategy|officer|notice|"
    r"order|referral|arrangement|placement|grant|audit|funding)",
    re.I,
)


@dataclass(frozen=True)
class CitedLabel:
    """One label that a line cites, or a range where `to` is set. `phrase` is the whole citation's
    place in the line; `elsewhere` says that it is another document's."""

    kind: str
    label: str
    to: str
    start: int
    end: int
    elsewhere: bool


def cited(line: Line) -> Iterator[CitedLabel]:
    """What `line` cites in typed words, in order; live citations are left out."""
    if line.kind in (FACT,):
        return
    for match in _CITED.finditer(line.text):
        live = any(cite.start < match.end() and match.start() < cite.end for cite in line.cites)
        if live or _is_its_own_caption(line, match) or _is_a_number(line, match):
            continue
        kind = match.lastgroup.removesuffix("_labels")
        away = _is_elsewhere(line, match, kind)
        for first, last in members(match[f"{kind}_labels"]):
            yield CitedLabel(kind, first, last, match.start(), match.end(), away)


def members(labels: str) -> list[tuple[str, str]]:
    """(first, last) of every member of a row of labels (`3-38, 22`); last is empty for one."""
    matches = []
    for match in _MEMBER.finditer(labels):
        joint, label = match["joint"] or "", match["label"]
        if matches and _RANGE.fullmatch(joint) and not matches[-1][1]:
            matches[-1] = (matches[-1][0], label)
        else:
            matches.append((label, ""))
    return matches


def all_cited(reading: Reading) -> list[tuple[Line, CitedLabel]]:
    """Every typed citation of the paper's own things, with its line, headings and annexes left
    out. What is once said to be another document's is so everywhere."""
    rows = [
        (line, item)
        for line in reading.lines
        if line.kind not in (HEADING, NOTE) and not line.annex
        for item in cited(line)
    ]
    away = {
        (item.kind, _base(item.label)) for _, item in rows if item.elsewhere and item.kind == ANNEX
    }
    return [
        (line, item)
        for line, item in rows
        if not item.elsewhere and (item.kind, _base(item.label)) not in away
    ]


def _base(label):
    return re.sub(r"\d+$", "", label) or label


def _is_its_own_caption(line, match):
    """Whether a line begins with the label that names what stands there: `Fig. 1 Places`."""
    if match.start() > 2 or not (match["figure"] or match["table"] or match["annex"]):
        return False
    return line.kind == CAPTION or bool(TITLED.match(line.text, match.end()))


def _is_a_number(line, match):
    """True if a figure is the number itself: `the spring figure 94.0%`."""
    before = line.text[max(0, match.start() - 60) : match.start()]
    share = _OF_SHARE.match(line.text, match.end())
    return bool(match["figure"]) and bool(share or _SOME_FIGURE.search(before))


def _is_elsewhere(line, match, kind):
    text, start, end = line.text, match.start(), match.end()
    if _ELSEWHERE.match(text, end) and not _THE_PAPER.match(text, end):
        return True
    before = text[max(line.sentence_at(start).start, start - 240) : start]
    if _LAW.search(before) or _PROPER.search(before):
        return True
    if kind == SECTION:
        number = match["section_labels"]
        return bool(_SECTIONS_OF_LAW.match(number) or _LAWFUL.match(text, end))
    return False
