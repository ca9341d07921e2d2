"""Figures and heads of two reports compared, derived a second time from frozen documents."""

from tests.publication.derived.frozen import (
    change,
    defined_otherwise,
    is_difference,
    moment,
    of_base,
    signed,
    why_unlike,
)


def paired(then, now):
    """(before, after) of every figure of two papers: those of one day or period first, then those
    of one kind by time."""
    left, found = latest_first(then), {}

    def take(row, fits):
        other = next((one for one in left if fits(row, one)), None)
        if other is not None and row["number"] not in found:
            left.remove(other)
            found[row["number"]] = other

    for row in latest_first(now):
        take(row, same_moment)
    rest = [row for row in latest_first(now) if row["number"] not in found]
    # The latest of a kind alone follow each other.
    for place, row in enumerate(rest):
        is_latest = not any(same_kind(row, one) for one in rest[:place])
        if is_latest:
            take(row, same_kind)
    gone = {one["number"] for one in left}
    pairs = [(found.get(row["number"]), row) for row in now]
    return [*pairs, *((row, None) for row in then if row["number"] in gone)]


def latest_first(figures):
    return sorted(figures, key=lambda row: row["end"], reverse=True)


def same_moment(one, other):
    alike = all(one[name] == other[name] for name in ("key", "member", "cohort"))
    return alike and moment(one) == moment(other)


def same_kind(one, other):
    """Whether two are of one figure, both of a day or both of a period."""
    stock = [row["start"] == row["end"] for row in (one, other)]
    return (one["key"], one["member"]) == (other["key"], other["member"]) and stock[0] == stock[1]


CAPTIONS = CHANGED, UNLIKE, SAME, TWICE, LATER, EARLIER = (
    "Figures that changed",
    "Figures that cannot be compared",
    "Figures that did not change",
    "Figures printed in both",
    "Figures only in the later",
    "Figures only in the earlier",
)


def compared(then, now):
    """Caption → rows of the figures under it, of two papers."""
    rows = {caption: [] for caption in CAPTIONS}
    for old, new in paired(then.figures, now.figures):
        title = (new or old)["title"]
        if is_difference(new or old) and not (old and new and is_corrected(old, new)):
            continue
        if not (old and new):
            rows[LATER if new else EARLIER].append((title, side(new or old, title)))
            continue
        sides = (title, side(old, old["title"]), side(new, new["title"]))
        if why := why_no_difference(old, new):
            otherwise = defined_otherwise(old, new)
            more = f" Different: {', '.join(otherwise)}" if otherwise else ""
            rows[UNLIKE].append((*sides, f"{why[:1].upper()}{why[1:]}{more}"))
            continue
        series = of_figure((*then.figures, *now.figures), new)
        if old["mark"] or change(old, new, series) == "The same":
            rows[TWICE if moment(old) == moment(new) else SAME].append(sides)
        else:
            rows[CHANGED].append((*sides, signed(change(old, new, series)), ""))
    return rows


def of_figure(rows, figure):
    """All counted values of a figure in two papers."""
    name = figure["key"], figure["member"]
    return [row for row in rows if (row["key"], row["member"]) == name and row["count"] is not None]


def why_no_difference(old, new):
    """Why no difference of two values is shown; empty where one is, or none of them is shown."""
    if bool(old["mark"]) != bool(new["mark"]):
        return "a number is not shown"
    return "" if same_moment(old, new) else why_unlike(old, new)


def is_corrected(old, new):
    """Whether two shown values of one moment read otherwise."""
    sides = [(row["text"], row["base"]) for row in (old, new)]
    return same_moment(old, new) and not (old["mark"] or new["mark"]) and sides[0] != sides[1]


def heads(then, now):
    """(rows of the heads that read otherwise, rows that do not) of two papers."""
    old, new = (head(one.document) for one in (then, now))
    rows = [[], []]
    for name in [*new, *(name for name in old if name not in new)]:
        told = "The same" if old.get(name) == new.get(name) else "Changed"
        if name not in old:
            told = "Not in the earlier"
        if name not in new:
            told = "Not in the later"
        cells = (name, old.get(name, "–"), new.get(name, "–"), told)
        rows[told == "The same"].append(cells)
    return rows


def head(document):
    """Name → words of the rows at the top of a document, its title first."""
    said = {"Title": document["title"]}
    for row in document["head"]["rows"]:
        said[row["name"]] = " ".join(
            "".join(run["text"] for run in line["runs"]) for line in row["lines"]
        )
    return said


def side(row, title):
    """A cell of the comparison."""
    return f"{row['text']}, {title}{of_base(row)} {row['when']}"
