"""Says a paper's tokens: pieces of text in, runs of a document out, and what could not be said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assurance.figures.comparison import why_not_comparable
from assurance.figures.figure import Figure, Mark, Timing, Value
from assurance.figures.measurement import Measurements
from assurance.figures.registry import evidence_of
from assurance.runtime.periods import real_today
from reports.documents.document import (
    EMPHASIS,
    FAULT,
    FIGURE,
    HIDDEN,
    LINK,
    NOTE,
    REFERENCE,
    STRONG,
    TYPED,
    Item,
    RecordEntry,
    Run,
    Text,
)
from reports.papers.assembly import arithmetic, records
from reports.papers.assembly.derived_numbers import Derived
from reports.papers.assembly.questions import questions_of, why_no_figure
from reports.papers.assembly.row_counts import row_count
from reports.papers.assembly.typed_entries import TypedEntry, keep_sentences
from reports.papers.language import number_words, numbering
from reports.papers.language.grammar import Problem
from reports.papers.language.hidden_numbers import IN_A_TABLE, hidden_words
from reports.papers.language.inline import parse_inline, parts_of
from reports.papers.language.numbering import Numbering
from reports.papers.language.tokens import (
    Compare,
    DateName,
    DerivedNumber,
    Emphasis,
    FaultyToken,
    Link,
    NoteMark,
    Piece,
    Quote,
    RecordField,
    Reference,
    RowCount,
    StatedNumber,
    Strong,
)
from reports.papers.manuscript import Manuscript

NO_DATE = "{} names the date “{}”, which this paper has not set. Set it again, or take it out here."
NO_LABEL = "{} prints what the date “{}” is called, and it has no label. Give it one."
PLAIN_WORDS = "{} stands in a heading or caption, which holds no token but a date. Take it out."
COMPARED_HIDDEN = "is not shown"
NOT_COMPARABLE = (
    "{raw} compares values that are not comparable: {reason}. Quote each by itself, or put a note "
    "right after it that says to readers why they are compared."
)


@dataclass
class TokenRenderer:
    """Says tokens for one audience; figures and typed numbers count on as they are first said."""

    manuscript: Manuscript
    numbering: Numbering
    figures: Mapping[str, Figure]
    measured: Measurements
    public: bool = True
    quoted: dict = field(default_factory=dict)
    typed: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    noted: int = 0
    before: str = ""
    behind: str = ""
    noted_after: bool = False
    in_table: bool = False
    taken: int = 0
    told: dict = field(default_factory=dict)
    fields: dict = field(default_factory=dict)
    records: dict = field(default_factory=dict)

    def text(self, written: str, place: str) -> Text:
        """One passage of a caption, a cell or a reason."""
        return Text(self.runs(parse_inline(written), place))

    def dates(self, written: str, place: str) -> tuple[Run, ...]:
        """Words as they are typed, in which a date is the only token; any other is a fault."""
        value = []
        for piece in parts_of(written):
            if isinstance(piece, DateName):
                value.extend(self._date(piece, place))
            elif isinstance(piece, str):
                value.append(Run(piece))
            else:
                value.extend(self._fault(piece.raw, PLAIN_WORDS.format(piece.raw), place))
        return tuple(value)

    def plain(self, written: str, place: str) -> str:
        """The same as one text: a heading, a caption."""
        return "".join(run.text for run in self.dates(written, place))

    def cell(self, pieces: tuple[Piece, ...], place: str) -> tuple[Run, ...]:
        """The runs of a table's cell, where a number that is not shown is a mark."""
        self.in_table = True
        made = self.runs(pieces, place)
        self.in_table = False
        return made

    def runs(self, pieces: tuple[Piece, ...], place: str, within=("", "")) -> tuple[Run, ...]:
        """The runs of one passage; `place` is the anchor where it stands, `within` what stands
        before and behind it in a passage that it is part of. A number that is not shown takes up
        words behind it, which `taken` counts."""
        value, before, taken = [], within[0], 0
        for piece, after in zip(pieces, (*pieces, within[1])[1:], strict=True):
            self.before, self.noted_after = before, isinstance(after, NoteMark)
            self.behind, self.taken = after if isinstance(after, str) else "", 0
            made = self._piece(piece[taken:] if taken else piece, place)
            taken = self.taken
            value.extend(made)
            before += "".join(run.text for run in made)
        self._keep_sentences(value, before, place, len(within[0]))
        return tuple(value)

    def _hidden(self, piece):
        """The words of a number that is not shown; counts what they take up of those behind."""
        if self.in_table:
            return IN_A_TABLE
        if isinstance(piece, Compare):
            return COMPARED_HIDDEN
        starts = number_words.opens_sentence(self.before)
        text, self.taken = hidden_words(piece.form, self.before, self.behind, starts)
        return text

    def _keep_sentences(self, runs, passage, place, start):
        """Gives the typed numbers of a passage, which begin at `start`, their sentences."""
        items = {str(item.number): item for item in self.typed.values()}
        for run in runs if items else ():
            if run.kind == TYPED:
                keep_sentences([(start, items[run.to])], passage, place)
            start += len(run.text)

    def _piece(self, piece, place):
        if isinstance(piece, str):
            return (Run(piece),)
        return _SAYERS[type(piece)](self, piece, place)

    def _mark(self, piece, place):
        kind = STRONG if isinstance(piece, Strong) else EMPHASIS
        runs = self.runs(piece.pieces, place, (self.before, self.behind))
        return tuple(
            Run(run.text, kind if run.kind == "plain" else run.kind, run.to) for run in runs
        )

    def _words(self, piece, _place):
        return (Run(piece.words, LINK, piece.address),)

    def _stated(self, piece, place):
        source = self.manuscript.source_text(piece.source)
        item = self.typed.setdefault(
            (piece.words, source), TypedEntry(self._next_number(), piece.words, source)
        )
        if place not in item.places:
            item.places.append(place)
        return (Run(piece.words, TYPED, str(item.number)),)

    def _rows(self, piece, place):
        try:
            count = row_count(self.manuscript, piece.slug)
        except records.ListRefused as refused:
            return self._fault(piece.raw, str(refused), place)
        if count is None:
            sentence = f"{piece.raw} names no list or table of this paper that has rows to count."
            return self._fault(piece.raw, sentence, place)
        starts = number_words.opens_sentence(self.before)
        text = number_words.number_text(count, form=piece.form, starts=starts)
        return (Run(text, REFERENCE, self.numbering.of(piece.slug).anchor),)

    def _faulty(self, piece, place):
        return self._fault(piece.raw, piece.sentence, place)

    def _note(self, piece, place):
        self.noted += 1
        number = str(self.noted)
        text = Text(self.runs(parse_inline(piece.words), place))
        self.notes.append(Item(f"{number}.", f"note-{number}", (text,)))
        return (Run(number, NOTE, f"note-{number}"),)

    def _date(self, piece, place):
        text = self.manuscript.date_text(piece)
        if text is not None:
            return (Run(text, to=piece.name),)
        missing = NO_LABEL if self.manuscript.when(piece.name) else NO_DATE
        return self._fault(piece.raw, missing.format(piece.raw, piece.name), place)

    def _reference(self, piece, place):
        value = numbering.reference_text(piece, self.numbering, self.manuscript.template.house)
        if isinstance(value, Problem):
            return self._fault(piece.raw, value.sentence, place)
        return (Run(value.text, REFERENCE, value.anchor),)

    def _recorded(self, piece, place):
        queries = (piece.kind, piece.slug, piece.name)
        day = self.manuscript.report_date
        if queries not in self.fields:
            self.fields[queries] = records.field_text(
                self.manuscript.council, *queries, at=day, paper=self.manuscript.paper
            )
        text = self.fields[queries]
        if text is None:
            why = records.why_no_text(self.manuscript.council, *queries, day)
            return self._fault(piece.raw, f"{piece.raw} {why}", place)
        self.note_record(place, day, *queries, text)
        return (Run(text),)

    def note_record(self, place, day, kind, slug="", name="", text="", rows=None):
        """Notes that a record or a list of records, read at the end of `day`, prints at `place`."""
        entry = RecordEntry(kind, day.isoformat(), slug, name, text, rows)
        places = self.records.setdefault(entry, [])
        if place not in places:
            places.append(place)

    def _quote(self, piece, place):
        starts = number_words.opens_sentence(self.before)
        return self._measured(piece, place, lambda values: in_form(values, piece.form, starts))

    def _compare(self, piece, place):
        def said(values):
            return number_words.compare(*(value.count for value in values), values[0].unit)

        return self._measured(piece, place, said)

    def _derived(self, piece, place):
        starts = number_words.opens_sentence(self.before)
        try:
            result = arithmetic.derive(piece, self._value, self._whole)
            text = derived_text(result, piece.form, starts)
        except (arithmetic.NotDerived, number_words.UnsuitableForm) as refused:
            if isinstance(refused.args[0], Problem):
                return self._fault(piece.raw, refused.args[0], place)
            where = "" if piece.raw in str(refused) else f"{piece.raw}: "
            return self._fault(piece.raw, f"{where}{refused}", place)
        for value in result.figures:
            self._numbered(value, place)
        number = str(self._numbered(result, place))
        if result.value.mark == Mark.WITHHELD:
            return (Run(self._hidden(piece), HIDDEN, number),)
        if result.figures:
            self.told[piece.raw] = (text, result.value)
        return (Run(text, FIGURE, number),)

    def _value(self, quote):
        """The value of a figure in a derived number; raises `NotDerived` where it has none."""
        query = questions_of(quote, self.figures, self.manuscript)
        values = [self.measured.value(item, quote.member) for item in query]
        arithmetic.refuse(self._why_not(quote, query, values))
        return values[0]

    def _whole(self, quote):
        """The value of the whole that a member of a breakdown is part of, or None."""
        whole = self.figures[quote.key].whole
        query = questions_of(quote, self.figures, self.manuscript)
        return self.measured.value(replace(query[0], key=whole), "") if whole else None

    def _measured(self, piece, place, said):
        """The runs of a figure, as `said(values)` has its values in words."""
        query = questions_of(piece, self.figures, self.manuscript)
        values = [self.measured.value(item, piece.member) for item in query]
        if wrong := self._why_not(piece, query, values):
            return self._fault(piece.raw, wrong, place)
        numbers = [self._numbered(value, place) for value in values]
        if any(value.mark == Mark.WITHHELD for value in values):
            return (Run(self._hidden(piece), HIDDEN, str(numbers[-1])),)
        try:
            text = said(values)
        except number_words.UnsuitableForm as refused:
            return self._fault(piece.raw, str(refused), place)
        self.told[piece.raw] = (text, values[-1])
        return (Run(text, FIGURE, str(numbers[-1])),)

    def _why_not(self, piece, query, values):
        """What is wrong with a figure that cannot be quoted (text or `Problem`), or nothing."""
        if piece.key not in self.figures:
            return why_no_figure(piece, self.figures)
        if not query:
            return f"{piece.raw} names a day that this paper has not set. Set its dates first."
        if None in values:
            exact = self.measured.exact.get(query[values.index(None)])
            if exact is None:
                return f"{piece.raw} names a population that this council has not defined."
            if all(value.mark == Mark.NOT_RETURNED for value in exact.values()):
                return self._not_recorded(piece, query[values.index(None)].when)
            return (
                f"{piece.raw} names no part of this figure: use {', '.join(filter(None, exact))}."
            )
        if missing := [value for value in values if value.mark == Mark.NOT_RETURNED]:
            return self._not_recorded(piece, missing[0].when)
        if ahead := [item for item in query if self._is_ahead(item)]:
            return (
                f"{piece.raw} asks how things stand at {ahead[0].when}, a day to come: that is a "
                "forecast, and no report states it. Quote a day that has come, or what falls due."
            )
        # A note that follows says to readers why unlike values are compared.
        reason = "" if self.noted_after else why_not_comparable(values[0], values[-1])
        return NOT_COMPARABLE.format(raw=piece.raw, reason=reason) if reason else ""

    def _not_recorded(self, piece, when):
        """The problem of a figure without evidence: the same for all that one record answers."""
        figure, page = self.figures[piece.key], evidence_of(piece.key)
        of = f" for the population “{piece.cohort}”" if piece.cohort else ""
        if page.record and figure.timing == Timing.AT:
            return Problem(f"No {page.record} is recorded for {when}{of}.", figure=piece.key)
        sentence = f"Nothing is recorded for “{figure.title}” at {when}{of}."
        return Problem(sentence, figure=piece.key)

    def _is_ahead(self, query):
        is_stock = self.figures[query.key].timing == Timing.AT
        return is_stock and query.when.end > real_today()

    def _numbered(self, value: Value, place):
        index = self.quoted.setdefault(value.identity, (self._next_number(), value, []))
        if place not in index[2]:
            index[2].append(place)
        return index[0]

    def _next_number(self):
        return len(self.quoted) + len(self.typed) + 1

    def _fault(self, raw, wrong: str | Problem, place):
        problem = Problem(wrong) if isinstance(wrong, str) else wrong
        self.problems.append(replace(problem, place=place))
        return (Run(raw, FAULT),)


def in_form(values: list[Value], form: str, starts: bool | None = None) -> str:
    """The last of `values` in `form`, the first being what a change is from.

    A share of fewer people than the policy's smallest base is given as its two counts. Raises
    `number_words.UnsuitableForm`.
    """
    value = values[-1]
    if (
        form.startswith("percent")
        and value.unit.of_people
        and value.base is not None
        and value.base < value.smallest_base
    ):
        return f"{value.count} of {value.base}"
    return number_words.number_text(
        value.count,
        form=form,
        base=value.base,
        unit=value.unit,
        earlier=values[0].count if len(values) > 1 else None,
        starts=starts,
    )


def derived_text(result: Derived, form: str, starts: bool | None = None) -> str:
    """A derived number in `form`, empty where it is withheld; raises as `in_form` does."""
    value = result.value
    if value.mark == Mark.WITHHELD:
        return ""
    few = value.unit.of_people and (value.base or value.smallest_base) < value.smallest_base
    if result.operation == "difference" and form == "percent" and few:
        raise number_words.UnsuitableForm(
            f"A percentage of {value.base} tells little: write the two numbers."
        )
    return in_form([value], form, starts)


_SAYERS = {
    Strong: TokenRenderer._mark,
    Emphasis: TokenRenderer._mark,
    Link: TokenRenderer._words,
    StatedNumber: TokenRenderer._stated,
    RowCount: TokenRenderer._rows,
    FaultyToken: TokenRenderer._faulty,
    NoteMark: TokenRenderer._note,
    Reference: TokenRenderer._reference,
    RecordField: TokenRenderer._recorded,
    DateName: TokenRenderer._date,
    Quote: TokenRenderer._quote,
    DerivedNumber: TokenRenderer._derived,
    Compare: TokenRenderer._compare,
}
