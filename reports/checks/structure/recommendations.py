"""What the committee is asked: that it is asked something, and that the paper bears it."""

import re

from reports.checks.reading import (
    HEADING,
    ITEM,
    PARAGRAPH,
    REASON,
    RECOMMENDATION,
    RUN_IN,
    Line,
    Reading,
    shared,
)
from reports.checks.rule import Fault, Mend, Severity, fault, rule
from reports.checks.structure.outline import Outline, bare, places_of
from reports.checks.structure.typed_citations import PARAGRAPH as A_PARAGRAPH
from reports.checks.structure.typed_citations import cited
from reports.prose.content import content

VERBS = (
    r"note|agree|approve|endorse|consider|comment|determine|refer|request|receive|support|"
    r"recommend|delegate|accept|adopt|authorise|confirm|welcome|ratify|review|scrutinise|identify|"
    r"instruct|invite|discuss|resolve|decide|appoint|establish|recognise|acknowledge|advise|ask|"
    r"challenge|provide|give|make|continue|champion|encourage|monitor|seek|set|suggest|select|"
    r"nominate|oversee|examine|share|take|feed\s+back|offer|propose|commission|declare|direct|"
    r"reaffirm|commend|thank|express|write|remain|satisfy|assure|be\s+assured|sign|feed|amend|add"
)
_ADVERB = r"(?:(?:formally|also|further|therefore|either|jointly|fully)\s+)*"
_ASKS = re.compile(
    rf"^\W*(?:[\da-z]{{1,4}}[.)]\s*)?(?:that\s+)?(?:(?:the\s+)?(?:committee|panel|board|members|cabinet|council|executive|"
    rf"sub-committee|forum)\W+(?:\w+\s+){{0,8}}?)?(?:to\s+)?{_ADVERB}(?:{VERBS})s?\b(?!\s+(?:is|are|was|were|has|for)\b)"
    rf"|\brecommends?\s+that\b.{{0,80}}?\b(?:{VERBS})s?\b"
    rf"|\b(?:asked|invited|recommended|requested)\W+(?:to|that)\b.{{0,80}}?\b(?:{VERBS})s?\b"
    r"|\bthat\b[^.]{0,160}?\bbe\s+(?:\w+ly\s+)?(?:\w+ed|given|heard|made|set|held|taken)\b",
    re.I | re.S,
)
_FOR_INFORMATION = re.compile(
    r"\bfor\s+(?:information|noting)(?:\s+only)?\b|\bno\s+(?:recommendations?|decisions?)\b", re.I
)
_ASKING_TITLE = re.compile(
    r"\W*(?:[\da-z]{1,3}[.)]\s+)?(?:(?:officer|proposed|draft|report)\s+)?recommendations?"
    r"(?:\s+(?:and\s+reasons?|to\s+.*))?\W*"
    r"|.{0,40}\b(?:asked|invited|requested)\s+to\b.{0,20}|purpose\s+of\s+(?:the\s+)?meeting"
    r"|decisions?\s+(?:required|requested|sought|recommended)|action\s+required",
    re.I,
)
_IN_BODY = re.compile(
    r"\b[Ii]t\s+is\s+(?:therefore\s+|also\s+|further\s+|accordingly\s+)?recommended\s+that\b"
    r"|\b(?:[Ww]e|[Oo]fficers|I|[Tt]his\s+(?:report|paper))\s+(?:therefore\s+|also\s+|would\s+)?recommends?"
    r"(?:\s+that)?\b"
    r"|\b[Tt]he\s+(?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]abinet)\s+is\s+(?:therefore\s+|also\s+)?"
    r"(?:asked|invited|recommended|requested)\s+to\b"
)
# Words that only announce the list of recommendations.
_ANNOUNCES = re.compile(r"\bat the (?:end|close)\b|\b(?:set out|listed) below\b", re.I)
WHOLE = re.compile(
    r"\b(?:note|receive|consider|comment|discuss|accept|scrutinise|review|endorse)\w*\b"
    r"(?:(?!\b(?:further|another|next|future|annual|quarterly|yearly|regular)\b).){0,40}?"
    r"\b(?:contents?|report|paper|update|information|position|progress|findings|letter)\b",
    re.I,
)
_REASON = re.compile(r"\W*reasons?\b", re.I)
# What a committee may always be asked, whatever the paper speaks of.
_AT_LARGE = re.compile(
    r"\b(?:identif|suggest|consider|comment|highlight|rais|indicat|advis|agree|say|receiv|request)\w*\b"
    r".{0,40}\b(?:matters?|issues?|areas?|topics?|details?|information|items?|scrutiny|"
    r"(?:further|future)\s+\w+)\b",
    re.I,
)
_COUNT_OF_OTHERS = re.compile(r"\W*\d+\s+(?:from|of|in|were|are|have|by|made)\b", re.I)
_SHARED, _LEAST = 1 / 3, 2


@rule("asks-nothing", Severity.WARNING, "error 24")
def asks_nothing(reading, _known):
    """A report to a committee asks it for something, with a verb of the decision list."""
    groups = _groups(reading)
    for lines in groups:
        texts = [line.text for line in lines]
        if any(map(_ASKS.search, (*leads_of(reading, lines), *texts))):
            continue
        if any(map(_says_it_asks, texts)) or _COUNT_OF_OTHERS.match(texts[0]):
            continue
        says = (
            "The recommendations ask for nothing that a committee can decide: none begins with a "
            "verb such as note, agree, approve or comment on."
        )
        yield fault(lines[0], 0, says, "Begin each with what the committee is to do.")
    prose = [line for line in reading.lines if line.kind in (PARAGRAPH, ITEM)]
    if groups or not reading.committee or any(_says_it_asks(line.text) for line in prose):
        return
    says = "The report asks nothing of the committee."
    mend = "Add a recommendation: note, agree, approve, comment on …"
    headed = next((line for line in reading.headings() if _is_asking_title(line.text)), None)
    if headed:
        yield fault(headed, 0, says, mend)
    elif reading.lines and not reading.typed:
        # Minutes, letters and plans that were brought in ask nothing of anybody.
        first = reading.lines[0]
        yield Fault(first.where, first.at, says, mend=Mend(mend), severity=Severity.ADVICE)


@rule("body-recommends", Severity.WARNING, "C08")
def body_recommends(reading, _known):
    """Each recommendation in the text is in the list of recommendations."""
    queries = [content(line.text) for lines in _groups(reading) for line in lines]
    if not queries:
        return
    for line in reading.lines:
        if line.kind not in (PARAGRAPH, ITEM) or line.annex or is_asking(line, reading):
            continue
        for match in _IN_BODY.finditer(line.text):
            sentence = line.sentence_at(match.start())
            whole = WHOLE.search(line.text, match.end(), sentence.end)
            if whole or _ANNOUNCES.search(sentence.text):
                continue
            text = content(line.text[match.end() : sentence.end])
            if len(text) < _LEAST or any(_is_the_same(text, item) for item in queries):
                continue
            says = "The text recommends this, and the list of recommendations does not have it."
            yield fault(line, match, says, "Add it to the recommendations, or reword it.")


@rule("listed-only", Severity.WARNING, "issue: structure")
def listed_only(reading, _known):
    """The report has text on what each recommendation asks for."""
    body = frozenset().union(
        *(
            content(line.text)
            for line in reading.lines
            if line.kind not in (RECOMMENDATION, REASON) and not is_asking(line, reading)
        ),
        content(reading.title),
    )
    if len(body) < 40:
        return
    for line in reading.recommendations():
        text = content(line.text)
        is_far = len(text) >= 4 and len(text & body) <= len(text) / 4
        at_large = any(item.search(line.text) for item in (_FOR_INFORMATION, _AT_LARGE, WHOLE))
        if is_far and not at_large:
            says = "The report does not cover what this recommendation asks for."
            yield fault(line, 0, says, "Explain in the report why it is asked, or take it out.")


def leads_of(reading: Reading, queries: list[Line]) -> list[str]:
    """The texts that stand over the recommendations in their part."""
    if queries[0].kind != RECOMMENDATION:
        return []
    part = queries[0].part
    return [line.text for line in reading.lines if line.kind == PARAGRAPH and line.part == part]


def _groups(reading):
    """The lines of each place that asks: all recommendations; where there are none, the texts under
    each heading that says so. Beside recommendations such a heading is of another's, a review's."""
    queries = list(reading.recommendations())
    if queries:
        return [queries]
    groups, heading = {}, ""
    for line in reading.lines:
        if line.kind == HEADING:
            heading = line.where
        elif line.kind not in (PARAGRAPH, ITEM):
            continue
        elif any(map(_is_asking_title, line.trail[-1:])):
            groups.setdefault(heading, []).append(line)
    left = ([line for line in lines if not _REASON.match(line.text)] for lines in groups.values())
    return [lines for lines in left if lines]


def is_asking(line, reading):
    """Whether a line stands where the paper asks the committee for something."""
    part = reading.part_of(line)
    asks = bool(part) and part.kind in ("recommendations", "purpose")
    return asks or any(map(_is_asking_title, line.trail[-1:]))


def _is_asking_title(title):
    return bool(_ASKING_TITLE.fullmatch(title))


def _says_it_asks(text):
    return (
        bool(_FOR_INFORMATION.search(text))
        or any(_ASKS.search(text[match.start() :]) for match in _IN_BODY.finditer(text))
        or bool(re.search(r"\b(?:asked|invited|requested|recommended)\s+to\b", text))
    )


def _is_the_same(text, other):
    both = text & other
    return len(both) >= _LEAST and len(both) >= _SHARED * min(len(text), len(other) or 1)


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
    ranges = [
        _ranges_of(line, reading, outline)
        for line in reading.lines
        if line.kind == RECOMMENDATION or (line.kind == ITEM and is_asking(line, reading))
    ]
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
        says = f"No recommendation rests on {_ranges_text(left)}."
        yield fault(queries[0], 0, says, "Widen what a recommendation cites, or add one.")


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
    own = (line.text if line.kind == RUN_IN else "", part.title if part else "")
    titles = (*line.trail[-1:], *own)
    return line.kind != RECOMMENDATION and not any(map(_NOT_COVERED.search, titles))


def _terms_of(first, last):
    ends = [".".join(map(str, item)) for item in dict.fromkeys((first, last))]
    return ends if last[-1] - first[-1] < 2 else [" to ".join(ends)]


def _ranges_text(numbers):
    """`paragraphs 40 to 47 and 51` from their numbers; of two in a row, both."""
    runs = []
    for now in map(places_of, numbers):
        follows = runs and now == (*runs[-1][1][:-1], runs[-1][1][-1] + 1)
        runs.append((runs.pop()[0] if follows else now, now))
    terms = [term for run in runs for term in _terms_of(*run)]
    joined = " and ".join(filter(None, (", ".join(terms[:-1]), terms[-1])))
    return f"paragraph{'' if len(numbers) == 1 else 's'} {joined}"
