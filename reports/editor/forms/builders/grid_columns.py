"""What goes across a table of figures: dates, the change between two of them, and the parts of the
figures at a date. On the page each is one key: `position`, `comparison..position`, `position:good`.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from assurance.figures.figure import Timing
from reports.editor.forms.builders.picks import Pick
from reports.language import grammar
from reports.papers.manuscript import Manuscript
from reports.quotable.columns import (
    NO_LONGER,
    column_dates,
    column_heading,
    column_label,
    when_of_column,
)
from reports.quotable.rows import RowCatalogue

NUMBER, PERCENT, CHANGE = "number", "percent", "change"
KINDS_OF_NUMBER = (
    (NUMBER, "Number"),
    (PERCENT, "Per cent"),
    ("percent base", "Per cent with its base"),
    ("words", "Number in words"),
    ("money", "Pounds"),
    ("money k", "Thousands of pounds"),
    (CHANGE, "Change in the period"),
)
PART_GONE = "The figures of this table have no such part: take it out."
NO_FIGURE = "a figure that is not chosen"


def key_of(column: Mapping) -> str:
    """The key of a column as it is kept."""
    when = column.get("when", "")
    if column.get("since"):
        return f"{column['since']}..{when}"
    return f"{when}:{column['member']}" if column.get("member") else when


def column_of(label: str, key: str, form: str) -> dict:
    """A column as it is kept, from its key."""
    when, has_part, member = key.partition(":")
    if has_part:
        return {"label": label, "member": member, "when": when, "form": form or NUMBER}
    since, is_change, later = key.partition("..")
    if is_change and not later[:1].isdigit():
        return {"label": label, "when": later, "since": since, "form": CHANGE}
    return {"label": label, "when": key, "form": form or NUMBER}


def why_not_column(column: Mapping) -> str:
    """What is wrong with the dates of a column as they are written, or nothing."""
    days = (grammar.why_not_days(column.get(name)) for name in ("when", "since"))
    return next(filter(None, days), "")


class ColumnChoices:
    """The columns that a table of some figures can have: `timings` are those of the figures, and
    `quotes` the figures whose parts go across."""

    def __init__(
        self, manuscript: Manuscript | None, timings: Collection[Timing], quotes: Sequence[str] = ()
    ):
        self.manuscript, self.timings, self.quotes = manuscript, timings, quotes

    def pick(self, key: str, form: str, catalogue: RowCatalogue) -> Pick:
        """One column in words, with the heading that it has of itself."""
        column = column_of("", key, form)
        if "since" in column:
            return self._change(column)
        heading, label, wrong = self._date(column["when"])
        if "member" in column:
            names = catalogue.shared_parts(self.quotes)
            part = names.get(column["member"], "")
            wrong = wrong or ("" if part else PART_GONE)
            heading = part or column["member"]
            label = f"{heading} – {label}"
        if column["form"] != NUMBER:
            heading += f", {dict(KINDS_OF_NUMBER).get(form, form).lower()}"
        return Pick(key, label, heading=heading, wrong=wrong)

    def dates(self, chosen: Collection[str]) -> list[Pick]:
        """The dates that are not chosen yet by time, which is how they go across, and the changes
        between those that are."""
        names = [name for name in column_dates(self.manuscript, self.timings) if name not in chosen]
        known = self.manuscript.names if self.manuscript else {}
        names.sort(key=lambda name: (name in known, known.get(name)))
        return [
            *(Pick(name, self._date(name)[1]) for name in names),
            *(self._change(column_of("", key, "")) for key in self._changes(chosen)),
        ]

    def parts(self, chosen: Collection[str], catalogue: RowCatalogue) -> list[Pick]:
        """The parts that all the figures have, under each date that suits them."""
        names = catalogue.shared_parts(self.quotes).items()
        dates = column_dates(self.manuscript, self.timings) if names else ()
        keys = [(f"{when}:{name}", text, when) for when in dates for name, text in names]
        return [
            Pick(key, text, group=self._date(when)[1])
            for key, text, when in keys
            if key not in chosen
        ]

    def _changes(self, chosen):
        """The keys of the change from each ticked date to the next, and from the first to the
        last."""
        known = self.manuscript.names if self.manuscript else {}
        dates = sorted({name for name in chosen if name in known}, key=known.get)
        pairs = dict.fromkeys([(dates[0], dates[-1])] if len(dates) > 2 else ())
        pairs |= dict.fromkeys(pairwise(dates))
        keys = (f"{first}..{last}" for first, last in pairs)
        return [key for key in keys if key not in chosen]

    def _change(self, column):
        since, until = (self._date(column[name]) for name in ("since", "when"))
        days = [item[1].partition(" – ")[0] for item in (since, until)]
        heading = f"Change since {since[0]}"
        label = f"Change from {days[0]} to {days[1]}"
        return Pick(key_of(column), label, "", "", heading, since[2] or until[2], has_kinds=False)

    def _date(self, when):
        """(heading, label, what is wrong) of a date."""
        value = when_of_column(self.manuscript, when, self.timings)
        is_gone = self.manuscript is not None and value is None
        heading = column_heading(self.manuscript, when, self.timings)
        label = column_label(self.manuscript, when, self.timings)
        return heading, label, NO_LONGER if is_gone else ""
