"""What a list of counts leaves out: those of its whole that no item tells of, a share that every
other row has."""

import re
from collections.abc import Iterator

from reports.checks.numbers.passages import opened
from reports.checks.numbers.sums.list_items import count_of_item
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.quantities.arithmetic import number_text, plain

_OF_THE_WHOLE = re.compile(r"^\W*of\s+(?:this|these|those|the)(?:\s+[a-z]+){0,4}\W*$", re.I)
_REST = re.compile(r"\b(?:rest|remain\w*|others?|everyone\s+else)\b", re.I)
_WITH_SHARE = re.compile(r"^\W*⟦c\d+⟧\s*(?:[a-z]+\s+){0,4}\(⟦p\d+⟧\)", re.I)
_COUNT = re.compile(r"^\W*⟦c\d+⟧\s+(?:[a-z]+\s+){0,3}", re.I)
_FEWEST = 3


@rule("rest-unnamed", Severity.ADVICE, "C02; source of error 6")
def rest_unnamed(reading: Reading, _known) -> Iterator[Fault]:
    """A list that parts a cohort tells of all its members."""
    for listing, lead in opened(reading):
        last = lead.marked[-1] if lead is not None and lead.marked else None
        if last is None or not _OF_THE_WHOLE.match(last.text) or _tells_of_the_rest(listing):
            continue
        entries = [count_of_item(item) for item in listing.items]
        whole = _whole_before(reading, lead)
        if whole is None or not all(entries) or len(entries) < 2:
            continue
        values = [getattr(number, "value", number) for number, _total in entries]
        rest = whole.value - sum(values)
        if rest > 0 and not whole.bound:
            says = (
                f"The items tell of {number_text(sum(values))} of {plain(whole)}; "
                f"{number_text(rest)} stand in none."
            )
            yield fault(lead, last, says, "Add an item for the rest, such as “314 were in date”.")


@rule("share-left-out", Severity.ADVICE, "C02; figures of the seeds 002-08")
def share_left_out(reading: Reading, _known) -> Iterator[Fault]:
    """Where the rows of a list print their shares, each row does."""
    for listing, _lead in opened(reading):
        texts = [(item, item.marked[0].text if item.marked else "") for item in listing.items]
        without = [item for item, text in texts if not _WITH_SHARE.match(text)]
        if len(texts) < _FEWEST or len(without) != 1:
            continue
        item = without[0]
        if _COUNT.match(item.marked[0].text) and "⟦p" not in item.marked[0].text:
            says = "Every other row prints its share, and this one does not."
            yield fault(item, 0, says, "Print the share here too.")


def _tells_of_the_rest(listing):
    return any(_REST.search(item.text) for item in listing.items)


def _whole_before(reading, lead):
    """The one count of the line, or the sentence, before a list opened by `Of this cohort:`."""
    place = reading.places[id(lead)]
    before = reading.lines[place - 1] if place else lead
    for sentences in (lead.marked[:-1], before.marked):
        counts = [mark for sentence in sentences for mark in sentence.marks("c")]
        if len(counts) == 1:
            return counts[0]
    return None
