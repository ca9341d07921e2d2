"""Papers in other councils' styles, whose passages each hold a planted fault: how far checks reach.

A file begins with `council | paper's date | period`; `earlier: count | what | day` is what the last
paper told. `@kind` opens a passage, `@@` another wording of it: the first paper of a file has the
first wording of each, and so on. `«right|wrong»` is a fault, one at a time.

`sets.txt` says of each folder whether rules were built with it, what it is not to fall below, and
how far the checks reached when it was first read. The papers of a folder that has both uses part by
the hash of their names. A new set is read once by the rules as they are; then right passages that
were warned of are mended, and then perhaps what was missed is.
"""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from assurance.runtime.periods import When
from reports.checks.context import CheckContext, EarlierFigure
from reports.prose.dates import dates
from tests.checks.drawn import found, of_family

HERE = Path(__file__).parent
# Two young people are rightly counted, and are not to be printed: `small-number` rests.
RULES = tuple(
    rule
    for family in ("numbers", "quantities", "timing", "assurance")
    for rule in of_family(family)
    if rule.key != "small-number"
)
_EDIT = re.compile(r"«([^«»|]*)\|([^«»|]*)»")


@dataclass(frozen=True)
class Papers:
    """One use of a set of papers: the shares of its faults, in per cent, that are not fallen below,
    of those that are found and of those that are more than advice; and the share of right papers
    that are warned of at most."""

    folder: str
    is_measured: bool
    found: int
    warned: int
    right: int

    def names(self):
        """The names of its files."""
        both = {row.is_measured for row in SETS if row.folder == self.folder}
        every = names(self.folder)
        return [name for name in every if len(both) == 1 or _is_odd(name) is self.is_measured]


def _sets():
    _titles, *rows = (HERE / "sets.txt").read_text(encoding="utf-8").splitlines()
    for folder, use, *numbers in (map(str.strip, row.split("|")) for row in rows):
        yield Papers(folder, use == "measured", *map(int, numbers[:3]))


SETS = tuple(_sets())


@dataclass(frozen=True)
class Paper:
    """A right paper with the faults that can be put into it."""

    name: str
    text: str
    council: str
    dated: date
    period: When
    earlier: tuple[EarlierFigure, ...]

    @property
    def faults(self):
        """(kind, text with that fault alone, its words) of each fault."""
        kinds = _kinds(self.text)
        for place, edit in enumerate(_EDIT.finditer(self.text)):
            before, after = self.text[: edit.start()], self.text[edit.end() :]
            yield kinds[place], right(before) + edit[2] + right(after), edit[0]


def right(text):
    """The text with every fault put right, and without the names of kinds."""
    return re.sub(r"^@[\w-]+\n", "", _EDIT.sub(r"\1", text), flags=re.M)


def _is_odd(name):
    return bool(int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2)


def names(folder):
    """The names of the files of a folder."""
    return sorted(path.stem for path in (HERE / folder).glob("*.txt"))


def papers(name):
    """Every paper of a file: as many as it has wordings of a passage."""
    [path] = HERE.glob(f"**/{name}.txt")
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    council, dated, period = head.split(" | ")
    earlier = [row.removeprefix("earlier: ") for row in rows if row.startswith("earlier: ")]
    body = "\n".join(row for row in rows if not row.startswith("earlier: "))
    pieces = [piece.split("\n@@\n") for piece in re.split(r"\n(?=@[\w-]+\n|# )", f"\n{body}")]
    ends = [date.fromisoformat(day) for day in period.split("/")]
    for wording in range(max(map(len, pieces))):
        chosen = "\n\n".join(_wording(piece, wording) for piece in pieces)
        told = tuple(map(_earlier, earlier))
        yield Paper(name, chosen, council, date.fromisoformat(dated), When(*ends), told)


def findings(paper, text):
    """(rule, severity, says, sentence) of everything that is found in `text` of that paper."""
    known = CheckContext(today=paper.dated, told=paper.earlier)
    rows = found(
        text,
        known=known,
        rules=RULES,
        council=paper.council,
        paper_date=paper.dated,
        period=paper.period,
    )
    return Counter(
        (row.rule.key, str(row.severity), row.fault.says, row.fault.sentence) for row in rows
    )


def warnings(rows):
    """Those that are more than advice."""
    return [row for row in rows if row[1] != "advice"]


@cache
def in_right_papers(name):
    """What is found in each paper of a file with its faults put right."""
    return [findings(paper, right(paper.text)) for paper in papers(name)]


@cache
def measured(name):
    """(kind, fault, what is found with that fault alone and not without it) of each fault of a
    file."""
    return [
        (kind, words, findings(paper, text) - usual)
        for paper, usual in zip(papers(name), in_right_papers(name), strict=True)
        for kind, text, words in paper.faults
    ]


def _wording(piece, place):
    """One wording of a passage, with its kind before it; put right, the last, where no more are."""
    kind = re.match(r"@[\w-]+\n", piece[0])
    if not kind or place == 0:
        return piece[0] if place == 0 else right(piece[0])
    return kind[0] + piece[place] if place < len(piece) else right(piece[-1])


def _kinds(text):
    """The kind of each fault of a text, in order."""
    kinds, current = [], ""
    for match in re.finditer(rf"^@([\w-]+)$|{_EDIT.pattern}", text, re.M):
        current = match[1] or current
        kinds += [] if match[1] else [current]
    return kinds


def _earlier(row):
    count, counts, day = row.split(" | ")
    # Files write the day either way; a record has it as the calendar does.
    end = next((x.last.isoformat() for x in dates(day) if x.last), day)
    row = EarlierFigure(
        "", "", "", "", end, count, int(count.replace(",", "")), None, "Update", words=counts
    )
    return replace(row, where="para-1")
