"""The public site written into the published folder: what a web server gives to readers with the
service switched off."""

import fcntl
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage

from assurance.runtime.processes.shared_work import submit
from reports.editions.models.editions import Edition
from reports.issue.site import addresses
from reports.issue.site.bundle import BUNDLES, INDEX, bundle_files, bundle_name
from reports.issue.site.history_evidence import listed_faults
from reports.issue.site.page_rendering import (
    GONE,
    OK,
    SERVICE,
    drawn,
    links,
    page_address,
    page_of,
    pages_after,
    standing_alone,
)
from reports.issue.site.storage import fingerprint, published
from reports.papers.addresses import paper_address
from reports.papers.models.papers import Paper

# Beside a page that says that something was removed, so that a web server answers 410 with it.
TAKEN_DOWN = "taken-down"
NOT_THERE = "404.html"
_HTML = "text/html"
_ENDINGS = {"application/atom+xml": "xml", "application/xml": "xml", "application/json": "json"}
# A paper that changes while it is written is written again; more often than this it is left to the
# next writer.
TURNS = 3
_own = threading.local()


@dataclass
class SiteChanges:
    """What a writer did: names written and taken away, and the fingerprint of each page now."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)

    def __add__(self, other):
        return SiteChanges(
            self.written + other.written, self.removed + other.removed, self.pages | other.pages
        )


@contextmanager
def turn():
    """One writer at a time on this machine, so that none puts an older page over a newer one; who
    has the turn may ask for it again."""
    if getattr(_own, "has_turn", False):
        yield
        return
    settings.VAR.mkdir(parents=True, exist_ok=True)
    with (settings.VAR / "published.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _own.has_turn = True
        try:
            yield
        finally:
            _own.has_turn = False


def write_paper(paper) -> SiteChanges:
    """Every page and file of an issued paper; what was removed goes first.

    Raises `StorageRefused` where the folder cannot be written, `NotDrawn` where a page fails.
    """
    with turn():
        for _turn in range(TURNS):
            before = _state(paper)
            changed = _written(paper)
            if _state(paper) == before:
                break
        return changed


def take_from_folder(paper):
    """Takes everything of what was removed out of the folder, at once and without waiting for a
    turn; what stands in its place is written after. Raises `StorageRefused`."""
    place, editions = published(), _editions(paper)
    _bundles_removed(place, editions)
    own = [f"{prefix(paper)}edition-{edition.number}/" for edition in editions if edition.removal]
    # Where the newest is down, so is what stands at the paper's own address.
    own += [prefix(paper)] if editions[0].removal else []
    for name in (name for item in own for name in place.names(item)):
        if not _is_of_another(name, paper, editions):
            place.remove(name)
    # Lists and series of figures may print what it said: they are written again after.
    for name in list_names(place, paper.council):
        place.remove(name)


def write_council(council, known: Mapping[str, str]) -> SiteChanges:
    """The lists of a council, every page of each; `known` has the digests of those there. A list of
    fingerprints of history that history contradicts stays: it is what shows the change."""
    with turn():
        place = published()
        fixed = {fault.name for fault in listed_faults(council, place)}
        targets = [item for item in addresses.of_council(council) if item[1:] not in fixed]
        changed = _put(targets, lambda path: addresses.is_of_council(path, council))
        kept = fixed | {*changed.pages}
        extra = [name for name in list_names(place, council) if name not in kept]
        changed.removed += [name for name in extra if place.remove(name)]
        changed.pages |= {name: known[name] for name in fixed if name in known}
        return changed


def write_common(known: Mapping[str, str]) -> SiteChanges:
    """The first page, the statements, what is shown where nothing is, and what every page needs."""
    with turn():
        place = published()
        changed = _put([*addresses.of_site(), SERVICE])
        place.clear(BUNDLES)
        files = {NOT_THERE: _alone(page_of(NOT_THERE), "/"), **_assets()}
        changed.written += [name for name, content in files.items() if place.write(name, content)]
        changed.pages |= {name: fingerprint(content) for name, content in files.items()}
        # A page that a reader keeps asks for the styles of its own time: those stay.
        styles = {name: known[name] for name in known if name.startswith(_static())}
        gone = [name for name in known if name not in {*changed.pages, *styles}]
        changed.removed += [name for name in gone if place.remove(name)]
        changed.pages = styles | changed.pages
        return changed


def name_of(address: str, media_type: str = _HTML) -> str:
    """Where the answer at an address lies in the folder."""
    name = unquote(address.lstrip("/"))
    if name and not name.endswith("/"):
        return name
    ending = _ENDINGS.get(media_type)
    return f"{name}index.{ending}" if ending else f"{name}{INDEX}"


def prefix(paper) -> str:
    """What the name of every page of a paper begins with."""
    return paper_address(paper).lstrip("/")


def _editions(paper):
    council = Edition.objects.public_in(paper.council.slug)
    return list(council.of_paper(paper.series.slug, paper.slug))


def _state(paper):
    return [(edition.number, getattr(edition.removal, "pk", None)) for edition in _editions(paper)]


def _written(paper):
    place, editions = published(), _editions(paper)
    bundles = SiteChanges(removed=_bundles_removed(place, editions))
    for edition in editions:
        bundle = bundle_name(edition)
        if bundle and not edition.removal:
            files = bundle_files(edition)
            bundles.written += [bundle] if _bundle_written(place, bundle, files) else []
            sums = {f"{bundle}/{name}": fingerprint(current) for name, current in files.items()}
            bundles.pages |= sums
    changed = _put(addresses.of_paper(paper), lambda path: addresses.is_of_paper(path, paper))
    extra = [name for name in place.names(prefix(paper)) if name not in changed.pages]
    changed.removed += [name for name in extra if place.remove(name)]
    return bundles + changed


def _bundles_removed(place, editions):
    down = [bundle_name(edition) for edition in editions if edition.removal]
    return [bundle for bundle in down if bundle and place.remove_folder(bundle)]


def list_names(place, council) -> list[str]:
    """The files in the folder of a council that are of no report."""
    papers = Paper.objects.filter(council=council, editions__published_at__isnull=False)
    own = {prefix(paper) for paper in papers.select_related("council", "series").distinct()}
    return place.names(f"{council.slug}/", own)


def _is_of_another(name, paper, editions):
    current = (edition for edition in editions if not edition.removal)
    return any(name.startswith(f"{prefix(paper)}edition-{item.number}/") for item in current)


def _bundle_written(place, bundle, files):
    if not is_whole(place, bundle, files):
        place.remove_folder(bundle)
    return place.write_folder(bundle, files)


def is_whole(place, bundle: str, files: dict[str, bytes]) -> bool:
    """Whether a bundle's folder holds these files and nothing else."""
    if place.names(f"{bundle}/") != sorted(f"{bundle}/{name}" for name in files):
        return False
    return all(
        place.read(f"{bundle}/{name}") == content and place.is_packed(f"{bundle}/{name}", content)
        for name, content in files.items()
    )


def _put(
    targets: Iterable[str], follows: Callable[[str], bool] = lambda path: False
) -> SiteChanges:
    """Writes what is answered at the addresses, and at linked ones that `follows` takes too."""
    place, changed, pages = published(), SiteChanges(), {}
    met = dict.fromkeys(targets)
    waiting = [submit(_pages, address) for address in met]
    # All are drawn before any is written: a page that fails leaves the folder as it was.
    while waiting:
        for name, current, linked in waiting.pop(0).result():
            pages[name] = current
            further = sorted(item for item in linked - met.keys() if follows(item))
            met |= dict.fromkeys(further)
            waiting += [submit(_pages, address) for address in further]
    for name, content in pages.items():
        if place.write(name, content):
            changed.written.append(name)
        changed.pages[name] = fingerprint(content)
    return changed


def _pages(address):
    """(name, bytes, paths linked to) of each page at an address, and the mark of a page that was
    removed. An address that answers with neither is no page."""
    return list(_each_page(address))


def _each_page(address):
    waiting, met = [1], {1}
    while waiting:
        number = waiting.pop(0)
        answer = drawn(f"{address}?page={number}" if number > 1 else address)
        is_page = answer.media_type == _HTML and address.endswith("/")
        here = page_address(address, number)
        if answer.status == GONE and is_page:
            yield f"{name_of(here)[: -len(INDEX)]}{TAKEN_DOWN}", b"", set()
        elif answer.status != OK or not _has_a_place(address, answer):
            continue
        if not is_page:
            yield name_of(here, answer.media_type), answer.content, set()
            continue
        text = answer.content.decode()
        yield name_of(here), _alone(answer.content, address), links(text, address)
        further = pages_after(text, address) - met
        met |= further
        waiting += sorted(further)


def _has_a_place(address, answer):
    # A web server says what a file is by its name, so no picture can lie where a page would.
    return not address.endswith("/") or answer.media_type in {_HTML, *_ENDINGS}


def _alone(content, address):
    return standing_alone(content.decode(), address, addresses.is_written).encode()


# Readers are given no editor.
OF_WRITERS = ("editor/", "js/editor/", "css/editor.")


def _assets():
    """Name → bytes of the style sheets, scripts and pictures of the pages."""
    before = _static()
    if settings.SERVER:
        matches = ((name, staticfiles_storage) for name in _below(staticfiles_storage, ""))
    else:
        matches = (each for finder in get_finders() for each in finder.list([".*"]))
    return {
        f"{before}{name}": _bytes(storage, name)
        for name, storage in matches
        if not name.startswith(OF_WRITERS)
    }


def _static():
    return settings.STATIC_URL.lstrip("/")


def _below(storage, under):
    folders, files = storage.listdir(under)
    yield from (f"{under}{name}" for name in files)
    for folder in folders:
        yield from _below(storage, f"{under}{folder}/")


def _bytes(storage, name):
    with storage.open(name) as file:
        return file.read()
