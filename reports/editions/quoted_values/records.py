"""Counts of people that editions printed of measures as records, in sentences and in lists: they
are not among their figures, and disclosure weighs them with those."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial

from assurance.accounts.models.accounts import Council
from assurance.figures.disclosure import PublishedCount
from assurance.figures.quotable import LISTS
from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.measures import MeasureValue
from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day
from reports.documents.data.tables import tables_of
from reports.documents.document import from_json, text_of
from reports.editions.models.editions import Edition

VALUE, VALUE_OF_DAY, NUMBERS = "measure", "measure_value", "body_report"
LIST, LIST_OF_DAYS, LIST_OF_NUMBERS = "measures", "measure_values", "body_reports"
# The field of a record that prints values.
_FIELDS = {VALUE: "value", VALUE_OF_DAY: "value", NUMBERS: "numbers"}
# A list of the one kind prints of each measure its newest value, of the other each value.
_DAYS = {LIST: "value_at", LIST_OF_DAYS: "at"}
_TITLES = {LIST: "title", LIST_OF_DAYS: "measure"}
_LISTS = (*_TITLES, LIST_OF_NUMBERS)
# What a list of other bodies' reports may print that tells one from another.
_TOLD_BY = {"title": str, "body": str, "from_date": say_day, "to_date": say_day}
PEOPLE, SHARES = "measures.people", "measures.share_of_people"
VALUES_OF_PEOPLE = frozenset((PEOPLE, SHARES))
_COUNT = re.compile(r"(?P<count>\d[\d,]*)|\S+ \((?P<part>\d[\d,]*) of \d[\d,]*\)")


def counts_in_records(
    council: Council, printed: Mapping[int, Iterable[Mapping]]
) -> Iterator[PublishedCount]:
    """Each count of people that editions of `council` printed of a measure as a record; `printed`
    maps the key of an edition to the records that it quotes, as it keeps them."""
    rows = [(pk, row) for pk, records in printed.items() for row in records if _is_of_values(row)]
    if not rows:
        return
    known = _Values(council)
    for pk, row in rows:
        kind, slug, by = row["kind"], row["slug"], date.fromisoformat(row["day"])
        if kind in _LISTS:
            yield from known.of_list(pk, kind, by, row["places"])
        elif kind == NUMBERS:
            report = next((item for item in known.reports if item.slug == slug), None)
            yield from known.of_numbers(row["text"], report)
        elif kind == VALUE:
            yield from known.of_words(slug, None, by, row["text"])
        else:
            yield from known.of_words(slug[:-11], date.fromisoformat(slug[-10:]), by, row["text"])


def _is_of_values(row):
    return row["kind"] in _LISTS or row["field"] == _FIELDS.get(row["kind"])


class _Values:
    """The values of a council's measures of people, those withdrawn with them."""

    def __init__(self, council):
        self.council = council
        rows = MeasureValue.objects.filter(measure__council=council, measure__of_people=True)
        self.rows = list(rows.select_related("measure").order_by("to_date", "pk"))

    def of_words(self, slug, on, by, text):
        """The count that `text` gives of a measure `on` a date, or of its newest value `by` one."""
        match = _COUNT.fullmatch(text)
        days = [
            row
            for row in self.rows
            if row.measure.slug == slug and (row.to_date == on if on else row.to_date <= by)
        ]
        if match and days:
            when = days[-1].period
            key, count = (PEOPLE, match["count"]) if match["count"] else (SHARES, match["part"])
            identity = (key, slug, when.start, when.end, "")
            yield PublishedCount(identity, whole(count.replace(",", "")))

    @cached_property
    def reports(self):
        """The reports of other bodies, withdrawn ones too, of which a list may have many rows."""
        return list(BodyReport.objects.filter(council=self.council))

    def of_numbers(self, text, report):
        """The counts in the `text` of the numbers of another body’s report."""
        names = {row.measure.title: row.measure.slug for row in self.rows}
        for title, _, words in (item.rpartition(": ") for item in text.split("; ")):
            if report and title in names:
                yield from self.of_words(names[title], None, report.to_date, words)

    def of_list(self, pk, kind, by, places):
        """The counts in a list of an edition, read `by` a date, row by row."""
        document = from_json(Edition.objects.values_list("document", flat=True).get(pk=pk))
        names = {heading: name for name, (heading, _) in LISTS[kind].columns.items()}
        of_row = self._of_report if kind == LIST_OF_NUMBERS else partial(self._of_row, kind, by)
        for table, _ in tables_of(document.sections):
            columns = [names.get(text_of((cell,))) for cell in table.columns]
            for row in table.rows if table.anchor in places else ():
                yield from of_row(
                    dict(zip(columns, (text_of((cell,)) for cell in row), strict=True))
                )

    def _of_report(self, texts):
        """The counts of a row of reports of other bodies, found by all that the row prints."""
        for report in self.reports:
            printed = {name: say(getattr(report, name)) for name, say in _TOLD_BY.items()}
            if all(texts.get(name, text) == text for name, text in printed.items()):
                yield from self.of_numbers(texts.get("numbers", ""), report)

    def _of_row(self, kind, by, texts):
        """The count of a row of values, found by its measure and, where it prints one, its time; by
        its value or as the newest one otherwise."""
        title, when = texts.get(_TITLES[kind]), texts.get(_DAYS[kind])
        text = texts.get("value", "")
        rows = [row for row in self.rows if row.measure.title == title and row.to_date <= by]
        if when:
            rows = [row for row in rows if str(row.when) == when][:1]
        elif kind == LIST_OF_DAYS:
            rows = [row for row in rows if row.words == text] or rows
        for row in rows[-1:]:
            yield from self.of_words(row.measure.slug, row.to_date, None, text)
