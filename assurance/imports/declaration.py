"""What a subject declares so that files of its records can be brought in.

A `Sheet` is declared by its columns and by what each row asks to stand in the register; the engine
in `assurance.imports` compares that with what stands there, row by row of the file but set by set
in the database, and writes it. What differs between subjects stands in their `importing` modules
and nowhere else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.tables.cells import Reader
from assurance.tables.phrases import whole
from assurance.tables.table import Table


@dataclass(frozen=True)
class Column:
    """A column of a kind of file.

    `name` is the key that a row has it under, `label` its heading in our template and on pages.
    `read` turns a cell into a value or raises `Unreadable`. `also` are further headings that it is
    known by. A file without a `required` column is not of this kind; a row whose `filled` column is
    empty is refused. `example` stands in the template's example row. `personal` says that its
    values are about somebody: they stand on no list but the officer's own check page.
    """

    name: str
    label: str
    read: Reader
    example: str = ""
    also: tuple[str, ...] = ()
    required: bool = False
    filled: bool = False
    personal: bool = False


@dataclass(frozen=True, eq=False)
class TargetRow:
    """A row of the database as a row of the file asks for it.

    `identity` maps the fields that find it among the council's standing rows of `model`; `values`
    the further fields that it is to hold. A value may be another `TargetRow`, for a row that this
    one hangs on; its own row is written first. Two of one model and identity are one row. `blank`
    fields of `values` that are None or empty leave what stands as it is.

    `council` and `created_on` are filled in by the engine. With `new_only` a row that stands is
    left alone; its identity suffices. One `beside` another only tells what became of it (a move, a
    rating): where it is added, the row of the file counts as a change.
    """

    model: type
    identity: Mapping[str, object]
    values: Mapping[str, object] = field(default_factory=dict)
    new_only: bool = False
    beside: bool = False


@dataclass(frozen=True)
class Fault:
    """Why a row is refused: the column's name (or an empty text for the row as a whole), what is
    wrong and what would be right, neither of them with the value."""

    column: str
    wrong: str
    right: str = ""

    def in_sentences(self):
        """Itself with its full stops, which sentences beside a field of a form go without."""
        return Fault(self.column, whole(self.wrong), whole(self.right))


@dataclass(frozen=True)
class Reading:
    """What a kind of file is read against: the council, its day and what `prepare` gave."""

    council: Council
    on: date
    held: object = None
    as_at: Sequence[date] = ()


Values = Mapping[str, object]


@dataclass(frozen=True)
class Sheet:
    """A kind of file: one table, a row of the file for each thing.

    `key` names it in commands (`dbs-register`), `title` on pages, `about` says in a sentence what
    it is and where such a file comes from. `permission` is who may bring it in.

    - `prepare(council, rows)` looks up, set-wise, what the rows speak of (teams by name, people by
      reference); its result is `reading.held`. `rows` are the values of all readable rows.
    - `faults(values, reading)` gives the `Fault`s of one row by the subject's own rules.
    - `wanted(values, reading)` gives what the row asks for, most basic first. Called for rows
      without a fault.
    - `across(rows, reading)` gives (row number, `Fault`) for what only the whole file shows:
      two rows of one identity that differ. `rows` are (number, values).
    - `warnings(rows, reading)` gives sentences about what is strange and refuses nothing.
    - `standing(council)` gives the values of every row that stands, for a file of this kind that
      would change nothing; None where no such file is offered.
    - `blocks_undo(model, keys)` gives a sentence where something stands on rows of this kind that
      were brought in (beyond what refers to them in the database), else None.
    """

    key: str
    title: str
    about: str
    permission: Permission
    columns: tuple[Column, ...]
    wanted: Callable[[Values, Reading], Iterable[TargetRow]]
    faults: Callable[[Values, Reading], Iterable[Fault]] = lambda values, reading: ()
    prepare: Callable[[Council, Sequence[Values]], object] = lambda council, rows: None
    across: Callable[[Sequence[tuple[int, Values]], Reading], Iterable[tuple[int, Fault]]] = (
        lambda rows, reading: ()
    )
    warnings: Callable[[Sequence[tuple[int, Values]], Reading], Iterable[str]] = (
        lambda rows, reading: ()
    )
    standing: Callable[[Council], Iterable[Values]] | None = None
    blocks_undo: Callable[[type, Sequence[int]], str | None] = lambda model, keys: None

    def column(self, name):
        """The column called `name`."""
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True)
class Refusal:
    """A row of a file that is refused: the table's name and the row's number as the officer's own
    program shows them, the column's heading, what is wrong and what would be right; no value.

    `row` 0 speaks of the whole file, which is then not brought in.
    """

    file: str
    row: int
    column: str
    wrong: str
    right: str = ""


@dataclass(frozen=True)
class DryRun:
    """What bringing in a bundle would do, found without writing.

    `why_not` refuses the whole of it in a sentence. `facts` are (words, value) pairs that the
    officer confirms by bringing it in, such as the year that was inferred. `sentences` say what
    is strange, or left out, and refuses nothing. Each count is of rows of the files.
    """

    added: int = 0
    changed: int = 0
    same: int = 0
    refused: tuple[Refusal, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class Part:
    """One file of a bundle, for its template: the key that `part_of` gives, the headings and an
    example row under them."""

    key: str
    title: str
    headings: tuple[str, ...]
    example: tuple[str, ...]


@dataclass(frozen=True)
class Bundle:
    """A kind of several files that only make sense together, such as a statutory return.

    The engine recognises, shows, confirms and keeps account of it; the subject reads and writes it.

    - `part_of(table)` names the part of the bundle that a table is, or "" where it is none. A file
      of it that is not needed is a part as well; `check` says in `sentences` that it is left out.
    - `check(council=, tables=, as_at=, covers_to=, on=)` says what bringing the tables in would do;
      it writes nothing. `as_at` are days that the officer asks about too, `covers_to` the last day
      that the files speak of where the officer says so, else None.
    - `bring_in(council=, tables=, as_at=, covers_to=, by=, on=)` writes inside the engine's
      transaction, leaves out refused rows, records its own history, and returns the record that
      stands for it. Raises `Refused`.
    - `undo(record=, by=, on=)` puts the register back as it was before; `why_not_undo(record)`
      gives the sentence that refuses it, or None.
    - `needs(table)` says whether the rows of a part are read at all: those of the others are not
      kept while the files wait to be brought in.
    - `why_not_given_back` says why there is no file of what stands.
    """

    key: str
    title: str
    about: str
    permission: Permission
    parts: tuple[Part, ...]
    part_of: Callable[[Table], str]
    check: Callable[..., DryRun]
    bring_in: Callable[..., object]
    undo: Callable[..., object]
    why_not_undo: Callable[[object], str | None] = lambda record: None
    needs: Callable[[Table], bool] = lambda table: True
    why_not_given_back: str = ""


Kind = Sheet | Bundle
