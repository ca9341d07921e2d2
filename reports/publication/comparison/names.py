"""Which two reports are compared: their order, names and addresses."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from assurance.runtime.periods import dated_title
from assurance.runtime.typography import with_capital
from reports.editions.models.editions import Edition
from reports.editions.names import edition_name
from reports.papers.addresses import edition_address

EARLIER, LATER = "earlier", "later"


@dataclass(frozen=True)
class NamedPair:
    """What a page calls two editions: `heading` both, `before` the earlier and `now` the later;
    `links` are their names with the numbers of later editions."""

    heading: str
    caption: str
    before: str
    now: str
    links: tuple[str, str]


def key_of(edition: Edition) -> str:
    """What names an edition in an address: `safeguarding/january-2016/edition-2`."""
    paper = edition.paper
    return f"{paper.series.slug}/{paper.slug}/edition-{edition.number}"


def option_name(edition: Edition) -> str:
    """“January 2016, edition 2: Safeguarding report”, as a list to choose from has it: its month
    is read where a small screen cuts the rest."""
    return f"{_month(edition)}: {edition.title}"


def in_order(one: Edition, other: Edition) -> tuple[Edition, Edition]:
    """Two editions, that of the earlier period first, and of one report the earlier edition."""

    def place(edition):
        paper = edition.paper
        return (paper.period_end, paper.told_on, paper.pk, edition.number)

    first, last = sorted((one, other), key=place)
    return first, last


def named_pair(before: Edition, now: Edition) -> NamedPair:
    """The names of two editions: as short as they differ."""
    pair = before, now
    if before.paper_id == now.paper_id:
        names = [f"edition {edition.number}" for edition in pair]
        title = dated_title(now.title, now.paper.told_on)
        return NamedPair(f"{with_capital(names[0])} and {names[1]}", title, *names, tuple(names))
    if before.paper.series_id == now.paper.series_id:
        caption = now.paper.series.title
        names = [f"{edition.paper.told_on:%B %Y}" for edition in pair]
        links = [_month(edition) for edition in pair]
    else:
        caption = "Compare two reports"
        names = [dated_title(edition.title, edition.paper.told_on) for edition in pair]
        links = [edition_name(edition) for edition in pair]
    if names[0] == names[1]:
        names = links = [f"{name} ({edition_name(e)})" for name, e in zip(links, pair, strict=True)]
    return NamedPair(f"{names[0]} and {names[1]}", caption, *names, tuple(links))


def compared_address(before: Edition, now: Edition) -> str:
    """The one address of the comparison of two editions, which are in order."""
    if before.paper_id == now.paper_id:
        return f"{edition_address(before)}compare/{now.number}/"
    query = urlencode({EARLIER: key_of(before), LATER: key_of(now)}, safe="/")
    return f"{reverse('publication:compare-reports', args=[now.paper.council.slug])}?{query}"


def _month(edition):
    month = f"{edition.paper.told_on:%B %Y}"
    return month if edition.number == 1 else f"{month}, edition {edition.number}"
