"""The files of an edition lead to their description, and its page for print names its address."""

import json
import re
from urllib.parse import urljoin

import pytest
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
