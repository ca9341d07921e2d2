"""Notes that readers keep for themselves. History holds that one was kept, changed or thrown away,
and by whom; never on what, and never its words."""

from django.db import transaction

from assurance.records import history, record
from assurance.records.refusals import refuse_if
from reports.publication.models.notes import ReaderNote

EMPTY = "Write the note first"
NOT_OWN = "A note is its reader’s own"


@transaction.atomic
def keep_note(*, edition, anchor, words, by, on) -> ReaderNote:
    """A note of `by` on the place `anchor` of a published edition; refuses empty words."""
    refuse_if("" if words.strip() else EMPTY, "words")
    row = ReaderNote.objects.create(
        reader=by, edition=edition, anchor=anchor, words=words.strip(), kept_on=on
    )
    history.record("notes.keep", about=row, by=by, on=on)
    return row


@transaction.atomic
def change_note(*, note, version, words, by, on) -> ReaderNote:
    """The note in other words; refuses empty ones and another's; `EditConflict` since `version`."""
    row = record.lock(note, version)
    refuse_if(NOT_OWN if row.reader_id != by.pk else "")
    refuse_if("" if words.strip() else EMPTY, "words")
    row.words, row.changed_on, row.version = words.strip(), on, row.version + 1
    row.save(update_fields=["words", "changed_on", "version"])
    history.record("notes.change", about=row, by=by, on=on)
    return row


@transaction.atomic
def throw_note_away(*, note, by, on) -> ReaderNote:
    """The note as it was: nothing of it is kept. Refuses another's."""
    refuse_if(NOT_OWN if note.reader_id != by.pk else "")
    history.record("notes.throw_away", about=note, by=by, on=on)
    ReaderNote.objects.filter(pk=note.pk).delete()
    return note
