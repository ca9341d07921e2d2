"""`With 96 out of 103 we met it`: a share of counts against the aim that was named before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.constraints.claims.echoes import pairs as counts_of_wholes
from reports.constraints.claims.echoes import share_of
from reports.constraints.claims.trials import AIM
from reports.prose.asides import CONDITIONS
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, fraction
from reports.quantities.model import Denial, Statement

_STATED = re.compile(
    rf"\b{AIM}\b(?:[^⟦.;]|⟦[dx]\d+⟧){{0,60}}?\b(?:is|was|of|being|that|at)\s+(?:[a-z]+\s+){{0,2}}?⟦p(?P<aim>\d+)⟧"
    rf"|⟦p(?P<before>\d+)⟧\s+(?:[a-z]+\s+)?{AIM}\b",
    re.I,
)
_VERDICT = re.compile(
    r"\b(?P<not>(?:not|never|did\s+not|was\s+not|has\s+not)\s+)?(?:(?P<met>met|meets?|reached|achieved|passed|exceeded|beat|hit)|"
    r"(?P<missed>missed|fell\s+(?:just\s+|slightly\s+|well\s+|a\s+little\s+)?short\s+of|short\s+of|failed\s+to\s+(?:meet|reach|achieve)))\s+"
    rf"(?:it|this|that|(?:the|our|this|that|its|their)\s+(?:[a-z]+\s+)?{AIM})\b",
    re.I,
)
# “The aim was missed”, “so it was not met”.
_PASSIVE = re.compile(
    rf"\b(?:it|that|this|which|(?:the|our|that|this|its|their)\s+(?:[a-z]+\s+)?(?:{AIM}|expectations?))\s+(?:is|was|were|has\s+been|had\s+been)\s+"
    r"(?P<not>not\s+)?(?:just\s+|narrowly\s+|only\s+just\s+|comfortably\s+|easily\s+|therefore\s+|thus\s+)?"
    r"(?:(?P<met>met|reached|achieved|exceeded|passed|beaten|surpassed)|(?P<missed>missed|not\s+met))\b",
    re.I,
)
# “The aim is that nine in ten are answered.”
_AIMED = re.compile(rf"\b(?:{AIM}|expectations?|expected|aims?\s+to|should)\b", re.I)
_LOW = re.compile(r"\b(?:no\s+more|at\s+most|under|below|less|fewer|late|not)\b", re.I)
_UNSURE = re.compile(rf"\b(?:{CONDITIONS}|nearly|almost|except)\b", re.I)
_SUBJECT = re.compile(
    r",|\b(?:we|it|this|that|which|so)\b|\b(?:the|our)\s+(?:[a-z]+\s+){1,2}(?:is|was|has)\b", re.I
)
_BY_SO_MUCH = re.compile(r"\s+by\s+(?:[a-z]+\s+){0,2}⟦[cpqx]", re.I)
_NONE = re.compile(r"\b(?:no|none|neither|not\s+(?:one|all|every))\b[^.;,]{0,60}$", re.I)
_FAR, _MEND = 6, "Write what the numbers show, or correct them."
# “83%, and this is better than the 90% that the Board set as its aim”.
_AGAINST = re.compile(
    r"⟦p(?P<own>\d+)⟧,?\s+(?:(?:and|but|so|which)\s+)?(?:(?:this|that|it)\s+)?(?:is|was)\s+(?:(?:just|well|still|even)\s+)?"
    r"(?:(?P<above>better\s+than|higher\s+than|above|over|beyond|in\s+excess\s+of)|"
    r"(?P<below>worse\s+than|lower\s+than|below|under|short\s+of))\s+(?:the|our|an?)\s+"
    rf"(?:{AIM}\s+of\s+)?⟦p(?P<aim>\d+)⟧[^⟦.;]{{0,60}}",
    re.I,
)
# “The target was 25, and so it was met.”
_OF_COUNT = re.compile(
    rf"\b{AIM}\b(?:[^⟦.;]|⟦[dx]\d+⟧){{0,60}}?\b(?:is|was)\s+⟦c(?P<aim>\d+)⟧,?\s+(?:(?:and|so|which|therefore|thus)\s+)+"
    r"(?:(?:it|this|that|we)\s+)?(?:(?:was|is|has\s+been|have)\s+)?(?:therefore\s+|thus\s+)?(?P<not>not\s+)?"
    r"(?:(?P<met>met|reached|exceeded|beaten|passed|achieved)|missed)\b",
    re.I,
)


def against_aims(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A share that is given by its two counts meets or misses the one aim named before it."""
    verdict = _VERDICT.search(row.sentence.text) or _PASSIVE.search(row.sentence.text)
    if not verdict or _UNSURE.search(row.sentence.text):
        return
    # “It was missed by 5.2 points” says which value it is of.
    if _BY_SO_MUCH.match(row.sentence.text, verdict.end()):
        return
    # “No month reached the target.”
    if _NONE.search(row.sentence.text[: verdict.start()]):
        return
    # “Two of the three teams met it” counts those that did.
    ends = [x.phrase.end for x in row.counts if x.phrase.end <= verdict.start()]
    word = max(verdict.start("met"), verdict.start("missed"))
    if ends and not _SUBJECT.search(row.sentence.text, max(ends), word):
        return
    near = [other for other in earlier[:_FAR] if any(_aims_of(other))]
    aims = {share for share, _ in _aims_of(near[0])} if near else set()
    value = _share_of(row, verdict.start())
    if not row.quantities and near and near[0] is not earlier[0]:
        value = _share_of(earlier[0])
    if len(aims) != 1 or value is None:
        return
    aim, phrase = next(iter(_aims_of(near[0])))
    claims_met = bool(verdict["met"]) != bool(verdict["not"])
    if claims_met != (value >= aim):
        says = f"It is {number_text(value * 100, 1)}% against {phrase}, but the report claims "
        says += f"“{row.sentence.said(verdict.group())}”."
        yield Denial(row.line, row.span, says, _MEND)


def against_numbers(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A share is on the side of its aim that a sentence has it on, and the one count right before
    meets or misses the aim that a sentence sets for it; of what is to be many."""
    text = row.sentence.text
    if _LOW.search(text) or _UNSURE.search(text):
        return
    match, of_count = _AGAINST.search(text), _OF_COUNT.search(text)
    if match and _AIMED.search(match.group()):
        own, aim = (row.sentence.thing(match[name]) for name in ("own", "aim"))
        is_wrong = (own.value > aim.value) != bool(match["above"]) or own.value == aim.value
    elif of_count and _has_one_count(earlier[:1]):
        own = earlier[0].counts[0].phrase.number
        aim, match = row.sentence.thing(of_count["aim"]), of_count
        is_wrong = (own.value >= aim.value) == (bool(match["met"]) == bool(match["not"]))
    else:
        return
    if is_wrong and not (own.bound or aim.bound):
        says = f"It is {own.words} against {aim.words}, but the report claims "
        says += f"“{row.sentence.said(match.group())}”."
        yield Denial(row.line, row.span, says, _MEND)


def _has_one_count(rows: Sequence[Statement]) -> bool:
    # “In 541 cases (88 per cent)” may be held to its share.
    return any(
        len(x.counts) == 1 and not x.sentence.marks("p") and not _LOW.search(x.sentence.text)
        for x in rows
    )


def _share_of(row: Statement, end: int | None = None) -> Fraction | None:
    """The one share that a sentence gives up to `end`: its per cent, else its count with its
    base."""
    end = len(row.sentence.text) if end is None else end
    shares = [x for x in row.quantities if x.phrase.number.kind == PERCENT and x.phrase.end <= end]
    pairs = [(x, y) for x, y in counts_of_wholes(row) if x.value <= y.value and x.phrase.end <= end]
    if shares:
        single = len(shares) == 1 and not shares[0].phrase.number.bound
        return shares[0].value / 100 if single else None
    return share_of(pairs[0]) if len(pairs) == 1 else None


def _aims_of(row: Statement) -> Iterator[tuple[Fraction, str]]:
    """(the share that a sentence sets as an aim, its words), where more is better."""
    if _LOW.search(row.sentence.text):
        return
    for match in _STATED.finditer(row.sentence.text):
        number = row.sentence.thing(match["aim"] or match["before"])
        yield number.value / 100, number.words
    written = row.sentence.said()
    claims = [x for x in CLAIM.finditer(written) if x["fraction"] and not x["under"]]
    if len(claims) == 1 and _AIMED.search(written) and not row.sentence.marks("p"):
        yield fraction(claims[0]["fraction"]), claims[0].group().strip()
