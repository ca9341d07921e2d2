"""Our rate of looked-after children, and England's and the statistical neighbours' beside it as the
government published them; our own is worked out of the number that the edition printed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assurance.accounts.models.accounts import Council
from assurance.figures.keys import current_key
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.looked_after.models.published import own_rate_among
from assurance.looked_after.rates import ENGLAND, HUNDRED, NEIGHBOURS, OWN, TOTAL, rates_of_others
from assurance.people.models.people import Cohort
from assurance.runtime.periods import say_day
from reports.documents.entries import Entry

RATE = "looked_after.rate"
OWN_NOW = "Our rate per 10,000 children, as recorded today"
OTHERS = {
    ENGLAND: "England per 10,000 children, as recorded today",
    NEIGHBOURS: "Statistical neighbours per 10,000 children, as recorded today",
}


def rates_beside(council: Council, entry: Entry) -> Iterator[tuple[str, str]]:
    """(name, words) of the rates beside a published number of looked-after children or its rate;
    nothing beside one that is not shown, or of another population."""
    if entry.mark or not entry.end or not _is_ours(council, entry):
        return
    day = date.fromisoformat(entry.end)
    rows = list(PublishedFigure.objects.compared_on(council, day))
    if current_key(entry.key) == TOTAL and (own := own_rate_among(rows, entry.count)):
        rate, population, published_on = own
        children = f"{population:,} children in {published_on.year}"
        yield OWN_NOW, f"{_plain(rate)}, by the published population of {children}"
    rates = rates_of_others(rows)
    for name, title in OTHERS.items():
        if rate := rates.get(name):
            text, on = _plain(Decimal(rate.hundredths) / HUNDRED), say_day(rate.when.end)
            mean = ", the mean of their rates" if name == NEIGHBOURS else ""
            yield title, f"{text} on {on}{mean} ({rate.source})"


def _is_ours(council, entry):
    """Whether an entry is our own number of all looked-after children, or our rate of them."""
    if current_key(entry.key) == RATE:
        return entry.member == OWN
    if current_key(entry.key) != TOTAL or entry.member or entry.count is None:
        return False
    return Cohort.objects.of(council).filter(slug=entry.population, usual=True).exists()


def _plain(rate):
    return f"{rate.normalize():f}"
