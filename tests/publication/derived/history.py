"""What the page of a figure through time must say, derived a second time from frozen documents by
plain Python."""

from datetime import timedelta

from tests.publication.derived.frozen import (
    day,
    defined_otherwise,
    is_difference,
    near_months,
    of_base,
    say,
    share,
    signed,
    why_unlike,
)
from tests.publication.derived.places import called, names
from tests.publication.derived.shares import once, reads_shares, unlike_shares


def printings(issues, key, member):
    """(issue, value) of every printing of a figure."""
    return by_wave(
        [
            (issue, row)
            for issue in issues
            for row in issue.figures
            if (row["key"], row["member"]) == (key, member)
        ]
    )


def by_wave(told):
    """The printings of a figure, those of a survey dated as their wave was."""
    if told[0][1]["key"].split(".")[0] != "surveys":
        return told
    return [(issue, row | fieldwork(row, [one for _, one in told])) for issue, row in told]


def fieldwork(row, others):
    """When a wave of a survey was: the shortest period over which it is read, of those that share
    days with this one."""
    best = row
    for one in others:
        apart = one["end"] < row["start"] or one["start"] > row["end"]
        if one["title"] != row["title"] or apart:
            continue
        if (span(one), one["start"]) < (span(best), best["start"]):
            best = one
    return {name: best[name] for name in ("start", "end", "when")}


def span(row):
    return day(row["end"]) - day(row["start"])


def series(issues, key, member):
    """(title, rows, values on the true axis, rows of data) of each strand of a figure."""
    told = printings(issues, key, member)
    found = []
    for months, alike in by_length(told):
        for strand in strands(alike):
            found.append(_strand(months, strand))
    return found


def by_length(told):
    """(months, printings) of a figure: those of a date first; the waves of a survey together."""
    if told[0][1]["key"].split(".")[0] == "surveys":
        return [(None, told)]
    lengths = sorted({near_months(row) for _, row in told})
    return [(months, [one for one in told if near_months(one[1]) == months]) for months in lengths]


def strands(told):
    """Printings by group; a group that begins after all of another is over goes on from it."""
    groups, made = {}, []
    for one in sorted(told, key=_in_time):
        groups.setdefault(one[1]["cohort"], []).append(one)
    for group in sorted(groups.values(), key=lambda group: ends(group)[0]):
        for other in made:
            if ends(other)[-1] < ends(group)[0]:
                other += group
                break
        else:
            made.append(group)
    return made


def _in_time(one):
    issue, row = one
    return row["end"], issue.issued_on, issue.number, row["number"]


def ends(told):
    """The last days of values that count now, or of all where none does."""
    now = [row["end"] for issue, row in told if issue.is_current]
    return sorted(now or [row["end"] for _, row in told])


def points(told):
    """(the printing that counts, what it was before) of each day or period, in order of time."""
    moments = sorted({(row["end"], row["start"]) for _, row in told})
    for moment in moments:
        same = [one for one in told if (one[1]["end"], one[1]["start"]) == moment]
        same.sort(key=lambda one: (one[0].issued_on, one[0].key, one[1]["number"]))
        value = ([one for one in same if one[0].is_current] or same)[-1]
        shown = [one for one in same if not (one[1]["mark"] or value[1]["mark"])]
        said = (value[1]["text"], value[1]["base"])
        was = [one for one in shown if (one[1]["text"], one[1]["base"]) != said]
        taken_out = not value[0].is_current
        yield value, was + ([value] if taken_out and shown else [])


def _strand(months, told):
    rows, values, data, cohorts, last, shown_last = [], [], [], [], None, None
    counted = [row for (issue, row), _ in points(told) if is_counted(issue, row)]
    for (issue, row), was in points(told):
        breaks = _breaks(last, row) if last else []
        shown = is_counted(issue, row)
        shown_last = None if breaks else shown_last
        words = " ".join(breaks) or change(
            shown_last, row if shown else None, last is None, counted
        )
        gap = missing(last, row)
        if gap and shown and shown_last and not breaks and not is_difference(row):
            words += f". No value is published for {gap}."
        rows.insert(0, _cells(issue, row, was, words))
        shown_last = row if shown else shown_last
        values.append((row["end"], row if shown else None, bool(breaks or gap)))
        data.append(_datum(issue, row, was, breaks))
        cohorts += [row["cohort"]] if row["cohort"] else []
        last = row
    title = f"{cohorts[-1]}: {length(months)}" if cohorts else length(months).capitalize()
    if not any(value[1]["base"] for value, _ in points(told)):
        rows = [(*cells[:2], *cells[3:]) for cells in rows]
    return title, rows, _heights(values), data


def missing(then, now):
    """The days between two periods that neither counts, in words; of dates and waves none."""
    if not then or then["start"] == then["end"] or now["start"] == now["end"]:
        return ""
    first, last = day(then["end"]) + timedelta(days=1), day(now["start"]) - timedelta(days=1)
    if first >= last or now["key"].split(".")[0] == "surveys":
        return ""
    return once(f"{say(first)} to {say(last)}")


def is_counted(issue, row):
    """Whether a value is shown as a number today."""
    return issue.is_current and not row["mark"] and row["count"] is not None


def _heights(values):
    """What is drawn of each value: its share where all that are shown print or are read so."""
    shown = [row for _, row, _ in values if row]
    shares = reads_shares(shown) or all(share(row) is not None for row in shown)
    heights = [
        row and (row["count"] / row["base_count"] if shares else row["count"])
        for _, row, _ in values
    ]
    return [(end, height, begins) for (end, _, begins), height in zip(values, heights, strict=True)]


def change(then, now, is_first, series=()):
    """How a value differs from the last one that is shown and like it."""
    if now is None or then is None or is_difference(now):
        return "First published" if is_first else "–"
    texts = [f"{row['text']} of {row['base']}" if row["base"] else row["text"]
             for row in (then, now)]  # fmt: skip
    if parted := unlike_shares(then, now, series=series):
        return parted
    if then["text"] == now["text"]:
        return "No change" if then["base"] == now["base"] else f"No change from {texts[0]}"
    shares = share(then), share(now)
    if (shares[0] is None) != (shares[1] is None):
        return f"Was {texts[0]}"
    was, value = shares if shares[0] is not None else (then["count"], now["count"])
    if was == value:
        return "No change"
    way = "Rose" if value > was else "Fell"
    return f"{way} from {texts[0]} to {texts[1]}"


def _datum(issue, row, was, breaks):
    """A value as a row of the CSV file, its address aside."""
    shown = issue.is_current and not row["mark"]
    return {
        **{name: row[name] for name in ("start", "end", "source", "cohort", "rule")},
        "text": row["text"] if shown else "",
        "value": str(row["count"]) if shown and row["count"] is not None else "",
        "marker": "c" if row["mark"] else "",
        "taken_out": str(not issue.is_current).lower(),
        "counted_otherwise": " ".join(breaks),
        "was": "; ".join(f"{then['text']} in {other.name}" for other, then in was),
        "edition": str(issue.number),
    }


def _breaks(then, now):
    changed = [
        f"From here {name} changes: “{now[field] or 'not recorded'}”, "
        f"before “{then[field] or 'not recorded'}”."
        for field, name in (
            *(
                ("counts", "what is counted"),
                ("out_of", "out of what"),
                ("cohort", "the population"),
            ),
            *(("rule", "the rule"), ("citation", "the source of the rule"), ("unit", "the unit")),
        )
        if name in defined_otherwise(then, now)
    ]
    reason = why_unlike(then, now)
    other = f"From here values are not comparable with those before: {reason}."
    return changed or ([other] if reason else [])


def length(months):
    if months is None:
        return "values of each wave of the survey"
    if months == 0:
        return "values on single dates"
    if months % 12 == 0:
        return "values over a year" if months == 12 else f"values over {months // 12} years"
    return "values over a month" if months == 1 else f"values over {months} months"


def _cells(issue, row, was, change_words):
    known = names(issue.document)
    value = row["text"] if issue.is_current else "Taken out"
    for other, then in was:
        value += f" was {then['text']}{of_base(then)} in {other.name}"
    places = ", ".join(f"{called(known, anchor)} of {issue.name}" for anchor in row["places"])
    where = f"{issue.name[:1].upper()}{issue.name[1:]}: the value of {row['when']}"
    base = (row["base"] if issue.is_current else "") or "–"
    printed = f"{where}: {places}" if places else where
    return row["when"], value, base, signed(change_words), printed


def is_drawn(values):
    """Whether there are three shown values or more, and of more than one day."""
    days = [end for end, count, _ in values if count is not None]
    return len(days) > 2 and days[0] != days[-1]


def axis(values, left, right):
    """The places of shown values on an axis from `left` to `right` of which 10 are left on either
    side: it reaches from the first day to the last, also of values that are not shown."""
    if not is_drawn(values):
        return []
    first, last = day(values[0][0]), day(values[-1][0])
    wide = right - left - 20
    shown = [day(end) for end, count, _ in values if count is not None]
    return [left + 10 + wide * (one - first).days / (last - first).days for one in shown]


def lines(values):
    """How many values each line of a drawing joins: none over a gap or a break."""
    stretches = [[]]
    for _, count, begins in values:
        if count is None or begins:
            stretches.append([])
        if count is not None:
            stretches[-1].append(count)
    return [len(one) for one in stretches if len(one) > 1] if is_drawn(values) else []
