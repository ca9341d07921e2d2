"""What stands before a council's first paper: committee, templates, posts and glossary."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction

from assurance.accounts.models.accounts import User
from assurance.meetings.models.bodies import COMMITTEE, Body
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.posts import Post
from assurance.records import history, writes
from assurance.records.personal import Personal
from assurance.records.record import EditConflict, lock
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.typography import typographic, with_marks
from reports.language import template as templates
from reports.language.labels import name_for
from reports.language.standing_blocks import fault_of, writers_in
from reports.papers.models.part_writers import PartWriter
from reports.papers.models.templates import Abbreviation, ReportTemplate
from reports.papers.rules.template_changes import QUESTION, WHO, differences

PERSONAL = {WHO: Personal.IDENTIFIES, QUESTION: Personal.MAY}
IS_WITHDRAWN = "This template was withdrawn: bring it back before you change it"
ONLY_ONE = (
    "It is the only template from which a report can begin: make another before you withdraw it"
)
TITLE_TAKEN = "Another report template has this title now: give that one another title first"
TAKEN = "Another report template has this title: give this one another title"


@transaction.atomic
def add_committee(
    *, council, slug: str, title: str, meetings: Collection[Mapping] = (), by, on: date
) -> Body:
    """Adds a committee with its `meetings` (mappings of fields); refuses a slug already used."""
    is_used = Body.committees.of(council).filter(slug=slug).exists()
    refuse_if("There is a committee of this name already." if is_used else "", "slug")
    committee = Body(council=council, kind=COMMITTEE)
    changes = writes.insert(committee, {"slug": slug, "title": typographic(title)}, on=on)
    Meeting.objects.bulk_create(
        Meeting(council=council, body=committee, created_on=on, **meeting) for meeting in meetings
    )
    history.record("committees.add", about=committee, by=by, on=on, changes=changes)
    return committee


@transaction.atomic
def add_report_template(*, council, spec: Mapping, by, on: date) -> ReportTemplate:
    """Adds the template that `spec` describes; refuses a used slug, and what makes no template."""
    is_used = ReportTemplate.objects.of(council).filter(slug=str(spec.get("slug"))).exists()
    refuse_if("There is a report template of this name already." if is_used else "", "slug")
    return _add(council, spec, by, on)


@transaction.atomic
def start_report_template(
    *,
    council,
    spec: Mapping,
    title: str,
    like: ReportTemplate | None = None,
    by,
    on: date,
) -> ReportTemplate:
    """Adds a template called `title` with the data `spec` of an example, or of the template `like`
    whose writers it keeps; refuses a title that another template has now, and what makes no
    template."""
    current = ReportTemplate.objects.of(council).current()
    refuse_if(TAKEN if current.filter(title__iexact=title).exists() else "", "title")
    fields = {"slug": _free_slug(council, title), "title": title}
    return _add(council, {**spec, **fields}, by, on, _writers(like) if like else {})


@transaction.atomic
def change_report_template(
    *,
    template: ReportTemplate,
    version: int,
    spec: Mapping,
    writers: Mapping[str, Mapping] | None = None,
    by,
    on: date,
) -> ReportTemplate:
    """The template with the data `spec`; where reports have it, a new one that follows it, so that
    they keep their form. `writers` are the account or e-mail of each place whose writer is another.

    Refuses what makes no template and a title that another has; raises `EditConflict` where
    somebody else saved first.
    """
    current = _lock_newest(template, version)
    refuse_if(IS_WITHDRAWN if current.withdrawn_on else "")
    others = ReportTemplate.objects.of(current.council).current().exclude(pk=current.pk)
    refuse_if(TAKEN if others.filter(title__iexact=spec["title"]).exists() else "", "title")
    before, known = current.spec, _writers(current)
    if current.papers.exists():
        row = ReportTemplate(council=current.council, follows=current, origin_id=current.family)
        row.version, slug = current.version + 1, _free_slug(current.council, current.slug)
        writes.insert(row, _fields({**spec, "slug": slug}), on=on)
    else:
        row = current
        writes.update(row, _fields({**spec, "slug": current.slug}))
    _keep_writers(row, {**known, **(writers or {})})
    changes = _changes(before, row.spec)
    history.record("report_templates.change", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def withdraw_report_template(
    *, template: ReportTemplate, version: int, by, on: date
) -> ReportTemplate:
    """The template from which no new report begins any more; those begun keep it. Refuses the only
    one that is left; raises `EditConflict` where somebody else saved first."""
    current = _lock_newest(template, version)
    refuse_if(IS_WITHDRAWN if current.withdrawn_on else "")
    others = ReportTemplate.objects.of(current.council).current().exclude(pk=current.pk)
    refuse_if("" if others.exists() else ONLY_ONE)
    changes = writes.update(current, {"withdrawn_on": on})
    history.record("report_templates.withdraw", about=current, by=by, on=on, changes=changes)
    return current


@transaction.atomic
def bring_back_report_template(
    *, template: ReportTemplate, version: int, by, on: date
) -> ReportTemplate:
    """A withdrawn template for new reports again; refuses one whose title another has now, and
    raises `EditConflict` where somebody else saved first."""
    current = _lock_newest(template, version)
    refuse_if("" if current.withdrawn_on else "It is not withdrawn: reports begin from it.")
    others = ReportTemplate.objects.of(current.council).current()
    is_taken = others.filter(title__iexact=current.title).exists()
    refuse_if(TITLE_TAKEN if is_taken else "")
    changes = writes.update(current, {"withdrawn_on": None})
    history.record("report_templates.bring_back", about=current, by=by, on=on, changes=changes)
    return current


def _lock_newest(template, version):
    """The locked template; raises `EditConflict` where a later one has taken its place."""
    current = lock(template, version)
    newest = current.newest
    if newest.pk != current.pk:
        raise EditConflict(newest)
    return current


def _add(council, spec, by, on, writers=()):
    """A new template with the data `spec`; a writer without a row in `writers` is the one account
    that has their name, where one has."""
    template = ReportTemplate(council=council)
    fields = _fields(spec)
    writes.insert(template, fields, on=on)
    _keep_writers(template, {**_accounts_named(template), **dict(writers)})
    changes = _changes({}, fields["spec"])
    history.record("report_templates.add", about=template, by=by, on=on, changes=changes)
    return template


def _changes(before, after):
    """What history has of a template: what differs, in words, of which none is about a person."""
    pairs = differences(before, after)
    classes = {
        name: PERSONAL.get(name.rpartition(": ")[2], Personal.NONE)
        for name in {**pairs[0], **pairs[1]}
    }
    return history.changes(*pairs, classes)


def _writers(template):
    """Place → account and e-mail of a template's writers."""
    return {
        place: {"account": row.account, "email": row.email}
        for place, row in template.writers.by_place().items()
    }


def _accounts_named(template):
    rows = User.objects.able_to_sign_in().filter(council=template.council_id)
    named = {}
    for row in rows:
        named.setdefault(row.name, []).append(row)
    places = writers_in(templates.read(template.spec)).items()
    matches = {place: named.get(writer["name"], []) for place, writer in places}
    return {place: {"account": rows[0]} for place, rows in matches.items() if len(rows) == 1}


def _keep_writers(template, writers):
    """Lets the template have those of `writers` whose places its data give a writer."""
    places = writers_in(templates.read(template.spec))
    template.writers.all().delete()
    PartWriter.objects.bulk_create(
        PartWriter(template=template, place=place, **fields)
        for place, fields in writers.items()
        if place in places
    )


def _fields(spec):
    """The fields of a template with the data `spec`; refuses what makes no template."""
    try:
        template = templates.read(spec)
    except templates.BadTemplate as fault:
        raise Refused(str(fault)) from fault
    refuse_if(fault_of(template))
    return {"slug": spec["slug"], "title": spec["title"], "spec": dict(spec)}


def _free_slug(council, text):
    """A name in addresses made of `text`, which no template of the council has had."""
    used = set(ReportTemplate.objects.of(council).values_list("slug", flat=True))
    return name_for(text.replace("-", " "), "template", used)


@transaction.atomic
def add_posts(*, council, posts: Collection[Mapping], by, on: date) -> list[Post]:
    """Adds to the directory the `posts`, mappings of its fields; refuses one that is there."""
    for item in posts:
        rows = Post.objects.of(council).on(item["from_date"]).filter(slug=item["slug"])
        refuse_if(f"The post “{item['slug']}” is there already." if rows.exists() else "", "slug")
    made = Post.objects.bulk_create(
        Post(council=council, **with_marks(post, Post.printed)) for post in posts
    )
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
        Abbreviation(council=council, **{**row, "long": typographic(row["long"])})
        for row in rows
        if row["short"] not in known
    )
    changes = _text_change("abbreviations", [item.short for item in made])
    history.record("glossary.learn", about=council, by=by, on=on, changes=changes)
    return made


def _text_change(name, text):
    return history.changes({}, {name: text}, {name: Personal.NONE})
