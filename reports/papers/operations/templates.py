"""What stands before a council's first paper: committee, templates, posts and glossary."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction

from assurance.meetings.models.bodies import COMMITTEE, Body
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.posts import Post
from assurance.records import history, writes
from assurance.records.personal import Personal
from assurance.records.refusals import Refused, refuse_if
from reports.papers.language import template as templates
from reports.papers.models.templates import Abbreviation, ReportTemplate


@transaction.atomic
def add_committee(
    *, council, slug: str, title: str, meetings: Collection[Mapping] = (), by, on: date
) -> Body:
    """Adds a committee with its `meetings` (mappings of fields); refuses a slug already used."""
    is_used = Body.committees.of(council).filter(slug=slug).exists()
    refuse_if("There is a committee of this name already." if is_used else "", "slug")
    committee = Body(council=council, kind=COMMITTEE)
    changes = writes.insert(committee, {"slug": slug, "title": title}, on=on)
    Meeting.objects.bulk_create(
        Meeting(council=council, body=committee, created_on=on, **meeting) for meeting in meetings
    )
    history.record("committees.add", about=committee, by=by, on=on, changes=changes)
    return committee


@transaction.atomic
def add_report_template(*, council, spec: Mapping, by, on: date) -> ReportTemplate:
    """Adds the template that `spec` describes; refuses a used slug, and what makes no template."""
    try:
        templates.read(spec)
    except templates.BadTemplate as fault:
        raise Refused(str(fault)) from fault
    is_used = ReportTemplate.objects.of(council).filter(slug=spec["slug"]).exists()
    refuse_if("There is a report template of this name already." if is_used else "", "slug")
    template = ReportTemplate(council=council)
    fields = {"slug": spec["slug"], "title": spec["title"], "spec": dict(spec)}
    changes = writes.insert(template, fields, on=on)
    history.record("report_templates.add", about=template, by=by, on=on, changes=changes)
    return template


@transaction.atomic
def add_posts(*, council, posts: Collection[Mapping], by, on: date) -> list[Post]:
    """Adds to the directory the `posts`, mappings of its fields; refuses one that is there."""
    for item in posts:
        rows = Post.objects.of(council).on(item["from_date"]).filter(slug=item["slug"])
        refuse_if(f"The post “{item['slug']}” is there already." if rows.exists() else "", "slug")
    made = Post.objects.bulk_create(Post(council=council, **post) for post in posts)
    changes = _text_change("posts", [post.slug for post in made])
    history.record("posts.add", about=council, by=by, on=on, changes=changes)
    return made


@transaction.atomic
def learn_abbreviations(
    *, council, rows: Collection[Mapping[str, str]], by, on: date
) -> list[Abbreviation]:
    """Adds to the glossary the `rows`, mappings of `short` and `long`, that it does not hold."""
    known = set(Abbreviation.objects.of(council).values_list("short", flat=True))
    made = Abbreviation.objects.bulk_create(
        Abbreviation(council=council, **row) for row in rows if row["short"] not in known
    )
    changes = _text_change("abbreviations", [item.short for item in made])
    history.record("glossary.learn", about=council, by=by, on=on, changes=changes)
    return made


def _text_change(name, text):
    return history.changes({}, {name: text}, {name: Personal.NONE})
