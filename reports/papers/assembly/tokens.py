"""Says a paper's tokens: pieces of text in, runs of a document out, and what could not be said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assurance.figures.figure import Figure, Mark, Value
from assurance.figures.measurement import Measurements
from reports.documents import document as kinds
from reports.documents.document import Item, Run, Text
from reports.documents.entries import RecordEntry
from reports.language import numbering
from reports.language.grammar import Problem
from reports.language.inline import parse_inline, parts_of
from reports.language.numbering import Numbering
from reports.language.tokens import (
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
from reports.papers.assembly import arithmetic, records
from reports.papers.assembly.figure_text import compared, derived_text, in_form
from reports.papers.assembly.questions import (
    PLAIN_WORDS,
    questions_of,
    whole_of,
    why_not_dated,
    why_not_quoted,
)
from reports.papers.assembly.row_counts import NO_ROWS, row_count
from reports.papers.assembly.typed_entries import TypedEntry, keep_sentences
from reports.papers.manuscript import Manuscript
from reports.papers.wording import number_words
from reports.papers.wording.hidden_numbers import COMPARED, IN_A_TABLE, hidden_words


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
    consumed: int = 0
    told: dict = field(default_factory=dict)
    fields: dict = field(default_factory=dict)
    records: dict = field(default_factory=dict)
    hidden_cells: dict = field(default_factory=dict)
    not_comparable: list = field(default_factory=list)

    def text(self, written: str, place: str) -> Text:
        """One passage of a caption, a cell or a reason."""
        return Text(self.runs(parse_inline(written), place))

    def dates(self, written: str, place: str) -> tuple[Run, ...]:
        """Words as they are typed; a token that is no date or typed number is a fault."""
        value = []
        for piece in parts_of(written):
            if isinstance(piece, DateName | StatedNumber | str):
                value.extend(self._piece(piece, place))
            else:
                value.extend(self._fault(piece.raw, PLAIN_WORDS.format(piece.raw), place))
        keep_sentences(value, self.typed.values(), "".join(run.text for run in value), place, 0)
        return tuple(value)

    def plain(self, written: str, place: str) -> str:
        """The same as one text: a heading, a caption."""
        return "".join(run.printed for run in self.dates(written, place))

    def cell(self, pieces: tuple[Piece, ...], place: str) -> tuple[Run, ...]:
        """The runs of a table's cell, where a number that is not shown is a mark."""
        self.in_table = True
        made = self.runs(pieces, place)
        self.in_table = False
        return made

    def runs(self, pieces: tuple[Piece, ...], place: str, within=("", "")) -> tuple[Run, ...]:
        """The runs of one passage at the anchor `place`, `within` being what stands on either side
        of it. A number that is not shown takes up words behind it, which `consumed` counts."""
        value, before, consumed = [], within[0], 0
        for piece, after in zip(pieces, (*pieces, within[1])[1:], strict=True):
            self.before, self.noted_after = before, isinstance(after, NoteMark)
            self.behind, self.consumed = after if isinstance(after, str) else "", 0
            made = self._piece(piece[consumed:] if consumed else piece, place)
            consumed = self.consumed
            value.extend(made)
            before += "".join(run.text for run in made)
        keep_sentences(value, self.typed.values(), before, place, len(within[0]))
        return tuple(value)

    def _hidden(self, piece):
        """The words of a number that is not shown; counts what they take up of those behind."""
        if self.in_table:
            return IN_A_TABLE
        if isinstance(piece, Compare):
            return COMPARED
        starts = number_words.opens_sentence(self.before)
        text, self.consumed = hidden_words(piece.form, self.before, self.behind, starts)
        return text

    def _piece(self, piece, place):
        if isinstance(piece, str):
            return (Run(piece),)
        return _SAYERS[type(piece)](self, piece, place)

    def _mark(self, piece, place):
        mark = kinds.STRONG if isinstance(piece, Strong) else kinds.EMPHASIS
        runs = self.runs(piece.pieces, place, (self.before, self.behind))
        return tuple(replace(run, kind=mark) if run.kind == kinds.PLAIN else run for run in runs)

    def _words(self, piece, _place):
        return (Run(piece.words, kinds.LINK, piece.address),)

    def _stated(self, piece, place):
        source = self.manuscript.source_text(piece.source)
        item = self.typed.setdefault(
            (piece.words, source), TypedEntry(self._next_number(), piece.words, source)
        )
        if place not in item.places:
            item.places.append(place)
        return (Run(piece.words, kinds.TYPED, str(item.number)),)

    def _rows(self, piece, place):
        try:
            count = row_count(self.manuscript, piece.slug)
        except records.ListRefused as refused:
            return self._fault(piece.raw, str(refused), place)
        if count is None:
            return self._fault(piece.raw, NO_ROWS, place)
        starts = number_words.opens_sentence(self.before)
        text = number_words.number_text(count, form=piece.form, starts=starts)
        return (Run(text, kinds.REFERENCE, self.numbering.of(piece.slug).anchor),)

    def _faulty(self, piece, place):
        return self._fault(piece.raw, piece.sentence, place)

    def _note(self, piece, place):
        self.noted += 1
        number = str(self.noted)
        self.notes.append(Item(f"{number}.", f"note-{number}", (self.text(piece.written, place),)))
        return (Run(number, kinds.NOTE, f"note-{number}"),)

    def _date(self, piece, place):
        text = self.manuscript.date_text(piece)
        if text is not None:
            return (Run(text, to=piece.name),)
        return self._fault(piece.raw, why_not_dated(piece, self.manuscript), place)

    def _reference(self, piece, place):
        value = numbering.reference_text(piece, self.numbering, self.manuscript.template.house)
        if isinstance(value, Problem):
            return self._fault(piece.raw, value.sentence, place)
        return (Run(value.text, kinds.REFERENCE, value.anchor),)

    def _recorded(self, piece, place):
        queries = (piece.kind, piece.slug, piece.name)
        if queries not in self.fields:
            self.fields[queries] = records.field_in(self.manuscript, *queries)
        day, text = self.fields[queries]
        if text is None:
            why = records.why_no_text(self.manuscript.council, *queries, day)
            return self._fault(piece.raw, why, place)
        self.note_record(place, day, *queries, text)
        return (Run(text),)

    def note_record(self, place, day, kind, slug="", name="", text="", rows=None):
        """Notes that a record or a list of records, read at the end of `day`, prints at `place`."""
        entry = RecordEntry(kind, day.isoformat(), slug, name, text, rows)
        self.records.setdefault(entry, {})[place] = None

    def _quote(self, piece, place):
        starts = number_words.opens_sentence(self.before)
        return self._measured(piece, place, lambda values: in_form(values, piece.form, starts))

    def _compare(self, piece, place):
        return self._measured(piece, place, compared)

    def _derived(self, piece, place):
        starts = number_words.opens_sentence(self.before)
        try:
            result = self._reckoned(piece)
            text = derived_text(result, piece.form, starts)
        except (arithmetic.NotDerived, number_words.UnsuitableForm) as refused:
            if self.in_table and isinstance(refused, arithmetic.NotComparable):
                self.not_comparable.append(refused.reason)
                return (Run(refused.cell),)
            if isinstance(refused.args[0], Problem):
                return self._fault(piece.raw, refused.args[0], place)
            where = "" if piece.raw in str(refused) else f"{piece.raw}: "
            return self._fault(piece.raw, f"{where}{refused}", place)
        for value in result.figures:
            self._numbered(value, place)
        number = str(self._numbered(result, place))
        if result.value.mark == Mark.WITHHELD:
            return (Run(self._hidden(piece), kinds.HIDDEN, number),)
        if result.figures:
            self.told[piece.raw] = (text, result.value)
        return (Run(text, kinds.FIGURE, number),)

    def _reckoned(self, token):
        known = {"disjoint": self.measured.disjoint, "public": self.public}
        readings = arithmetic.Readings(self._value, self._whole, **known)
        return arithmetic.derive(token, readings, self.manuscript.source_text)

    def derived_value(self, token: DerivedNumber) -> Value | None:
        """The value of a number reckoned from others; None where it cannot be reckoned."""
        try:
            return self._reckoned(token).value
        except arithmetic.NotDerived:
            return None

    def _value(self, quote):
        """The value of a figure in a derived number; raises `NotDerived` where it has none."""
        query = questions_of(quote, self.figures, self.manuscript)
        values = [self.measured.value(item, quote.member) for item in query]
        arithmetic.refuse(self._why_not(quote, query, values))
        return values[0]

    def _whole(self, quotes):
        """The value of the whole that members of a breakdown are part of, or None."""
        query = whole_of(quotes, self.figures, self.manuscript)
        return self.measured.value(*query) if query else None

    def _measured(self, piece, place, said):
        """The runs of a figure, as `said(values)` has its values in words."""
        query = questions_of(piece, self.figures, self.manuscript)
        values = [self.measured.value(item, piece.member) for item in query]
        if wrong := self._why_not(piece, query, values):
            return self._fault(piece.raw, wrong, place)
        numbers = [self._numbered(value, place) for value in values]
        if any(value.mark == Mark.WITHHELD for value in values):
            return (Run(self._hidden(piece), kinds.HIDDEN, str(numbers[-1])),)
        try:
            text = said(values)
        except number_words.UnsuitableForm as refused:
            return self._fault(piece.raw, str(refused), place)
        self.told[piece.raw] = (text, values[-1])
        return (Run(text, kinds.FIGURE, str(numbers[-1])),)

    def _why_not(self, piece, query, values):
        own = {"noted": self.noted_after, "manuscript": self.manuscript}
        return why_not_quoted(piece, query, values, self.figures, self.measured, **own)

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
        return (Run(raw, kinds.FAULT),)


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
