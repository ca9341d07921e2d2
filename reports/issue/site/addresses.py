"""Which addresses of the public site lie in the published folder: every page that anybody may read
and that asks for no form, found from the site's own addresses."""

from collections.abc import Iterator
from functools import cache, lru_cache

from django.urls import Resolver404, URLResolver, get_resolver, resolve, reverse

from assurance.accounts.access import PUBLIC
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.papers.addresses import paper_address

_FOLLOWED = "follows what later reports did, and would be written again with each"
_OF_EDITION = "is in the folder for the edition itself"
# Name of a public address that the folder does not hold → why.
LEFT_OUT = {
    **{f"open_data:current-figure-{item}": _OF_EDITION for item in ("json", "csv", "csv-metadata")},
    **{f"publication:public-{item}": _FOLLOWED for item in ("commitment", "recommendation")},
    "publication:compare": "shows words of another report, which may be removed",
    "publication:compare-reports": "asks which two reports",
    "publication:compare-editions": "is made of any two editions that are asked for",
    "health": "shows that the service answers",
    "ready": "shows the state of the service now",
    "service": "is written for itself, where nothing is asked of it",
    "publication:search": "asks for words",
    "publication:search-suggestions": "serves a page that asks for words",
    "publication:other-format": "is a form",
    "publication:other-format-asked": "answers a form",
    "feeds:follow": "is a form",
    "feeds:follow-asked": "answers a form",
    "feeds:follow-stopped": "answers a form",
    "feeds:follow-confirm": "was sent to one person",
    "feeds:follow-yours": "was sent to one person",
    "publication:background-copy": "is a file at the address of a page, which a folder cannot give",
    "approvals:outside-thanks": "answers a form",
    "published:bundle": "is in the folder under the same address",
    "published:bundle-file": "is in the folder under the same address",
}
# Arguments of addresses that were given to one person.
PRIVATE = {"sealed", "private"}
# The arguments of an address → which rows it has a page for.
SITE, COUNCIL, SERIES = frozenset(), frozenset({"council"}), frozenset({"council", "series"})
PAPER = SERIES | {"slug"}
EDITION = PAPER | {"number"}
PLACES = (PAPER | {"place"}, EDITION | {"place"})
FILES = EDITION | {"name"}
# What the folder holds under its own address without a page's name.
BUNDLES = ("published:bundle", "published:bundle-file")


@cache
def public_names() -> dict[str, frozenset[str]]:
    """Name → the names of its arguments, of every address that answers anybody."""
    return dict(_walked(get_resolver().url_patterns, "", frozenset()))


def written_names() -> dict[str, frozenset[str]]:
    """Names in the folder; with other arguments, where a page of the paper links them."""
    return {
        name: arguments
        for name, arguments in public_names().items()
        if name not in LEFT_OUT and not of_one_person(name, arguments)
    }


@lru_cache(maxsize=10_000)
def is_written(path: str) -> bool:
    """Whether the folder holds what the site answers at `path`, which most pages link again."""
    try:
        result = resolve(path)
    except Resolver404:
        return False
    return result.view_name in BUNDLES or result.view_name in _names()


def is_of_council(path: str, council) -> bool:
    """Whether the folder holds `path` with the lists of a council: below it and of no one paper."""
    if not path.startswith(f"/{council.slug}/") or not is_written(path):
        return False
    return not set(resolve(path).kwargs) >= PAPER


def is_of_paper(path: str, paper) -> bool:
    """Whether the folder holds `path` with the pages of a paper."""
    return path.startswith(paper_address(paper)) and is_written(path)


def of_site() -> list[str]:
    """The addresses that belong to no council."""
    return _addresses(SITE, {})


def of_council(council) -> list[str]:
    """The addresses of a council's lists, those of its series with them."""
    named = {"council": council.slug}
    series = Edition.objects.published().filter(paper__council=council)
    slugs = sorted(set(series.values_list("paper__series__slug", flat=True)))
    return _addresses(COUNCIL, named) + [
        address for slug in slugs for address in _addresses(SERIES, {**named, "series": slug})
    ]


def of_paper(paper) -> list[str]:
    """The addresses of an issued paper: its own, its editions', their figures' and files'."""
    named = {"council": paper.council.slug, "series": paper.series.slug, "slug": paper.slug}
    result = _addresses(PAPER, named)
    editions = paper.editions.published().order_by("number")
    for edition in editions:
        numbered = {**named, "number": edition.number}
        result += _addresses(EDITION, numbered)
        figures = [figure.number for figure in from_json(edition.document).figures]
        for place in figures:
            result += _addresses(PLACES[1], {**numbered, "place": place})
        # In the place of a page stands a page that says that it was removed; of a file nothing.
        for name in () if edition.removal else _files(edition):
            result += _addresses(FILES, {**numbered, "name": name})
        if edition.number == editions.last().number:
            for place in figures:
                result += _addresses(PLACES[0], {**named, "place": place})
    return result


def _files(edition):
    return edition.files.without_content().values_list("name", flat=True)


def _addresses(arguments, values) -> list[str]:
    names = [name for name, target in written_names().items() if target == arguments]
    return [reverse(name, kwargs=values) for name in names]


def of_one_person(name: str, arguments: frozenset[str]) -> bool:
    """Whether a page is of signing in and out, or was given to one person."""
    return name.startswith(("account_", "mfa_")) or bool(PRIVATE & arguments)


@cache
def _names():
    return frozenset(written_names())


def _walked(patterns, namespace, above) -> Iterator[tuple[str, frozenset[str]]]:
    for pattern in patterns:
        arguments = above | frozenset(pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walked(pattern.url_patterns, inner, arguments)
        elif getattr(pattern.callback, "access", None) == PUBLIC:
            yield f"{namespace}{pattern.name}", arguments
