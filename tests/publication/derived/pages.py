"""Every statement on the public pages of a council's figures, held against what the frozen
documents say, read a second time."""

import csv
import re
from io import StringIO

from django.test import Client

from assurance.runtime.typography import with_capital
from tests.publication.derived import (
    comparison,
    dated_values,
    frozen,
    headlines,
    history,
    other_values,
    pairs,
    promised,
    reporting,
)
from tests.publication.derived.reading import between, blocks, issues, tables

SUBJECT_ROWS = 4
# Cells of a row of the list of figures where something is recorded beside one of them.
MARKED_ROW = 6
LISTS = ("Figures in this report", "Numbers from other sources")


def assert_every_page_follows(council, on):
    """Holds each public page of figures of a council against its documents; gives how many
    statements were held."""
    read, told = Client(), issues(council)
    held = 0
    for issue in told:
        held += _edition(read, issue, told)
        held += _figures(read, issue, told)
        if issue.is_current:
            held += _comparison(read, issue, frozen.before(issue, told), told)
    held += sum(_editions_compared(read, one, told) for one in told)
    held += _series(read, council, told)
    held += _ledger(read, council, told, on)
    held += dated_values.assert_follows(council, told)
    return held + _index(read, council, told)


def _edition(read, issue, told):
    """The first screen says what changed since the last paper, and nothing else; two lists say
    what was counted and what was typed."""
    rows = blocks(read.get(issue.address))
    headlines.assert_follows(rows, issue, told)
    promised.assert_listed(rows, issue)
    counted, typed = (tables(rows).get(name, []) for name in LISTS)
    assert counted == [(row["title"], row["text"], row["when"]) for row in issue.figures]
    assert typed == frozen.typed(issue)
    assert [row for row in rows if str(row[1]).startswith("Figures ")][:1] == frozen.origins(issue)
    head = ("h2", "Figures that were counted again later")
    expected = again(issue, told)
    assert (head in rows) == bool(expected)
    assert not expected or between(rows, head)[: len(expected)] == expected
    expected = pairs.first_screen(issue, told)
    head = ("h3", "Changes since last time")
    if not expected:
        assert head not in rows
        return 0
    shown = between(rows, head)[: len(expected)]
    assert shown == expected, (shown, expected)
    rest = between(rows, head)[len(expected) :]
    assert not rest or rest[0][0] != "li"
    return len(expected)


def again(issue, told):
    """The lines on figures that a later report counts otherwise; an earlier edition has none."""
    later = [(row, other_values.later_value(issue, row, told)) for row in issue.figures]
    lines = [
        (f"{row['title']}, {row['when']}: {row['text']}{frozen.of_base(row)} in this report.", text)
        for row, text in later
        if text and issue.is_current
    ]
    return [("li", " ".join(line)) for line in lines]


def _figures(read, issue, told):
    """The panel of each figure names its last values, and which of them are comparable."""
    for row in issue.figures:
        page = blocks(read.get(f"{issue.address}figures/{row['number']}/"))
        expected = other_values.last_values(issue, row, told)
        assert tables(page).get("Earlier values", []) == expected
        later = [text for tag, text in page if tag == "p" and text.startswith("Later counted")]
        expected = list(filter(None, [other_values.later_value(issue, row, told)]))
        assert later == expected, (later, expected)
        assert ("dd", with_capital(row["source"])) in page and ("dd", row["when"]) in page
    return len(issue.figures)


def _comparison(read, issue, last, told):
    """A paper beside the last one of its series: each figure of either, and how it differs."""
    answer = read.get(f"{issue.paper_address}compare/")
    if last is None:
        assert not tables(blocks(answer))
        return 0
    return comparison.assert_follows(answer, last, issue, told)


def _editions_compared(read, issue, told):
    """An edition beside each earlier one of its paper that can be read."""
    held = 0
    for other in told:
        if other.paper == issue.paper and other.number < issue.number:
            answer = read.get(f"{other.address}compare/{issue.number}/")
            held += comparison.assert_follows(answer, other, issue, told)
    return held


def _series(read, council, told):
    """Each figure through all papers: its values, what they were, and its drawing."""
    names = dict.fromkeys((row["key"], row["member"]) for one in told for row in one.figures)
    held = 0
    for key, member in names:
        path = f"{key}/{member}/" if member else f"{key}/"
        answer = read.get(f"/{council}/figures/{path}")
        page = blocks(answer)
        expected = history.series(told, key, member)
        titles = [text for tag, text in page if tag == "h2"]
        is_change = member.startswith("difference-")
        wanted = [title for title, *_ in expected]
        if len(wanted) == 1:
            has_line = history.is_drawn(expected[0][2]) and not is_change
            wanted = ["Over time" if has_line else "All values"]
        assert titles[: len(wanted)] == wanted, (titles, wanted)
        _data(read.get(f"/{council}/figures/{path}data.csv"), expected)
        sections = answer.content.decode().split('<section aria-labelledby="strand-')[1:]
        for place, (title, rows, values, _) in enumerate(expected):
            caption = title if len(expected) > 1 else "Values"
            assert tables(page)[f"{caption}, newest first"] == rows
            drawn = [] if is_change else values
            _drawn(sections[place].partition("</section>")[0], drawn)
            held += len(rows)
    return held


def _data(answer, expected):
    """The file of a figure says of each value what the page says."""
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    wanted = [
        {"strand": str(place), **row}
        for place, (*_, data) in enumerate(expected, 1)
        for row in data
    ]
    assert [{name: row[name] for name in wanted[0]} for row in rows] == wanted


def _drawn(section, values):
    """A drawing has each shown value at its true distance in time and height above nought."""
    wide = section.partition("</svg>")[0]
    dots = [
        tuple(map(float, pair)) for pair in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', wide)
    ]
    base = re.findall(r'<path d="M([\d.]+) ([\d.]+)H([\d.]+)" class="axis"', wide)
    assert len(base) == history.is_drawn(values)
    left, nought, right = map(float, base[0]) if base else (0, 0, 0)
    places = history.axis(values, left, right)
    for (across, _), place in zip(dots, places, strict=True):
        assert abs(across - place) <= 0.2
    paths = re.findall(r'<path d="M([^"]*)" class="l1"', wide)
    assert [len(path.split("L")) for path in paths] == history.lines(values)
    shown = [count for _, count, _ in values if count is not None]
    for count, (_, down) in zip(shown, dots, strict=bool(dots)):
        tallest = min(dots, key=lambda dot: dot[1])[1]
        share = count / max(shown) if max(shown) else 0
        assert abs((nought - down) - (nought - tallest) * share) <= 0.2


def _ledger(read, council, told, on):
    """The reporting history says of each subject who told of it last, by what, and who did not."""
    rows = blocks(read.get(f"/{council}/ledger/"))
    expected = reporting.ledger(told, on)
    marks = reporting.marks(told) if told else []
    assert tables(rows).get("The last reports, the newest first", []) == marks
    for title, said in expected.items():
        after = between(rows, ("h2", title), ("h2", ""))
        assert [text for tag, text in after if tag == "dt"] == list(said)
        for name, text in said.items():
            lines = between(after, ("dt", name), ("dt", ""))
            # What opens the rest of a long list is no line of it.
            own = [one for tag, one in lines if one and not re.fullmatch(r"\d+ more", one)]
            assert own == (text if isinstance(text, list) else [text]), (title, name)
    text = read.get(f"/{council}/ledger/data.csv").content.decode("utf-8-sig")
    found = {row["title"]: row["evidence"] for row in csv.DictReader(StringIO(text))}
    assert found == reporting.evidence(told)
    return len(expected) * SUBJECT_ROWS


NO_MARK = "–Nothing to compare with"


def _unmarked(rows):
    """Rows without the column of marks, which only a table with a mark has: what stands beside a
    figure as recorded on the day of reading is in no document."""
    if not all(len(row) == MARKED_ROW for row in rows):
        return rows
    marks = [row[-2] for row in rows if row[-2] != NO_MARK]
    assert marks and all(headlines.MARKS.match(one) for one in marks)
    return [(*row[:-2], row[-1]) for row in rows]


def _index(read, council, told):
    """The list of published figures names each once, with its last day and number of papers."""
    expected = reporting.index(told)
    rows = blocks(read.get(f"/{council}/figures/"))
    assert {name: _unmarked(cells) for name, cells in tables(rows).items()} == expected
    count = sum(map(len, expected.values()))
    assert ("p", f"{count} figure{'' if count == 1 else 's'} found") in rows
    return count
