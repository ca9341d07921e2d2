"""Rows that newer returns had taken over are given to the older ones, as their counts read them."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from assurance.looked_after.models.replaced import ReplacedReturn
from assurance.looked_after.models.returns import Episode
from tests.make.looked_after import child, episode, held_return

pytestmark = pytest.mark.django_db
MIGRATION = import_module("assurance.looked_after.migrations.0004_rows_of_older_returns")
CLOSES = date(2018, 3, 31)


def starts(held):
    """The days on which the episodes of a return start."""
    return sorted(held.episodes.values_list("decom", flat=True))


def test_each_standing_return_has_its_rows_and_those_of_newer_ones_and_gives_them_back():
    older = held_return()
    newer = held_return(covers_from=CLOSES, covers_to=date(2019, 3, 31))
    ReplacedReturn.objects.create(held_return=newer, content=b"")
    who = child()
    episode(child=who, held_return=older, decom=date(2016, 1, 1))
    episode(child=who, held_return=newer, decom=date(2017, 1, 1))
    MIGRATION.give(apps, None)
    assert starts(older) == [date(2016, 1, 1), date(2017, 1, 1)]
    assert starts(newer) == [date(2017, 1, 1)]
    assert not ReplacedReturn.objects.exists()
    MIGRATION.take(apps, None)
    assert (starts(older), starts(newer)) == ([date(2016, 1, 1)], [date(2017, 1, 1)])


def test_a_return_whose_rows_went_with_a_newer_one_says_that_they_have_gone():
    older = held_return()
    episode(held_return=older)
    held_return(rows_removed_on=date(2018, 9, 1))
    MIGRATION.give(apps, None)
    older.refresh_from_db()
    assert older.rows_removed_on == date(2018, 9, 1)
    assert not Episode.objects.exists()


def test_what_one_return_alone_replaced_is_kept():
    ReplacedReturn.objects.create(held_return=held_return(), content=b"")
    MIGRATION.give(apps, None)
    assert ReplacedReturn.objects.exists()
