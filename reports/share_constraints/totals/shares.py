"""A share with the only two counts of its passage, by their words a whole and its part."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.content import roots
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.claims import CLAIM, Claim, claim_of
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.roles import BOUND, CHANGE, RATE, TARGET

# By these words a count is of the other: “850 of them”, “(60)”, “in total there were 150”.
_OF_THEM = re.compile(
    r"^\s+(?:[a-z]+\s+){0,2}?of\s+(?:them|these|those|whom|which)\b|^\)|^\s+(?:assessments|visits|reviews|plans|cases|files)?\s*altogether\b",
    re.I,
)
_WHOLE = re.compile(
    r"\b(?:in\s+total|altogether|in\s+all|there\s+(?:are|were)|(?:of|among)\s+(?:the|these|those|our|all)|all|with|names?\s+of|began|received|"
    r"took\s+part|replied|answered|filled\s+in)\b[^⟦.;]{0,40}$|^\W*$",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:nation\w*|england|region\w*|neighbours?|target|average|mean|together|combined|both|further|additional|previous\w*|a\s+year\s+(?:ago|earlier|before)|"
    r"compared|against|than|standards?\s+(?:that|is|of|was)|threshold|requires|sampled?|per\s+head|each|rate|remaining|rest|expected|budget)\b|⟦m",
    re.I,
)
# In the sentence of the share these are of a change.
_MOVES = re.compile(
    r"\b(?:rose|fell|(?<!made\s)(?<!make\s)(?<!-)up|down|increase\w*|decrease\w*|rise|fall|additions?|added|(?<!or\s)more|fewer|(?<!or\s)less|last\s+(?:quarter|time))\b",
    re.I,
)
_OF_SO_MANY = re.compile(r"\s+of\s+(?:the|our|all|these)?\s*⟦", re.I)
_OF_A_PART = re.compile(
    r"\s+(?:in|for|at|among|of)\s+(?:the\s+)?(?:north|south|east|west|others?|rest|boys|girls)\b",
    re.I,
)
_OF_NAMED = re.compile(r"\s+of\s+(?:all|our|the)\s+[a-z]+;", re.I)
_OF_THOSE = re.compile(
    r"\s+(?:of\s+(?:them|these|those)|were|was|are|had|have|has|met|passed|said)\b", re.I
)
_OF_SOME = re.compile(r"^\W*of\s+(?:those|these|the)\b", re.I)
# “The 40 who are overdue” are those of whom it is not true.
_NOT = re.compile(
    r"\b(?:not|no|without|overdue|late|missing|still|un[a-z]+ed|lack\w*|wait\w*)\b", re.I
)
_IN_BRACKETS = re.compile(r"\(⟦p\d+⟧\)")
_JOINED = re.compile(r"-(?:term|year|hour|day)", re.I)
_TIMES, _LEAST, _MEND = 3, 5, "Correct the share, or state its population."


def closed_shares(reading: Reading) -> Iterator[Denial]:
    """`76% of the families … 1,250 are eligible, and 850 of them had claimed`: it is 68%."""
    for rows in _passages(reading):
        shares = [share for row in rows for share in _shares(row)]
        counts = [x for row in rows for x in row.counts if _may_count(x)]
        values = sorted({x.value for x in counts})
        # A part and the rest of its whole are one part.
        if len(values) == 3 and values[0] + values[1] == values[2]:
            values = [values[0], values[2]] if len(shares) == 1 else []
        if len(shares) != 1 or len(values) != 2 or _OTHERS.search(_text(rows)):
            continue
        if _MOVES.search(shares[0][0].sentence.text) or _OF_SOME.match(shares[0][0].sentence.text):
            continue
        part, whole = values
        if part < _LEAST or not _are_linked(counts, part, whole):
            continue
        if not _are_of_one(shares[0][0], counts, part) or _is_of_whole(shares[0][0], whole):
            continue
        of_part = next(x for x in counts if x.value == part)
        negated = bool(_NOT.search(_behind(of_part)))
        yield from _denied(shares[0], part, whole, negated)


def _denied(share: tuple[Statement, Number | Claim, tuple[int, int]], part, whole, negated: bool):
    row, claim, span = share
    exact = [Fraction(part) / whole, 1 - Fraction(part) / whole]
    if isinstance(claim, Claim):
        borne = not all(claim.is_denied(each) for each in exact)
        middle, words = (claim.least + min(claim.most, 1)) / 2, claim.word
    else:
        borne = any(verdict(claim, each * 100, each * 100) != WRONG for each in exact)
        middle, words = claim.value / 100, claim.words
    meant = exact[1] if negated else exact[0]
    if not borne and is_within(meant, middle, _TIMES):
        less = f"{number_text(whole)} less {number_text(part)}" if negated else number_text(part)
        says = f"{less} of {number_text(whole)} is {number_text(meant * 100, 1)}%, "
        yield Denial(row.line, span, f"{says}but the report gives “{words}”.", _MEND)


def _passages(reading: Reading) -> Iterator[Sequence[Statement]]:
    """Each paragraph by itself, and with the one after it in its section, where the first of the
    two has one number that is a share."""
    lines: list[list[Statement]] = []
    for row in statements(reading):
        if lines and lines[-1][0].line is row.line:
            lines[-1].append(row)
        else:
            lines.append([row])
    for place, rows in enumerate(lines):
        yield rows
        behind = lines[place + 1] if place + 1 < len(lines) else []
        counted = any(_may_count(x) for row in rows for x in row.counts)
        if behind and behind[0].section == rows[0].section and not counted:
            yield [*rows, *behind]


def _shares(row: Statement) -> Iterator[tuple[Statement, Number | Claim, tuple[int, int]]]:
    """The shares of a sentence, in figures or words, each with its place in the line."""
    for item in row.quantities:
        number = item.phrase.number
        of_part = _OF_A_PART.match(row.sentence.text, item.phrase.end)
        # “20% of all households; 14 of them received it”: of what is counted elsewhere.
        of_part = of_part or _OF_NAMED.match(row.sentence.text, item.phrase.end)
        plain = item.phrase.role not in (CHANGE, TARGET, BOUND) and not of_part
        if number.kind == PERCENT and plain:
            yield row, number, (number.start, number.end)
    fractions = [x for x in CLAIM.finditer(row.sentence.text) if x["fraction"]]
    fractions = [x for x in fractions if not _JOINED.match(row.sentence.text, x.end())]
    for match in fractions:
        rest = row.sentence.text[match.end() :]
        # “A third of the 90 visits” names its whole; “a quarter of those” is of what it names.
        own = len(fractions) > 1 or (_OF_THOSE.match(rest) and not _OF_SO_MANY.match(rest))
        claim = claim_of(match) if own else None
        if claim:
            yield row, claim, row.span


def _may_count(item: Quantity) -> bool:
    phrase = item.phrase
    few = phrase.article and item.value < _LEAST
    return (
        phrase.number.kind == COUNT
        and not (few or phrase.number.bound)
        and phrase.role
        not in (
            BOUND,
            CHANGE,
            RATE,
            TARGET,
        )
    )


def _behind(item: Quantity) -> str:
    return item.sentence.text[item.phrase.end :]


def _are_linked(counts: Sequence[Quantity], part, whole) -> bool:
    """True if the smaller count is of the larger by its words, or the larger is called all."""
    parts = [x for x in counts if x.value == part]
    wholes = [x for x in counts if x.value == whole]
    of_them = any(
        x.phrase.base is not None or x.phrase.anaphor or _OF_THEM.match(_behind(x)) for x in parts
    )
    in_all = any(_WHOLE.search(x.sentence.text[: x.phrase.start]) for x in wholes)
    return of_them or (in_all and {x.phrase.head for x in parts} != {x.phrase.head for x in wholes})


def _are_of_one(row: Statement, counts: Sequence[Quantity], part) -> bool:
    """True unless the part has its whole in a sentence of its own that names nothing of the
    share's: then it is a share of something else."""
    own = {
        x.sentence
        for x in counts
        if x.value == part and x.phrase.base is not None and not _OF_THEM.match(_behind(x))
    }
    heads = {x.phrase.head[:4] for x in counts if x.value > part}
    here = roots(row.sentence.said()) - heads
    return all(text is row.sentence or here & (roots(text.said()) - heads) for text in own)


def _is_of_whole(row: Statement, whole) -> bool:
    """True if the share in brackets of a sentence is of the larger count, which it has alone:
    `23 of our pupils missed a week or more (11%)`."""
    own = [x for x in row.counts if _may_count(x)]
    return len(own) == 1 and own[0].value == whole and bool(_IN_BRACKETS.search(row.sentence.text))


def _text(rows: Sequence[Statement]) -> str:
    return " ".join(row.sentence.text for row in rows)
