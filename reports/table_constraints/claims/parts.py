"""The part of all that one row is claimed to be: `the homes supply more than half of them`, `one
complaint in five came from grandparents`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.asides import (
    AIMS,
    CONDITIONS,
    EARLIER_TIMES,
    EXCEPTIONS,
    EXPECTATIONS,
    NEGATIONS,
    OTHER_AREAS,
)
from reports.prose.numbers import COUNT, SMALL, numbers
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, IN_PART, Claim, claim_of
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import beside_tables, rows_counted
from reports.quantities.tables import TOTAL, Shown, names, names_loosely
from reports.table_constraints.claims.clauses import clause_around
from reports.table_constraints.claims.groups import called, is_together, rows_alike
from reports.table_constraints.claims.names import rows_meant

# “One complaint in five” is one in five.
_ONE_THING_IN = re.compile(
    rf"\b(?P<part>{SMALL})\s+(?!in\b)[a-z-]+\s+in\s+(?P<base>(?:every\s+|each\s+)?(?:{SMALL}))\b"
    r"(?!\s+(?:days?|weeks?|months?|years?|hours?|minutes?|quarters?|terms?))",
    re.I,
)
# “Assaults of both kinds” are the rows of assaults.
_KINDS = re.compile(
    r"\b(?:of\s+)?(?:both|all(?:\s+(?:two|three|four|five))?)\s+(?:kinds|sorts|types)\b", re.I
)
# A row that makes up a part, and a part that is or comes from a row.
_MAKES = re.compile(
    r"\b(?:suppl(?:y|ies|ied)|provid(?:e|es|ed)|contribut(?:e|es|ed)|ma(?:ke|kes|de)(?:\s+up)?|accounts?(?:ed)?\s+for|"
    r"accounted\s+for|represents?|represented|forms?|formed|generat(?:e|es|ed)|sent|sends?|raised|brought|is|are|was|were|"
    r"explains?|explained)\s+(?:themselves\s+)?(?:now\s+|only\s+|still\s+|rather\s+|well\s+|some\s+)*$",
    re.I,
)
_COMES = re.compile(
    r"\b(?:comes?|came|falls?|fell|is|are|was|were|lies?|lay|sits?|sat|stems?|stemmed|arises?|arose|relates?|related|"
    r"concerns?|concerned|lives?|lived|goes|went|belongs?|made|raised|sent|brought)\b",
    re.I,
)
_LEADING = re.compile(r"^\W*(?:in|at|for|among(?:st)?|of|within|across|on|during|as\s+for)\b", re.I)
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{NEGATIONS}|{EXCEPTIONS}|{CONDITIONS}|"
    rf"{EXPECTATIONS}|nearly\s+all|but|outside|than\s+(?:a|an|the|in|any)|before|"
    r"last|rose|fell\s+by|rise|increase\w*|decrease\w*|both|together|between\s+them|"
    r"of\s+(?:these|them|whom|which|its|their)|per|time|half-?\s?year|"
    r"quarters?\s+of\s+an)\b",
    re.I,
)
# “With emotional abuse it accounts for four fifths” is of two rows.
_WITH = re.compile(
    r"\W*(?:(?:along|combined|taken)\s+)?(?:with|including|counting|add|adding)\b", re.I
)
# “All of the delayed actions”: of those that a column counts.
_OF_SET = re.compile(r"\s+(?:of\s+)?(?:the|our|those)\s+(?P<set>[a-z][a-z -]{2,40})", re.I)
# “Those outstanding” are in the one column of what is not so.
_LACKING = re.compile(
    r"\b(?:not|no|without|late|overdue|missing|outstanding|delayed|incomplete|vacan\w+|lapsed|expired|un[a-z]+ed|out\s+of\s+date)\b",
    re.I,
)
_ADVERBS = re.compile(
    r"\b(?:rather|just|well|only|perhaps|roughly|slightly|about|now|thus|overall|in\s+all|a\s+little|some|so|and|still|"
    r"again|indeed)\b",
    re.I,
)
_BREAKS = re.compile(
    r"[;:]|\.\s|,\s+(?:and|but|while|whereas|though|although|where|which|who|as)\b", re.I
)
_OR_MORE = re.compile(r"\bor\s+(?:better|worse|above|below|more|less|over|under)\b", re.I)
_NEAR_WORDS, _WIDE, _MEND = 6, 3, "Write what the numbers show."


@dataclass(frozen=True)
class _Part:
    """A share in words with the stretches before and behind it in its clause."""

    words: str
    claim: Claim
    ahead: str
    behind: str

    @property
    def is_absolute(self) -> bool:
        """True for all and none, which are claimed of some set."""
        return self.claim.least == self.claim.most

    @property
    def clause(self) -> str:
        return f"{self.ahead} {self.words} {self.behind}"


def parts(reading: Reading) -> Iterator[Denial]:
    """The row of a table or list that is called so much of all is so much of its column."""
    rows = statements(reading)
    totals = {x.value for row in rows for x in row.counts}
    for row, tables in beside_tables(reading):
        part = _part_of(row)
        earlier = just_before(rows, row.order - 1) if part else None
        for table in tables if part else ():
            if row.line.at == table.grid.at or not _is_of_time(row, part, table):
                continue
            if earlier and _is_of_others(earlier, table):
                continue
            for turned in (table, *_turned(table)):
                places = _rows_of(turned, part)
                if places:
                    yield from _denied(row, turned, places, part, totals)
                    break


def _is_of_others(earlier: Statement, table: Shown) -> bool:
    """True if the sentence before counts other things: `There were 204 compliments.`"""
    printed = {x.value for line in table.numbers for x in line if x} | table.values
    counts = [x for x in earlier.counts if x.phrase.head and x.phrase.is_stock]
    return bool(counts) and all(
        x.value not in printed and x.phrase.head not in stems(table.text) for x in counts
    )


def _turned(table: Shown) -> Sequence[Shown]:
    """A table with its columns as rows, where one of them is the total of the others."""
    totals = [x for x in table.headings[1:] if TOTAL.match(x)]
    whole = len(totals) == 1 and len(table.headings) > _WIDE and not table.is_list
    return (table.flipped,) if whole else ()


def _part_of(row: Statement) -> _Part | None:
    """The one share in words of a sentence."""
    text = _ONE_THING_IN.sub(r"\g<part> in \g<base>", row.sentence.said())
    text = _KINDS.sub("jointly", text)
    claims = [x for x in CLAIM.finditer(text) if _may_claim(x)]
    claim = claim_of(claims[0]) if len(claims) == 1 else None
    if claim is None:
        return None
    start, end = clause_around(text, claims[0], _BREAKS)
    if (claims[0]["all"] or claims[0]["none"]) and not _OF_SET.match(text, claims[0].end()):
        return None
    ahead, behind = text[start : claims[0].start()], text[claims[0].end() : end]
    # “Good or better” takes in another row.
    if _WITH.match(ahead) or _UNSURE.search(f"{ahead} | {behind}"):
        return None
    if IN_PART.search(behind) or _OR_MORE.search(behind):
        return None
    return _Part(claims[0].group().strip(), claim, ahead, behind)


def _is_of_time(row: Statement, part: _Part, table: Shown) -> bool:
    """True unless the clause of a part names a date that the table does not."""
    days = [day.words.rstrip(".") for day in row.sentence.marks("d")]
    return all(names(table.text, day) for day in days if day in part.clause)


def _may_claim(match: re.Match) -> bool:
    """True for all, none, most and fractions; “no” and “every” are of other things."""
    absolute = (match["all"] or match["none"] or "").casefold()
    return bool(match["most"] or match["fraction"] or absolute in ("all", "none"))


def _rows_of(table: Shown, part: _Part) -> Sequence[int]:
    """The row that makes up the part, or from which it comes, or those of one kind that do."""
    makes = _MAKES.search(part.ahead)
    # “The placements shown as other are mostly lodgings”: of what it is made, and no share of all.
    if makes and part.words.casefold() == "mostly" and part.behind.strip(" .,;"):
        return ()
    if makes and not _LEADING.match(part.ahead):
        subject = part.ahead[: makes.start()]
        named, others = rows_meant(table, subject), rows_meant(table, part.behind)
        if not named and is_together(subject):
            return rows_alike(table, subject)
        return named if len(named) == 1 and not set(others) - set(named) else ()
    if _ADVERBS.sub("", part.ahead).strip(' "“(–-,'):
        return ()
    verb = _COMES.search(part.behind)
    if not verb or rows_meant(table, part.behind[: verb.start()]):
        return ()
    near = " ".join(part.behind[verb.end() :].split()[:_NEAR_WORDS])
    named = rows_meant(table, near)
    return named if len(named) == 1 else ()


def _denied(
    row: Statement, table: Shown, places: Sequence[int], part: _Part, totals: set[Fraction]
) -> Iterator[Denial]:
    shares = _shares(table, places, part, totals)
    if shares and all(map(part.claim.is_denied, shares)):
        share = shares[-1]
        if any(not part.claim.is_denied(x) for x in _of_its_columns(table, places)):
            return
        says = f"By the {table.kind} ({table.grid.at}) {called(table, places)} is "
        says += f"{number_text(share * 100, 1)}% of all, but the report uses “{part.words}”."
        yield Denial(row.line, row.span, says, _MEND)


def _of_its_columns(table: Shown, places: Sequence[int]) -> Iterator[Fraction]:
    """What each column of rows is of each before it: of those due so many were in time."""
    for at in places:
        counts = [x.value for x in table.numbers[at] if x is not None and x.kind == COUNT]
        yield from (Fraction(y) / x for x, y in combinations(counts, 2) if 0 < y <= x)


def _shares(
    table: Shown, places: Sequence[int], part: _Part, totals: set[Fraction]
) -> list[Fraction]:
    """The share that rows have in each column of counts that may be meant."""
    rows, made = rows_counted(table), {}
    for at, head in enumerate(table.headings):
        column = [cells[at] if at < len(cells) else None for cells in table.numbers]
        own = [column[x] for x in rows]
        if not at or any(x is None or x.kind != COUNT for x in own):
            continue
        total = sum((x.value for x in own), Fraction(0))
        printed = [column[x] for x in range(len(column)) if x not in rows]
        is_whole = any(x and x.value == total for x in printed) or total in totals
        is_whole = is_whole or total in {x.value for x in numbers(table.grid.caption)}
        if total and is_whole:
            made[head] = sum((Fraction(column[x].value) for x in places), Fraction(0)) / total
    own = stems_in(part.clause) - stems(" ".join(table.rows[x] for x in places))
    named = [x for x in made if x and (names_loosely(part.clause, x) or own & stems_in(x))]
    named = [x for x in named if not TOTAL.match(x)]
    of_set = _OF_SET.match(part.behind)
    base = stems_in(of_set["set"]) if of_set else frozenset()
    lacking = [x for x in made if _LACKING.search(x)]
    if not named and of_set and _LACKING.search(of_set["set"]) and len(lacking) == 1:
        named = lacking
    if not named and (part.is_absolute or base - stems_in(table.text)):
        return []
    return [made[x] for x in named or made]
