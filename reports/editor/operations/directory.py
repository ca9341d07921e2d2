"""What a clerk keeps beside papers: the meetings and series of committees, the directory of posts
and the glossary."""

from datetime import date

from django.db import transaction

from assurance.meetings.models.committee import Meeting
from assurance.people.models.posts import Post
from assurance.records import history, operations
from assurance.records.refusals import refuse_if
from reports.papers import lifecycle
from reports.papers.models.templates import Abbreviation, Series

SAME_DAY = "This committee has a meeting on that day already"
TAKEN_SERIES = "Another series has this name in addresses already"
TAKEN_LETTERS = "The glossary holds these letters already: change that entry"


@transaction.atomic
def add_meeting(*, council, committee, by, on: date, **fields) -> Meeting:
    """Adds a meeting of `committee`: its `date` and, as far as they are known, `title`, `time`,
    `place`. Refuses a second one of a day."""
    meeting = Meeting(committee=committee)
    _refuse_meeting(meeting, committee, fields["date"])
    changes = operations.add(meeting, fields, on=on)
    history.record("meetings.add", about=meeting, by=by, on=on, changes=changes)
    return meeting


@transaction.atomic
def change_meeting(*, record, committee, by, on: date, **fields) -> Meeting:
    """Changes a meeting, as `add_meeting` has it; a cancelled one stays and takes no new paper."""
    meeting = Meeting.objects.select_for_update().get(pk=record.pk)
    _refuse_meeting(meeting, committee, fields["date"])
    changes = operations.change(meeting, {"committee": committee, **fields})
    history.record("meetings.change", about=meeting, by=by, on=on, changes=changes)
    return meeting


@transaction.atomic
def add_series(*, council, by, on: date, **fields) -> Series:
    """Adds a series of papers: `slug`, `title`, `committee`. Refuses a slug already used."""
    series = Series(council=council)
    _refuse_series(series, fields["slug"])
    changes = operations.add(series, fields, on=on)
    history.record("series.add", about=series, by=by, on=on, changes=changes)
    return series


@transaction.atomic
def change_series(*, record, by, on: date, **fields) -> Series:
    """Changes a series; refuses another slug once it has papers."""
    series = Series.objects.select_for_update().get(pk=record.pk)
    _refuse_series(series, fields["slug"])
    changes = operations.change(series, fields)
    history.record("series.change", about=series, by=by, on=on, changes=changes)
    return series


@transaction.atomic
def add_post(*, council, by, on: date, **fields) -> Post:
    """Adds a post to the directory with the fields `said`; refuses a name that another post has in
    any of its days, and an end before its first day."""
    post = Post(council=council)
    _refuse_post(post, fields)
    changes = operations.add(post, fields, on=on)
    history.record("posts.add", about=post, by=by, on=on, changes=changes)
    return post


@transaction.atomic
def change_post(*, record, by, on: date, **fields) -> Post:
    """Changes a post, or ends it by its last day; refuses as `add_post` does. Issued papers keep
    what they printed."""
    post = Post.objects.select_for_update().get(pk=record.pk)
    _refuse_post(post, fields)
    changes = operations.change(post, fields)
    history.record("posts.change", about=post, by=by, on=on, changes=changes)
    return post


@transaction.atomic
def add_abbreviation(*, council, by, on: date, **fields) -> Abbreviation:
    """Adds `short` and what it stands for, `long`, to the glossary; refuses letters it holds."""
    entry = Abbreviation(council=council)
    _refuse_letters(entry, fields["short"])
    changes = operations.add(entry, fields, on=on)
    history.record("glossary.add", about=entry, by=by, on=on, changes=changes)
    return entry


@transaction.atomic
def change_abbreviation(*, record, by, on: date, **fields) -> Abbreviation:
    """Changes an entry of the glossary; refuses letters that another one has."""
    entry = Abbreviation.objects.select_for_update().get(pk=record.pk)
    _refuse_letters(entry, fields["short"])
    changes = operations.change(entry, fields)
    history.record("glossary.change", about=entry, by=by, on=on, changes=changes)
    return entry


def _refuse_meeting(meeting, committee, day):
    others = Meeting.objects.filter(committee=committee, date=day).exclude(pk=meeting.pk)
    refuse_if(SAME_DAY if others.exists() else "", "date")


def _refuse_series(series, slug):
    others = Series.objects.of(series.council).exclude(pk=series.pk)
    refuse_if(TAKEN_SERIES if others.filter(slug=slug).exists() else "", "slug")
    has_papers = series.pk is not None and series.papers.exists()
    refuse_if(lifecycle.why_not_readdress(series.slug, slug, has_papers), "slug")


def _refuse_post(post, value):
    slug, first, last = value["slug"], value["from_date"], value["to_date"]
    refuse_if(lifecycle.why_not_end_post(first, last), "to_date")
    others = Post.objects.of(post.council).filter(slug=slug).exclude(pk=post.pk)
    days = others.values_list("from_date", "to_date")
    refuse_if(lifecycle.why_not_name_post(slug, first, last, days), "slug")


def _refuse_letters(entry, short):
    others = Abbreviation.objects.of(entry.council).exclude(pk=entry.pk)
    refuse_if(TAKEN_LETTERS if others.filter(short=short).exists() else "", "short")
