"""What the text says of a row of a table, or of its total, against the table."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import ITEM, Reading
from reports.constraints.table_directions import directions
from reports.prose.asides import EXCEPTIONS, NEGATIONS
from reports.prose.content import words_of
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import number_text, plain
from reports.prose.quantities.phrases import PAIR, stems
from reports.quantities.derivation.slips import SMALL, is_mistyped, slip
from reports.quantities.derivation.support import is_borne
from reports.quantities.grammar import phrases
from reports.quantities.model import Denial, Quantity, Statement, Sure, constraint, guesses
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.counted_near import divides_a_whole
from reports.quantities.repeats.mentions import Mention, is_range, mentions
from reports.quantities.roles import BOUND, CHANGE
from reports.quantities.roles import TOTAL as STATED
from reports.quantities.selections import beside_tables, is_of_others
from reports.quantities.tables import (
    QUARTERS,
    THREE_MONTHS,
    TOTAL,
    Shown,
    names,
    names_loosely,
)
from reports.table_constraints.grids.meant_cells import (
    OF_SIGHT,
    around,
    cells_meant,
    has_other_whole,
    is_beside,
    is_pinned,
    row_of_values,
)
from reports.table_constraints.grids.text_sums import sums_in_text

# “In all 72 cases” sums nothing up.
_IN_ALL = re.compile(
    r"\b(?:altogether|in\s+total|a\s+total\s+of|(?:were|are)\s+in\s+all|in\s+all(?=\W*(?:[,.;:)]|$)))\b",
    re.I,
)
_IN_THE_YEAR = re.compile(r"\b(?:in|over|during|across)\s+the\s+(?:whole\s+)?year\b", re.I)
# “Foster care, the leading sector in 2020, came down to 21” has 21 of now.
_OF_A_TIME_BEFORE = re.compile(r",[^,⟦]*⟦d\d+⟧,[^,⟦]*\bto\s+$")
_ANOTHER_TIME = re.compile(
    r"\b(?:before|last|previous\w*|earlier|ago|had\s+been(?!\s+[a-z]+e[dn]\b))\b", re.I
)
_THAN_THEN = re.compile(
    r"\b(?:more|fewer|less|higher|lower|up|down)\s+(?:than|on)\s+(?:in\s+|at\s+)?⟦d", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:nation\w*|england|region\w*|target|limit|average|expected\sto|would)\b|^without\b", re.I
)
_FROM, _TO = re.compile(r"\bfrom\s+$", re.I), re.compile(r"[^⟦.;]{0,30}?\bto\s+⟦", re.I)
_OF_A_ROW = re.compile(r"\bof\s+(?:the|these|our)\s+[^,]{3,60},\s*(?:some\s+|only\s+)?$", re.I)
_OF_OWN = re.compile(r"\W*of\s+(?:[a-z-]+\s+){2,4}(?:were|was|are|is|had|have|came|took)\b", re.I)
_THEIRS = re.compile(
    r"\W*(?:of\s+(?:theirs|ours|its|their)\b|(?:of\s+(?:those|them|these)\s+)?who\b)", re.I
)
# What makes a number one of more than a row, or of what is not in it.
_MORE = re.compile(
    rf"\b(?:{NEGATIONS}|{EXCEPTIONS}|or|others?|another|rest|remain\w*|the\s+next|aside|no|without|between|combined|together|besides|beyond|than|both|either|further|"
    r"but|including|of\s+which)\b",
    re.I,
)
_JOINED = re.compile(r",\s+(?:and|but|so|while|whilst|which)\b|;")
_JOINS = re.compile(r",\s|\b(?:and|while|but)\b")
# “30 closed by the police”: counted by what was done, of which a list of who sent them has no word.
_DONE = re.compile(
    r"\s*(?:were\s+|was\s+|had\s+been\s+)?([a-z]{3,}ed)(?=\s+(?:by|with|at|to|after|in)\b|\W*$)",
    re.I,
)
_TAIL = re.compile(r"\b(?:by|with|from|for|during)\s+(?:the\s+|an?\s+)?([a-z]{4,})", re.I)
_PEOPLE = PLAIN | words_of("child young person")
# A table of these counts no children.
_UNITS = words_of("household home carer staff worker post vacancy meeting placement")
# What another row or column has, in place of this; a row, a column of several and nothing more.
_OF_ANOTHER, _OF_THEM, _PINNED = 3.0, 1.0, 3.0
_LEAST, _MEND = 3.5, "Use the table’s value, or explain the difference."


@constraint(
    "text-unlike-table", "C08; source of error 8", follows=("parts-of-whole", "rank-denied")
)
def text_unlike_table(reading: Reading) -> Iterator[Denial]:
    """The text on a row of a table agrees with the table."""
    stated = {id(mention.number): mention for mention in mentions(reading)}
    for row, tables in beside_tables(reading):
        for table in tables:
            if table.is_list and row.line.kind == ITEM:
                continue
            for visible in (table, *table.turned):
                yield from _of_numbers(row, visible, stated, reading)
            yield from guesses(directions(row, table))
    yield from sums_in_text(reading)


def _of_numbers(row: Statement, table: Shown, known: Mapping[int, Mention], reading: Reading):
    """Each number of a sentence that speaks of one row, and is in no cell of it that is meant."""
    written, text = row.sentence.said().casefold(), row.sentence.text
    other_days = (
        day for day in row.sentence.marks("d") if not names(table.text, day.words.rstrip("."))
    )
    then = len(table.periods) < 2 and _ANOTHER_TIME.search(written)
    if divides_a_whole(row) or any(other_days) or then or _ELSEWHERE.search(written):
        return
    than = _THAN_THEN.search(text)
    for item in row.quantities:
        # “Nineteen passed, six more than in 2018”: the first is of another year than is named.
        if than and item.phrase.role != CHANGE and len(row.sentence.marks("d")) == 1:
            continue
        role, is_percent = item.phrase.role, item.phrase.number.kind == PERCENT
        is_end = role == BOUND and not is_range(item.phrase, row.sentence)
        exact = item.phrase.is_stock or item.phrase.is_sum or role == CHANGE or is_percent or is_end
        people = () if table.named & _UNITS else _PEOPLE
        foreign = frozenset(item.phrase.noun) - table.named - PLAIN.union(people)
        foreign = foreign if table.grid.caption or not table.is_list else ()
        foreign = foreign or is_of_others(item, table, reading)
        is_other = foreign or _is_part_of_row(item, table) or table.is_parted(item.line, item.value)
        if not exact or item.phrase.number.bound or is_other:
            continue
        named = cell = _cell(item, table, written, known, reading)
        # “At two of the five meetings” speaks of no total.
        cell = cell or (None if PAIR.search(row.sentence.text) else _total(item, table, written))
        ends = _FROM.search(text[: item.phrase.start]) and _TO.match(text, item.phrase.end)
        of_some = cell and TOTAL.match(cell[1]) and ("all but" in written or ends)
        if cell and cell[1].strip() and cell[0].value != item.value and not of_some:
            says = f"The report has {plain(item.phrase.number)} here, but the {table.kind} "
            says += f"({table.grid.at}) has {plain(cell[0])} for “{cell[1]}”."
            typed = is_mistyped(item.value, cell[0].value, item.phrase.number.kind)
            sure = Sure.JOINED if typed or (named and not TOTAL.match(cell[1])) else Sure.GUESSED
            # A slip of the pen right by the name of its row, which nothing else makes right.
            slips = typed and item.value >= SMALL and is_beside(item, cell[1])
            is_earlier = _OF_A_TIME_BEFORE.search(text[: item.phrase.start])
            slips = slips and not (is_earlier or has_other_whole(row, item, table))
            proved = slips and not is_borne(reading, item.line, item.phrase.number)
            yield Denial.of(item, says, _MEND, sure, is_proved=proved)


def _cell(item: Quantity, table: Shown, written, known, reading):
    """(the number, the row's label) of the cell that a quantity was likely taken from wrongly."""
    cited = not table.is_list and bool(re.search(r"\btable\b", written))
    cited += cited and bool(table.grid.label) and table.grid.label.casefold() in written
    place = _row(item, table, written)
    place = row_of_values(item, table) if place is None and cited else place
    mention = known.get(id(item.phrase.number))
    if place is None or mention is None:
        return None
    cells = [
        (at, number)
        for at, number in enumerate(table.numbers[place])
        if number and number.kind == item.phrase.number.kind
    ]
    meant, surely = cells_meant(item, table, written, mention, cells, reading)
    # “29 children with three or more moves” is in the row that all its words name.
    behind = item.sentence.said(item.sentence.text[item.phrase.end :])
    longer = [at for at, label in enumerate(table.rows) if at != place and names(behind, label)]
    if any(number and number.value == item.value for at in longer for number in table.numbers[at]):
        return None
    others = {number.value for _, number in cells}
    agreeing = {number.value for _, number in meant}
    if item.value in agreeing or (item.value in others and not surely):
        return None
    changes = item.phrase.role == CHANGE
    if item.value not in others and not changes:
        elsewhere = item.value in table.values
        if elsewhere and not _speaks_of_one(item, table, written):
            return None
        # What is the sum or difference of two of its row is reckoned.
        if any(item.value in (abs(a - b), a + b) for a, b in combinations(others, 2)):
            return None
    number, weight = _likeliest(item, table, meant, others)
    near = is_beside(item, table.rows[place])
    pinned = _PINNED if near and is_pinned(item, table, cells, meant) else 0
    likely = max(weight, pinned) + cited + near >= _LEAST
    return (number, table.rows[place]) if number and likely else None


def _likeliest(item: Quantity, table: Shown, meant, others):
    """(which cell's number a quantity may be mistyped for, how likely)."""
    named = {other.value for other in item.sentence.marks("cpm")} - {item.value}
    weights = [
        (slip(item.value, number.value, number.kind), at, number)
        for at, number in meant
        if number.value not in named
    ]
    if not weights:
        return None, 0
    typed, _, number = max(weights, key=lambda row: row[:2])
    if item.phrase.role == CHANGE and others & named and len(meant) == 1:
        typed = max(typed, 0)
    elif item.value in table.values:
        typed = max(typed, _OF_ANOTHER)
    elif table.is_list and (item.phrase.anaphor or item.phrase.of):
        typed = max(typed, _OF_THEM)
    near = 2 if others & named else 1 if table.values & named else 0
    return number, typed + near + 2 * (len(meant) == 1)


def _speaks_of_one(item: Quantity, table: Shown, written):
    """Whether a sentence names one row alone, beside a number that adds nothing to it: then what
    another row has is not the row's."""
    ahead, behind = around(item)
    clause = f"{_JOINED.split(ahead)[-1]} {_JOINED.split(behind)[0]}"
    rows = [place for place, label in enumerate(table.rows) if names_loosely(written, label)]
    if len(rows) > 1:
        rows = [place for place in rows if names_loosely(clause, table.rows[place])]
    is_whole = item.phrase.article or item.value == max(table.values)
    if len(rows) != 1 or item.phrase.role != STATED or is_whole:
        return False
    label = table.rows[rows[0]]
    own = {number.value for number in table.numbers[rows[0]] if number}
    named = {other.value for other in item.sentence.marks("cpm")}
    more = len(_MORE.findall(clause)) > len(_MORE.findall(label))
    return names_loosely(f"{ahead} {behind}", label) and not own & named and not more


def _is_part_of_row(item: Quantity, table: Shown):
    """Whether a number tells of a part of what a row counts: “of the police referrals, 120”, or
    “60 by telephone” where the table knows of no telephone."""
    ahead, behind = around(item)
    tails = (stems(match[1]) for match in _TAIL.finditer(behind.split(",")[0]))
    columns = any(heading and names(behind, heading) for heading in table.headings[1:])
    of_row = _OF_A_ROW.search(ahead)
    part = of_row and not columns and any(names_loosely(of_row[0], row) for row in table.rows)
    # “At Hale, 46 of the calls were at night.”
    stated = item.phrase.of and _OF_OWN.match(behind)
    part = part or (stated and not any(names_loosely(behind, row) for row in table.rows))
    done = _DONE.match(behind)
    part = part or (done and not stems(done[1]) & table.named)
    return bool(part or _THEIRS.match(behind)) or any(
        tail and not tail & table.named for tail in tails
    )


def _row(item: Quantity, table: Shown, written):
    """The place of the one row that is named behind a number, else before it, else at all."""
    ahead, behind = around(item)
    order = (ahead, behind) if ahead.endswith("(") else (_JOINS.split(behind)[0], ahead, behind)
    text, start = item.sentence.text, item.phrase.start
    clause = text[text.rfind(";", 0, start) + 1 :].split(";")[0]
    for stretch in (*order, item.sentence.said(clause).casefold(), written):
        for match in (names, names_loosely, table.distinguishes):
            denials = [place for place, label in enumerate(table.rows) if match(stretch, label)]
            if denials:
                return denials[0] if len(denials) == 1 else None
    if item.phrase.role == CHANGE and stems(table.grid.caption) & stems(written):
        totals = [place for place, label in enumerate(table.rows) if TOTAL.match(label)]
        return totals[0] if len(totals) == 1 else None
    return None


def _is_base_of_a_row(item: Quantity, table: Shown, written):
    """Whether a number is what another is out of, in a sentence that speaks of rows."""
    bases = {phrase.base for phrase in phrases(item.sentence)} - {None}
    of_a_row = len(bases) > 1 or any(names(written, row) for row in table.rows)
    return item.phrase.mark in bases and of_a_row


def _is_of_a_year(table: Shown):
    """True if the rows of a table are the four quarters of a year."""
    quarters = {match[1].casefold() for match in map(THREE_MONTHS.match, table.rows) if match}
    return len(quarters) == len(table.rows) == len(QUARTERS)


def _total(item: Quantity, table: Shown, written):
    """(the total, its name) where a quantity speaks of all that a table of one column counts."""
    columns = [place for place in range(1, len(table.headings)) if table.counts_in(place)]
    if len(columns) > 1 and _IN_ALL.search(written):
        columns = [place for place in columns if names(written, table.headings[place])]
    text = stems(f"{item.phrase.label} {item.phrase.clause}") - OF_SIGHT
    noun = frozenset(item.phrase.noun)
    part = item.phrase.base is not None or item.phrase.anaphor or item.phrase.of
    if len(columns) != 1 or not noun or part or _is_base_of_a_row(item, table, written):
        return None
    counted = stems(f"{table.grid.caption} {table.headings[columns[0]]}")
    in_all = _IN_ALL.search(written) or (_IN_THE_YEAR.search(written) and _is_of_a_year(table))
    if not noun <= counted or not (text <= table.named or in_all):
        return None
    total = [place for place, label in enumerate(table.rows) if TOTAL.match(label)]
    rows = [label for place, label in enumerate(table.rows) if place not in total]
    if any(stems(label) & text - counted for label in rows):
        return None
    numbers = [row[columns[0]] for row in table.numbers if len(row) > columns[0]]
    if total:
        return (numbers[total[0]], table.rows[total[0]]) if numbers[total[0]] else None
    if not in_all or not all(numbers):
        return None
    value = sum((number.value for number in numbers), Fraction(0))
    visible = Number(0, 0, number_text(value), COUNT, value)
    return visible, "all its rows together"
