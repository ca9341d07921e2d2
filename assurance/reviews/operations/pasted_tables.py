"""Keeping a letter's table: its themes and its findings together."""

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.refusals import Refused, refuse_if
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.themes import Theme

PERSONAL_BY_FIELD = {"findings": Personal.NONE, "themes": Personal.NONE, "words": Personal.MAY}


@transaction.atomic
def record_table(*, council, review, lines, by, on) -> list[Finding]:
    """Adds a finding for each of `lines` (theme's title or an empty text, kind, words) to `review`,
    numbered next of its kind, and the themes that it does not have yet, after those it has. One
    row of history tells of all, under the review.

    Refuses a withdrawn review and a theme whose title has no letter; all are kept or none.
    """
    record = Review.objects.of(council).select_for_update(of=("self",)).get(pk=review.pk)
    refuse_if(Finding.why_not_within(record))
    themes, added = _themes(record, dict.fromkeys(line.theme for line in lines if line.theme))
    last = dict(record.findings.order_by().values_list("kind").annotate(Max("number")))
    made = []
    for line in lines:
        last[line.kind] = last.get(line.kind, 0) + 1
        own = {"theme": themes.get(line.theme.casefold()), "kind": line.kind, "text": line.text}
        numbered = {"number": last[line.kind], "created_on": on, "review": record}
        made.append(Finding(council=council, **own, **numbered))
    Finding.objects.bulk_create(made)
    values = {"findings": [str(item) for item in made], "themes": [str(item) for item in added]}
    changes = history.changes(
        {}, {**values, "words": [item.text for item in made]}, PERSONAL_BY_FIELD
    )
    history.record("reviews.record_table", about=record, by=by, on=on, changes=changes)
    return made


def _themes(review, titles):
    """(a dict of each title, casefolded → its theme, the themes that were added)."""
    index = {theme.title.casefold(): theme for theme in review.themes.all()}
    slugs = {theme.slug for theme in index.values()}
    order = max((theme.order for theme in index.values()), default=0)
    added = []
    for title in titles:
        if title.casefold() in index:
            continue
        slug = slugify(title)[:60]
        if not slug or slug in slugs:
            raise Refused(f"The theme “{title}” needs another title: it is too like another one")
        order += 1
        slugs.add(slug)
        index[title.casefold()] = Theme(review=review, order=order, slug=slug, title=title)
        added.append(index[title.casefold()])
    Theme.objects.bulk_create(added)
    return index, added
