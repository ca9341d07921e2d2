"""Every public page beside the papers that programs which search may read, by its address."""

from collections.abc import Iterator

from assurance.accounts.models.accounts import Council
from assurance.accounts.rules import NOT_SEARCHED
from reports.issue.site import addresses
from reports.papers.addresses import series_address
from reports.publication.models.figures import PrintedFigure


def searched_pages_of_site() -> Iterator[str]:
    """The pages that belong to no council."""
    yield from _pages(addresses.of_site())


def searched_pages(council: Council) -> Iterator[str]:
    """The pages of a council that publishes: its lists, its series, its statements and each figure
    through all papers."""
    yield from _pages(addresses.of_council(council))
    figures = PrintedFigure.objects.public_in(council.slug).order_by("key", "member")
    for key, member in figures.values_list("key", "member").distinct():
        yield series_address(council.slug, key, member)


def _pages(paths):
    return (path for path in sorted(paths) if path.endswith("/") and not _is_closed(path))


def _is_closed(path):
    return any(path.startswith(before) for before in NOT_SEARCHED)
