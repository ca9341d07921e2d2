"""What the committee is asked: that it is asked something, and that body and list agree."""

import re

from reports.checks.content import content
from reports.checks.reading import HEADING, ITEM, PARAGRAPH, REASON, RECOMMENDATION, RUN_IN, shared
from reports.checks.rule import Fault, Mend, Rule, Severity, fault
from reports.checks.structure.cited import PARAGRAPH as A_PARAGRAPH
from reports.checks.structure.cited import cited
from reports.checks.structure.outline import Outline, bare, places_of

FAMILY = "structure"
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
    r"(?:asked|invited|recommended|requested)\s+to\b",
)
_WHOLE = re.compile(
    r"\b(?:note|receive|consider|comment|discuss|accept|scrutinise|review|endorse)\w*\b.{0,40}?"
    r"\b(?:contents?|report|paper|update|information|position|progress|findings|letter)\b",
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
_REASON = re.compile(r"\W*reasons?\b", re.I)
_SHARED, _LEAST = 1 / 3, 2


def asks_nothing(reading, _known):
    """Recommendations without a verb of the decision list; advice where there are none at all."""
    groups = _groups(reading)
    for lines in groups:
        if any(_ASKS.search(line.text) or _says_it_asks(line.text) for line in lines):
            continue
        says = (
            "The recommendations ask for nothing that a committee can decide: none begins with a "
            "verb such as note, agree, approve or comment on."
        )
        mend = Mend("Begin each with what the committee is to do.", lines[0].block)
        yield fault(lines[0], 0, says, mend=mend)
    prose = [line for line in reading.lines if line.kind in (PARAGRAPH, ITEM)]
    if groups or not reading.committee or any(_says_it_asks(line.text) for line in prose):
        return
    says = "The paper asks the committee for nothing."
    mend = Mend("Add a recommendation: note, agree, approve, comment on …")
    headed = next((one for one in reading.headings() if _ASKING_TITLE.fullmatch(one.text)), None)
    if headed:
        yield fault(headed, 0, says, mend=mend)
    elif reading.lines:
        first = reading.lines[0]
        yield Fault(first.where, first.at, says, mend=mend, severity=Severity.ADVICE)


def body_recommends(reading, _known):
    """Something recommended in the text that the list of recommendations does not have."""
    asked = [content(line.text) for lines in _groups(reading) for line in lines]
    if not asked:
        return
    for line in reading.lines:
        if line.kind not in (PARAGRAPH, ITEM) or line.annex or _is_asking(line, reading):
            continue
        for match in _IN_BODY.finditer(line.text):
            sentence = line.sentence_at(match.start())
            if _WHOLE.search(line.text, match.end(), sentence.end):
                continue
            words = content(line.text[match.end() : sentence.end])
            if len(words) < _LEAST or any(_is_the_same(words, one) for one in asked):
                continue
            says = "The text recommends this, and the list of recommendations does not have it."
            mend = Mend("Add it to the recommendations, or say it otherwise.", line.block)
            yield fault(line, match.start(), says, end=match.end(), mend=mend)


def listed_only(reading, _known):
    """A recommendation about something that the paper never speaks of."""
    body = frozenset().union(
        *(
            content(line.text)
            for line in reading.lines
            if line.kind not in (RECOMMENDATION, REASON) and not _is_asking(line, reading)
        ),
        content(reading.title),
    )
    if len(body) < 40:
        return
    for line in reading.recommendations():
        words = content(line.text)
        is_far = len(words) >= 4 and len(words & body) <= len(words) / 4
        if is_far and not _FOR_INFORMATION.search(line.text):
            says = "The paper says nothing about what this recommendation asks for."
            mend = Mend("Say in the paper why it is asked, or take it out.", line.block)
            yield fault(line, 0, says, mend=mend)


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


def _groups(reading):
    """The lines of each place that asks: all recommendations, and each heading that says so."""
    asked = list(reading.recommendations())
    groups, heading = {"": asked} if asked else {}, ""
    for line in reading.lines:
        if line.kind == HEADING:
            heading = line.where
        elif line.kind not in (PARAGRAPH, ITEM) or (asked and line.part == asked[0].part):
            continue
        elif any(map(_is_asking_title, line.trail[-1:])):
            groups.setdefault(heading, []).append(line)
    left = ([one for one in lines if not _REASON.match(one.text)] for lines in groups.values())
    return [lines for lines in left if lines]


def _is_asking(line, reading):
    part = next((one for one in reading.parts if one.slug == line.part), None)
    if part and part.kind in ("recommendations", "purpose"):
        return True
    return any(map(_is_asking_title, line.trail[-1:]))


def _is_asking_title(title):
    return bool(_ASKING_TITLE.fullmatch(title))


def _says_it_asks(text):
    return (
        bool(_FOR_INFORMATION.search(text))
        or any(_ASKS.search(text[match.start() :]) for match in _IN_BODY.finditer(text))
        or bool(re.search(r"\b(?:asked|invited|requested|recommended)\s+to\b", text))
    )


def _is_the_same(words, other):
    both = words & other
    return len(both) >= _LEAST and len(both) >= _SHARED * min(len(words), len(other) or 1)


def _with_items(reading):
    """The recommendations and the points within them."""
    for line in reading.lines:
        if line.kind == RECOMMENDATION or (line.kind == ITEM and _is_asking(line, reading)):
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
    return any(
        _WHOLE.search(line.text) and not _ranges_of(line, reading, outline) for line in asked
    )


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
        "asks-nothing",
        FAMILY,
        Severity.WARNING,
        "A paper for a committee asks it for something, with a verb of the decision list.",
        asks_nothing,
        "error 24",
    ),
    Rule(
        "body-recommends",
        FAMILY,
        Severity.WARNING,
        "What the text recommends stands in the list of recommendations.",
        body_recommends,
        "C08",
    ),
    Rule(
        "listed-only",
        FAMILY,
        Severity.WARNING,
        "What a recommendation asks for is spoken of in the paper.",
        listed_only,
        "issue: structure",
    ),
    Rule(
        "paragraphs-uncovered",
        FAMILY,
        Severity.WARNING,
        "Where recommendations cite paragraphs, they cite every paragraph of substance.",
        uncovered,
        "error 23",
    ),
)
