"""Every list page, found by itself, asks as much of many rows as of few."""

import pytest
from django.test import Client

from bench.list_queries import FILLS, asked, filled, list_pages
from tests.cast import ROLES, make_user


def test_every_list_page_says_how_its_rows_are_made():
    assert set(list_pages()) == set(FILLS)


@pytest.mark.sampled(2)
@pytest.mark.django_db
@pytest.mark.parametrize("name", FILLS)
def test_a_list_page_asks_no_more_of_more_rows(name):
    client = Client()
    client.force_login(make_user(*ROLES))
    row = filled(name, 3)
    of_few = asked(client, name)
    filled(name, 40, row)
    assert asked(client, name) == of_few
