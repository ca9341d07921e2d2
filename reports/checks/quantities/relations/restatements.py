"""What is told again of one thing: a count with its base, and what a summary repeats."""

import re
from collections import defaultdict
from collections.abc import Iterator

from reports.checks.quantities.derivation.slips import FAR, is_mistyped, slip
from reports.checks.quantities.grammar import PLAIN
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading
from reports.prose.content import content, words_of
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import plain

_LEAST, _MOST, _ALIKE, _FEW = 10, 60, 2, 20
_SUMMARY = re.compile(
    r"^\W*(?:to\s+(?:note|agree|receive|consider|endorse)\b|it\s+is\s+(?:recommended|resolved|proposed)\b"
    r"|members\s+are\s+(?:asked|invited)\b|in\s+(?:short|sum|summary|brief|conclusion)\b|to\s+sum\s+up\b"
    r"|(?:the\s+)?(?:committee|board|panel|cabinet|council)\s+is\s+(?:asked|invited|recommended)\b"
    r"|(?:two|three|four|five|six)\s+(?:things|points|messages|numbers|figures)\b|first,|note\b"
    r"|at\s+a\s+glance|headlines?\b|key\s+(?:numbers|figures|points))",
    re.I,
)
_OF_OTHERS = re.compile(
    r"\b(?:target|last|previous\w*|earlier|before|ago|than|against|nation\w*|england|region\w*|average|"
    r"compared|up\s+from|down\s+from|from)\b",
    re.I,
)
_GENERAL = PLAIN | words_of("time year month week day quarter thing point part area question")
_MEND = "Use one value for one thing, or explain the difference."


def restatements(reading: Reading) -> Iterator[Denial]:
    """What is told again, as a count with its base or in a summary, has the number that it had."""
    rows = statements(reading)
    yield from _pairs(rows)
    yield from _summaries(rows)


def _pairs(rows):
    """`48 of 72 files`, told again as `48 of 74 files`."""
    index = defaultdict(list)
    for row in rows:
        bases = {x.phrase.mark: x for x in row.counts}
        for item in row.counts:
            base = bases.get(item.phrase.base)
            if base is None or item.value < _LEAST or not item.phrase.is_stock:
                continue
            for key in (("count", item.value), ("base", base.value)):
                for count, whole in index[key][:_MOST]:
                    if count.line is not item.line:
                        yield from _unlike((count, whole), (item, base))
                index[key].append((item, base))


def _unlike(first: tuple[Quantity, Quantity], last: tuple[Quantity, Quantity]):
    """The denial of the one of two pairs that another has otherwise."""
    same = [x.value == y.value for x, y in zip(first, last, strict=True)]
    if sum(same) != 1:
        return
    other, item = next(
        pair
        for pair, is_same in zip(zip(first, last, strict=True), same, strict=True)
        if not is_same
    )
    texts = [MARK.sub(" ", x.sentence.text) for x in (other, item)]
    if any(map(_OF_OTHERS.search, texts)) or not is_mistyped(item.value, other.value, COUNT):
        return
    heads = {first[1].phrase.head, last[1].phrase.head} - {""}
    alike = content(texts[0]) & content(texts[1])
    least = min(len(content(text)) for text in texts)
    if len(heads) < 2 and len(alike) >= _ALIKE and len(alike) * 5 >= least * 3:
        yield _denial(item, other)


def _summaries(rows):
    """What a summary tells again of a thing that the report counts once."""
    index = defaultdict(list)
    for row in rows:
        for item in row.counts:
            if item.phrase.head and item.phrase.is_stock and item.value >= _LEAST:
                index[item.phrase.noun].append(item)
    for row in rows:
        if _SUMMARY.match(row.sentence.text):
            for item in row.counts:
                yield from _unlike_elsewhere(row, item, index)


def _unlike_elsewhere(row: Statement, item: Quantity, index):
    named = item.phrase.noun
    if not named or item.value < _FEW or item.phrase.head in _GENERAL or not item.phrase.is_stock:
        return
    others = [x for x in index[named] if x.line is not item.line and not _is_of_others(x)]
    values = {x.value for x in others}
    again = [x for x in index[named] if x.value == item.value and x is not item]
    if len(values) != 1 or again or _is_of_others(item):
        return
    other = others[0]
    if slip(item.value, other.value, COUNT) > FAR or is_mistyped(item.value, other.value, COUNT):
        yield _denial(item, other)


def _is_of_others(item: Quantity):
    near = f"{item.phrase.label[-40:]} {item.phrase.clause[:60]}"
    return bool(_OF_OTHERS.search(near)) or item.phrase.base is not None or bool(item.phrase.of)


def _denial(item: Quantity, other: Quantity):
    says = f"The report has {item.phrase.said} here and {plain(other.phrase.number)} at "
    return Denial.of(item, f"{says}{other.line.at}.", _MEND)
