"""Figures and heads of two reports compared, derived a second time from frozen documents."""

from tests.publication.derived.frozen import (
    before,
    change,
    defined_otherwise,
    is_difference,
    moment,
    of_base,
    signed,
    titled,
    why_unlike,
)


def paired(then, now):
    """(before, after) of every figure of two papers: those of one day or period first, then the
    latest of each like with the latest before it, then those of one kind that are left."""
    spare, found = latest_first(then), {}
    for row in latest_first(now):
        if other := next((one for one in spare if same_moment(row, one)), None):
            spare.remove(other)
            found[row["number"]] = other
    twice = [old for row in now if (old := found.get(row["number"])) and reads_alike(old, row)]
    lone = [row for row in latest_first(now) if row["number"] not in found and is_last(row, now)]
    for row in lone:
        fits = [
            one
            for one in latest_first([*spare, *(one for one in twice if one["end"] < row["end"])])
            if alike(one, row)
        ]
        own = [one for one in fits if one["cohort"] == row["cohort"]]
        for other in (own or fits)[:1]:
            (spare if other in spare else twice).remove(other)
            found[row["number"]] = other
    rest = [row for row in lone if row["number"] not in found]
    for place, row in enumerate(rest):
        fits = [one for one in spare if same_kind(row, one)]
        if fits and not any(same_kind(row, one) for one in rest[:place]):
            spare.remove(fits[0])
            found[row["number"]] = fits[0]
    used = [one["number"] for one in found.values()]
    pairs = [(found.get(row["number"]), row) for row in now]
    return [*pairs, *((row, None) for row in then if row["number"] not in used)]


def reads_alike(old, new):
    """Whether a value is printed twice, and shown."""
    return (old["text"], old["base"]) == (new["text"], new["base"]) and not old["mark"]


def alike(one, other):
    """Whether two values are of one figure and counted in one way."""
    named = (one["key"], one["member"]) == (other["key"], other["member"])
    return named and not why_unlike(one, other)


def is_last(row, rows):
    """Whether no value of the same paper that counts alike is later."""
    ordered = latest_first(rows)
    return not any(alike(one, row) for one in ordered[: ordered.index(row)])


def first_screen(issue, issues):
    """The blocks of *Changes since last time*; none where nothing did."""
    last = before(issue, issues)
    changed = [
        f"{now['title']}: {old['text']} ({old['when']}) → became {now['text']} ({now['when']})"
        for old, now in (paired(last.figures, issue.figures) if last else ())
        if old and now
        and not why_unlike(old, now)
        and not (old["mark"] or now["mark"])
        and old["end"] < now["end"]
        and old["text"] != now["text"]
        and not is_difference(now)
    ]  # fmt: skip
    if not changed:
        return []
    more = len(changed) - 8
    told = [("p", f"Since “{last.name.rpartition(', edition ')[0]}”:")]
    told += [("li", line) for line in changed[:8]]
    if more > 0:
        lists = f"The comparison with the last report lists {'them' if more > 1 else 'it'}."
        told += [("p", f"{more} more figure{'s' * (more > 1)} changed. {lists}")]
    return told


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
            rows[LATER if new else EARLIER].append((titled(title), side(new or old, title)))
            continue
        sides = (titled(title), side(old, old["title"]), side(new, new["title"]))
        if why := why_no_difference(old, new):
            otherwise = defined_otherwise(old, new)
            more = f" Different: {', '.join(otherwise)}" if otherwise else ""
            rows[UNLIKE].append((*sides, f"{why[:1].upper()}{why[1:]}{more}"))
            continue
        if old["mark"] or change(old, new) == "The same":
            rows[TWICE if moment(old) == moment(new) else SAME].append(sides)
        else:
            rows[CHANGED].append((*sides, signed(change(old, new)), ""))
    return rows


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
