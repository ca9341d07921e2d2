"""The files of an edition lead to their description, and its page for print names its address."""

import hashlib
import json
import re
from base64 import b64encode
from collections import Counter
from urllib.parse import urljoin

import pytest
from django.conf import settings
from django.test import Client

from reports.documents import formats
from reports.documents.document import from_json
from tests.make import bundles
from tests.publication.pages.test_found_by_others import KNOWN, ROOT, body

pytestmark = pytest.mark.django_db


def test_the_files_of_an_edition_lead_to_their_description_and_say_where_they_are_from():
    row = bundles.bundled()
    client, home = Client(), f"/{row.paper.council.slug}/reports/assurance/{row.paper.slug}/"
    tables = [one.name for one in row.files.without_content() if one.name.endswith(".csv")]
    assert tables
    for name in tables:
        address = f"{home}edition-{row.number}/files/{name}"
        [link] = re.findall(r'<([^>]+)>; rel="describedby"', client.get(address)["Link"])
        about = json.loads(body(client.get(urljoin(address, link))))
        assert name in [one["url"] for one in about["tables"]]
    document = from_json(row.document)
    published = f"Edition {row.number}, published on "
    with KNOWN:
        page = formats.print_html(document, sheet="paper.css")
        address = f"{ROOT}{document.address}edition-{row.number}/"
        assert (
            f'<p class="origin">{published}' in page
            and f'<a href="{address}">{address}</a>' in page
        )
        # The PDF has its own first page.
        assert f'<p class="origin">{published}' not in formats.print_html(document)
    page = formats.print_html(document, sheet="paper.css")
    assert published in page and "https://" not in page.partition("</header>")[0]


def test_the_policy_of_the_service_and_of_the_folder_lets_the_sheet_within_a_file_be():
    digest = hashlib.sha256(formats.STANDALONE.encode()).digest()
    named = f"'sha256-{b64encode(digest).decode()}'"
    assert named == settings.STANDALONE_SHEET
    assert f"style-src 'self' {named};" in (settings.BASE_DIR / "docs/nginx.conf").read_text()
    page = formats.print_html(from_json(bundles.bundled().document), sheet="paper.css")
    assert re.findall("<style>(.*?)</style>", page, re.DOTALL) == [formats.STANDALONE]


def test_a_chart_is_drawn_at_each_width_with_its_sheet_and_without():
    sheets = {formats.STANDALONE, (formats.STYLES / "css" / "print.css").read_text()}
    for sheet in sheets:
        desk, _, telephone = sheet.partition("@media screen and (max-width: 40em)")
        hidden = [
            set(re.findall(r"app-chart__\w+(?=[^{}]*\{ display: none; \})", part))
            for part in (desk, telephone)
        ]
        # Two sheets at once that do not hide the same drawing leave none.
        assert hidden == [{"app-chart__narrow"}, {"app-chart__wide"}]


def test_every_link_of_every_file_of_an_edition_answers():
    row = bundles.bundled()
    client = Client()
    home = f"/{row.paper.council.slug}/reports/assurance/{row.paper.slug}/edition-{row.number}/"
    names = {one.name for one in row.files.without_content()}
    asked = {f"{home}files/{name}" for name in names}
    followed = Counter()
    for address in sorted(asked):
        answer = client.get(address)
        assert answer.status_code == 200, address
        for link in re.findall(r'<([^>]+)>; rel="describedby"', answer.get("Link", "")):
            followed[_answers(client, address, link)] += 1
        content = body(answer)
        if address.endswith(".html"):
            page = content.decode()
            anchors = {*re.findall(r'\sid="([^"]+)"', page)}
            links = {*re.findall(r'\s(?:href|src|data-to)="([^"]+)"', page)}
            inside = {link[1:] for link in links if link.startswith("#")}
            assert inside and inside <= anchors, inside - anchors
            others = {link for link in links if not re.match(r"#|https?:|mailto:|tel:|data:", link)}
            followed.update(_answers(client, address, link) for link in others)
        elif address.endswith(".json"):
            plain = json.loads(content)
            followed.update(_answers(client, address, link) for link in _links(plain))
            if address.endswith("-tables.json"):
                # Each number of a table names the figure that it prints.
                keys = {figure["key"] for table in plain for figure in table["figures"]}
                assert keys <= {entry.key for entry in from_json(row.document).figures}
    # All data is described by one file, and the page leads to its sheet.
    tables = sum(name.endswith(".csv") for name in names)
    assert followed[f"{home}files/csv-metadata.json"] == tables > 0
    assert len(followed) > 2


def _answers(client, address, link):
    """The address that `link` at `address` leads to, which answers."""
    target = urljoin(address, link).partition("#")[0].partition("?")[0]
    assert client.get(target).status_code in (200, 302), f"{link} at {address}"
    return target


def _links(plain):
    """Every address of this site in JSON: a value under a name that says so, or a table's file."""
    if isinstance(plain, list):
        for item in plain:
            yield from _links(item)
    elif isinstance(plain, dict):
        for name, value in plain.items():
            if name in ("address", "url", "page") and isinstance(value, str) and value:
                own = value.removeprefix(ROOT)
                yield from [] if own.startswith("https://") else [own]
            else:
                yield from _links(value)
