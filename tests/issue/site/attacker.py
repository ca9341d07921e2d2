"""One reader of everything that is published: which number each form gives to each cell of the
worlds, and between which bounds every other cell then lies."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.documents.forms import W, of_html, of_pdf, part, said
from tests.issue.worlds import DAYS, PLACED, STAFF

SLUGS = ("all", "a", "b", "c")
KEYS = {"measures.people": "measure", "looked_after.placement": "placed",
        "looked_after.children": "placed", "dbs.overdue_followup": "staff"}  # fmt: skip
NAMES = (*(f"measures.people:{slug}" for slug in SLUGS), "looked_after.children",
         *(f"looked_after.placement:{slug}" for slug in PLACED))  # fmt: skip
HIDDEN = "⊘"
DATED = r"\d{4}-\d\d-\d\d"
# A year at the head of a date in figures is no number of people.
NUMBER, GAP = rf"(\d+(?!\d|-\d)|{HIDDEN})", rf"[^\w{HIDDEN}]+"
DAY = {f"{day.day} {day:%B %Y}": str(day) for day in DAYS}
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
WORDS = dict(zip(ONES, range(20), strict=True)) | {
    f"{ten}-{one}" if n else ten: 20 + 10 * place + n
    for place, ten in enumerate(TENS)
    for n, one in enumerate(ONES[:10])
}
MOST = 2000
# Cells that no report has a value of its own for.
EACH_ONCE = ("measure", "staff", "reached")
# What the address of a page holds → which page it is.
PAGES = {
    r"/compare/$": "comparison",
    r"/edition-\d+/figures/": "figure",
    r"/figures/": "series",
    r"/search/": "search",
    "": "report",
}


@dataclass(frozen=True)
class Claim:
    """That `form` prints `value` for a cell."""

    cell: tuple
    value: int
    form: str


def claims(turn: int, files: dict[str, bytes]) -> Iterator[Claim]:
    """Every number that the public files and pages of the edition of `turn` (the correction is 2)
    give to a cell."""
    for name, content in files.items():
        form, text, rows = read(name, content)
        found = [*_from_rows(rows, turn), *_from_text(text, turn)]
        found += _from_page(name, content, turn) if form in PAGES.values() else []
        # A search and the council's data have both reports.
        if form == "search" or "/figures/data." in name:
            found = [one for one in found if one[0][0] in EACH_ONCE]
        yield from (Claim(cell, int(value), form) for cell, value in found if value.isdecimal())


def read(name, content):
    """(form, words in one line, rows of figures as dicts) of a file or page."""
    end = name.rpartition(".")[2] if "." in name.rpartition("/")[2] else _page(name)
    if end == "html" or end in PAGES.values():
        page = re.sub(r"<[^>]+>", " ", content.decode())
        return end, _flat(page), []
    if end == "docx":
        body = part(content, "word/document.xml")
        # The raised number of a note is none of its sentence.
        for run in body.iter(f"{W}r"):
            if run.find(f"{W}rPr/{W}vertAlign") is not None:
                for text in run.iter(f"{W}t"):
                    text.text = " "
        return end, _flat(" ".join(said(one) for one in body.iter(f"{W}p"))), []
    if end == "pdf":
        return end, _flat(of_pdf(content)), []
    if end == "csv":
        table = re.search(r"table-(\d)\.csv$", name)
        cells = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        caption = f"Table {table[1]}: {_caption(table[1])} " if table else ""
        rows = [dict(zip(cells[0], row, strict=False)) for row in cells[1:]]
        return end, _flat(caption + " ".join(" | ".join(row) for row in cells)), rows
    if end == "json":
        return end, _flat(content.decode()), list(_dicts(json.loads(content)))
    return end, _flat(content.decode()), []


def _page(address):
    return next(kind for part, kind in PAGES.items() if re.search(part, address))


def _caption(number):
    return ("Grid", "Typed", "Corrected", "Renamed", "Events")[int(number) - 1]


def _flat(text):
    """A hidden number is one sign, whatever its form calls it."""
    text = re.sub(r"\[c\]|(a number, )?not shown|fewer than six", HIDDEN, text, flags=re.I)
    return " ".join(text.split())


def _dicts(value):
    if isinstance(value, dict):
        yield {name: str(one) for name, one in value.items() if not isinstance(one, dict | list)}
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _dicts(item)


def _from_rows(rows, turn):
    """The values and bases of the data of figures."""
    for row in rows:
        if row.get("key") in KEYS and row.get("end"):
            key, member, end = row["key"], row.get("member", ""), row["end"]
            yield cell_of(key, member, end, turn), row.get("value", "")
            base = row.get("base", "").replace(",", "")
            if key != "measures.people" and base:
                yield cell_of(key, "", end, turn), base


def _from_text(text, turn):
    """The numbers of grids, typed tables, lists and sentences, in whatever form they are laid out.

    A table names the day of the first report before that of its own, where it has both."""
    days = sorted({DAYS[min(turn, 1)], DAYS[0]})
    # A bar has its day before its number.
    text = re.sub(r"\b\d{4}-\d\d-\d\d\b", " ", text)
    for name in NAMES:
        key, _, member = name.partition(":")
        for match in re.finditer(re.escape(name) + (GAP + NUMBER) * len(days), text):
            for day, value in zip(days, match.groups(), strict=True):
                yield cell_of(key, member, str(day), turn), value
        # A chart names each day before its number.
        for match in re.finditer(re.escape(name) + rf"((?:{GAP}{DATED}{GAP}{NUMBER})+)", text):
            for day, value in re.findall(rf"({DATED}){GAP}{NUMBER}", match[1]):
                yield cell_of(key, member, day, turn), value
    row = r"Row {}" + GAP + NUMBER
    for labels in ("abc", "xy"):
        for match in re.finditer(GAP.join(map(row.format, labels)), text):
            captions = re.findall(r"\b(Typed|Corrected|Renamed)\b", text[: match.start()])
            for label, value in zip(labels, match.groups(), strict=True):
                yield typed_cell(captions[-1], label, turn), value
    yield from _listed(text, days, turn)
    for match in re.finditer(rf"attended by {NUMBER}|EngagementEvent 1{GAP}{NUMBER}", text):
        yield ("reached",), match[1] or match[2]


def _listed(text, days, turn):
    """The items of the list name nothing: their order does."""
    forms = [(name, day) for name in NAMES for day in days for _ in ("number", "words")]
    forms += [(f"dbs.overdue_followup:{slug}", "") for slug in STAFF]
    listed = re.search(r"These were counted\.(.*?) 5\. The forum", text)
    items = listed[1].split(";") if listed else ()
    for (name, day), item in zip(forms, items, strict=False):
        key, _, member = name.partition(":")
        # A page of print may end between two items, and a number may have the mark of a note.
        item = re.sub(r"Page \d+ of \d+.*$", "", item.rpartition("•")[2])
        said = re.sub(r"(?<=\S) \d+$", "", item.strip()).casefold()
        yield cell_of(key, member, str(day), turn), str(WORDS.get(said, said))


def _from_page(name, content, turn):
    """The numbers of pages about figures: a figure's own, through time, and two papers compared."""
    text = content.decode().replace("<br>", " ")
    titles = re.search(r"/figures/([\w.]+)/(?:(\w+)/)?$", name)
    for row in (row for table in of_html(text)[1] for row in table):
        row = [_flat(cell) for cell in row]
        if titles and titles[1] in KEYS and row[0] in DAY:
            yield cell_of(titles[1], titles[2] or "", DAY[row[0]], turn), row[1]
        for place, cell in enumerate(row[1:]):
            # A comparison has the first report in its first column.
            turn_of = turn if place else 0
            if match := re.match(rf"{NUMBER}, (.+?)(?: of (\d+))? (\d+ \w+ \d{{4}})$", cell):
                yield _titled(match[2], match[4], turn_of), match[1]
    if match := re.search(
        rf", figure \d+ (.+?) {NUMBER} Definition", _flat(re.sub("<.*?>", " ", text))
    ):
        when = re.search(r"When (\d+ \w+ \d{4})", _flat(re.sub("<.*?>", " ", text)))
        if when:
            yield _titled(match[1], when[1], turn), match[2]


def _titled(title, when, turn):
    """The cell that a page calls by the title of its figure."""
    end = DAY.get(when, "")
    if match := re.search(r"Measure (\w+)$", title):
        return cell_of("measures.people", match[1], end, turn)
    if title.startswith("Children looked after by"):
        named = {"agency": PLACED[0], "own carers": PLACED[1], "Not broken": PLACED[2]}
        member = next(slug for words, slug in named.items() if words in title)
        return cell_of("looked_after.placement", member, end, turn)
    return cell_of(
        "looked_after.children" if title == "Children looked after" else "", "", end, turn
    )


def cell_of(key, member, day, turn):
    """The cell of a figure; a census that is counted again has a cell of its own."""
    kind = KEYS.get(key, "other")
    if kind == "placed":
        again = turn if day == str(DAYS[1]) else min(turn, 1)
        return kind, member or "whole", day, again
    return (kind, member) if kind == "staff" else (kind, member or "whole", day)


def typed_cell(caption, label, turn):
    """The cell of a typed table; *Renamed* has rows of *Typed*, and what one edition printed of the
    second row of *Corrected* is known to readers of the next. A correction types nothing anew."""
    turn = min(turn, 1)
    if caption == "Renamed":
        caption, label = "Typed", {"x": "a", "y": "b"}[label]
    return ("Corrected", "b") if (caption, label) == ("Corrected", "b") else (caption, label, turn)


def sums() -> list[tuple]:
    """(whole, parts) of everything that the worlds print."""
    found = [(("staff", "whole"), tuple(("staff", slug) for slug in STAFF))]
    for day in map(str, DAYS):
        whole, *parts = (cell_of("measures.people", slug, day, 0) for slug in SLUGS)
        found.append((whole, tuple(parts)))
    for day, turn in ((DAYS[0], 0), (DAYS[0], 1), (DAYS[1], 1), (DAYS[1], 2)):
        parts = (cell_of("looked_after.placement", slug, str(day), turn) for slug in PLACED)
        found.append((cell_of("looked_after.children", "", str(day), turn), tuple(parts)))
    for caption in ("Typed", "Corrected"):
        for turn in (0, 1):
            one, other, whole = (typed_cell(caption, label, turn) for label in "abc")
            found.append((whole, (one, other)))
    return found


def bounds(known: dict[tuple, int]) -> dict[tuple, tuple[int, int]]:
    """Cell → (least, most) that it can be beside what is `known`. The sums form no ring and each
    part counts once, so that every whole number between the two is possible."""
    relations = sums()
    cells = {cell for whole, parts in relations for cell in (whole, *parts)} | {("reached",)}
    found = {cell: (known.get(cell, 0), known.get(cell, MOST)) for cell in cells}
    before = None
    while before != found:
        before = dict(found)
        for whole, parts in relations:
            least, most = (sum(found[one][end] for one in parts) for end in (0, 1))
            _narrow(found, whole, least, most)
            for one in parts:
                low, high = found[one]
                rest = least - low, most - high
                _narrow(found, one, found[whole][0] - rest[1], found[whole][1] - rest[0])
    return found


def _narrow(found, cell, least, most):
    low, high = found[cell]
    found[cell] = max(low, least), min(high, most)
    assert found[cell][0] <= found[cell][1], f"{cell} cannot be: {found[cell]}"
