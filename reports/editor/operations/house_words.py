"""Several house words kept at once."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from assurance.records import history, writes
from assurance.records.record import checked_fields
from reports.papers.models.templates import HouseWord
from reports.papers.rules.house_words import MORE, NEW, SAME, Wording, planned

DONE = {NEW: "house_words.add", MORE: "house_words.change"}


@transaction.atomic
def keep_house_words(*, council, wordings: Iterable[Wording], by, on: date) -> list[HouseWord]:
    """Adds each of `wordings` that is not held, and gives those that are what they lack; gives what
    was written."""
    current = HouseWord.objects.of(council).active().select_for_update(of=("self",))
    index = {item.say.casefold(): item for item in current}
    written = []
    for state, wording in planned([value.as_wording() for value in index.values()], wordings):
        if state == SAME:
            continue
        row = index.get(wording.say.casefold(), HouseWord(council=council))
        values = {**vars(wording), "refused": "\n".join(wording.refused)}
        values = checked_fields(row, values)
        changes = writes.update(row, values) if row.pk else writes.insert(row, values, on=on)
        history.record(DONE[state], about=row, by=by, on=on, changes=changes)
        written.append(row)
    return written
