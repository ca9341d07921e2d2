"""Which way something went since a time before, against every pair of its values in the report:
`The share of reviews in time has fallen`, of which a table or a paragraph tells otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.betterment import better_way
from reports.quantities.model import Denial, Statement, earlier_figures
from reports.quantities.passages import statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.tables import TOTAL, Shown, shown_tables
from reports.share_constraints.candidates.near import is_supposed
from reports.share_constraints.times.value_pairs import pair_in

_UP = (
    r"risen|rose|grown|grew|increased|climbed|gone\s+up|went\s+up|lengthened|"
    r"become\s+(?:longer|larger|higher)|"
    r"(?:is|are)\s+(?:now\s+)?(?:up|higher|larger|longer|more)"
)
_DOWN = (
    r"fallen|fell|shrunk|dropped|declined|decreased|come\s+down|came\s+down|gone\s+down|"
    r"went\s+down|shortened|become\s+(?:shorter|smaller|lower)|"
    r"(?:is|are)\s+(?:now\s+)?(?:down|lower|smaller|shorter|fewer)"
)
_GOOD = r"improved|bettered|got\s+better|strengthened|(?:is|are)\s+(?:now\s+)?better"
_BAD = r"worsened|deteriorated|slipped|got\s+worse|weakened|(?:is|are)\s+(?:now\s+)?worse"
_CLAIM = re.compile(
    rf"(?P<subject>[^⟦.;:]{{4,110}}?)\s+(?:(?:has|have)\s+(?:(?:therefore|thus|also|in\s+fact|again|now|since|clearly|slightly|steadily)\s+){{0,2}})?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b"
    r"(?P<rest>[^⟦.;]{0,30}?(?:\s(?:since|from\s+one|on|over\s+the|than\s+(?:in|at|last|a|it)|compared|in\s+the)\s[^.;]{3,70}|\W*$))",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|no|never|neither|both|each|all|every|most|some|two|three|other|others|although|only|target|cost\s+of\s+living|nation\w*|england|"
    r"unless|whether|why|how|what|which|who|when|faster|slower|more\s+than|less\s+than)\b",
    re.I,
)
_CLAUSE = re.compile(r".*[,;:]\s+(?:and|but|so|that)?\s*|.*\bthat\s+", re.I | re.S)
_PLAIN = stems_in(
    """figure number rate share total count level average mean proportion percentage position
    picture overall whole year since before half quarter last report members committee council
    service short trend direction result performance time"""
)
_SHARE = re.compile(
    r"\b(?:share|rate|proportion|percentage|coverage|timeliness|attendance)\b", re.I
)
_TWO, _LONG, _MOST, _MEND = 2, 3, 40, "Use the word that the numbers show, or correct them."


def directions_since(reading: Reading) -> Iterator[Denial]:
    """What went up or down did so in some pair of its values, where the report has any."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _CLAIM.match(row.sentence.text)
        if not match or is_supposed(row, match) or _UNSURE.search(match.group()):
            continue
        subject = _CLAUSE.sub("", match["subject"])
        named = stems_in(subject) - _PLAIN
        pairs = [*_in_prose(reading, rows, place, named), *_in_tables(reading, named, subject)]
        pairs += _before(reading, rows, named)
        pairs = [x for x in pairs if x[0] != x[1]]
        way = _way(match, subject)
        if named and pairs and way and all((now - then) * way < 0 for then, now in pairs):
            then, now = pairs[0]
            places = 0 if then.denominator == now.denominator == 1 else 1
            says = f"It went from {number_text(then, places)} to {number_text(now, places)}, but "
            word = next(filter(None, (match[x] for x in ("up", "down", "good", "bad"))))
            yield Denial(row.line, row.span, f"{says}the report has “{word}”.", _MEND)


def _way(match: re.Match, subject: str) -> int:
    if match["up"] or match["down"]:
        return 1 if match["up"] else -1
    better = better_way(subject)
    return better if match["good"] else -better


def _in_prose(
    reading: Reading, rows: Sequence[Statement], place: int, named: frozenset[str]
) -> Iterator[tuple[Fraction, Fraction]]:
    """(what was, what is) of every passage that names what a claim is of and gives both."""
    for at in _naming(reading, named):
        other = rows[at]
        if at == place or not _names(other.sentence.said(), named):
            continue
        for end in range(at + 1, at + 1 + _LONG):
            window = [x for x in rows[at:end] if x.line is other.line and x is not rows[place]]
            pair = pair_in(window)
            if pair and pair.is_of_time:
                yield pair.other.exact, pair.own.exact
                break


def _naming(reading: Reading, named: frozenset[str]) -> list[int]:
    """The places of the first sentences with a number that have a word of a name."""
    index = shared(reading, _by_word)
    return sorted({at for word in named for at in index.get(word, ())})[:_MOST]


def _by_word(reading: Reading) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(statements(reading)):
        for word in stems_in(row.sentence.said()) if row.quantities else ():
            if len(index[word]) < _MOST:
                index[word].append(at)
    return index


def _names(text: str, named: frozenset[str]) -> bool:
    """True if a text has most of the words that name a thing."""
    return bool(named) and len(named & stems_in(text)) * 5 >= len(named) * 3


def _before(
    reading: Reading, rows: Sequence[Statement], named: frozenset[str]
) -> Iterator[tuple[Fraction, Fraction]]:
    """(what the last report counted, the number of it now)."""
    for figure in earlier_figures(reading):
        about = stems_in(figure.words or figure.text)
        if figure.count is None or not named or not named <= about:
            continue
        for row in (rows[at] for at in _naming(reading, about)):
            own = [
                x
                for x in row.counts
                if about <= stems_in(f"{x.phrase.clause}") and x.value != figure.count
            ]
            for item in own:
                yield Fraction(figure.count), Fraction(item.value)


def _in_tables(
    reading: Reading, named: frozenset[str], subject: str
) -> Iterator[tuple[Fraction, Fraction]]:
    """(first, last) of the rows of tables over times that a claim names, or of all."""
    for table in shown_tables(reading):
        yield from _of_rows(table, named, subject)
        for turned in table.turned:
            yield from _of_rows(turned, named, subject)


def _of_rows(
    table: Shown, named: frozenset[str], subject: str
) -> Iterator[tuple[Fraction, Fraction]]:
    if len(table.periods) < _TWO:
        return
    rows = [(label, [*table.in_periods(place).values()]) for place, label in enumerate(table.rows)]
    rows = [(label, cells) for label, cells in rows if len(cells) >= _TWO]
    about = stems_in(table.grid.caption)
    own = [
        cells
        for label, cells in rows
        if named <= stems_in(label) | about and (named & stems_in(label) or TOTAL.match(label))
    ]
    if not own and _SHARE.search(subject) and _names(table.text, named):
        own = [cells for _, cells in rows if all(x.kind == PERCENT for x in cells)]
    yield from ((cells[-2].value, cells[-1].value) for cells in own)
