"""The page of an edition offers its PDF to who would print the page."""

import io

import pikepdf
import pytest
from django.test import override_settings

from reports.issue.pdf_to_print import pdf_to_print
from reports.papers.addresses import edition_address
from tests.demonstration.reading import edition

pytestmark = pytest.mark.django_db


def pages_of(issued):
    """The pages of the stored PDF."""
    [file] = issued.files.filter(name__endswith=".pdf")
    with pikepdf.open(io.BytesIO(bytes(file.content))) as read:
        return file, len(read.pages)


@pytest.mark.long
def test_the_page_links_to_the_pdf_with_its_pages_and_names_it_on_paper(client, demonstration):
    issued = edition("january-2016")
    file, pages = pages_of(issued)
    page = client.get(edition_address(issued)).content.decode()
    address = f"{edition_address(issued)}files/{file.name}"
    assert f'<a href="{address}">Print the PDF ({pages} pages)</a>' in page
    assert client.get(address).status_code == 200
    # An address without its host is of no use on paper.
    assert "paper-print-line" not in page
    with override_settings(PUBLIC_ADDRESS="https://reports.example/"):
        page = client.get(edition_address(issued)).content.decode()
    told = f"This report is also a PDF of {pages} pages, made to be printed: "
    assert f"{told}https://reports.example{address}</p>" in page
    assert page.index("paper-print-line") < page.index("<h1>")


@pytest.mark.long
def test_the_address_is_whole_where_it_is_known(demonstration):
    issued = edition("january-2016")
    file, _ = pages_of(issued)
    with override_settings(PUBLIC_ADDRESS="https://reports.example/"):
        offered = pdf_to_print(issued, file)
    assert offered.whole_address == f"https://reports.example{offered.address}"
    assert pdf_to_print(issued, None) is None
