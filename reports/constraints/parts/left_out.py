"""What a list of parts leaves out: members of its whole, and the share of one of its rows."""

import re
from collections.abc import Iterator

from reports.checks.numbers.passages import opened
from reports.checks.reading import Reading
from reports.checks.rule import QUANTITIES, Fault, Severity, fault, rule
from reports.prose.quantities.arithmetic import number_text, plain
from reports.quantities.parts.lists import part_of_item
from reports.quantities.passages import before, by_line, statements

_OF_THE_WHOLE = re.compile(r"^\W*of\s+(?:this|these|those|the)(?:\s+[a-z]+){0,4}\W*$", re.I)
_REST = re.compile(r"\b(?:rest|remain\w*|others?|everyone\s+else)\b", re.I)
_WITH_SHARE = re.compile(r"^\W*⟦c\d+⟧\s*(?:[a-z]+\s+){0,4}\(⟦p\d+⟧\)", re.I)
_COUNT = re.compile(r"^\W*⟦c\d+⟧\s+(?:[a-z]+\s+){0,3}", re.I)
_FEWEST = 3


@rule("rest-unnamed", Severity.ADVICE, "C02; source of error 6", family=QUANTITIES)
def rest_unnamed(reading: Reading, _known) -> Iterator[Fault]:
    """A list that divides a population covers all its members."""
    index, rows = by_line(reading), statements(reading)
    for listing, lead in opened(reading):
        last = index[id(lead)][-1] if lead is not None and id(lead) in index else None
        if not last or not _OF_THE_WHOLE.match(last.sentence.text) or len(listing.items) < 2:
            continue
        parts = [part_of_item(index.get(id(item), ())) for item in listing.items]
        wholes = [item for row in before(rows, last.order - 1, 1) for item in row.counts]
        if not all(parts) or len(wholes) != 1 or any(_REST.search(x.text) for x in listing.items):
            continue
        counted = sum(part.value for part in parts)
        rest = wholes[0].value - counted
        if rest > 0:
            says = (
                f"The items cover {number_text(counted)} of {plain(wholes[0].phrase.number)}; "
                f"{number_text(rest)} are in none."
            )
            mend = "Add an item for the rest, such as “314 were in date”."
            yield fault(lead, last.sentence, says, mend)


@rule("share-left-out", Severity.ADVICE, "C02; figures of the seeds 002-08", family=QUANTITIES)
def share_left_out(reading: Reading, _known) -> Iterator[Fault]:
    """Where the rows of a list print their shares, each row does."""
    for listing, _lead in opened(reading):
        texts = [(item, item.marked[0].text if item.marked else "") for item in listing.items]
        without = [row for row in texts if not _WITH_SHARE.match(row[1])]
        if len(texts) < _FEWEST or len(without) != 1:
            continue
        item, text = without[0]
        if _COUNT.match(text) and "⟦p" not in text:
            says = "Every other row prints its share, and this one does not."
            yield fault(item, 0, says, "Print the share here too.")
