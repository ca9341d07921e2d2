"""A step of migrations that turns a post's title, typed as text, into the post of that title."""

from datetime import date

from django.utils.text import slugify

SINCE = date(2000, 1, 1)
UNKNOWN = "Post not known"


def text_to_post(app, model, text, post):
    """A step for `RunPython`: fills the field `post` of each row of `model` from its field `text`,
    and adds the posts that its council has not got."""

    def fill(apps, schema_editor):
        titles, rows = apps.get_model("people", "Post"), apps.get_model(app, model).objects
        pairs = rows.exclude(**{text: ""}).order_by("council_id", text)
        for council, title in pairs.values_list("council_id", text).distinct():
            name = title.strip()[:160] or UNKNOWN
            known = titles.objects.filter(council_id=council, title__iexact=name)
            found = known.first() or _added(titles, council, name)
            rows.filter(**{"council_id": council, text: title}).update(**{post: found})
        if schema_editor.connection.vendor == "postgresql":
            # What is deferred to the end would forbid the changes of the table that follow.
            schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    return fill


def _added(posts, council, title):
    slug, number = slugify(title)[:56] or "post", 1
    name = slug
    while posts.objects.filter(council_id=council, slug=name).exists():
        number += 1
        name = f"{slug}-{number}"
    return posts.objects.create(council_id=council, title=title, slug=name, from_date=SINCE)
