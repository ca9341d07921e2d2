"""What reading a paper from outside gives, and the one way it refuses: a sentence."""

from dataclasses import dataclass, field
from typing import NamedTuple


class NotAPaper(ValueError):
    """The file cannot be read as a paper; the text says what is wrong and what to do."""


class UnplacedText(NamedTuple):
    """Words without their place in the paper, and why; `words` is empty for a picture."""

    where: str
    words: str
    why: str


class OutlineLine(NamedTuple):
    """One thing that was recognised: a line of the outline that the check page shows."""

    kind: str
    typed: str
    words: str
    depth: int = 0


@dataclass(frozen=True)
class TypedCitation:
    """A citation as it was typed, and the block that it stands in."""

    words: str
    block: str


@dataclass(frozen=True)
class ConvertedPaper:
    """A paper from text or Word.

    `paper` is a paper file (`docs/paper-format.md`), `template` the data of a report template that
    holds it as it is, `head` the words of the heading block by what they say (council, committee,
    meeting, title …), `missed` what was not recognised. `restarts` counts the runs of numbers.
    """

    paper: dict
    template: dict
    head: dict
    missed: tuple[UnplacedText, ...] = ()
    outline: tuple[OutlineLine, ...] = ()
    cited: tuple[TypedCitation, ...] = ()
    derived: tuple[str, ...] = ()
    restarts: int = 0


@dataclass
class Line:
    """One line of a source: its number from 1, its words, and how it stands among the others.

    `blank` says that an empty line comes before it, `page` that a page ends before it, `hard` that
    the line before was broken by its writer, `tabbed` that it begins with a tab.
    """

    number: int
    words: str
    indent: int = 0
    blank: bool = False
    page: bool = False
    hard: bool = False
    tabbed: bool = False
    cells: tuple[str, ...] = ()


@dataclass
class Source:
    """A file as lines; `unit` is what a reader would count to find one (line, paragraph), and
    `numbers` the count of each line where that is not the line's own."""

    lines: list[str]
    unit: str = "line"
    missed: list[UnplacedText] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def place(self, number: int) -> str:
        """Where line `number` stands, in words."""
        return f"{self.unit} {self.numbers[number - 1] if self.numbers else number}"


@dataclass
class Unit:
    """A line or joined lines as one thing.

    `kind` is heading, text, item, top or table. `typed` holds a label as it was typed, `level` the
    level of a marked heading (0 where the source gives none), `passages` the joined texts, `bold`
    whether all of the first is bold.
    """

    kind: str
    number: int
    words: str = ""
    typed: str = ""
    bullet: bool = False
    level: int = 0
    indent: int = 0
    blank: bool = False
    hard: bool = False
    own_line: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    run: int = 0
    role: str = ""
    more: dict = field(default_factory=dict)
