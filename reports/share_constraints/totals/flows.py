"""Two counts of a thing, with what came and went between them."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_of_one_slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.parts.balance_roles import CAME, NET, WENT, beside, role_of
from reports.quantities.roles import CHANGE

_OTHER = re.compile(
    r"\b(?:of\s+(?:which|whom|these|those|them)|including|target|budget|forecast|expected|average|if|"
    r"would|compared|last\s+year|more|fewer|further|another)\b|⟦p",
    re.I,
)
# “The change is made up of 231 new plans, less 93 that came to an end.”
_CHANGE_OF = re.compile(
    r"^\W*(?:the|this|that)\s+(?:net\s+|overall\s+)?(?:change|increase|rise|growth|fall|drop|reduction|"
    r"decrease|difference|movement)\s+(?:is|was|comes|came|reflects|results|arose|arises|consists)\b"
    r"[^⟦.;]{0,40}⟦c\d+⟧[^⟦.;]{0,60}?\b(?:less|minus|offset\s+by|against|and)\s+(?:the\s+)?⟦c\d+⟧",
    re.I,
)
# “There were 264 in March. The number a year earlier was 268.”
_EARLIER = re.compile(
    r"\b(?:a|one)\s+(?:year|quarter|month|half-year)\s+(?:earlier|before|ago)|\btwelve\s+months\s+(?:earlier|before)\b",
    re.I,
)
_MOST, _LEAST = 6, 10


def flows(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`498 in June; 41 came and 36 left; 503 in September`: the last follows from the others."""
    yield from _made_up(row, earlier)
    for many in (0, 1, 2):
        rows = (*reversed(earlier[:many]), row)
        if len(rows) <= many or any(_OTHER.search(other.sentence.text) for other in rows):
            return
        if any(other.line is not row.line for other in rows):
            return
        items = [x for other in rows for x in other.quantities if x.phrase.number.kind == COUNT]
        if len(items) > _MOST:
            return
        if groups := _groups(items):
            if not _leads_elsewhere(groups, [row, *earlier]):
                yield from _denied(*groups)
            return


def _made_up(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`An increase of 138. It is made up of 231 new ones, less 93 that ended`: arrivals and
    departures come to the one change before them."""
    match = _CHANGE_OF.match(row.sentence.text)
    counts = [x for x in row.counts if x.phrase.number.kind == COUNT] if match else []
    near = [x for other in earlier for x in other.counts if x.phrase.role == CHANGE]
    if len(counts) != 2 or len(row.quantities) != 2 or len({x.value for x in near}) != 1:
        return
    came, went = counts
    gap = came.value - went.value
    typed = is_of_one_slip((came.value, -went.value), near[0].value)
    if abs(gap) != near[0].value and typed:
        says = f"{came.phrase.number.words} − {went.phrase.number.words} = {number_text(gap)}, "
        says += f"but the report gives {near[0].phrase.number.words}."
        yield Denial.of(went, says, "Put the wrong number right.")


def _groups(items: Sequence[Quantity]):
    """(what there was, what came, what went, what there is) of some counts, or None."""
    roles = [role_of(*beside(x), COUNT, x.sentence) for x in items]
    came = [x for x, role in zip(items, roles, strict=True) if role == CAME]
    went = [x for x, role in zip(items, roles, strict=True) if role == WENT]
    stocks = [x for x, role in zip(items, roles, strict=True) if role not in (CAME, WENT)]
    if len(stocks) != 2 or not came or not went or {NET, ""} & set(roles):
        return None
    stocks = stocks[::-1] if _EARLIER.search(stocks[1].sentence.text) else stocks
    heads = {x.phrase.head for x in stocks} - {""}
    flowing = max(x.value for x in (*came, *went))
    bound = any(x.phrase.number.bound or x.phrase.base is not None for x in items)
    if len(heads) > 1 or bound or min(x.value for x in stocks) < max(flowing, _LEAST):
        return None
    return stocks[0], came, went, stocks[1]


def _leads_elsewhere(groups, rows: Sequence[Statement]) -> bool:
    """True if what came and went leads from one of two counts to a third of the passage: `There are
    287. A year earlier there were 268, and in 2020 there were 259. 94 came and 75 went`."""
    first, came, went, last = groups
    change = abs(sum(x.value for x in came) - sum(x.value for x in went))
    others = {x.value for other in rows for x in other.counts}
    return any(x.value + way * change in others for x in (first, last) for way in (1, -1))


def _denied(first: Quantity, came, went, last: Quantity) -> Iterator[Denial]:
    change = sum(x.value for x in came) - sum(x.value for x in went)
    if change in (last.value - first.value, first.value - last.value):
        return
    terms = (first.value, *(x.value for x in came), *(-x.value for x in went))
    if is_of_one_slip(terms, last.value):
        says = f"{first.phrase.number.words} + {' + '.join(x.phrase.number.words for x in came)} − "
        says += f"{' − '.join(x.phrase.number.words for x in went)} = "
        says += f"{number_text(first.value + change)}, but the report gives "
        yield Denial.of(last, f"{says}{last.phrase.number.words}.", "Put the wrong number right.")
