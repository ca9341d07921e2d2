"""The step of migrations that makes posts of titles that were typed as text, tried on actions of
today: how one is measured stands in for the text, its checker for the post."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.improvement.models.actions import Action
from assurance.people.migrations._steps import SINCE, text_to_post, text_to_posts
from assurance.people.models.posts import Post
from tests.cases import written_cases
from tests.cast import make_council
from tests.make import people
from tests.make.improvements import action, plan, priority

pytestmark = pytest.mark.django_db


def made(*texts, council=None):
    """An action with each of these texts."""
    council = council or make_council()
    under = priority(plan(council=council))
    return [action(council=council, priority=under, measure=text) for text in texts]


def fill():
    """Takes the step; gives what it asked of the database beside its rows."""
    asked = []

    def execute(sql):
        asked.append(sql)
        with connection.cursor() as cursor:
            cursor.execute(sql)

    step = text_to_post("improvement", "Action", "measure", "checker")
    step(apps, SimpleNamespace(connection=connection, execute=execute))
    return asked


def titles(rows):
    """The title of each row's post as it now is, or None."""
    current = Action.objects.in_bulk([row.pk for row in rows])
    return [getattr(current[row.pk].checker, "title", None) for row in rows]


def test_each_title_becomes_one_post_that_nobody_holds_and_that_was_always_there():
    rows = made("Head of Bees", "Director", "Head of Bees", "")
    fill()
    assert titles(rows) == ["Head of Bees", "Director", "Head of Bees", None]
    new = Post.objects.get(title="Head of Bees")
    assert (new.slug, new.from_date, new.to_date) == ("head-of-bees", SINCE, None)
    assert not new.holders.exists()
    # The owner that the maker of actions gives, and the two above.
    assert Post.objects.count() == 3


def test_a_post_that_is_there_is_taken_whatever_its_case_and_left_as_it_is():
    there = people.post("Head of Bees", slug="bees", department="Gardens")
    rows = made("HEAD OF BEES", " head of bees ")
    before = Post.objects.filter(pk=there.pk).values().get()
    fill()
    assert titles(rows) == ["Head of Bees"] * 2
    assert Post.objects.filter(pk=there.pk).values().get() == before


def test_two_ways_to_write_one_title_become_one_post():
    rows = made("Head of bees", "Head of Bees", "  HEAD OF BEES")
    fill()
    assert len(set(titles(rows))) == 1
    assert Post.objects.filter(title__iexact="head of bees").count() == 1


def test_each_council_gets_posts_of_its_own():
    here = made("Head of Bees")
    there = made("Head of Bees", council=make_council("elsewhere"))
    fill()
    assert titles(here) == titles(there) == ["Head of Bees"]
    posts = Post.objects.filter(title="Head of Bees")
    assert {post.council.slug for post in posts} == {"netherby", "elsewhere"}
    for row in (*here, *there):
        row.refresh_from_db()
        assert row.checker.council == row.council


def test_a_name_in_addresses_that_is_taken_gets_a_number_and_one_of_no_letters_a_word():
    people.post("Somebody else", slug="head-of-bees")
    made("Head of Bees", "Head (of) Bees", "???", "!")
    fill()
    slugs = Post.objects.exclude(title="Head of Service").values_list("title", "slug")
    assert dict(slugs) == {
        **{"Somebody else": "head-of-bees", "Head (of) Bees": "head-of-bees-2"},
        **{"Head of Bees": "head-of-bees-3", "!": "post", "???": "post-2"},
    }


def test_a_title_that_is_longer_than_a_post_may_have_is_cut():
    [row] = made("Head of " + "x" * 180)
    fill()
    [title] = titles([row])
    assert title == "Head of " + "x" * 152
    assert len(Post.objects.get(title=title).slug) <= 60


def test_what_is_put_off_to_the_end_is_settled_where_the_database_puts_it_off():
    made("Director")
    expected = ["SET CONSTRAINTS ALL IMMEDIATE"] if connection.vendor == "postgresql" else []
    assert fill() == expected


def test_capitals_with_accents_are_alike_on_every_database():
    there = people.post("École Head", slug="ecole")
    rows = made("ÉCOLE HEAD", "école head")
    fill()
    assert titles(rows) == ["École Head"] * 2
    assert Post.objects.filter(slug__startswith="ecole").get() == there


def test_several_titles_of_one_text_become_several_posts():
    there = people.post("Practice Manager, North")
    [row] = made("practice manager, north; Head of Bees\nDirector;")
    step = text_to_posts("improvement", "Action", "measure", "supporters")
    step(apps, SimpleNamespace(connection=connection, execute=lambda sql: None))
    named = {post.title for post in row.supporters.all()}
    assert named == {"Practice Manager, North", "Head of Bees", "Director"}
    assert there in row.supporters.all()


TEXTS = st.lists(
    st.sampled_from(["", "Director", "director", "Head of Bees", "Head of  Bees", "Chair ", "?"]),
    max_size=6,
)


class AnyTexts(TestCase):
    """Each example in a transaction of its own."""

    @written_cases()
    @given(TEXTS, TEXTS)
    def test_every_text_has_the_post_of_its_title_and_a_second_time_adds_none(self, here, there):
        rows = made(*here), made(*there, council=make_council("elsewhere"))
        fill()
        for texts, of in zip((here, there), rows, strict=True):
            told = [(title or "").casefold() for title in titles(of)]
            self.assertEqual(told, [text.strip().casefold() for text in texts])
        each = [{text.strip().casefold() for text in texts} - {""} for texts in (here, there)]
        owners = sum(bool(texts) for texts in (here, there))
        self.assertEqual(Post.objects.count(), sum(map(len, each)) + owners)
        before = list(Post.objects.order_by("pk").values())
        fill()
        self.assertEqual(list(Post.objects.order_by("pk").values()), before)
