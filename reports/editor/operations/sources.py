"""The sources of the typed numbers of a draft: added and changed."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.refusals import refuse_if
from assurance.runtime.typography import typographic
from reports.language.labels import name_for
from reports.language.rules.sources import IN_FUTURE, why_not_words
from reports.papers import blocks
from reports.papers.models.papers import Paper
from reports.papers.models.sources import Source
from reports.papers.source_faults import writers_of

GONE = "Another person has removed this source. Open the report again."


@transaction.atomic
def add_source(*, paper: Paper, kind: str, words: str, day: date, by, on: date) -> Source:
    """A new source of the typed numbers of `paper`, with a slug made from its words; refuses who
    typed them, words that name nothing, and a date to come."""
    paper = blocks.lock_draft(paper)
    _refuse(paper, words, day, by, on)
    slug = name_for(words, kind, set(paper.sources.values_list("slug", flat=True)))[:60]
    printed = typographic(words)
    source = Source.objects.create(paper=paper, slug=slug, kind=kind, words=printed, date=day)
    _record("papers.add_source", source, {}, by, on)
    return source


@transaction.atomic
def change_source(
    *, source: Source, seen: Mapping, kind: str, words: str, day: date, by, on: date
) -> Source:
    """The source with other words, kind or date; its slug stays. `seen` holds the fields as the
    page showed them; refuses where somebody has changed them since."""
    paper = blocks.lock_draft(source.paper)
    source = paper.sources.filter(pk=source.pk).first()
    refuse_if("" if source else GONE)
    before = source.fields
    refuse_if("" if before == seen else "Another person has changed this source. Check it again.")
    _refuse(paper, words, day, by, on)
    source.kind, source.words, source.date = kind, typographic(words), day
    source.save()
    _record("papers.change_source", source, before, by, on)
    return source


def _refuse(paper, words, day, by, on):
    writers = writers_of(paper) | {getattr(by, "name", "")}
    refuse_if(why_not_words(words, writers - {""}), "words")
    refuse_if(IN_FUTURE if day > on else "", "day")


def _record(what, source, before, by, on):
    blocks.note_editor(source.paper, by, on)
    changes = history.changes(before, source.fields, Source.personal)
    history.record(what, about=source.paper, by=by, on=on, changes=changes)
