"""What the tiles at the top of an edition must say, derived a second time from frozen documents:
each figure, how it compares with the last one that is alike, and the ends of its line."""

import re
from datetime import date
from fractions import Fraction

from tests.publication.derived import frozen, shares
from tests.publication.derived.reading import between

HEAD = ("h2", "Headline figures")
# What stands beside a figure on lists of figures, as recorded on the day of reading.
MARKS = re.compile(r"[\d.]+ per 10,000 children \(population of \d{4}\)|Target: |England: ")
# What the records say since is in no document, and a sentence of its own.
SINCE = "Since publication, by today’s records: "
# What a later report has is in no document of this one; `test_previous_values` holds it.
LATER = "Later counted as "


def assert_follows(rows, issue, told):
    """Holds the tiles of the page of an edition, none where its document has none."""
    group = opening(issue.document)
    if group is None:
        assert HEAD not in rows
        return
    here = between(rows, HEAD, ("h2", ""))
    shown = [row for row in here if SINCE not in str(row[1]) and LATER not in str(row[1])]
    expected = [row for item in group["items"] for row in tile(item, issue, told)]
    assert shown[: len(expected)] == expected, (shown, expected)
    assert "h3" not in {tag for tag, _ in shown[len(expected) :]}


def opening(document):
    """The first group of headline figures that stands in no annex."""
    waiting = list(document["sections"])
    while waiting:
        block = waiting.pop(0)
        if block["is"] == "Headlines":
            return block
        if block["is"] == "Section" and not block["anchor"].startswith("annex-"):
            waiting = [*block["blocks"], *waiting]
    return None


def tile(item, issue, told):
    """The blocks of one tile in order."""
    value, about = ("".join(run["text"] for run in item[name]) for name in ("value", "about"))
    number = item["value"][0]["to"] if item["value"] else ""
    entry = next((row for row in issue.figures if str(row["number"]) == number), None)
    rows, mark = [("h3", item["name"]), ("p", value), ("p", about)], ("p", item.get("mark", ""))
    if entry is None or entry["mark"] or entry["count"] is None:
        return [row for row in (*rows, mark) if row[1]]
    is_share = value.endswith("%")
    rows[1] = ("p", value if is_share else f"{value} {unit(entry)}".strip())
    earlier = before(entry, issue, told, is_share)
    rows += [("p", change(entry, earlier, is_share)), mark, ("p", line(entry, earlier, is_share))]
    return [row for row in rows if row[1]]


def unit(entry):
    """What follows the number of a figure."""
    if entry["base"]:
        return f"of {entry['base']}"
    is_count = entry["text"] == f"{entry['count']:,}"
    if not is_count or entry["unit"] == "as the measure defines":
        return ""
    of_one = {"children": "child", "people": "person", "breaches": "breach"}
    is_one = entry["count"] == 1
    return of_one.get(entry["unit"], entry["unit"].rstrip("s")) if is_one else entry["unit"]


def before(entry, issue, told, is_share):
    """Every earlier value of a figure that the edition or an earlier report prints, the last
    first."""
    reports = [
        one
        for one in told
        if one.is_current and not one.is_removed and one.period_end < issue.period_end
    ]
    reports.sort(key=lambda one: (one.period_end, one.issued_on, one.key), reverse=True)
    found = {}
    for report in (issue, *reports):
        for row in report.figures:
            if (row["key"], row["member"]) != (entry["key"], entry["member"]):
                continue
            if row["mark"] or row["count"] is None or row["end"] >= entry["end"]:
                continue
            if frozen.moment(row) == frozen.moment(entry):
                continue
            found.setdefault((frozen.moment(row), row["population"] or row["cohort"]), row)
    rows = sorted(found.values(), key=lambda row: (row["end"], row["start"]), reverse=True)
    return [row for row in rows if row["base_count"] or not is_share]


def change(entry, earlier, is_share):
    """The sentence that compares a value with the last one that is alike."""
    alike = [row for row in earlier if not frozen.why_unlike(entry, row)]
    if not earlier:
        return "No earlier value to compare with."
    if not alike:
        why = frozen.why_unlike(entry, earlier[0])
        return f"Not comparable with the value {at(earlier[0])}: {why}."
    then = alike[0]
    series = list(_series(entry, earlier))
    if parted := shares.unlike_shares(then, entry, then["when"], series):
        return frozen.signed(parted)
    base = f" of {then['base']}" if then["base"] else ""
    now, was = entry["count"], then["count"]
    if is_share:
        now, was = now / entry["base_count"], was / then["base_count"]
    if now == was:
        return f"No change from {then['text']}{base} {at(then)}"
    sign, word = ("▲", "Rose") if now > was else ("▼", "Fell")
    is_day = then["start"] == then["end"]
    when = f"on {then['when']}" if is_day else f"({shares.once(then['when'])})"
    out_of = f" of {entry['base']}" if entry["base"] else ""
    return f"{sign} {word} from {then['text']}{base} {when} to {entry['text']}{out_of}"


def at(row):
    """The day or the period of a value in a sentence."""
    return f"{'on' if row['start'] == row['end'] else 'for'} {shares.once(row['when'])}"


def line(entry, earlier, is_share):
    """The ends of the line through all values alike, or how many there are."""
    rows = _series(entry, earlier)
    if len(rows) < 3:
        return "2 comparable values so far. A line needs 3." if len(rows) == 2 else ""
    ends = []
    decimals = int(any(prints_alike(row, rows[-1]) for row in (rows[0], rows[-2])))
    for row in (rows[0], rows[-1]):
        text = f"{row['count']:,} of {row['base_count']:,}" if is_share else row["text"]
        if not is_share and shares.reads_shares(rows):
            share = shares.percent(Fraction(row["count"], row["base_count"]), decimals)
            text = f"{share} ({row['text']} of {row['base_count']:,})"
        ends.append(f"{text} in {date.fromisoformat(row['end']):%b %Y}")
    return ", ".join(ends)


def prints_alike(one, other):
    """Whether two unlike counts are one share in whole per cents."""
    if not (one["base_count"] and other["base_count"]) or one["count"] == other["count"]:
        return False
    wholes = [Fraction(row["count"], row["base_count"]) for row in (one, other)]
    return shares.percent(wholes[0]) == shares.percent(wholes[1])


def _series(entry, earlier):
    """The last values alike, one of each last day, the earliest first."""
    values = {entry["end"]: entry}
    for row in earlier:
        if not frozen.why_unlike(entry, row):
            values.setdefault(row["end"], row)
    return [values[end] for end in sorted(values)][-8:]
