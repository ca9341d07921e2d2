"""The ready-made tables and charts that the page of a new block offers, and what each begins
with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse

from reports.editor.ready_made import children, outcomes
from reports.editor.ready_made.declaration import Lacking, ReadyMade
from reports.papers.draft_pages import address
from reports.papers.manuscript import Manuscript

PARAMETER = "ready"


@dataclass(frozen=True)
class Offer:
    """One ready-made table: its title and address; or what is missing, and where to record it."""

    title: str
    address: str
    lacking: Lacking | None = None


def ready_made(manuscript: Manuscript) -> tuple[ReadyMade, ...]:
    """Every one that a report of the council can begin with."""
    return (*children.READY_MADE, *outcomes.ready_made_of(manuscript))


def begun_ready(request, manuscript: Manuscript, kind: str) -> Mapping[str, str] | None:
    """What the form of a new block begins with where the address names a ready-made one."""
    name = request.GET.get(PARAMETER, "")
    for item in ready_made(manuscript) if name else ():
        if item.name == name and kind in item.kinds:
            begins = item.begins(manuscript)
            return None if isinstance(begins, Lacking) else begins
    return None


def offers(request, manuscript: Manuscript, kind: str) -> Iterator[Offer]:
    """The ready-made ones of a kind of block, for its page where it has not begun."""
    if request.method != "GET" or PARAMETER in request.GET or "figure" in request.GET:
        return
    for item in ready_made(manuscript):
        if kind not in item.kinds:
            continue
        begins = item.begins(manuscript)
        if isinstance(begins, Lacking):
            yield Offer(item.title, _page(begins, manuscript), begins)
        else:
            query = request.GET.copy()
            query[PARAMETER] = item.name
            yield Offer(item.title, f"{request.path}?{query.urlencode()}")


def _page(lacking, manuscript):
    own = lacking.address.startswith("editor:")
    return reverse(lacking.address, args=address(manuscript.paper) if own else ())
