"""Which way a thing went, against the two values that its clause, brackets or sentence give."""

import re
from collections.abc import Iterator

from reports.checks.quantities.model import Denial, Statement, Sure, constraint
from reports.checks.quantities.passages import statements
from reports.checks.quantities.steps.step import Step, denials
from reports.checks.quantities.steps.values import pair_of
from reports.checks.quantities.trends.words import TREND, UNSURE, way_of_word
from reports.checks.reading import Reading
from reports.prose.marks import MARK
from reports.prose.quantities.phrases import stems

# So many signs may lead up to the word of its clause.
_REACH = 160
_CLAUSE = re.compile(r"[;:.(]|⟦[cpmqx]\d+⟧|,\s+(?:but|while|whilst|whereas|and|so|though)\b", re.I)
# What stands between a word and the values that bear it: “, then, (…)”, “since the spring: …”.
_BRACKET = re.compile(
    r"\s*(?:(?:further|again|sharply|slightly|too|over|in|during|since|on)\b[^⟦(),;:.]{0,40}?)?"
    r"\s*\((?P<pair>[^()]{3,160})\)",
    re.I,
)
_COLON = re.compile(
    r"(?:\s+(?:further|again|over|in|during|since|on|for)\b(?:[^⟦(),;:.]|⟦d\d+⟧){0,60}?)?"
    r"(?::|,\s+(?:as|since|for)\b)\s+(?P<pair>[^;:]{3,200})",
    re.I,
)
_CLOSED = re.compile(
    r"(?:\s+(?:again|further|once\s+more|too)\b)?(?:\s+(?:over|in|during|since|on|by|across|between)\b"
    r"(?:[^⟦(),;:.]|⟦d\d+⟧){0,60}?)?[.!]?\s*",
    re.I,
)
_GOES_ON = re.compile(
    r"(?:we|it|they|there|the\s+(?:year|quarter|period|number|figure|count|total|month|half-year)"
    r"|a\s+year|last|this|from|where)\b"
    r"|(?:in|on|at)\s+⟦d|⟦[cpm]",
    re.I,
)


@constraint(
    "trend-denied",
    "C15; source of error 9a",
    follows=("direction-denied", "change-denied", "parts-of-whole"),
)
def trends(reading: Reading) -> Iterator[Denial]:
    """What is said to have risen or fallen did so by the two values that stand for it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        matches = [item for item in TREND.finditer(row.sentence.text) if _is_plain(item)]
        for match in matches:
            if step := _beside(row, match) or _behind(rows, place, row, matches):
                yield from denials(step)
                break


def _is_plain(match):
    """Whether the clause before a word claims it of one thing and has no number of its own."""
    ahead = match.string[max(0, match.start() - _REACH) : match.start()]
    starts = list(_CLAUSE.finditer(ahead))
    clause = ahead[starts[-1].end() :] if starts else ahead
    own = not starts or not MARK.match(starts[-1].group())
    return own and bool(clause.strip()) and not UNSURE.search(clause)


def _beside(row: Statement, match):
    """The step between the two values in the brackets, or behind the colon, after a word."""
    text = row.sentence.text
    for pattern in (_BRACKET, _COLON):
        scope = pattern.match(text, match.end())
        if not scope:
            continue
        start, end = scope.span("pair")
        inside = [item for item in row.quantities if start <= item.phrase.start < end]
        part = Statement(row.line, row.sentence, tuple(inside), row.section, row.order)
        pair = pair_of(part)
        if pair and _is_one_thing(pair, row) and not TREND.search(scope["pair"]):
            return _step(row, match, pair, text[: match.end()] + scope["pair"])
    return None


def _behind(rows, place, row: Statement, matches):
    """The step between the two values of the sentence behind one that claims a way and no more."""
    text = row.sentence.text
    if len(matches) != 1 or row.quantities or place + 1 == len(rows):
        return None
    after, match = rows[place + 1], matches[0]
    near = after.section == row.section and after.line is row.line
    opens = _GOES_ON.match(after.sentence.text.lstrip())
    if not (near and opens and _CLOSED.fullmatch(text, match.end())):
        return None
    pair = None if TREND.search(after.sentence.text) else pair_of(after)
    if not pair or not _is_one_thing(pair, row):
        return None
    return _step(row, match, pair, f"{text} {after.sentence.text}")


def _is_one_thing(pair, row: Statement):
    """Whether two values may be of what a sentence speaks of."""
    heads = {item.phrase.head for item in pair} - {""}
    kinds = {item.phrase.number.kind for item in pair}
    named = stems(row.sentence.text)
    return (
        len(kinds) == 1
        and len(heads) < 2
        and all(head in named or _is_plural(named) for head in heads)
    )


def _is_plural(named):
    return bool(named & {"number", "figure", "count", "total"})


def _step(row: Statement, match, pair, text):
    way = way_of_word(match, text, pair[0].phrase.number.kind)
    if not way or pair[0].value == pair[1].value:
        return None
    return Step(row, *pair, match.group(), way, (), Sure.JOINED)
