"""An issued report read back: each number and date that it prints, reckoned from the rows again."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reports.documents.document import (
    FIGURE,
    HIDDEN,
    PLAIN,
    REFERENCE,
    TYPED,
    Bar,
    Cell,
    Chart,
    Facts,
    Item,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
)
from tests.reckoning.months import month_end
from tests.reckoning.raw import WHOLE, Part, Question
from tests.reckoning.table import RECKONINGS

RATE, STATED_PERCENT = "looked_after.rate", "surveys.stated_per_cent"
TOTALS = ("total", "all")
GAP, MOST_OF_A_WHOLE, FEW = "·", 200, 20
NUMBERED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twice|half of|third of)\b",
    re.I,
)
MONTHS = "January February March April May June July August September October November December"
DATED = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS.split())}) )?\b((?:19|20)\d\d)\b")
_SENTENCE_END = re.compile(r"(?<=[.:;])\s+(?=[A-Z·])")
_COMPARED = re.compile(r"(?:rose|fell) from \S+ to [^\s.,]+|stayed at [^\s.,]+")


def each(value, kind):
    """Every `kind` inside `value`, in the order of reading."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from each(item, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from each(getattr(value, field.name), kind)


def days_text(start, end):
    """A day or a period as print has it."""
    if start == end:
        return f"{start.day} {start:%B %Y}"
    if start.day == 1 and end == month_end(start):
        return f"{start:%B %Y}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{start.day} {start:%B}{year} to {end.day} {end:%B %Y}"


class Issued:
    """The document of an edition, the rows behind it, and its named dates: name → (start, end)."""

    def __init__(self, document, raw, council, names):
        self.document, self.raw, self.council = document, raw, council
        self.entries = {str(entry.number): entry for entry in document.figures}
        self.dates = {name: days_text(*days) for name, days in names.items()}
        self.numbers = {item.anchor: item for item in each(document.sections, Paragraph)}
        self.sections = {item.anchor: item for item in each(document.sections, Section)}
        self.tables = {item.anchor: item for item in each(document.sections, Table)}
        self.items = {item.anchor: item for item in each(document.sections, Item)}

    def faults(self):
        """What is printed otherwise than the rows have it, as sentences."""
        for entry in self.document.counted:
            yield from self._of_entry(entry)
        for entry in self.document.typed:
            yield from self._of_typed(entry)
        for run in each(self.document.sections, Run):
            if not self._is_right(run):
                yield f"{run.kind} {run.text!r} of {run.to!r}"
        for table in each(self.document.sections, Table):
            yield from self._of_table(table)
        for chart in each(self.document.sections, Chart):
            yield from self._of_chart(chart)

    def sentences(self):
        """Each sentence, heading, caption, label and cell, with a gap for each thing in it that
        `faults` reckons; lists that are made from records are left out."""
        document = self.document
        lists = [place for row in document.records for place in row.places]
        listed = [table for table in each(document.sections, Table) if table.anchor in lists]
        rows = {id(cell) for table in listed for cell in each(table.rows, Cell)}
        for text in each(document.sections, (Text, Cell)):
            yield from self._split(text.runs) if id(text) not in rows else ()
        for item in each(document.sections, (Section, Paragraph, Table, Chart, Facts)):
            yield from self._split(getattr(item, "heading", ()))
            for name in ("title", "caption", "finding"):
                yield from self._split((Run(self._without_dates(getattr(item, name, ""))),))

    def passages(self):
        """What it prints, text by text."""
        for text in each(self.document.sections, (Text, Cell)):
            yield "".join(run.text for run in text.runs)
        # A chart leads to the printed table with its numbers, or folds its own.
        own = [chart.table for chart in each(self.document.sections, (Chart,))]
        for item in each(self.document.sections, (Section, Table, Chart)):
            if any(item is table for table in own):
                continue
            yield from (getattr(item, name, "") for name in ("title", "caption", "finding"))

    def part(self, key, member, start, end, population=""):
        """The second reckoning of a figure."""
        cohorts = {row.slug: row.id for row in self.raw["Cohort"] if row.council_id == self.council}
        asked = Question(self.council, start, end, cohorts.get(population))
        answer = RECKONINGS[key](self.raw, asked)
        # A sum names its members; a member may have such a name by itself.
        one = member or WHOLE
        parts = [one] if one in answer.members else one.split("-and-")
        members = [answer.members[name] for name in parts]
        return Part(sum(one.count for one in members), members[0].base)

    def part_of(self, entry):
        """The same of an entry; of a difference, the first that it is made of less the other, and
        of a share, the first out of the other."""
        if entry.is_difference or _is_share(entry):
            first, other = (self.part_of(self.entries[str(number)]) for number in entry.made_of)
            if _is_share(entry):
                return Part(first.count, other.count)
            return Part(first.count - other.count, None)
        days = date.fromisoformat(entry.start), date.fromisoformat(entry.end)
        return self.part(entry.key, entry.member, *days, entry.population)

    def _of_entry(self, entry):
        part = self.part_of(entry)
        text = _alone(entry, part) or f"{part.count:,}".replace("-", "−")
        if (entry.count, entry.text) != (part.count, text):
            yield f"{entry.title} is {entry.text}, and the rows have {part.count}"
        if entry.base_count != part.base:
            yield f"{entry.title} is out of {entry.base_count}, and the rows have {part.base}"

    def _of_typed(self, entry):
        sources = [f"{row.words}, {days_text(row.date, row.date)}" for row in self.raw["Source"]]
        if entry.source not in sources or entry.text not in entry.counts:
            yield f"{entry.text} has no source: {entry.source}"

    def _is_right(self, run):
        if run.kind == FIGURE:
            return run.text in self._forms(self.entries[run.to])
        if run.kind == TYPED:
            return run.text == self.entries[run.to].text
        if run.kind == REFERENCE:
            return self._leads(run)
        if run.kind == PLAIN and run.to:
            return run.text == self.dates[run.to]
        return run.kind != HIDDEN

    def _forms(self, entry):
        """Everything that a figure may print as."""
        part = self.part_of(entry)
        if entry.key in (RATE, STATED_PERCENT):
            return {_alone(entry, part)}
        if entry.is_difference:
            return {f"{part.count:+,}".replace("-", "−"), f"{abs(part.count):,}"}
        if entry.key.endswith("unit_cost"):
            return {_alone(entry, part), f"£{Decimal(part.count) / 1000:.0f}k"}
        texts = {f"{part.count:,}", *self._compared(entry)}
        if not part.count:
            texts |= {"No", "no", "None", "none"}
        if part.base:
            places = Decimal("0.1") if part.base >= MOST_OF_A_WHOLE else Decimal(1)
            share = Decimal(100 * part.count) / part.base
            percent = f"{share.quantize(places, ROUND_HALF_UP)}%"
            texts |= {percent, f"{part.count:,} of {part.base:,} ({percent})"}
            texts |= {f"over {bound}%" for bound in range(100) if share > bound}
            texts |= {f"{part.count} of {part.base}"} if part.base < FEW else set()
        return texts

    def _compared(self, entry):
        """How it compares with each earlier day of the same thing that is printed."""
        now = self.part_of(entry).count
        for other in self.document.counted:
            same = (other.key, other.member) == (entry.key, entry.member) and other.end < entry.end
            before = self.part_of(other).count if same else now
            if same and before == now:
                yield f"stayed at {now:,}"
            elif same:
                yield f"{'rose' if now > before else 'fell'} from {before:,} to {now:,}"

    def _leads(self, run):
        """Whether a citation leads where its words say."""
        first, *last = re.findall(r"\d+", run.text)[:2] or [""]
        if run.text.startswith(("Table", "Chart")):
            known = each(self.document.sections, Table | Chart)
            return run.text in {item.label for item in known if item.anchor == run.to}
        if run.text.startswith("section"):
            return self.sections[run.to].number.strip(".") == first
        if run.text.startswith("recommendation"):
            return self.items[run.to].label.strip("().") == run.text.split()[-1]
        if run.to in self.tables:
            rows = ["".join(run.text for run in row[0].runs) for row in self.tables[run.to].rows]
            return run.text == str(sum(not row.casefold().startswith(TOTALS) for row in rows))
        if match := re.match(r"(?:Annex|Appendix) \w+", run.text):
            return match[0] in f"{self.sections[run.to].number} {self.sections[run.to].title}"
        if re.match("paragraph", run.text):
            known = {item.number.strip(".") for item in self.numbers.values()}
            return self.numbers[run.to].number.strip(".") == first and {first, *last} <= known
        lists = [item for item in self.numbers[run.to].content if not isinstance(item, Text)]
        return [run.text] == [str(len(item.items)) for item in lists]

    def _of_table(self, table):
        """A figure under a head that is another day than its own."""
        for row in table.rows:
            for head, cell in zip(table.columns, row, strict=True):
                heads = [run.text for run in head.runs if run.to]
                for run in (run for run in cell.runs if run.kind == FIGURE and heads):
                    days = map(
                        date.fromisoformat, (self.entries[run.to].start, self.entries[run.to].end)
                    )
                    if heads != [days_text(*days)]:
                        yield f"{table.label}: {run.text} under {heads}"

    def _of_chart(self, chart):
        """A bar that is not the cell of its row and column, a sentence that compares otherwise."""
        heads = ["".join(run.text for run in head.runs) for head in chart.table.columns]
        cells = [
            Bar(row[0].runs[0].text, cell.runs[0].text, None, head)
            for row in chart.table.rows
            for head, cell in zip(heads[1:], row[1:], strict=True)
        ]
        drawn = [Bar(bar.label, bar.words, None, bar.series) for bar in chart.bars]
        most = max(int(bar.words) for bar in drawn)
        if drawn != cells or any(bar.share != 1000 * int(bar.words) // most for bar in chart.bars):
            yield f"{chart.label} draws {drawn}"
        true = {text for entry in self.document.counted for text in self._compared(entry)}
        yield from (text for text in _COMPARED.findall(chart.finding) if text not in true)

    def _split(self, runs):
        text = "".join(GAP if self._is_live(run) else run.text for run in runs)
        yield from filter(None, map(str.strip, _SENTENCE_END.split(text)))

    def _without_dates(self, text):
        """A caption or a chart's sentence, which keep no runs, without what is reckoned of them."""
        for days in sorted(self.dates.values(), key=len, reverse=True):
            text = re.sub(rf"(?<!\d ){days}", GAP, text)
        return _COMPARED.sub(GAP, text)

    def _is_live(self, run):
        return run.kind in (FIGURE, TYPED, REFERENCE) or (run.kind == PLAIN and bool(run.to))


def _is_share(entry):
    return entry.member.startswith("share-")


def _alone(entry, part):
    """What is printed of a number that is no count: pounds, a per cent, and a rate, which is in
    hundredths."""
    if entry.key == RATE:
        return f"{(Decimal(part.count) / 100).normalize():f}"
    if _is_share(entry):
        return f"{Decimal(100 * part.count) / part.base:.0f}%"
    if entry.key == STATED_PERCENT:
        return f"{part.count}%"
    return f"£{part.count:,}" if entry.key.endswith("unit_cost") else ""
