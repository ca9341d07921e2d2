"""What one clause claims of a whole, against the counts of the next that say it again.

`Every hub met the standard: of the ten, eight did so`; `Of 40, 30 came. All thus came.`
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.prose.asides import AIMS, CONDITIONS, EXCEPTIONS, EXPECTATIONS
from reports.prose.content import content, words_of
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, Claim, claim_of
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Quantity, Statement, Sure

MEND = "Use the word that the number bears, or put the number right."
NEGATED = re.compile(
    r"\b(?:without|lack(?:s|ed|ing)?|miss(?:es|ed|ing)?|fail(?:s|ed)?|not|never|no)\b", re.I
)
_NOT = re.compile(r"\b(?:not|never)\b", re.I)
_BOTH = re.compile(r"\b(?P<both>both)\s+(?:of\s+)?(?:the|our|these|its)\b", re.I)
# Where a clause begins, so that the claim that opens it is that of its subject.
_OPENS = re.compile(
    r"(?:^\W*|\bthat\s+|[,;:]\s+(?:and\s+|but\s+|so\s+)?)(?:it\s+is\s+\w+\s+)?$", re.I
)
_BEHIND = re.compile(r":\s+|;\s+|\s[–—-]\s|,\s+(?:and|but)\s+(?=of\s+(?:the|our|these)\s+⟦c)")
# “eight did so”, “27 had”: what was just claimed, without its words.
_ELIDED = re.compile(
    r"^(?:did|do|does|had|have|has|was|were|is|are|could|would|[a-z]+(?=\s+(?:so|it|one|them)\b))"
    r"(?:\s+(?:so|this|it|one|them|not))*\W*(?:\s(?:and|but|while)(?:\s+(?:one|none|the|a)\b.*)?)?\W*$",
    re.I,
)
_FURTHER = re.compile(
    r"\b(?:before|again|twice|once|first|early|earlier|already|also|only)\b", re.I
)
_BASE = re.compile(
    r"of\s+(?:the\s+|these\s+|our\s+|all\s+)*⟦c(?P<base>\d+)⟧(?:\s+(?!in\b|on\b|at\b|with\b|aged\b|who\b)[a-z’-]+){0,2},",
    re.I,
)
# “the other did meet it”, “one was not”: a single member of a few.
_MEMBER = re.compile(
    r"\b(?:one|(?:the\s+)?(?:other|first|second|third|last))\s+(?:did|was|were|had|has|is)"
    r"(?P<not>\s+not)?(?:\s+so|\s+[a-z]+\s+(?:it|one|them|this))?(?=[.,;]|\s+(?:and|but)\b)",
    re.I,
)
EXCEPT = re.compile(
    rf"\b(?:{AIMS}|{EXCEPTIONS}|{CONDITIONS}|{EXPECTATIONS}|but|same|kind|sort|longer|"
    r"later|more|less|doubt|change|difference|one\s+of|at\s+all|after\s+all|"
    r"in\s+all|reason|further|recent|complacency|of\s+the\s+time|in\s+(?:full|part)|"
    r"fully|partly|wholly|entirely|up|compared|against|increase|rise|than)\b",
    re.I,
)
_CONCLUDES = re.compile(
    r"^\W*so\b|\b(?:therefore|thus|hence|in\s+other\s+words|that\s+is\s+to\s+say|it\s+follows|this\s+means)\b",
    re.I,
)
_ONES = re.compile(r"\bone\b(?!\s+of\b)", re.I)
_AGAIN = re.compile(r"\b(?:in\s+other\s+words|that\s+is\s+to\s+say|this\s+means)\b", re.I)
_WERE = re.compile(r"\s+(?:of\s+(?:them|these|those)\s+)?(?:were|was|have|had|has|are|did)\b", re.I)
_ENDS_ALIKE = re.compile(r"\b(?:it|this|so|them|one)\W*$", re.I)
_OTHERS = re.compile(r"\b(?:other|remaining|rest,?)\s+$", re.I)
_THAT_IS = re.compile(
    r"[,;]\s+(?:that\s+is|which\s+is|in\s+other\s+words)(?:\s+to\s+say)?,?\s+(?:[a-z]+\s+){0,4}?"
    r"(?:in|for|by|to|of|at)\s+(?=(?P<percent>⟦p(?P<share>\d+)⟧)|(?:nearly|almost|all|every|each|most|no)\b)",
    re.I,
)
# What one may wish or be able to do is what is told of it.
_PLAIN = words_of(
    "of the a an in at on to by for and but or not was is are be had has did do it one"
)
# A shorter word carries no matter of its own by `content`.
_SHORT = 4
_WILLING = content("wish want able need choose decide offer accept")


# A count with the number of the whole that it is of.
Pair = tuple[Quantity, Number]


def pairs(row: Statement) -> Iterator[Pair]:
    """Each count of a sentence with the number of the whole that it is of."""
    for item in row.counts:
        whole = None if item.phrase.base is None else row.sentence.thing(item.phrase.base)
        if whole is not None and whole.kind == COUNT and whole.value:
            yield item, whole


def share_of(pair: Pair) -> Fraction:
    """What a count is of its whole, of a pair as `pairs` gives it."""
    return Fraction(pair[0].value) / pair[1].value


_EVERY = re.compile(r"\W*(?:all(?!\s+but\b)|every|each)\b", re.I)
_LITTLE = 10


def denial(row: Statement, word, values, span, **sure) -> Denial:
    """The denial of a word; `values` are a per cent, or a count and its base."""
    values_text = " of ".join(number.words for number in values)
    if len(values) == 2:
        values_text += f" ({number_text(values[0].value * 100 / values[1].value)}%)"
        # All of a whole is hardly meant of so little of it.
        if _EVERY.match(word) and values[0].value * _LITTLE < values[1].value:
            sure["sure"] = Sure.GUESSED
    says = f"The report uses “{word}”, but the number next to it is {values_text}."
    return Denial(row.line, span, says, MEND, **sure)


def behind_a_stop(row: Statement) -> Iterator[Denial]:
    """`Every hub met it: of the ten, eight did so`, `Neither met it: one did not and one did`."""
    text = row.sentence.text
    stop = _BEHIND.search(text)
    if stop:
        yield from _echoed(row, text[: stop.start()], row, stop.end())


def next_to(other: Statement, row: Statement) -> Iterator[Denial]:
    """`All 15 visits were made. Four of the visits were not made.`"""
    if not _BEHIND.search(other.sentence.text):
        yield from _echoed(other, other.sentence.text, row, 0)


def _echoed(other, clause, row, start):
    """The denials of the claim that a clause opens with by what is told from `start` on."""
    claim, behind = _claim_in(clause)
    lack = NEGATED.search(behind)
    if claim and lack and not claim.most:
        # None without is all with.
        claim, lack = Claim(f"{claim.word} … {lack[0]}", Fraction(1), Fraction(1)), None
    if claim is None or lack or EXCEPT.search(behind) or _is_split(other, behind, row, start):
        return
    if claim.least == claim.most:
        yield from _by_members(row, start, claim)
    stated = _BASE.match(row.sentence.text, start)
    wholes = [item for item in other.counts if item.phrase.end <= len(clause)]
    single = wholes[0].phrase.number if len(wholes) == 1 else None
    bases = {item.phrase.base for item in row.counts}
    for item in row.counts:
        base = stated["base"] if stated else item.phrase.base
        whole = single if base is None else row.sentence.thing(base)
        begins = stated.end() if stated else start
        # “All 12 of 2014 are done. Of the 15 of 2015 ten are.”
        is_another = single and whole and single.value != whole.value
        if item.phrase.start < begins or not whole or is_another or item.phrase.mark in bases:
            continue
        again = clause_of(row, item)
        # “It took 19 matches” counts things, and tells nothing of any.
        if base is None and len(again.split()) <= len(item.phrase.noun):
            continue
        # “And the other five share one” repeats nothing; “the other five did not” does.
        if _OTHERS.search(row.sentence.text[: item.phrase.start]) and not _WERE.match(f" {again}"):
            continue
        goes_on = f"{again} ⟦" in row.sentence.text and not again.endswith((" and", " but"))
        if 0 < whole.value >= item.value and not goes_on and _says_again(again, behind):
            share = Fraction(item.value) / whole.value
            if claim.is_denied(1 - share if _NOT.search(again) else share):
                values = item.phrase.number, whole
                yield denial(row, claim.word, values, item.phrase.number)
                return


def _is_split(other: Statement, behind: str, row: Statement, start: int) -> bool:
    """True for `all seven were good or outstanding: six good and one outstanding`."""
    parts = sum(item.value for item in row.counts if item.phrase.start >= start)
    parts += len(_ONES.findall(row.sentence.text, start))
    wholes = {item.value for item in other.counts if other is not row or item.phrase.end <= start}
    return " or " in behind and parts in wholes


def _claim_in(clause):
    """(what a clause claims of its subject, the words behind), (None, "") where it claims none."""
    for match in reversed([*CLAIM.finditer(clause)]):
        if _OPENS.search(clause[max(0, match.start() - 40) : match.start()]):
            return claim_of(match), clause[match.end() :]
    match = _BOTH.match(clause)
    if match is None:
        return None, ""
    return Claim(match["both"], Fraction(1), Fraction(1)), clause[match.end() :]


def clause_of(row: Statement, item: Quantity) -> str:
    """What is told of a count: behind its base where that stands right behind it."""
    bases = (each.phrase for each in row.quantities if each.phrase.mark == item.phrase.base)
    behind = (base.clause for base in bases if base.start > item.phrase.start)
    return next(behind, item.phrase.clause)


def _told_of(row: Statement, item: Quantity):
    """The words behind a count, or behind its base if that follows, up to the next number."""
    bases = (each.phrase for each in row.quantities if each.phrase.mark == item.phrase.base)
    base = next((base for base in bases if base.start > item.phrase.start), item.phrase)
    return row.sentence.text[base.end :].partition("⟦")[0]


def _says_again(clause, claimed):
    """Whether a clause tells what was claimed: without its words, or with no others."""
    terms = re.findall(r"[a-z’-]+", clause.casefold())
    own = {term for term in terms if len(term) < _SHORT and term not in _PLAIN}
    matter = (content(clause) - _WILLING) | own
    known = content(claimed) | {*re.findall(r"[a-z’-]+", claimed.casefold())}
    again = _ELIDED.match(clause) or (matter and matter <= known)
    return bool(again) and not _FURTHER.search(clause)


def _by_members(row, start, claim):
    for match in _MEMBER.finditer(row.sentence.text, start):
        if claim.least == (1 if match["not"] else 0):
            says = f"The report has “{claim.word}”, and here “{match.group()}”."
            yield Denial(row.line, row.sentence.start, says, MEND)
            return


def in_other_words(row: Statement) -> Iterator[Denial]:
    """`In 57 of the 60 reviews he did, that is in every review`, or `in 100% of reviews`."""
    counts, text = list(pairs(row)), row.sentence.text
    match = _THAT_IS.search(text) if len(counts) == 1 else None
    if not match or match.start() < counts[0][0].phrase.end or EXCEPT.search(match.group()):
        return
    item, whole = counts[0]
    if match["percent"]:
        number = row.sentence.thing(match["share"])
        room = Fraction(1, 100)
        claim = Claim(number.words, number.value / 100 - room, number.value / 100 + room)
        claim = None if number.bound else claim
    else:
        word = CLAIM.match(text, match.end())
        claim = claim_of(word) if word else None
    if claim and claim.is_denied(Fraction(item.value) / whole.value):
        yield denial(row, claim.word, (item.phrase.number, whole), item.phrase.number)


def concluded(other: Statement, row: Statement) -> Iterator[Denial]:
    """`Of the 38, 31 were settled early. Fewer than half were settled early.`"""
    text = row.sentence.text
    matches = [] if row.counts else list(CLAIM.finditer(text))
    likely = [(item, whole) for item, whole in pairs(other) if item.value <= whole.value]
    if len(matches) != 1 or not likely:
        return
    claim, behind = claim_of(matches[0]), text[matches[0].end() :]
    if not claim or NEGATED.search(behind) or EXCEPT.search(behind):
        return
    many = {item: len(content(_told_of(other, item)) & content(text)) for item, _ in likely}
    likely.sort(key=lambda pair: many[pair[0]])
    ranked = sorted(many.values())
    item, whole = likely[-1]
    share = Fraction(item.value) / whole.value
    # Where nothing is said again, the conclusion may be of the others.
    shares = (share,) if ranked[-1] else (share, 1 - share)
    if ranked[-2:-1] == ranked[-1:] or not all(map(claim.is_denied, shares)):
        return
    heads = {each.phrase.head for each in other.counts if each.phrase.mark == item.phrase.base}
    echo = ranked[-1] > 1 or _ENDS_ALIKE.search(text)
    partitive = re.match(r"\s+of\b", behind) or (echo and heads & stems(behind[:40]))
    partitive = partitive or _AGAIN.search(text)
    if (_CONCLUDES.search(text) and partitive) or (ranked[-1] > 1 and _WERE.match(behind)):
        yield denial(row, claim.word, (item.phrase.number, whole), row.sentence.start)
