"""The ways that the docs describe: each address is a page that opens, each name in italics stands
on a page."""

import re

import pytest
from django.urls import resolve

from tests import cast
from tests.page_requests import browser_of
from tests.sources import ROOT

DOCUMENT = (ROOT / "docs" / "ways.md").read_text(encoding="utf-8")
ADDRESSES = sorted(set(re.findall(r"`(/[^`]*)`", DOCUMENT)))
NAMES = sorted(set(re.findall(r"\*([^*]+)\*", DOCUMENT)))
# Where what pages say is written.
WRITTEN = ("templates/**/*.html", "assurance/**/*.py", "reports/**/*.py", "config/*.py")


@pytest.fixture(scope="module")
def written():
    """Everything that pages may say, in one line and small letters."""
    files = (path for pattern in WRITTEN for path in ROOT.glob(pattern))
    text = " ".join(path.read_text(encoding="utf-8") for path in files)
    return re.sub(r"\s+", " ", text).lower()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_each_address_is_a_page_that_opens(address):
    browser = browser_of(cast.make_user(*cast.ROLES))
    assert resolve(address)
    assert browser.get(address).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_each_name_stands_on_a_page(written, name):
    assert name.lower() in written


def test_each_row_has_its_number_once_and_they_go_up():
    numbers = [int(number) for number in re.findall(r"^\| (\d+) \|", DOCUMENT, re.MULTILINE)]
    assert numbers == [*range(1, 40), *range(59, 65)]
