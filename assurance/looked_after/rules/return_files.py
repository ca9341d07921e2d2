"""Reading the files of an SSDA903 return (domain 3.8): bytes in, rows and faults out.

A file is known by its columns, in any order, with or without a byte-order mark. Columns that
identify a person or a place are dropped while the line is read: their names are told, their values
never leave the reader.
"""

import csv
import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

FIRST_YEAR, LAST_YEAR = 1900, 2100
# Column that no other file has → what the file is, for those that censuses do not need.
NOT_NEEDED = {
    "REVIEW_CODE": "reviews",
    "SDQ_SCORE": "OC2 (health)",
    "IN_TOUCH": "OC3 (care leavers)",
    "DATE_INT": "AD1 (adoptions)",
    "DATE_PLACED": "placed for adoption",
    "PREV_PERM": "previous permanence",
    "MIS_START": "missing episodes",
    "SW_ID": "social worker episodes",
    "DOLO_START": "deprivation of liberty",
}
SEXES = {"1": "M", "2": "F"}


@dataclass(frozen=True)
class ChildRow:
    """A line of the header file. `sex` is M, F or U whichever code the year used."""

    line: int
    child: str
    sex: str
    dob: date
    ethnic: str


@dataclass(frozen=True)
class EpisodeRow:
    """A line of the episodes file."""

    line: int
    child: str
    decom: date
    rne: str
    ls: str
    cin: str
    place: str
    place_provider: str
    dec: date | None
    rec: str
    reason_place_change: str


@dataclass(frozen=True)
class UascRow:
    """A line of the file of unaccompanied asylum-seeking children; `duc` is the day one ceased to
    be one."""

    line: int
    child: str
    duc: date | None


@dataclass(frozen=True)
class Kind:
    """A file that censuses need: the column that tells it, those read, those dropped, and its
    dates (True where one is required)."""

    name: str
    sign: str
    row: Callable
    read: tuple[str, ...]
    dates: dict
    dropped: tuple[str, ...] = ()


KINDS = (
    Kind(
        "header",
        "ETHNIC",
        ChildRow,
        ("CHILD", "SEX", "DOB", "ETHNIC"),
        {"DOB": True},
        ("UPN", "MOTHER", "MC_DOB"),
    ),
    Kind(
        "episodes",
        "RNE",
        EpisodeRow,
        (
            *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER"),
            *("DEC", "REC", "REASON_PLACE_CHANGE"),
        ),
        {"DECOM": True, "DEC": False},
        ("HOME_POST", "PL_POST", "URN"),
    ),
    Kind("uasc", "DUC", UascRow, ("CHILD", "DUC"), {"DUC": False}, ("SEX", "DOB")),
)


@dataclass(frozen=True)
class Fault:
    """A row or file that cannot be read, with the sentence that says where and what to do."""

    file: str
    line: int
    sentence: str

    def __str__(self):
        return f"{self.file}, line {self.line}: {self.sentence}" if self.line else self.sentence


@dataclass(frozen=True)
class ReadFile:
    """What one file gave. `kind` is the name of a needed kind, of a known one that is not needed,
    or empty; only a needed one has rows."""

    name: str
    kind: str = ""
    needed: bool = False
    sha256: str = ""
    rows: tuple = ()
    dropped: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass
class _Line:
    """One line being read: its cells by column, and what was wrong with it."""

    file: str
    number: int
    cells: dict
    faults: list = field(default_factory=list)

    def refuse(self, sentence):
        self.faults.append(Fault(self.file, self.number, sentence))

    def day(self, column, required):
        """The date in `column`, or None where it is empty or cannot be one."""
        text = self.cells[column]
        if not text:
            if required:
                self.refuse(f"{column} is empty: enter the date as 31/01/2016.")
            return None
        found = _day(text)
        if found is None:
            # A wrong birth date is still near a right one, so it is not repeated.
            said = "" if column == "DOB" else f" “{text[:20]}”"
            self.refuse(f"{column}{said} is not a date: write it as 31/01/2016.")
        return found


def read(name, content):
    """The `ReadFile` of a file called `name` with the bytes `content`."""
    told = ReadFile(name, sha256=hashlib.sha256(content).hexdigest())
    try:
        lines = [line for line in _lines(content) if any(cell.strip() for cell in line[1])]
    except csv.Error:
        lines = []
    if not lines:
        return _refused(told, f"{name} holds no rows of text: give the file as CSV.")
    columns = [cell.strip().upper() for cell in lines[0][1]]
    for sign, words in NOT_NEEDED.items():
        if sign in columns:
            return ReadFile(name, kind=words, sha256=told.sha256)
    kind = next((kind for kind in KINDS if kind.sign in columns), None)
    if kind is None:
        return _refused(
            told,
            f"{name} is not a file of the return that is known here: its first line has to name "
            "the columns of the header, episodes or UASC file.",
        )
    lacking = [column for column in kind.read if column not in columns]
    if lacking:
        return _refused(
            told,
            f"{name} looks like the {kind.name} file but has no column {', '.join(lacking)}: "
            "export it again with every column.",
        )
    return _read_rows(told, kind, columns, lines[1:])


def _read_rows(told, kind, columns, lines):
    rows, faults = [], []
    for number, cells in lines:
        line = _Line(told.name, number, {})
        if len(cells) != len(columns):
            line.refuse(f"has {len(cells)} cells where the first line has {len(columns)}.")
        else:
            found = dict(zip(columns, cells, strict=True))
            line.cells = {column: found[column].strip() for column in kind.read}
            row = _row(line, kind)
        faults += line.faults
        if not line.faults:
            rows.append(row)
    return ReadFile(
        name=told.name,
        kind=kind.name,
        needed=True,
        sha256=told.sha256,
        rows=tuple(rows),
        dropped=tuple(column for column in columns if column in kind.dropped),
        unknown=tuple(one for one in columns if one and one not in kind.read + kind.dropped),
        faults=tuple(faults),
    )


def _row(line, kind):
    if not line.cells["CHILD"]:
        line.refuse("CHILD is empty: enter the child's local reference.")
    days = {column: line.day(column, required) for column, required in kind.dates.items()}
    words = {
        column: text if column == "CHILD" else text.upper()
        for column, text in line.cells.items()
        if column not in days
    }
    if "SEX" in words:
        words["SEX"] = SEXES.get(words["SEX"], words["SEX"])
    if days.get("DEC") and days.get("DECOM") and days["DEC"] < days["DECOM"]:
        line.refuse("DEC is before DECOM: an episode cannot end before it starts.")
    if any(len(text) > 12 for column, text in words.items() if column != "CHILD"):
        line.refuse("a code is longer than 12 characters: the cells may stand in wrong columns.")
    return kind.row(line=line.number, **{name.lower(): v for name, v in {**words, **days}.items()})


def _refused(told, sentence):
    return ReadFile(told.name, sha256=told.sha256, faults=(Fault(told.name, 0, sentence),))


def _lines(content):
    # UTF-16, a workbook or a damaged file; and no database of ours holds a null character.
    if b"\0" in content:
        raise csv.Error("a null character")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets of an English computer write; codes and dates are the same in both.
        text = content.decode("cp1252", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    return [(reader.line_num, cells) for cells in reader]


def _day(text):
    try:
        found = datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return None
    # Python reads 0216 as a year; nobody was born in it.
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
