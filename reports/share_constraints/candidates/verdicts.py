"""A target, a limit or an average of others that is met, missed, above or below, against the
values near the claim: `At 58.8% the result is just above our target of 60%`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.betterment import better_way, is_less_better
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.share_constraints.candidates.near import (
    has_own_subject,
    is_of_others,
    is_supposed,
    passage,
    shares,
    unit_of,
    values,
)

NOUN = (
    r"(?:targets?|standards?|goals?|aims?|ambitions?|ceilings?|limits?|caps?|thresholds?|benchmarks?|expectations?|"
    r"requirements?|minimum|maximum|milestones?|floor|objectives?|mark|bar|limb|commitments?|undertakings?|"
    r"allowance|hurdle|timescales?|guidelines?|trajectory)"
)
_VERDICT_WORD = (
    r"met|missed|reached|exceeded|hit|achieved|beaten|passed|with|and|but|by|so|respected|honoured"
)
# “The target is that 80% are seen”, “a ceiling of 20%”, “the 85% standard”, “60% is expected”.
_STATED = re.compile(
    rf"\b{NOUN}\b(?:(?!\b(?:{_VERDICT_WORD})\b)(?:[^⟦.;,]|⟦[xd]\d+⟧)){{0,70}}?"
    r"\b(?:is|was|were|of|at|that|being|to|for|set)\s+(?:[a-z]+\s+){0,3}?⟦[pcmx](?P<behind>\d+)⟧"
    rf"|⟦[pcmx](?P<ahead>\d+)⟧\s+(?:[a-z-]+\s+){{0,2}}{NOUN}\b"
    r"|⟦p(?P<due>\d+)⟧[^⟦.;]{0,60}\b(?:should|must|(?:is|are|was|were)\s+(?:expected|required|to\s+be)|has\s+committed|committed\s+itself)\b"
    r"|\b(?:expect\w*|aim\w*|promised?|undertook|committed|asked|requires?|required|wants?|wanted|hoped?|looks?)\s+(?:(?:itself|ourselves|themselves)\s+)?(?:for|to|that|us|at|of)\b"
    r"[^⟦.;]{0,40}⟦p(?P<hoped>\d+)⟧"
    r"|^\W*(?:and\s+)?(?:first|second|third|fourth|last)(?:ly)?,?\s+⟦p(?P<listed>\d+)⟧(?=[^⟦.;:]{0,30}(?:⟦x\d+⟧)?[^⟦.;:]{0,20}:)",
    re.I,
)
_ADV = (
    r"(?:(?:just|narrowly|only|comfortably|easily|therefore|thus|now|again|still|accordingly|well|slightly|clearly|fully|"
    r"yet|even|marginally|duly|already|also|barely|in\s+fact|at\s+last|once\s+more|consequently|not|been|never|be|to)\s+){0,5}"
)
_OBJECT = (
    rf"\s+(?:(?:(?:the|our|its|their|that|this|a|any|what)\s+)(?:[a-z’'-]+\s+){{0,4}}?(?:⟦[pcmx]\d+⟧\s+)?(?:[a-z-]+\s+){{0,2}}?{NOUN}\b"
    r"|(?:it|that|this)(?=\W*$|[,.;:]|\s+(?:and|but|with|by|for|in)\b))"
)
_UP = (
    r"above|over|higher\s+than|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|beyond|"
    r"past|in\s+excess\s+of|clear\s+of|more\s+than"
)
_DOWN = r"below|under|short\s+of|shy\s+of|beneath|lower\s+than|adrift\s+of|less\s+than|fewer\s+than"
_GOOD = (
    r"met|meets?|meeting|reach(?:ed|es|ing)|achiev(?:ed|es|ing)|hits?|hitting|attain(?:ed|s|ing)|satisf(?:ied|ies)|honoured|respected|"
    r"kept\s+(?:to|within|inside)|within|inside|fulfilled|better\s+than|ahead\s+of|clear(?:s|ed)|made"
)
_BAD = r"miss(?:ed|es|ing)?|failed|breach(?:ed|es|ing)|broken|broke|outside|behind|worse\s+than"
_GROUPS = rf"(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD})"
_ACTIVE = SentencePattern(rf"\b(?:{_GROUPS}){_OBJECT}", re.I)
_PASSIVE = SentencePattern(
    rf"\b(?:{NOUN}|it|that|this|which|promise|pledge)\s+(?:of\s+⟦[pcmx]\d+⟧\s+)?(?:is|was|were|has|have|had)\s+{_ADV}"
    r"(?:(?P<up>exceeded|surpassed|beaten|bettered|passed)|(?P<good>met|reached|achieved|attained|satisfied|hit|honoured|respected|fulfilled|kept|cleared)"
    r"|(?P<bad>missed|breached|broken))\b",
    re.I,
)
# “It was met in two quarters.”
_IN_SO_MANY = re.compile(
    r"\s+(?:in|by|for|at|on)\s+(?:only\s+|just\s+)?(?:⟦c|(?:two|three|four)\s+quarters\b)", re.I
)
_DEMANDED = re.compile(
    r"\b(?:must|should|shall|ought\s+to|has\s+to|have\s+to|to(?=\s+be))\s+(?:be\s+)?$", re.I
)
_OVER = re.compile(r"above|over|higher|beyond|past|in\s|clear|more", re.I)
_NOT = re.compile(
    r"\b(?:not|never|yet\s+to|no\s+longer|fail(?:s|ed)?\s+to|without)\b|n[’']t\b", re.I
)
# “Two of the three met it”, “no month reached the target” are claims of some things.
_OF_SOME = re.compile(
    r"\b(?:all|each|every|both|none|no(?!\s+longer)|neither|most|some|few|many|either|other|others|rest|only|alone|half|"
    r"except|but\s+one|one|whole|nearly|almost)\b|⟦c\d+⟧\s+(?:of\s+(?:the|our|them|these|those)\b|(?:[a-z-]+\s+){0,3}(?:\(⟦p\d+⟧\)\s+)?(?:(?:is|are|was|were)\s+)?$)",
    re.I,
)
_GAP = re.compile(
    r"⟦[cpmqx]\d+⟧\s+(?:(?!(?:and|is|was|are|were|which|so|that|we|it|has|have|still|now|thus|in)\b)[a-z]+\s+){0,3}$",
    re.I,
)
_LOW = re.compile(
    r"\b(?:ceiling|limit|cap|maximum|no\s+(?:more|higher|longer)\s+than|at\s+most|under|below|fewer\s+than|less\s+than|"
    r"not\s+(?:to\s+)?exceed\w*|allowance|or\s+(?:lower|less|fewer|below|under)|low\s+is|lower\s+is|timescales?)\b",
    re.I,
)
# “That is better than the ceiling, and than the 11% of last year” is of the sentence before.
_POINTS_BACK = re.compile(r"\W*(?:that|this)\s+(?:is|was)\b", re.I)
_FAR, _SCALE, _HALF = 4, 3, 50
_MEND = "Use the word that the numbers show, or correct them."


def verdicts(reading: Reading) -> Iterator[Denial]:
    """What is said to be met, missed, above or below is so by a value and an aim near it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _verdict(row)
        if not match:
            continue
        near = passage(rows, place, _FAR)
        aims = next((x for x in map(_aims, near) if x), [])
        is_low = _is_low(near, aims)
        tried = [(value, aim) for aim in aims for value in _candidates(near, match, aim, aims)]
        borne = [_bears(match, value, aim.value, is_low) for value, aim in tried]
        if borne and not any(x is not False for x in borne):
            aim = tried[0][1]
            says = (
                f"The report has “{row.sentence.said(match.group()).strip()}”, but no value near "
            )
            yield Denial(row.line, row.span, f"{says}it shows that against {aim.words}.", _MEND)


def _verdict(row: Statement) -> re.Match | None:
    """The one verdict of a sentence that is of one thing."""
    text = row.sentence.text
    matches = [*_ACTIVE.finditer(text), *_PASSIVE.finditer(text)]
    spans = {x.start(): x for x in matches}
    if len(matches) != 1 and not (len(matches) == 2 and _overlap(*matches)):
        return None
    match = spans[min(spans)]
    clause = re.split(r"[;:]|,\s+(?:so|and|but|yet)\b|\bwhile\b", text[: match.start()])[-1]
    behind = re.split(r"[,;:.]", text[match.end() :])[0]
    if _DEMANDED.search(text[: match.start()]) or _IN_SO_MANY.match(behind):
        return None
    if is_supposed(row, match) or _OF_SOME.search(clause) or _OF_SOME.search(behind):
        return None
    # “66% surpasses the goal” has no distance from it, “six points below the goal” has.
    is_side = match["down"] if "down" in match.groupdict() else None
    if (is_side or _OVER.match(match["up"] or "")) and _GAP.search(text[: match.start()]):
        return None
    return match


def _overlap(first: re.Match, last: re.Match) -> bool:
    return first.start() < last.end() and last.start() < first.end()


def _aims(row: Statement) -> list[Number]:
    """The aims that a sentence states."""
    marks = [next(filter(None, x.groups())) for x in _STATED.finditer(row.sentence.text)]
    return [row.sentence.thing(x) for x in dict.fromkeys(marks)]


def _candidates(
    near: Sequence[Statement], match: re.Match, aim: Number, aims: Sequence[Number]
) -> list[Fraction]:
    """The values that may be held against an aim, of the nearest sentence that has any."""
    for row in near:
        own = [x for x in values(row, aim.kind) if x.phrase.number not in aims]
        own = [x for x in own if unit_of(x.phrase.number) == unit_of(aim)]
        if row is near[0]:
            ahead = [x for x in own if x.phrase.end <= match.start()]
            if not ahead and _POINTS_BACK.match(row.sentence.text):
                continue
            own = ahead or own
            # The south alone is below it: “The north had 95% and the south was below the standard”.
            if any(has_own_subject(row, x.phrase.end, match.start()) for x in own):
                return []
        mine = [x.value for x in own if not is_of_others(x)]
        if aim.kind == PERCENT:
            printed = {x.value for x in aims} | {x.value for x in own}
            mine += [x for x in shares(row) if x not in printed]
        else:
            mine = [x for x in mine if aim.value <= x * _SCALE and x <= aim.value * _SCALE]
        if mine:
            return mine
    return []


def _is_low(near: Sequence[Statement], aims: Sequence[Number]) -> bool | None:
    """True if less is better than an aim, False if more is, None where that is not known."""
    stating = next((row for row in near if _aims(row)), None)
    if stating is None:
        return None
    if any(x.bound in ("<", "<=") for x in aims) or _LOW.search(stating.sentence.said()):
        return True
    text = " ".join(
        row.sentence.said() for row in {near[0].order: near[0], stating.order: stating}.values()
    )
    if better_way(text) < 0:
        return True
    # Of a small share it is not known that more is better.
    large = aims[0].kind == PERCENT and aims[0].value >= _HALF
    is_high = large or (aims[0].kind in (COUNT, PERCENT) and better_way(text) > 0)
    text = _NOT.sub(" ", text)
    return None if is_less_better(text) or not is_high else False


def _bears(match: re.Match, value: Fraction, aim: Fraction, is_low: bool | None) -> bool | None:
    """True if a value is on the side of an aim that a verdict has; None where that is not known."""
    groups = match.groupdict()
    ahead = match.string[max(0, match.start() - 25) : match.end()]
    is_denied = bool(_NOT.search(re.split(r"[,;:]", ahead)[-1]))
    # Who “exceeds” a target of which less is better may be below it.
    if groups["up"] and not _OVER.match(groups["up"]) and is_low is not False:
        return None
    if groups["up"] or groups.get("down"):
        return (value > aim if groups["up"] else value < aim) != is_denied
    if is_low is None:
        return None
    met = value <= aim if is_low else value >= aim
    return met != (bool(groups["bad"]) != is_denied)
