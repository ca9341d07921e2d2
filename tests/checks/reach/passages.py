"""Papers in other councils' styles, whose passages each hold a planted fault: how far checks reach.

A file begins with `council | paper's date | period`; `earlier: count | what | day` is what the last
paper told. `@kind` opens a passage, `@@` another wording of it: the first paper of a file has the
first wording of each, and so on. `«right|wrong»` is a fault, one at a time. Files part by the hash
of their names into those that rules were built with and those that only measure. Those of
`strangers`, `blind` and `unseen` are by authors who had seen no rule and no other paper; for
`unseen` no rule was ever changed. All of `reserve` only measure: thirty with faults and twelve
right ones, written before the rules were last changed, of which only totals are looked at. So do
all of `sealed`, thirty and twelve more, whose author had seen no rule and no finding. `officers` is
twenty short papers of other services, each with three faults; `members` three whole papers with one
fault of every kind that members have found; `councils` and `readers` eight and six whole papers in
as many styles, by authors who had seen no rule; `towns` five more, dense with tables, lists and
shares over sentences; `services` eight yearly reports of one service each; `panels` six to panels
and boards, by an author who had seen no rule, all of which rules were built with; `agendas` six
more by that author, which only measure; `divisions` six of as many services and styles, `teams`
five by another author, `boards` five and `counties` six by two more, all built with; `districts`
six by yet another, of which only right passages were looked at; `boroughs` and `shires` eight
papers each in as many styles, by an author who had seen no rule: the first are built with, and the
second only measure, as do eight `ridings` and eight `wolds` by another. `dales` and `marches` are
eight each in as many styles, on sixteen subjects: the first are built with, and of the second some
shares by the cells of tables. `fells`, built with, and `vales`, which only measures, are eight each
whose faults stand far from what shows them. `moors` and `lakes` are eight each in as many styles,
with faults of 23 kinds in equal shares and right sentences that look at odds: both are built with,
the second after they had measured the first. `tarns` and `meres` are eight each with faults of 16
kinds, by an author who had seen no rule: both are built with, the second after they had measured
the first. `becks` and `cairns` are eight each with nine faults and ten right sentences that look at
odds: the first are built with, and of the second only right passages were looked at. `fords` and
`havens` are eight each without a fault, by another author: right papers as officers write them, of
which what was wrongly said was looked at, as of sixteen `brooks`, sixteen `rills`
and sixteen `fens`, each by one more author: eleven, six and seven of them were warned of when they
were first read, one set after the other was put right. `holts`, `leas`, `crofts` and `knolls` are
twelve long papers each, by four authors who had seen no rule, with five faults and many right
passages: 31 of the 48 were warned of when they were first read. `heaths` and `downs` are ten more
each by two more authors, read once readings gave advice until they were proved on the 48;
`spinneys` and `coppices` are twelve and ten by two more, read one after the other after those;
`herons` and `egrets` are ten each by two more; `kites` and `plovers` are ten each by two more, of
which three right papers of each were warned of when they were first read: read once, then built
with. `gannets` are ten by one more: 31 of their faults were found before `kites` and `plovers` were
built with, and as many after; then they were built with too. `gulls` are eight by one more, read
once after that, of which only the right paper that was warned of was looked at. `terns`, which are
built with, and `skuas`, of which only right papers that were warned of were looked at, are ten each
by two more, whose faults stand far from what shows them; so are `auks`, by one more, read after
those: then two kinds of what was missed were built with, and then what was missed in both.
`dunlins` and `knots` are ten each by two more, with many right passages that look at odds, of which
only right papers that were warned of were looked at; `teals`, `crakes`, `pipits`, `whimbrels`,
`dotterels` and `godwits` are twelve right papers each by yet six, without a fault, and `ruffs` and
`stints` ten more each like `knots`. `pratincoles`, `jacanas`, `bitterns`, `snipes`, `wheatears`,
`pochards` and `dabchicks` are twelve or fourteen ordinary right papers each by seven more, in turn;
`avocets`, `curlews` and `bustards` are ten each with faults by three more, read once; then what was
missed was looked at.
Since `reports/equations/readings.py` was written, faults that no rule finds have been looked at in
every set but the first three, `herons`, `egrets`, `gulls`, `dunlins`, `knots`, `ruffs` and
`stints`.
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
LATEST = ("holts", "leas", "crofts", "knolls", "heaths", "downs", "spinneys", "coppices")
LATEST += ("herons", "egrets", "kites", "plovers", "gannets", "gulls")
LATEST += ("terns", "skuas", "auks", "dunlins", "knots", "teals", "crakes", "ruffs", "pipits")
LATEST += ("stints", "whimbrels", "dotterels", "godwits")
LATEST += ("pratincoles", "jacanas", "avocets", "bitterns", "curlews", "snipes")
LATEST += ("wheatears", "pochards", "bustards", "dabchicks")
FOLDERS = ("papers", "strangers", "blind", "unseen", "reserve", "sealed", "officers", "members")
FOLDERS += ("councils", "readers", "towns", "services", "panels", "agendas")
FOLDERS += ("divisions", "teams", "boards", "counties", "districts")
FOLDERS += ("boroughs", "shires", "ridings", "wolds", "dales", "marches")
FOLDERS += (
    "fells",
    "vales",
    "moors",
    "lakes",
    "tarns",
    "meres",
    "becks",
    "cairns",
    "fords",
    "havens",
    "brooks",
    "rills",
    "fens",
    *LATEST,
)
# Folders that no rule was built with, whatever the hash of a name.
MEASURED_ONLY = ("reserve", "sealed", "agendas", "districts", "shires", "ridings", "wolds")
MEASURED_ONLY += ("vales", "cairns")
# Folders that rules were built with, whatever the hash of a name.
BUILT_WITH = ("panels", "divisions", "teams", "boards", "counties", "boroughs", "dales")
BUILT_WITH += ("marches", "fells", "moors", "lakes", "tarns", "meres", "becks", "fords", "havens")
BUILT_WITH += ("brooks", "rills", "fens", *LATEST)
# Two young people are rightly counted, and are not to be printed: `small-number` rests.
RULES = tuple(
    rule
    for family in ("numbers", "quantities", "timing", "assurance")
    for rule in of_family(family)
    if rule.key != "small-number"
)
_EDIT = re.compile(r"«([^«»|]*)\|([^«»|]*)»")


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


def is_held(name):
    """Whether a file only measures, and no rule was built with it."""
    if any((HERE / folder / f"{name}.txt").exists() for folder in MEASURED_ONLY):
        return True
    if any((HERE / folder / f"{name}.txt").exists() for folder in BUILT_WITH):
        return False
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
