"""What is kept of an edition as it is published, so that it can be found: its passages and its
subjects. It only writes; the operation around it holds the transaction and records history."""

from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.publication.models.passages import A_PAPER, EditionSubject, Passage
from reports.publication.search.passages import passages, subjects_of
from reports.publication.search.plain_text import plain

LONGEST_ANCHOR = 200


def index_edition(edition: Edition, passage=Passage, about=EditionSubject) -> None:
    """Keeps the passages and subjects of `edition`. A migration gives the models as they stood."""
    document = from_json(edition.document)
    passage.objects.bulk_create(
        passage(
            id=edition.pk * A_PAPER + place,
            edition_id=edition.pk,
            anchor=item.anchor[:LONGEST_ANCHOR],
            label=item.label,
            heading=item.heading,
            words=item.words,
            plain_heading=plain(item.heading),
            plain_words=plain(item.words),
        )
        for place, item in enumerate(passages(document))
    )
    about.objects.bulk_create(
        about(edition_id=edition.pk, subject=item) for item in sorted(subjects_of(document))
    )
