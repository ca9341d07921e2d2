"""Every public page beside the papers that programs which search may read, by its address."""

from collections.abc import Iterator

from assurance.accounts.models.accounts import Council
from assurance.accounts.rules import NOT_SEARCHED
from reports.editions.models.editions import EditionQuerySet
from reports.issue.site import addresses
from reports.papers.addresses import series_address
from reports.publication.models.figures import PrintedFigure


def searched_pages(editions: EditionQuerySet) -> Iterator[str]:
    """The pages of the site, then those of each council that has one of `editions`: its lists, its
    series, its statements and each figure through all papers."""
    yield from _pages(addresses.of_site())
    councils = editions.order_by().values_list("paper__council", flat=True).distinct()
    for council in Council.objects.filter(pk__in=list(councils)):
        yield from _pages(addresses.of_council(council))
        figures = PrintedFigure.objects.public_in(council.slug).order_by("key", "member")
        for key, member in figures.values_list("key", "member").distinct():
            yield series_address(council.slug, key, member)


def _pages(paths):
    return (path for path in sorted(paths) if path.endswith("/") and not _is_closed(path))


def _is_closed(path):
    return any(path.startswith(before) for before in NOT_SEARCHED)
