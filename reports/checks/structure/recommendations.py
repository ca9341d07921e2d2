"""What the committee is asked: that it is asked something, and that body and list agree."""

import re

from reports.checks.reading import HEADING, ITEM, PARAGRAPH, REASON, RECOMMENDATION, Line, Reading
from reports.checks.rule import Fault, Mend, Severity, fault, rule
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
_SHARED, _LEAST = 1 / 3, 2


@rule("asks-nothing", Severity.WARNING, "error 24")
def asks_nothing(reading, _known):
    """A paper for a committee asks it for something, with a verb of the decision list.

    Advice where there are no recommendations at all.
    """
    groups = _groups(reading)
    for lines in groups:
        if any(map(_ASKS.search, leads_of(reading, lines))):
            continue
        if any(_ASKS.search(line.text) or _says_it_asks(line.text) for line in lines):
            continue
        says = (
            "The recommendations ask for nothing that a committee can decide: none begins with a "
            "verb such as note, agree, approve or comment on."
        )
        yield fault(lines[0], 0, says, "Begin each with what the committee is to do.")
    prose = [line for line in reading.lines if line.kind in (PARAGRAPH, ITEM)]
    if groups or not reading.committee or any(_says_it_asks(line.text) for line in prose):
        return
    says = "The paper asks the committee for nothing."
    mend = "Add a recommendation: note, agree, approve, comment on …"
    headed = next(
        (heading for heading in reading.headings() if _ASKING_TITLE.fullmatch(heading.text)), None
    )
    if headed:
        yield fault(headed, 0, says, mend)
    elif reading.lines:
        first = reading.lines[0]
        yield Fault(first.where, first.at, says, mend=Mend(mend), severity=Severity.ADVICE)


@rule("body-recommends", Severity.WARNING, "C08")
def body_recommends(reading, _known):
    """What the text recommends stands in the list of recommendations."""
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
            yield fault(line, match, says, "Add it to the recommendations, or say it otherwise.")


@rule("listed-only", Severity.WARNING, "issue: structure")
def listed_only(reading, _known):
    """What a recommendation asks for is spoken of in the paper."""
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
            says = "The paper says nothing about what this recommendation asks for."
            yield fault(line, 0, says, "Say in the paper why it is asked, or take it out.")


def leads_of(reading: Reading, queries: list[Line]) -> list[str]:
    """The texts that stand over the recommendations in their part."""
    return [
        line.text
        for line in reading.lines
        if line.kind == PARAGRAPH
        and line.part == queries[0].part
        and queries[0].kind == RECOMMENDATION
    ]


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


def _is_the_same(text, other):
    both = text & other
    return len(both) >= _LEAST and len(both) >= _SHARED * min(len(text), len(other) or 1)
