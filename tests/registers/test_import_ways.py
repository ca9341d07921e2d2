"""The list of a register leads to the files that bring its records, where there are any."""

import pytest

from tests import cast
from tests.page_requests import browser_of, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/audits/", "Import case audits from a file"),
        ("/dbs/", "Import people who need a DBS check from a file"),
        ("/matters/risks/", "Import risks from a file"),
        ("/looked-after/returns/", "Import a return"),
        ("/looked-after/performance/", "Import a return"),
        ("/looked-after/areas/", "Import national comparison figures"),
    ],
)
def test_who_may_import_its_records_is_led_to_files(address, link):
    page = words(browser_of(cast.officer()).get(address))
    assert link in page


@pytest.mark.parametrize(
    "address", ["/looked-after/", "/matters/forums/", "/audits/programme/kinds/"]
)
def test_a_register_whose_records_no_file_brings_leads_to_none(address):
    page = words(browser_of(cast.officer()).get(address))
    assert "from a file" not in page


def test_who_may_only_read_them_is_not_led_there():
    page = words(browser_of(cast.clerk()).get("/matters/risks/"))
    assert "from a file" not in page
