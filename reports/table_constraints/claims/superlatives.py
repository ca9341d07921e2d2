"""Rows that are called the largest, best or fewest, against each column that may be meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EXCEPTIONS, EXPECTATIONS, NEGATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import beside_tables, is_of_table, rows_counted, rows_named
from reports.quantities.tables import TOTAL, Shown, names_loosely
from reports.table_constraints.claims.clauses import clause_around
from reports.table_constraints.claims.directions import is_of_time
from reports.table_constraints.claims.other_numbers import has_other_numbers, is_count

_ELSE = (
    r"(?:any(?:thing|one|body|where)?(?:\s+of\s+the)?\s+(?:others?|else)|"
    r"all\s+(?:of\s+)?(?:the\s+)?others)"
)
_HIGH = (
    r"most(?:\s+(?:common(?:ly)?|often|frequent(?:ly)?|usual(?:ly)?|numerous|popular|used|typical|heavily\s+[a-z]+))?|"
    r"highest|largest|biggest|greatest|busiest|commonest|heaviest|longest|slowest|"
    rf"(?:more|higher|larger|longer)\b[^⟦.;:,]{{0,40}}?\bthan\s+(?:in\s+|at\s+|for\s+|from\s+)?{_ELSE}"
)
_LOW = (
    r"least(?:\s+(?:common|often|frequent|usual|used))?|lowest|smallest|fewest|rarest|quietest|lightest|shortest|quickest|fastest|"
    rf"(?:fewer|less|lower|smaller|shorter)\b[^⟦.;:,]{{0,40}}?\bthan\s+(?:in\s+|at\s+|for\s+|from\s+)?{_ELSE}"
)
_CUE = SentencePattern(
    rf"(?<!\bat\s)(?<!\bfor\s)\b(?>(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<best>best|strongest)|(?P<worst>worst|poorest|weakest))\b"
    r"(?!\s+(?:recent\w*|important\w*|serious|vulnerable|likely|urgent|appropriate|complex|interests?|practice|value|"
    r"possible|pressing|notabl[ey]|striking|able|welcome|needed)\b)",
    re.I,
)
# “Most young people” and “in most years” are shares; “the most” and “had fewest” are ranks.
_BARE = re.compile(r"(?:most|least)", re.I)
_RANKED = re.compile(
    r"\b(?:the|ha[sd]|have|saw|took|received|sent|made|got|gave|with|supplied|holds?|held)\s+$",
    re.I,
)
# “They excluded most in the spring.”
_DID_MOST = re.compile(r"\b[a-z]{3,}ed\s+$"), re.compile(r"\s+(?:in|during|at|from)\s+the\b")
_THEY = re.compile(r"\W*(?:they|it|these|this)\b", re.I)
_SHARE = re.compile(r"\b(?:proportions?|shares?|percentages?|rates?|per\s+cent)\b", re.I)
_PLAIN = stems_in(
    "number group category reason cause source share figure result results single area service "
    "part type kind way"
)
_OF_THOSE = re.compile(
    r"\s+of\s+(?:(?:all|the|these|those|our)\s+)*(?:⟦c\d+⟧\s+)?(?P<noun>[a-z-]+)", re.I
)
_NOUN_ENDS = re.compile(
    r"[,;:.⟦(]|\b(?:was|were|is|are|than|in|at|with|of|among|came|comes|come|has|had|have|from|for|by|and|to|on|that)\b",
    re.I,
)
# “The second largest”, “one of the highest”.
_OTHER_RANK = re.compile(
    r"\b(?:fourth|fifth|one\s+of\s+(?:the|our)|among(?:st)?\s+(?:the|our)|two|three|joint|equal|its|their|"
    r"our|his|her|⟦c\d+⟧)\s+(?:[a-z]+\s+)?$"
    r"|\b(?:one\s+of|among(?:st)?)\s+(?:the|our)\s+[a-z]+\s+(?:with|that\s+have)\s+the\s+$",
    re.I,
)
_PLACED = re.compile(r"\b(?:the\s+)?(?P<nth>second|third|next)[\s-]+(?:[a-z]+\s+)?$", re.I)
_PLACES = {"second": 2, "next": 2, "third": 3}
# “After them, the most used is …”: the next; “after schools and colleges” behind those rows.
_BEHIND_THEM = re.compile(
    r"\W*(?:after|next\s+to|apart\s+from|besides|leaving\s+aside|other\s+than|behind)\s+"
    r"(?:(?P<them>th|it\b|all)|(?P<rows>[^⟦,;:.]{3,60}),)",
    re.I,
)
_ANY_OTHER = re.compile(r"\bthan\b.*\b(?:any\w*|all)\b", re.I)
# “Much the most expensive form of care”: of its price, which no count beside it is.
_OF_PRICE = re.compile(r"\s+(?:expensive|costly|dear)\b", re.I)
_BUT_ONE = re.compile(r"[^.;:,]{0,40}\b(?:but|bar)\s+(?:one|two|⟦c)", re.I)
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{NEGATIONS}|{EXCEPTIONS}|{CONDITIONS}|{EXPECTATIONS}|"
    r"aside|since|ever|on\s+record|likely|rises?|increases?|falls?|drops?|"
    r"reductions?|decreases?|growth|changes?|improvements?|difference|gap|rose|fell|"
    r"grew|per\s+head|proportion(?:ate|ally)\w*|combined|together|both|each)\b",
    re.I,
)
_BREAKS = re.compile(
    r"[;:]|\.\s|,\s|\b(?:but|while|whereas|although|though|because|which|where)\b", re.I
)
_REST = re.compile(
    r"\b(?:others?|unknown|not\s+(?:known|recorded|stated)|remaining|none|no\s|not\s+in)\b", re.I
)
_FEWEST, _MEND = 3, "Name the row that the table has."


@dataclass(frozen=True)
class _Head:
    """A column by its place, its words and the kind of its numbers."""

    place: int
    words: str
    kind: str


@dataclass(frozen=True)
class _Claim:
    """A stretch that names a row, and the word that ranks it, behind the rows that it passes."""

    word: re.Match
    ahead: str
    behind: str
    clause: str
    is_alone: bool
    place: int = 1
    passed: str | None = ""

    @property
    def sign(self) -> int:
        return 1 if self.word["high"] or self.word["best"] else -1

    @property
    def is_judged(self) -> bool:
        return bool(self.word["best"] or self.word["worst"])


def superlatives(reading: Reading) -> Iterator[Denial]:
    """The row that is called the largest, the best or the least is so in the table near."""
    for row, tables in beside_tables(reading):
        claims = [*_claims(row)]
        for claim in claims:
            wrong = [_denied(row, table, claim, claims[0]) for table in tables]
            wrong = [x for x in wrong if x is not None]
            if len(wrong) == 1 and wrong[0]:
                yield wrong[0]


def _claims(row: Statement) -> Iterator[_Claim]:
    """Each word of rank of a sentence with its clause."""
    text = row.sentence.text
    cues = [x for x in _CUE.finditer(text) if _is_rank(text, x)]
    behind = _BEHIND_THEM.match(text) or {"them": "", "rows": ""}
    after_all = 1 if behind["them"] else 0
    for at, cue in enumerate(cues):
        start, end = clause_around(text, cue, _BREAKS)
        first = max(start, cues[at - 1].end() if at else 0)
        last = min(end, cues[at + 1].start() if at + 1 < len(cues) else len(text))
        if not _UNSURE.search(text[start:end]):
            # “More came from schools than from any other source” names its row inside.
            ahead = text[first : cue.end() if _ANY_OTHER.search(cue.group()) else cue.start()]
            alone = len(cues) == 1
            # “The most visits and the lowest share”: each is of its own column.
            clause = text[start:end] if alone else text[first:last]
            nth = _PLACED.search(text[: cue.start()])
            rank = _PLACES[nth["nth"].casefold()] if nth else 1 + after_all
            yield _Claim(cue, ahead, text[cue.end() : last], clause, alone, rank, behind["rows"])


def _is_rank(text: str, cue: re.Match) -> bool:
    """True for a word that ranks one row above all others."""
    if _OF_PRICE.match(text, cue.end()):
        return False
    lead = text[: cue.start()]
    of = re.match(r"\s+of\b", text[cue.end() :])
    did = _DID_MOST[0].search(lead) and _DID_MOST[1].match(text, cue.end())
    if _BARE.fullmatch(cue.group()) and (of or not (did or _RANKED.search(lead))):
        return False
    return not (_OTHER_RANK.search(lead) or _BUT_ONE.match(text, cue.end()))


def _denied(row: Statement, table: Shown, claim: _Claim, first: _Claim) -> Denial | bool | None:
    """The denial of a claim in a table; False where it is right, None where it is of none."""
    place = _row_of(row, table, claim, first)
    rows = _ranked_rows(table)
    if place is None or place not in rows or len(rows) < _FEWEST or not is_of_table(row, table):
        return None
    if has_other_numbers(row, table, claim.clause):
        return None
    columns = _columns(row, table, claim, rows)
    if not columns:
        return None
    passed = len(rows_named(table, claim.passed)) if claim.passed else 0
    nth = claim.place + passed
    # “After the first, that was second” of all, or of the others.
    ranks = {nth, claim.place} if claim.place > 1 else {nth}
    for values in columns:
        beyond = sum(value * claim.sign > values[place] * claim.sign for value in values.values())
        level = sum(value == values[place] for value in values.values())
        if any(beyond < rank <= beyond + level for rank in ranks):
            return False
    values = columns[0]
    top = sorted(values, key=lambda at: -values[at] * claim.sign)[nth - 1]
    says = f"By the {table.kind} ({table.grid.at}) that is “{table.rows[top]}”, and not "
    says += f"“{table.rows[place]}”, but the report has “{claim.word.group()}”."
    return Denial(row.line, row.span, says, _MEND)


def _ranked_rows(table: Shown) -> list[int]:
    """The rows that are neither what is left nor, in half of the columns, all others together."""
    rows = [at for at in rows_counted(table) if not _REST.search(table.rows[at])]
    columns = zip(*(table.numbers[at] for at in rows), strict=False)
    counts = [[x.value for x in column] for column in columns if all(map(is_count, column))]
    wholes = [[value * 2 == sum(column) for value in column] for column in counts]
    many = max(1, len(wholes))
    return [at for place, at in enumerate(rows) if sum(x[place] for x in wholes) * 2 < many]


def _row_of(row: Statement, table: Shown, claim: _Claim, first: _Claim) -> int | None:
    """The one row on the side of the word of rank on which the first of its sentence has one."""
    is_ahead = bool(_named(row, table, first.ahead))
    named = _named(row, table, claim.ahead if is_ahead else claim.behind)
    other = _named(row, table, claim.behind) if is_ahead and claim.is_alone else []
    return named[0] if len(named) == 1 and set(other) <= set(named) else None


def _named(row: Statement, table: Shown, text: str) -> list[int]:
    rows = rows_named(table, row.sentence.said(text))
    # “19” may count anything, and “16 and 17” or “16–17” names a band.
    named = [at for at in rows if re.search(r"\D", table.rows[at])]
    return [at for at in named if not _REST.search(table.rows[at])]


def _noun(behind: str) -> str:
    """The things that a word of rank is of: “the largest project”, “the smallest of five wards”."""
    of = _OF_THOSE.match(behind)
    return of["noun"] if of else _NOUN_ENDS.split(behind)[0]


def _cells(table: Shown, rows: Sequence[int]) -> dict[_Head, dict[int, Fraction]]:
    """Each column with a number of one kind in each of those rows."""
    made = {}
    for at, head in enumerate(table.headings):
        numbers = [table.numbers[x][at] for x in rows if at and at < len(table.numbers[x])]
        numbers = [x for x in numbers if x is not None]
        if len(numbers) == len(rows) and len({x.kind for x in numbers}) == 1:
            values = {x: number.value for x, number in zip(rows, numbers, strict=True)}
            made[_Head(at, head, numbers[0].kind)] = values
    return made


def _columns(
    row: Statement, table: Shown, claim: _Claim, rows: Sequence[int]
) -> Sequence[dict[int, Fraction]]:
    """The values of every column that a claim may be of, and the shares of one column in another
    where it names none."""
    cells = _cells(table, rows)
    shares = [x for x in cells if x.kind == PERCENT]
    if claim.is_judged:
        return [cells[shares[0]]] if len(shares) == 1 else []
    chosen = _chosen(row, table, claim, [*cells])
    heads = " ".join(table.headings)
    known = heads if _OF_THOSE.match(claim.behind) and not table.is_list else table.text
    if not chosen and stems_in(_noun(claim.behind)) - _PLAIN - stems_in(known):
        return []
    written = _written(row, claim)
    made = [cells[x] for x in chosen or cells]
    if chosen and (not _SHARE.search(written) or any(x in shares for x in chosen)):
        return made
    for part, base in permutations((x for x in cells if x.kind == COUNT), 2):
        if all(cells[base].values()) and (part in chosen or not chosen):
            shares = {x: cells[part][x] / cells[base][x] for x in rows}
            # So many for each are no share, and rank nothing unless they are asked for.
            if max(shares.values()) <= 1 or _SHARE.search(written) or is_of_time(written):
                made.append(shares)
    if len({x.kind for x in cells}) == 1:
        own = [cells[x] for x in cells if not TOTAL.match(x.words)]
        made.append({x: sum((column[x] for column in own), Fraction(0)) for x in rows})
    return made


def _written(row: Statement, claim: _Claim) -> str:
    """The clause of a claim, or its sentence up to its end where it begins with “they”."""
    if not _THEY.match(claim.clause):
        return row.sentence.said(claim.clause)
    text = row.sentence.text
    return row.sentence.said(text[: text.index(claim.clause) + len(claim.clause)])


def _chosen(row: Statement, table: Shown, claim: _Claim, heads: Sequence[_Head]) -> Sequence[_Head]:
    """The columns that a claim names: of how long something took, by what is ranked, by name."""
    written, caption = _written(row, claim), stems_in(table.grid.caption)
    own = stems_in(written) - stems_in(" ".join(table.rows)) - caption
    noun = stems_in(_noun(claim.behind)) - _PLAIN
    noun = noun if _OF_THOSE.match(claim.behind) else noun - caption
    plain = [x for x in heads if not TOTAL.match(x.words)] or heads
    timed = [x for x in plain if is_of_time(x.words)] if is_of_time(written) else []
    ranked = [x for x in heads if noun & stems_in(x.words)]
    named = [x for x in plain if x.words and names_loosely(written, x.words)]
    return timed or ranked or named or [x for x in plain if own & stems_in(x.words)]
