"""What is spoken of again as a thing known has the number that it had."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from reports.checks.reading import Reading, shared
from reports.constraints.antecedents.known_counts import known_counts
from reports.constraints.antecedents.terms import is_of_one_term
from reports.prose.content import content, words_of
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import is_swapped, plain
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.figures import figures
from reports.quantities.derivation.slips import FAR, NEAR, is_mistyped, slip
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Sure, constraint, guesses
from reports.quantities.passages import before, phrases_of, statements
from reports.quantities.repeats.openers import over_tables
from reports.quantities.repeats.pairs import unlike_pairs
from reports.quantities.repeats.printed_values import texts_with
from reports.quantities.repeats.wholes import unlike_wholes
from reports.quantities.roles import BOUND, MEAN, REST, TOTAL
from reports.share_constraints.groups.groups_again import groups_again
from reports.share_constraints.groups.last_reports import last_reports

# What is so many of everything: its number says nothing of which one is meant.
_GENERAL = words_of(
    """year month week day hour time people person child case area thing way number part group page
    question step point stage member percent place meeting"""
)
_FAR = 12  # Sentences before it that a number may be reckoned from.
_SUM = SentencePattern(
    r"\b(?P<article>the|its|our|an?)\s+(?P<name>(?:[a-z]+\s+){0,2}(?:budget|target|grant|fund|reserve|"
    r"saving|savings))\s+(?:for\s+(?P<for>(?:[a-z]+\s+){1,4}?))?(?:of|is|was)\s+(?P<sum>⟦m\d+⟧)",
    re.I,
)
# “The 12 files of one team” are not all that were counted.
_OF_SOME = re.compile(
    r"(?:[a-z’'-]+\s+){1,4}?(?:(?:of|in|from|for)\s+(?:one|a|an|each|some|other|another)\b"
    r"|(?:at|in)\s+(?-i:[A-Z])(?!arch|pril|ay\b))",
    re.I,
)
# What restricts a thing that is spoken of again, up to where it is told what became of it.
_RESTRICTED = re.compile(
    r"(?:\b(?:who|that|which)\s+(?:was|were|is|are|have|has|had)\b|"
    r"(?!\b(?:was|were|is|are|have|has|had|will|can)\b)[^⟦,;:.()]){0,90}",
    re.I,
)
# Words of a sentence that tell nothing more of what it counts.
_NEUTRAL = frozenset(
    content("number total figure counted stood total recorded altogether best highest years")
)
_BOUNDS = {">": "over", ">=": "at least", "<": "under", "<=": "up to", "~": "about"}
_SIDE_BY_SIDE = 60  # So many sentences of one day are laid side by side.
_RELATIVE = re.compile(
    r"(?:[a-z’'-]+\s+){1,4}?(?:who|whose|which|that|[a-z]+ed\s+(?:was|were|are)|in\s+hand)\b", re.I
)
_PLAIN = words_of("who that which was were is are have has had in on at by with of for to")
_LEAST, _LARGE = 10, 100  # Under so many a bound is no other number.
# So many stems name a thing, and beyond doubt; what is only a sort of things.
_NAMED, _FULL, _SORTS = 3, 4, ("kind", "sort", "type", "category")
# “That 17 girls were held” takes for known what was said before.
_TAKEN_FOR_KNOWN = re.compile(
    r"(?:(?:^|,\s|\b(?:concern|fact|regret|welcome|given|note)\s)that"
    r"|\b(?:when|while))\s$",
    re.I,
)
# What was said of it, up to what is now said of that.
_PREDICATE = re.compile(
    r"[^⟦,;:.()]{0,60}?\s(?:was|were|had|have|[a-z]+ed)\b"
    r"(?:(?!\b(?:is|are|has|shows?|means?|was|were|will|must|should|gives?|reflects?)\b)"
    r"[^⟦,;:.()]){0,60}",
    re.I,
)
# A pair that weighs so much is hardly of two things.
_SURELY = 6.0
_SOME_BY_ORDER = re.compile(r"\b(?:first|last|next|other|remaining|top|bottom)\s+$", re.I)
_OWNER = ("’s", "'s")
_CONTRACTED = ("it’s", "it's", "that’s", "that's")
_KNOWN_WORDS = ("the", "all", "these", "those", "our", "its", "their")


@constraint("number-unlike-before", "C08; source of error 8", follows=("parts-of-whole",))
def unlike_before(reading: Reading) -> Iterator[Denial]:
    """One thing has one value throughout a report."""
    for rows in shared(reading, _named).values():
        # What was said in the same words says nothing more.
        earlier: dict[tuple, Quantity] = {}
        for item in rows:
            known = _is_known(item) or _is_presupposed(item)
            near = list(earlier.values())[-_SIDE_BY_SIDE:] if known else []
            other = _antecedent(near, item)
            if other and (other.value == item.value or _is_mistyped(item, other, reading)):
                yield _denial(item, other)
            earlier.setdefault((item.value, item.sentence.said()), item)
    yield from unlike_wholes(reading)
    yield from _of_one_day(reading)
    yield from over_tables(reading)
    yield from known_counts(reading)
    yield from _said_again(reading)
    yield from guesses(groups_again(reading))
    yield from last_reports(reading)


def _said_again(reading: Reading):
    """Numbers that nothing bears out, beside what the paper says of the same thing elsewhere."""
    for pair in unlike_pairs(reading):
        item, other = pair.item, pair.other
        says = f"The report has {plain(item.number)} here and {plain(other.number)} at "
        says += f"{other.line.at}, apparently for the same thing."
        mend = "Use one value for one thing, or explain the difference."
        sure = Sure.JOINED if pair.weight >= _SURELY else Sure.GUESSED
        # Two numbers may be of two things, however alike their words are.
        yield Denial(item.line, item.number, says, mend, sure, is_proved=False)


def _denial(item: Quantity, other: Quantity):
    if other.value == item.value:
        first = f"{_BOUNDS[other.phrase.number.bound]} {other.phrase.number.words}"
        says = (
            f"The report has “{first}” at {other.line.at}, and “{item.phrase.number.words}” here."
        )
        return Denial.of(item, says, "Use the exact number in both places, or neither.")
    before = plain(other.phrase.number)
    says = f"The report has {item.phrase.said} here and {before} at {other.line.at}."
    # Two numbers that no slip parts, and that are far from each other, may be of two things.
    kind = item.phrase.number.kind
    alike = slip(item.value, other.value, kind) > FAR or is_mistyped(item.value, other.value, kind)
    sure = Sure.JOINED if alike else Sure.GUESSED
    return Denial.of(item, says, "Use one value for one thing, or explain the difference.", sure)


def _of_one_day(reading: Reading):
    """Two sentences that say the same of one day or period, but for their one number."""
    index = defaultdict(list)
    for row in statements(reading):
        rows = [item for item in row.quantities if item.phrase.role in (TOTAL, MEAN)]
        if len(rows) != 1 or len(row.quantities) != 1 or not rows[0].dates:
            continue
        item, named = rows[0], content(MARK.sub(" ", row.sentence.text)) - _NEUTRAL
        entries = index[item.dates, item.phrase.number.kind, item.phrase.ages, named]
        if len(named) > 1 and entries and entries[0].value != item.value:
            yield _denial(item, entries[0])
        entries.append(item)


@constraint("sum-unlike-before", "C08; source of error 8")
def sums_unlike_before(reading: Reading) -> Iterator[Denial]:
    """A budget, target or grant that is mentioned again is the same sum."""
    known = {}
    for row in statements(reading):
        for match in _SUM.finditer(row.sentence.text):
            item = next(
                number for number in row.quantities if number.phrase.start == match.start("sum")
            )
            other = known.setdefault((row.section, stems(match["name"])), item)
            again = match["article"].casefold() in ("the", "its", "our")
            times = other.dates == item.dates or not (other.dates and item.dates)
            if again and times and other.value != item.value and not item.phrase.number.bound:
                opening = match.group()[: match.start("sum") - match.start()]
                says = (
                    f"The report has {opening}{item.phrase.number.words} here and "
                    f"{other.phrase.number.words} at {other.line.at}."
                )
                mend = "Use one value for one thing, or explain the difference."
                yield Denial.of(item, says, mend)


def _named(reading: Reading):
    """Head of a noun phrase → every count of a paper that has it, in order."""
    index = defaultdict(list)
    for row in statements(reading):
        for item in row.quantities:
            counted = item.phrase.is_stock or (
                item.phrase.role == BOUND and item.phrase.number.bound
            )
            # “At their lowest of the three counts” has no number of things.
            is_of_things = item.phrase.head not in ("", "count", "figure", "number", "value")
            if is_of_things and item.phrase.number.kind == COUNT and counted:
                index[item.phrase.head].append(item)
    return index


def _is_mistyped(item: Quantity, other: Quantity, reading: Reading):
    """Whether a number is no whole of others or may be a slip for that one, and nothing else bears
    it out."""
    wholes = {phrase.base for row in phrases_of(item.line) for phrase in row}
    alone, typed = item.phrase.mark not in wholes, slip(item.value, other.value, COUNT)
    if typed <= NEAR and (not alone or _follows(item, reading)):
        return False
    return (alone or typed > 0) and _is_new(item, reading)


def _follows(item: Quantity, reading: Reading):
    """Whether a number is reckoned from others, or counted elsewhere in its section."""
    every = figures(reading)
    own = every.of(item.line, item.phrase.number)
    section = every.around(own) if own else ()
    counted = any(row.value == item.value and row.line is not item.line for row in section)
    return counted or is_borne(reading, item.line, item.phrase.number)


def _is_new(item: Quantity, reading: Reading):
    """Whether nothing else of the paper has the number for things of that name, nor gives it."""
    lines = texts_with(reading)[item.value]
    named = [text for text in lines if item.phrase.head in _stems_of(text)]
    described = len(_description(item)) >= _FULL
    return len(named) < 2 and (described or not _is_reckoned(item, reading))


_stems_of = lru_cache(_SIDE_BY_SIDE)(stems)


def _is_reckoned(item: Quantity, reading: Reading):
    """Whether a number is a sum or difference of two that stand before it in its section."""
    rows = before(statements(reading), item.order, _FAR)
    values = {other.value for row in rows for other in row.counts if other is not item}
    return any(value + item.value in values or item.value - value in values for value in values)


def _is_known(item: Quantity):
    article = item.phrase.article
    # “The first two rows” are some of the rows.
    if _SOME_BY_ORDER.search(item.sentence.text[: item.phrase.start]):
        return False
    return article in _KNOWN_WORDS or (article.endswith(_OWNER) and article not in _CONTRACTED)


def _is_presupposed(item: Quantity):
    start = item.phrase.start
    known = _TAKEN_FOR_KNOWN.search(item.sentence.text, max(0, start - 30), start)
    return bool(known and _predicate(item))


def _predicate(item: Quantity):
    match = _PREDICATE.match(item.sentence.text, item.phrase.end)
    # With a number of its own it says something new.
    cut = match and item.sentence.text.startswith("⟦", match.end())
    return stems(match.group()) - _PLAIN if match and not cut else frozenset()


def _antecedent(earlier: list[Quantity], item: Quantity) -> Quantity | None:
    """The one number that what is spoken of had before; None where it may be another thing."""
    alike = [row for row in earlier if _may_be_meant(row, item) and _is_one_thing(row, item)]
    values = {row.value for row in alike}
    if len(values) != 1:
        return None
    bounds = bool(alike[-1].phrase.number.bound), bool(item.phrase.number.bound)
    if item.value in values:
        return alike[-1] if bounds == (True, False) and item.value >= _LEAST else None
    return None if any(bounds) else alike[-1]


def _is_one_thing(row: Quantity, item: Quantity):
    """Whether a thing that is spoken of as known is the one counted before: it has the same
    words, or all that restricts it was said there."""
    if row.phrase.ages != item.phrase.ages or {*_SORTS} & {*item.phrase.noun}:
        return False
    general = row.phrase.head in _GENERAL and len({*row.phrase.noun} - {"young"}) == 1
    # So large a number with two digits swapped is hardly one of others.
    general = general and not (item.value >= _LARGE and is_swapped(item.value, row.value))
    if not _is_known(item):
        predicate = _predicate(item)
        return len(predicate) >= _NAMED and predicate <= _stems_of(row.sentence.text)
    same = frozenset(row.phrase.noun) == frozenset(item.phrase.noun)
    if same and _RELATIVE.match(item.phrase.clause):
        # “The 52 carers who replied” are not all that were asked.
        same = _description(item) <= _stems_of(row.sentence.text)
    if same and (not general or row.dates & item.dates):
        return True
    restricted = _description(item)
    if len(restricted) < _NAMED or not frozenset(row.phrase.noun) <= restricted:
        return False
    values = {number.value for number in row.sentence.marks("c")}
    return restricted <= _stems_of(row.sentence.text) and item.value not in values


def _description(item: Quantity):
    """The stems of a noun phrase with what restricts it."""
    match = _RESTRICTED.match(item.sentence.text, item.phrase.end)
    return stems(match.group()) - _PLAIN


def _may_be_meant(row: Quantity, item: Quantity):
    """Whether the number before is of the whole thing, at no other time."""
    part = row.phrase.base is not None or row.phrase.anaphor or row.phrase.of
    own = item.phrase.base is not None or item.phrase.anaphor or item.phrase.of
    times = row.dates & item.dates or not (row.dates and item.dates)
    # “The other two applications”, “the six other councils” are not all that were counted.
    rest = item.phrase.role == REST or item.phrase.clause.lstrip().startswith("other ")
    part = part or rest != (row.phrase.role == REST)
    own = own or (_OF_SOME.match(item.phrase.clause) and not _OF_SOME.match(row.phrase.clause))
    return not (part or own) and bool(times) and is_of_one_term(row, item)
