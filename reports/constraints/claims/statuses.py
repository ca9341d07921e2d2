"""The words of a table's columns — yes, worse, under budget — against the numbers of their rows."""

import re
from collections.abc import Iterator

from assurance.runtime import digits
from reports.checks.reading import Reading
from reports.constraints.claims.targets import MEND
from reports.constraints.claims.trials import AIM, trial_of
from reports.equations.steps.values import BUDGET
from reports.prose.quantities.betterment import CALLED_BETTER, better_way
from reports.quantities.model import Denial
from reports.quantities.tables import Shown, all_tables

_IS_AIM = re.compile(rf"\b{AIM}\b|\b(?:met|achieved|on\s+track)\b", re.I)
_MET = re.compile(
    r"(?:(?P<met>yes|met|achieved|on\s+target|within\s+(?:target|limit|tolerance)|target\s+met|green)|(?P<missed>no|not\s+met|"
    r"missed|not\s+achieved|off\s+target|not\s+on\s+target|outside\s+(?:target|limit|tolerance)|target\s+(?:missed|not\s+met)|red)|"
    r"(?P<above>above|above\s+target|over|exceeds\s+target)|(?P<below>below|below\s+target|under))\W*",
    re.I,
)
_WAY = re.compile(
    r"\W*(?:(?P<good>better|improv\w+|favourable|improvement)|(?P<bad>worse\w*|declin\w+|deteriorat\w+|unfavourable|adverse)|"
    r"(?P<up>up|higher|rose|risen|rising|increas\w+|more|growth|grew|above|over)|(?P<down>down|lower|fell|fallen|falling|decreas\w+|fewer|"
    r"less|reduc\w+|below|under)|(?P<same>same|no\s+change|unchanged|level|stable))"
    r"(?:\s+(?:on|than|in|over|since|from|against|year|the|last|previous|\d{4}(?:/\d\d)?|a|before))*\W*",
    re.I,
)
_SPENT = re.compile(
    r"\b(?:out-?turn|actual|spend|spent|spending|expenditure|forecast|projected)\b", re.I
)
_OVER = re.compile(
    r"\W*(?:(?P<over>over-?\s?spen[dt]|over(?:\s+budget)?|above(?:\s+budget)?|adverse|unfavourable)|(?P<under>under-?\s?spen[dt]|"
    r"under(?:\s+budget)?|within(?:\s+budget)?|below(?:\s+budget)?|favourable|saving))\W*",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:change|difference|variance|variation|rank|movement|direction)\b|%\s*change", re.I
)
_PERIOD = re.compile(r"\b(?:19|20)\d\d|\bquarter\b|\bQ\d", re.I)
_THEN = re.compile(r"\b(?:last|previous|before|earlier|then|prior|baseline|start)\b", re.I)
_NOW = re.compile(r"\b(?:this|now|current|latest|end)\b", re.I)


def statuses(reading: Reading) -> Iterator[Denial]:
    """The words of the columns of each table that its numbers deny."""
    for table in all_tables(reading):
        if table.is_list:
            continue
        lead = reading.line_before(table.grid.where)
        about = f"{lead.text if lead else ''} {table.grid.caption}"
        for place, cells in enumerate(table.grid.rows):
            for column, cell in enumerate(cells[1:], 1):
                word = cell.text.strip()
                if not cell.numbers and column < len(table.headings) and 1 < len(word) < 50:
                    yield from _denied(table, place, column, about)


def _denied(table: Shown, place, column, about) -> Iterator[Denial]:
    cell, head = table.grid.rows[place][column], table.headings[column]
    word = cell.text.strip()
    finders = (_budget, _aim, _way)
    wrong = next(filter(None, (find(table, place, head, word, about) for find in finders)), None)
    if wrong:
        label = table.rows[place] or head
        says = f"The table has “{word}” for “{label}”, but its numbers are {wrong}."
        yield Denial(cell, (0, len(cell.text)), says, MEND)


def _aim(table: Shown, place, head, word, about):
    """The value and the target of a row that deny its `Yes` or `Below target`."""
    match = _MET.fullmatch(word)
    is_plain = match and word.casefold() in ("yes", "no", "above", "below", "over", "under")
    if not match or (is_plain and not _IS_AIM.search(head)):
        return ""
    trial = trial_of(table, place, about)
    if not trial:
        return ""
    return "" if trial.bears_word(match) else f"{trial.value.words} and {trial.aim.words}"


def _way(table: Shown, place, head, word, about):
    """The two values of a row that deny its `Worse`."""
    match = _WAY.fullmatch(word)
    pair = _pair(table, place)
    if not match or not pair or re.search(AIM, f"{head} {word}", re.I):
        return ""
    first, last = pair
    true = (last.value > first.value) - (last.value < first.value)
    if match["same"]:
        way = 0
    elif match["up"] or match["down"]:
        way = 1 if match["up"] else -1
    else:
        trial = trial_of(table, place, about)
        # What a table is of tells of a row only which way is called better.
        called = CALLED_BETTER.search(f"{about} {' '.join(table.headings)}")
        label = table.rows[place] if re.search("[a-z]", table.rows[place]) else about
        text = f"{called.group() if called else ''} {label}"
        better = -1 if trial and trial.is_low else better_way(text)
        if not better:
            return ""
        way = better if match["good"] else -better
    return "" if way == true else f"{first.words} and {last.words}"


def _pair(table: Shown, place):
    """(what was, what is) of a row that has one value of each of two times, or None."""
    denials = []
    for at, number in enumerate(table.numbers[place]):
        head = table.headings[at] if at < len(table.headings) else ""
        if (
            (at or _PERIOD.search(head))
            and number
            and not _CHANGE.search(head)
            and not re.search(AIM, head, re.I)
        ):
            years = [digits.whole(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d", head)]
            period = re.search(r"\b(?:Q|quarter\s)(\d)\b", head, re.I)
            when = -1 if _THEN.search(head) else 1 if _NOW.search(head) else 0
            denials.append(
                ((*years[:1], *([digits.whole(period[1])] if period else []), when), number)
            )
    if (
        len(denials) != 2
        or denials[0][1].kind != denials[1][1].kind
        or len(denials[0][0]) != len(denials[1][0])
    ):
        return None
    if denials[0][0] == denials[1][0]:
        return None
    first, last = sorted(denials, key=lambda item: item[0])
    return first[1], last[1]


def _budget(table: Shown, place, _head, word, _about):
    """The budget and what was spent of a row that deny its `Underspend`."""
    match, heads = _OVER.fullmatch(word), table.headings
    cells = [
        (heads[at], number)
        for at, number in enumerate(table.numbers[place])
        if number and 0 < at < len(heads)
    ]
    budgets = [number for head, number in cells if BUDGET.search(head) and not _CHANGE.search(head)]
    spent = [number for head, number in cells if _SPENT.search(head) and not BUDGET.search(head)]
    if not match or len(budgets) != 1 or len(spent) != 1:
        return ""
    is_over = spent[0].value > budgets[0].value
    holds = is_over if match["over"] else spent[0].value <= budgets[0].value
    return "" if holds else f"{budgets[0].words} and {spent[0].words}"
