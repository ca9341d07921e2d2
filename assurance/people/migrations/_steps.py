"""Steps of migrations that turn titles of posts, typed as text, into the posts of those titles."""

import re
from datetime import date

from django.utils.text import slugify

SINCE = date(2000, 1, 1)
UNKNOWN = "Post not known"
LONGEST = 160


def text_to_post(app, model, text, post):
    """A step for `RunPython`: fills the field `post` of each row of `model` from its field `text`,
    and adds the posts that its council has not got."""

    def fill(apps, schema_editor):
        rows = apps.get_model(app, model).objects
        for council, title in _typed(rows, text):
            found = _post(apps, council, title)
            rows.filter(**{"council_id": council, text: title}).update(**{post: found})
        _settle(schema_editor)

    return fill


def text_to_posts(app, model, text, posts):
    """The same for a field of several posts; titles in the text are parted by semicolons or
    lines."""

    def fill(apps, schema_editor):
        rows = apps.get_model(app, model).objects
        for council, titles in _typed(rows, text):
            parts = [part for part in re.split(r"[;\n]", titles) if part.strip()]
            found = [_post(apps, council, title) for title in parts]
            for row in rows.filter(**{"council_id": council, text: titles}):
                getattr(row, posts).add(*found)
        _settle(schema_editor)

    return fill


def _typed(rows, text):
    pairs = rows.exclude(**{text: ""}).order_by("council_id", text)
    return pairs.values_list("council_id", text).distinct()


def _post(apps, council, title):
    posts, name = apps.get_model("people", "Post").objects, title.strip()[:LONGEST] or UNKNOWN
    # Databases differ in how they compare capitals with accents.
    same = [
        post
        for post in posts.filter(council_id=council).order_by("from_date", "pk")
        if post.title.casefold() == name.casefold()
    ]
    return same[0] if same else _added(posts, council, name)


def _settle(schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        # What is deferred to the end would forbid the changes of the table that follow.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _added(posts, council, title):
    slug, number = slugify(title)[:56] or "post", 1
    name = slug
    while posts.filter(council_id=council, slug=name).exists():
        number += 1
        name = f"{slug}-{number}"
    return posts.create(council_id=council, title=title, slug=name, from_date=SINCE)
