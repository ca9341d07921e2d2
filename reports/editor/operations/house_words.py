"""What is done with house words: added, changed, ended, and several kept at once."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from assurance.records import history, operations
from assurance.records import record as records
from assurance.records.refusals import refuse_if
from reports.papers.models.house_words import HouseWord
from reports.papers.rules.house_words import MORE, NEW, SAME, Wording, planned, why_not, words_in

DUPLICATE_WORD = "This is a house word already: change that one"
ENDED = "This house word has ended and cannot be changed."
DONE = {NEW: "house_words.add", MORE: "house_words.change"}


@transaction.atomic
def add_house_word(*, council, by, on: date, **fields) -> HouseWord:
    """Adds what the council says (`say`, `plural`), the words that it says it in place of
    (`refused`, listed in a text), where it `holds` and a `reason`. Refuses what is said already and
    a word that is both said and not said."""
    row = HouseWord(council=council)
    changes = _written(row, fields, on)
    history.record("house_words.add", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def change_house_word(*, record, seen, by, on: date, **fields) -> HouseWord:
    """Changes a house word; refuses as `add_house_word` does, and one that has ended."""
    row = records.lock(record, seen)
    refuse_if(ENDED if row.is_withdrawn else "")
    changes = _written(row, fields, on)
    history.record("house_words.change", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def end_house_word(*, record, seen, because, by, on: date) -> HouseWord:
    """Ends a house word for a reason: papers are no longer checked for it."""
    row = records.lock(record, seen)
    refuse_if(records.why_not_withdraw(row, because))
    changes = operations.withdraw(row, because=because, by=by, on=on)
    history.record("house_words.end", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def keep_house_words(*, council, wordings: Iterable[Wording], by, on: date) -> list[HouseWord]:
    """Adds each of `wordings` that is not held, and gives those that are what they lack; nothing is
    written of what stands so already. Gives what was written; refuses as `add_house_word` does."""
    current = HouseWord.objects.of(council).active().select_for_update(of=("self",))
    index = {item.say.casefold(): item for item in current}
    written = []
    for state, wording in planned([value.as_wording() for value in index.values()], wordings):
        if state == SAME:
            continue
        row = index.get(wording.say.casefold(), HouseWord(council=council))
        changes = _written(row, _wording_values(wording), on)
        history.record(DONE[state], about=row, by=by, on=on, changes=changes)
        written.append(row)
    return written


def _wording_values(wording):
    return {**vars(wording), "refused": "\n".join(wording.refused)}


def _written(row, value, on):
    """The changes that saving `said` made to `row`; raises `Refused` at the field that is wrong."""
    listed = words_in(value["refused"])
    wording = Wording(**{**value, "refused": listed})
    others = HouseWord.objects.of(row.council).active().exclude(pk=row.pk)
    refuse_if(DUPLICATE_WORD if others.filter(say__iexact=wording.say).exists() else "", "say")
    field, sentence = why_not(wording)
    refuse_if(sentence, field)
    values = _wording_values(wording)
    return operations.change(row, values) if row.pk else operations.add(row, values, on=on)
