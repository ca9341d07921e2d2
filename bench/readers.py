"""Readers: the front page, a published report, its files, a figure and search, each against Django
without middleware giving the same rows, bytes or passages."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from unittest.mock import patch

import pikepdf
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path, reverse

from bench import bare
from bench.comparison import Comparison
from bench.database import Prepared
from reports.documents.document import from_json
from reports.editions.models.editions import Edition, EditionFile
from reports.papers.addresses import edition_address, figure_address, paper_address
from reports.publication import edition_text
from reports.publication.search import index
from reports.vocabulary.plain_text import CLOSE, OPEN, query_phrases

# As long as the longest reports that a committee gets.
PAGES = 60
SEARCHES = ("children", "supervision", "re-check", "social workers", '"looked after"')
FRONT = """
    SELECT e.title, c.name, m.date, e.issued_on, max(e.number) FROM editions_edition e
    JOIN papers_paper p ON p.id = e.paper_id JOIN accounts_council c ON c.id = p.council_id
    LEFT JOIN meetings_meeting m ON m.id = p.meeting_id
    WHERE e.published_at IS NOT NULL GROUP BY p.id ORDER BY e.issued_on DESC
"""
FIGURES = "SELECT number, key, member, source, count FROM editions_provenance WHERE edition_id = %s"
FOUND = (
    "SELECT count(*) FROM {index} WHERE {index} MATCH %(asked)s",
    (
        "SELECT rowid, highlight({index}, 1, %(open)s, %(close)s) FROM {index} "
        "WHERE {index} MATCH %(asked)s ORDER BY bm25({index}, 5.0, 1.0) LIMIT 20"
    ),
)


@dataclass(frozen=True)
class Plain:
    """A site without middleware whose one page is what `answer` gives, text or bytes."""

    client: Client

    def get(self, answer):
        """The page, asked for as any other."""
        urls = (path("", lambda request: HttpResponse(answer())),)
        with patch.object(settings, "ROOT_URLCONF", urls):
            return self.client.get("/")


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of what the public reads."""
    client, edition = made.client(), made.edition
    with override_settings(MIDDLEWARE=[]):
        plain = Plain(Client())
        plain.client.handler.load_middleware()
    front = partial(plain.get, lambda: bare.table(bare.select(FRONT)))
    yield Comparison("front page", partial(client.get, reverse("front")), front, _agree_on_titles)
    yield from _report(client, plain, edition)
    yield from _files(client, plain, edition)
    yield Comparison(
        "page of a figure, drawn anew",
        partial(_anew, client, figure_address(edition, 1)),
        partial(plain.get, partial(_figure, edition)),
        _agree,
    )
    for typed in SEARCHES:
        address = reverse("publication:search", args=[made.council.slug])
        yield Comparison(
            f"search for {typed}",
            partial(client.get, address, {"words": typed}),
            partial(plain.get, partial(_found, typed)),
            _agree,
        )


def _report(client, plain, edition):
    """A published report from memory and drawn anew, against its stored web page."""
    address = paper_address(edition.paper)
    stored = edition.files.get(media_type__startswith="text/html").name
    page = partial(plain.get, partial(_file, edition, stored))
    yield Comparison("published report, from memory", partial(client.get, address), page, _agree)
    yield Comparison("published report, drawn anew", partial(_anew, client, address), page, _agree)
    yield _long_report(client, plain, edition)


def _long_report(client, plain, edition):
    """The page of a report of PAGES printed pages, drawn anew, against sending the same bytes."""
    document = _repeated(edition)
    ours = partial(_of_document, client, paper_address(edition.paper), document)
    content = ours().content
    return Comparison(
        f"page of a report of {PAGES} pages, drawn anew",
        ours,
        partial(plain.get, lambda: content),
        _agree_on_bytes,
    )


def _repeated(edition):
    """The document of `edition` with its sections again and again, until it prints PAGES pages."""
    document = from_json(edition.document)
    file = edition.files.get(media_type="application/pdf")
    with pikepdf.open(io.BytesIO(bytes(file.content))) as pdf:
        times = -(-PAGES // len(pdf.pages))
    return replace(document, sections=document.sections * times)


def _of_document(client, address, document):
    with patch.object(edition_text, "from_json", lambda _stored: document):
        page = _anew(client, address)
    # The next reader of the report has its own text again.
    edition_text.forget()
    return page


def _anew(client, address):
    edition_text.forget()
    with patch.object(settings, "PAGES_KEPT", 0):
        return client.get(address)


def _files(client, plain, edition):
    names = edition.files.order_by("name").values_list("name", flat=True)
    for ending in (".html", ".pdf", ".docx", "-figures.csv", "-figures.json"):
        name = next(one for one in names if one.endswith(ending))
        yield Comparison(
            f"download of a report, {ending.rpartition('.')[2].upper()}",
            partial(client.get, f"{edition_address(edition)}files/{name}"),
            partial(plain.get, partial(_file, edition, name)),
            _agree_on_bytes,
        )


def _file(edition, name):
    return bytes(
        EditionFile.objects.values_list("content", flat=True).get(edition=edition, name=name)
    )


def _figure(edition):
    document = Edition.objects.values_list("document", flat=True).get(pk=edition.pk)
    entry = next(one for one in document["figures"] if one["number"] == 1)
    return bare.table([*entry.items(), *bare.select(FIGURES, [edition.pk])])


def _found(typed):
    values = {"asked": index.expression(connection.vendor, query_phrases(typed))}
    values |= {"open": OPEN, "close": CLOSE}
    number, rows = (bare.select(one.format(index=index.INDEX), values) for one in FOUND)
    return bare.table(rows, number[0][0])


def _agree(ours, plain):
    assert ours.status_code == plain.status_code == 200


def _agree_on_bytes(ours, plain):
    assert ours.content == plain.content


def _agree_on_titles(ours, plain):
    _agree(ours, plain)
    number = plain.content.count(b"<tr>")
    assert number and ours.content.count(b"/reports/") >= number
