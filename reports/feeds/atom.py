"""Issued papers for other programs: Atom feeds (RFC 4287) and the site map (sitemaps.org 0.9).

Addresses are whole and hold no session. Nothing here tells the time of now, so what has not
changed is the same file, by whose fingerprint a program asks again.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import quote
from xml.etree import ElementTree as Xml

from reports.documents.document import text_of
from reports.documents.licence import licence
from reports.editions.models.editions import Edition, EditionQuerySet
from reports.editions.names import edition_name
from reports.papers.addresses import edition_address, paper_address
from reports.publication.models.passages import with_purpose

ATOM, SITEMAP = "http://www.w3.org/2005/Atom", "http://www.sitemaps.org/schemas/sitemap/0.9"
ENTRIES = 50
# More than these a site map may not hold.
ADDRESSES = 50_000
SUMMARY = 600
# The day of a feed that has no entry yet.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# What no XML file may hold (XML 1.0, 2.2).
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def newest(editions: EditionQuerySet) -> list[Edition]:
    """The editions that a feed of `editions` holds, the last published first, each with what it
    says of itself: its front, and `purpose`, its first paragraph."""
    rows = editions.with_papers().select_related("front").defer("front__lines", "front__items")
    return list(with_purpose(rows).order_by("-published_at", "-pk")[:ENTRIES])


def atom(editions: Iterable[Edition], *, title: str, about: str, here: str, root: str) -> bytes:
    """The Atom feed of `editions` under `title`: its own address is `here`, that of the page that
    it goes with `about`; `root` is the service's address without its last slash."""
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    rows = list(editions)
    _add(feed, "id", f"{root}{here}")
    _add(feed, "title", title)
    _add(feed, "updated", _moment(max((item.published_at for item in rows), default=NEVER)))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{root}{here}")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{root}{about}")
    current = licence()
    _add(feed, "rights", current["name"])
    _add(feed, "link", rel="license", href=current["address"])
    for row in rows:
        _entry(Xml.SubElement(feed, "entry"), row, root)
    return Xml.tostring(feed, encoding="utf-8", xml_declaration=True)


def site_index(maps: Iterable[tuple[str, datetime | None]], root: str) -> bytes:
    """The index of site maps: (address, when it last changed, if that is known) of each."""
    index = Xml.Element("sitemapindex", {"xmlns": SITEMAP})
    for address, moment in islice(maps, ADDRESSES):
        row = Xml.SubElement(index, "sitemap")
        _add(row, "loc", f"{root}{address}")
        if moment:
            _add(row, "lastmod", _moment(moment))
    return Xml.tostring(index, encoding="utf-8", xml_declaration=True)


def site_map(editions: Iterable[Edition], root: str, pages: Iterable[str] = ()) -> bytes:
    """One site map: every paper that anybody may read, by the address of its current edition, and
    after them `pages`, the addresses of lists and figures."""
    urls = Xml.Element("urlset", {"xmlns": SITEMAP})
    for row in islice(editions, ADDRESSES):
        url = Xml.SubElement(urls, "url")
        _add(url, "loc", f"{root}{paper_address(row.paper)}")
        _add(url, "lastmod", _moment(row.published_at))
    for page in islice(pages, ADDRESSES - len(urls)):
        _add(Xml.SubElement(urls, "url"), "loc", f"{root}{quote(page)}")
    return Xml.tostring(urls, encoding="utf-8", xml_declaration=True)


def summary(edition: Edition) -> str:
    """What a feed says of an edition that `newest` gave: what it corrects, else its purpose."""
    text = " ".join(text_of(edition.front.notices).split()) or edition.purpose or ""
    return text if len(text) <= SUMMARY else f"{text[:SUMMARY].rpartition(' ')[0]} …"


def _entry(entry, edition, root):
    # An edition's own address is its name for ever.
    address = f"{root}{edition_address(edition)}"
    _add(entry, "id", address)
    _add(entry, "title", edition_name(edition))
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    _add(entry, "published", _moment(edition.published_at))
    _add(entry, "updated", _moment(edition.published_at))
    _add(Xml.SubElement(entry, "author"), "name", edition.paper.council.name)
    _add(entry, "category", term=edition.paper.series.slug, label=edition.paper.series.title)
    if text := summary(edition):
        _add(entry, "summary", text)


def _add(parent, name, text="", **attributes):
    index = {key: _NO_XML.sub("", value) for key, value in attributes.items()}
    Xml.SubElement(parent, name, index).text = _NO_XML.sub("", text) or None


def _moment(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
