"""Every post that the demonstration's files name has its row in the directory, under one name."""

import re

import pytest

from assurance.people.models.posts import Post
from assurance.runtime.typography import straight
from reports.demonstration import texts
from reports.demonstration.posts import POSTS, listed

FILES = (
    *("audit-programme", "case-audits", "followed", "inspection", "matters", "plans"),
    *("later-2016", "later-2017", "later-2019"),
)
# The plan of the second council, whose posts are its own.
OTHERS = {
    "Assistant Director, Safeguarding Services",
    "Director of Children, Families and Communities",
}
# Who was quoted, and no owner of anything.
QUOTED = {"Social worker", "Young person in care"}


def titles(plain, name=""):
    """Every text under a name that ends in `role`, and the auditors of case files."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from titles(value, key)
    elif isinstance(plain, list):
        for value in plain:
            yield from titles(value, name)
    elif plain and (re.search(r"role$", name) or name in ("auditors", "approved_by")):
        yield plain


@pytest.mark.parametrize("name", FILES)
def test_every_post_that_a_file_names_is_in_the_one_list(name):
    named = set(titles(texts.read(name))) - OTHERS - QUOTED
    assert named - set(POSTS) == set()


def test_the_list_has_no_post_that_nothing_names():
    named = {title for name in FILES for title in titles(texts.read(name))}
    others = {"Head of Democratic Services", "Head of Legal Services"}
    assert set(POSTS) - named - others == set()


def test_a_post_is_left_out_where_the_council_has_it_with_more_of_it():
    every, some = listed(set()), listed({"chief-executive"})
    assert len(every) == len(POSTS) == len(some) + 1
    assert {row["title"] for row in every} - {row["title"] for row in some} == {"Chief Executive"}
    assert all(row["department"] and row["from_date"] for row in every)


@pytest.mark.django_db
def test_the_directory_has_each_of_them_once(demonstration):
    rows = Post.objects.filter(council__slug="eborford")
    assert sorted(straight(row.title) for row in rows) == sorted(POSTS)
    assert len({row.slug for row in rows}) == len(POSTS)
