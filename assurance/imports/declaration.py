"""What a subject declares so that files of its records can be imported.

A `Sheet` is declared by its columns and by what each row asks to stand in the register; the engine
in `assurance.imports` compares that with what stands there, row by row of the file but set by set
in the database, and writes it. What differs between subjects stands in their `importing` modules
and nowhere else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.runtime.typography import with_full_stop
from assurance.tables.cells import Reader
from assurance.tables.table import Table


@dataclass(frozen=True)
class TitledRecords:
    """Records that a subject keeps beside the files and that cells name by their titles.

    `key` names them in forms, `noun` and `plural` on pages; a title has at most `longest`
    characters. `by_title(council)` gives plain title → record; `new(title)` makes one that is not
    saved, which stands for a title that nobody knows while the rest of its row is weighed.
    `add(council=, titles=, by=, on=)` adds those that are missing, for who has `permission`.
    """

    key: str
    noun: str
    plural: str
    permission: Permission
    by_title: Callable[[Council], Mapping[str, object]]
    new: Callable[[str], object]
    add: Callable[..., object]
    longest: int = 160


@dataclass(frozen=True)
class Column:
    """A column of a kind of file.

    `name` is the key that a row has it under, `label` its heading in our template and on pages,
    `also` further headings that it is known by; `example` stands in the template's example row. A
    file without a `required` column is not of this kind; a row whose `filled` column is empty is
    refused.

    A column of a `Record` fills its model's `field`, the one of its own name unless stated. That
    field says how cells are read, with `words`, value → further labels of its choices, and
    `longest` for a text without a limit; `read`, a cell into a value, is stated where it does not.
    `past` refuses a date that is still to come, `usually_past` asks to look at one; a text of one
    that `names_staff` is not taken for a child's name. `needed` says what is right where a new
    record lacks it, or (what is wrong, what is right); `condition` when else a row needs it, in
    words for the documentation: a rule of the subject refuses it then. Cells of one with `titles`
    name records of the council by their titles, `several` of them parted by semicolons or lines; a
    title that nobody knows refuses its row.
    """

    name: str
    label: str
    example: str = ""
    also: tuple[str, ...] = ()
    read: Reader | None = None
    required: bool = False
    filled: bool = False
    words: Mapping[object, Iterable[str]] = field(default_factory=dict)
    field: str = ""
    longest: int | None = None
    past: bool = False
    usually_past: bool = False
    names_staff: bool = False
    needed: str | tuple[str, str] = ""
    condition: str = ""
    titles: TitledRecords | None = None
    several: bool = False


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
    wrong and what would be right, neither of them with the value. It is not certain where one of
    the columns `given` could not be read. `missing` is the model of a record that a row names and
    that has to be added first: the page leads to where that is done."""

    column: str
    wrong: str
    right: str = ""
    given: tuple[str, ...] = field(default=(), compare=False)
    missing: type | None = field(default=None, compare=False)

    def in_sentences(self):
        """Itself with its full stops, which sentences beside a field of a form go without."""
        wrong, right = with_full_stop(self.wrong), with_full_stop(self.right)
        return replace(self, wrong=wrong, right=right)


Values = Mapping[str, object]


@dataclass(frozen=True)
class Sheet:
    """A kind of file: one table, a row of the file for each thing.

    `key` names it in commands (`dbs-register`), `title` on pages, `about` says in a sentence what
    it is and where such a file comes from. `permission` is who may import it.

    - `records` are what a row speaks of, most basic first (`assurance.imports.plan.records`); their
      columns are the file's.
    - `prepare(council, rows)` looks up, set-wise, what records alone do not find; its result is
      `reading.held`. `rows` are the values of all readable rows.
    - `faults(values, reading)` gives the `Fault`s of one row by the subject's own rules.
    - `wanted(values, reading)` gives what the row asks for besides its records. Called for rows
      without a fault.
    - `across(rows, reading)` gives (row number, `Fault`) for what only the whole file shows:
      two rows of one identity that differ. `rows` are (number, values), some refused already.
    - `warnings(rows, reading)` gives sentences about what is strange and refuses nothing; rows may
      be gone through several times.
    - `standing(council)` gives the records of every row that stands, one for each of `records` or
      None, for a file of this kind that would change nothing; after them, a mapping of the values
      that are not given back as fields hold them.
    - `example(council)` gives the cells of the template's example row that name what a council has,
      by the columns' names. One that `repeats` has the first row of the register as its example,
      which changes nothing: its rows name records that have to be there. Without such a row it
      names the first of those records.
    """

    key: str
    title: str
    about: str
    permission: Permission
    records: tuple = ()
    columns: tuple[Column, ...] = ()
    faults: Callable[[Values, object], Iterable[Fault]] = lambda values, reading: ()
    wanted: Callable[[Values, object], Iterable[TargetRow]] = lambda values, reading: ()
    prepare: Callable[[Council, Sequence[Values]], object] = lambda council, rows: None
    across: Callable[[Sequence[tuple[int, Values]], object], Iterable[tuple[int, Fault]]] = (
        lambda rows, reading: ()
    )
    warnings: Callable[[Iterable[tuple[int, Values]], object], Iterable[str]] | None = None
    standing: Callable[[Council], Iterable[Values]] | None = None
    example: Callable[[Council], Mapping[str, object]] = lambda council: {}
    repeats: bool = False

    def __post_init__(self):
        if not self.columns:
            columns = tuple(column for record in self.records for column in record.columns)
            object.__setattr__(self, "columns", columns)

    @cached_property
    def past(self) -> tuple[str, ...]:
        """The names of the columns that refuse a date to come."""
        return tuple(column.name for column in self.columns if column.past)

    def column(self, name):
        """The column called `name`."""
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True)
class Refusal:
    """A row of a file that is refused: the table's name and the row's number as the officer's own
    program shows them, the column's heading, what is wrong and what would be right; no value.

    `row` 0 speaks of the whole file, which is then not imported.
    """

    file: str
    row: int
    column: str
    wrong: str
    right: str = ""


@dataclass(frozen=True)
class DryRun:
    """What importing a bundle would do, found without writing.

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
    """A file of a bundle, for its template: the key of `part_of`, headings and an example row."""

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
    - `write(council=, tables=, as_at=, covers_to=, by=, on=)` writes inside the engine's
      transaction, leaves out refused rows, records its own history, and returns the record that
      stands for it, with the counts and refused rows of a `DryRun` of what it did. Raises
      `Refused`.
    - `undo(record=, by=, on=)` puts the register back as it was before; `why_not_undo(record)`
      gives the sentence that refuses it, or None.
    - `needs(table)` says whether the rows of a part are read at all: those of the others are not
      kept while the files wait to be imported.
    - `why_not_given_back` says why there is no file of what stands.
    """

    key: str
    title: str
    about: str
    permission: Permission
    parts: tuple[Part, ...]
    part_of: Callable[[Table], str]
    check: Callable[..., DryRun]
    write: Callable[..., tuple[object, DryRun]]
    undo: Callable[..., object]
    why_not_undo: Callable[[object], str | None] = lambda record: None
    needs: Callable[[Table], bool] = lambda table: True
    why_not_given_back: str = ""


Kind = Sheet | Bundle
