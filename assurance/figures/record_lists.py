"""Lists of records that are made of the fields which a report may quote of each."""

from datetime import date

from django.utils.text import capfirst

from assurance.figures.labels import RecordNames
from assurance.figures.quotable import QuotedList, QuotedRecord
from assurance.runtime.periods import say_day
from assurance.runtime.text import sentences_of


def list_of(
    record: QuotedRecord, names: RecordNames, title: str, when_empty: str, columns: str, **more
) -> QuotedList:
    """The list of a kind of `record`: its `columns` are fields, headed by the labels that `names`
    has for them; `more` is as `QuotedList` takes it."""
    return QuotedList(
        title,
        names.source.rows,
        {},
        {
            name: (capfirst(names.label_of(name)), _as_cell(record.fields[name]))
            for name in columns.split()
        },
        record.at_day,
        when_empty,
        for_paper=record.for_paper,
        **more,
    )


def _as_cell(read):
    def cell(row):
        value = read(row)
        if isinstance(value, str):
            return sentences_of(value)
        return say_day(value) if isinstance(value, date) else "" if value is None else value

    return cell
