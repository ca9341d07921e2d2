"""Each way that the table of ways names begins on a page of that name, which opens for its role and
has something to show."""

import re
from pathlib import Path

import pytest
from django.test import Client

from assurance.accounts.models.accounts import User
from tests.page_requests import words
from tests.sources import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
TEXT = Path(ROOT, "docs", "ways.md").read_text("utf-8")
PLACES = sorted(set(re.findall(r"\*([^*]+)\*\s\(`(/[^`]+)`\)", TEXT)))
ROLES = ("officer", "clerk", "administrator")
LIST_IS_EMPTY = re.compile(r"\b0 found")


@pytest.mark.long
def test_the_table_has_a_row_for_each_job():
    numbers = [int(number) for number in re.findall(r"^\| (\d+) \|", TEXT, re.M)]
    assert numbers == [*range(1, 40), *range(59, 65)]
    assert len(PLACES) > 30


@pytest.mark.parametrize(("name", "address"), PLACES)
def test_a_way_begins_on_a_page_of_its_name(name, address):
    found = []
    for word in ROLES:
        client = Client()
        client.force_login(User.objects.get(email=f"{word}@eborford.example"))
        answer = client.get(address)
        found += [words(answer)] if answer.status_code == 200 else []
    assert found, address
    assert all(name in page and not LIST_IS_EMPTY.search(page) for page in found)
