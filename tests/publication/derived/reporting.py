"""What the reporting history and the list of figures must say, derived a second time from frozen
documents by plain Python."""

import re
from datetime import date
from itertools import pairwise

from reports.papers.rules.subjects import SUBJECTS
from tests.publication.derived import history
from tests.publication.derived.frozen import (
    day,
    month_later,
    of_base,
    say,
    signed,
    titled,
    why_unlike,
)
from tests.publication.derived.places import called, names, spoken


def ledger(issues, on):
    """Title of each subject → what the four rows of the reporting history say of it."""
    current = newest_first(issues)
    return {subject.title: _subject(subject, current, on) for subject in SUBJECTS}


def newest_first(issues):
    """The current edition of each paper, the last issued first."""
    current = [one for one in issues if one.is_current]
    return sorted(current, key=lambda one: (one.issued_on, one.key), reverse=True)


def evidence(issues):
    """Title of each subject → what the last paper that counted or listed it rests on."""
    found = {}
    for subject in SUBJECTS:
        how = {one: tells(one, subject) for one in newest_first(issues)}
        counted = _fullest(
            [one for one in how if how[one][0] in ("figures", "records")], how, subject
        )
        rows = rests_on(counted, subject) if counted else []
        found[subject.title] = "; ".join(sentence for sentence, _ in rows)
    return found


def marks(issues):
    """A row for each subject: how each of the last eight papers tells of it, the newest first."""
    current = newest_first(issues)[:8]
    ways = {"figures": "With figures", "records": "With records", "": "Not mentioned"}
    return [
        (subject.title, *(ways.get(tells(one, subject)[0], "In words") for one in current))
        for subject in SUBJECTS
    ]


def tells(issue, subject):
    """(how an edition tells of a subject, at which anchors)."""
    counted = own_figures(issue, subject)
    if counted:
        return "figures", [anchor for row in counted for anchor in row["places"]]
    rows = own_records(issue, subject)
    if rows:
        return "records", [anchor for row in rows for anchor in row["places"]]
    speaks = [anchor for anchor, text in spoken(issue.document) if speaks_of(subject, text)]
    return ("words", speaks) if speaks else ("", [])


def own_figures(issue, subject):
    return [row for row in issue.figures if row["key"].split(".")[0] in subject.families]


def own_records(issue, subject):
    rows = issue.document.get("records", ())
    return [row for row in rows if row["kind"] in subject.records]


def speaks_of(subject, text):
    for other in subject.besides:
        text = re.sub(rf"(?i)\b{re.escape(other)}\b", " ", text)
    return any(re.search(rf"(?i)\b{re.escape(word)}\b", text) for word in subject.words)


def _subject(subject, current, on):
    how = {one: tells(one, subject) for one in current}
    told = [one for one in current if how[one][0]]
    counted = [one for one in told if how[one][0] != "words"]
    silent = [one for one in current if not how[one][0]]
    last, evidence = _fullest(told, how, subject), _fullest(counted, how, subject)
    return {
        "Last reported": _last_told(last, how, subject) if last else "Never",
        "Evidence": _evidence(evidence, last, subject),
        "Age of the evidence": _age(evidence, last, subject, on),
        "Reports without it": _silence(last, silent),
    }


def _fullest(issues, how, subject):
    """The last issued; of several of one date that which shows the most, then that of the newest
    evidence."""
    ways = ("words", "records", "figures")
    same = [one for one in issues if one.issued_on == issues[0].issued_on]
    ranked = [(ways.index(how[one][0]), _newest_day(one, subject)) for one in same]
    return same[ranked.index(max(ranked))] if same else None


def _newest_day(issue, subject):
    """The newest day of what a subject rests on, no later than the issue."""
    rows = own_figures(issue, subject) or own_records(issue, subject)
    ends = [row["end"] if "end" in row else row["day"] for row in rows]
    days = [day(end) for end in ends if end]
    return max((min(one, issue.issued_on) for one in days), default=date.min)


def _last_told(last, how, subject):
    way, anchors = how[last]
    known = names(last.document)
    places = [f"{called(known, anchor)} on {subject.title}" for anchor in dict.fromkeys(anchors)]
    alone = ", in words alone" if way == "words" else ""
    more = f", and {len(places) - 5} more" if len(places) > 5 else ""
    first = f"{say(last.issued_on)}, in {_dated(last)}{alone}:"
    return f"{first} {', '.join(places[:5])}{more}".strip()


def rests_on(issue, subject):
    """(sentence, last day) of what the figures and records of a subject rest on."""
    groups = {}
    for row in own_figures(issue, subject):
        groups.setdefault((row["source"], row["when"]), []).append(row)
    newest = sorted(groups.items(), key=lambda item: item[1][0]["end"], reverse=True)
    found = [
        (f"{_capital(source)}: {_number(len(rows), 'figure')} of {when}", rows[0]["end"])
        for (source, when), rows in newest
    ]
    details = {}
    for row in own_records(issue, subject):
        name, when = row["kind"].replace("_", " "), say(day(row["day"]))
        if row["rows"] is None:
            details.setdefault((name, when, row["day"]), []).append(row)
        else:
            listed = f"a list of {row['rows']}" if row["rows"] else "an empty list"
            found.append((f"{_capital(name)}: {listed} at {when}", row["day"]))
    return found + [
        (f"{_capital(name)}: {_number(len(rows), 'detail')} quoted at {when}", end)
        for (name, when, end), rows in details.items()
    ]


def _evidence(evidence, last, subject):
    if evidence is None:
        return ["No figure or record has been printed"]
    other = [f"In {_dated(evidence)}:"] if evidence is not last else []
    return other + [sentence for sentence, _ in rests_on(evidence, subject)]


def _age(evidence, last, subject, on):
    rests = rests_on(evidence, subject) if evidence else []
    # A list is as new as its report, so that its date counts only where no figure has one.
    figures = [end for text, end in rests if re.search(r"\d figures? of ", text) and end]
    ends = figures or [end for _, end in rests if end]
    if ends:
        months = age(max(min(day(end), evidence.issued_on) for end in ends), on)
        text = _number(months, "month") if months else "Less than a month"
        return f"{text} Older than a year" if months > 12 else text
    if last is None:
        return "No date"
    months = age(last.issued_on, on)
    return f"Reported {_number(months, 'month') if months else 'less than a month'} ago"


def age(then, on):
    """Whole months from one day to another, none back in time."""
    months = 0
    while month_later(then, months + 1) <= on:
        months += 1
    return months


def _silence(last, silent):
    if not last:
        return "The only report" if len(silent) == 1 else f"All {len(silent)} reports"
    since = len([one for one in silent if one.issued_on > last.issued_on])
    if since:
        return "The last report" if since == 1 else f"The last {since} reports"
    return _number(len(silent), "other report") if silent else "None"


def _dated(issue):
    """The title with its month, once."""
    title, month = issue.title, f"{issue.told_on:%B %Y}"
    return title if month in title else f"{title}, {month}"


# An empty cell has a dash, and its meaning for screen readers.
NO_CHANGE = "No change given"


def index(issues):
    """Title of each subject → (title with definition, value, date, change, line) of each figure."""
    found = {}
    for issue in issues:
        for row in issue.figures:
            if not row["member"].startswith("difference-"):
                found.setdefault((row["key"], row["member"]), []).append((issue, row))
    groups = {}
    for (key, _), told in sorted(found.items()):
        fits = (one.title for one in SUBJECTS if key.split(".")[0] in one.families)
        groups.setdefault(next(fits, "Other figures"), []).append(_latest(told))
    return groups


def _latest(told):
    """The row of one figure: its newest strand, and there the last value that still counts."""
    made = []
    for _, alike in history.by_length(history.by_wave(told)):
        made += [list(history.points(strand)) for strand in history.strands(alike)]
    points = [(issue, row) for (issue, row), _ in max(made, key=_newest)]
    place = max((at for at, one in enumerate(points) if one[0].is_current), default=len(points) - 1)
    issue, row = points[place]
    alike, lasting = [], []
    for at, (other, one) in enumerate(points):
        if at and why_unlike(points[at - 1][1], one):
            alike = []
        if other.is_current and not one["mark"] and one["count"] is not None:
            alike.append(one)
        lasting.append(list(alike))
    value = row["text"] if issue.is_current else "Taken out"
    base = of_base(row) if issue.is_current else ""
    # What the record of a measure says of it is told before what its figure counts.
    counts = row.get("description") or row["counts"]
    same = counts.casefold() == row["title"].casefold()
    title = titled(row["title"]) + ("" if same else f"{counts[:1].upper()}{counts[1:]}")
    ends = [one["end"] for one in lasting[-1][-12:]]
    line = "" if len(ends) > 2 and ends[0] != ends[-1] else "No line yet"
    last = {id(now): then for (_, then), (_, now) in pairwise(points)}
    if not line and all(history.missing(last[id(one)], one) for one in lasting[-1][-12:][1:]):
        line = "No line: gaps between values"
    began = min(row["end"] for strand in made for (_, row), _ in strand[:1])
    change = _changed(points, place, lasting, began)
    return title, value + base, _short(row), signed(change) or f"–{NO_CHANGE}", line


def _newest(points):
    current = [row["end"] for (issue, row), _ in points if issue.is_current]
    return max(current, default=""), points[-1][0][1]["end"], len(points)


def _changed(points, place, lasting, began):
    row = points[place][1]
    if lasting[place] and lasting[place][-1] is row and len(lasting[place]) > 1:
        counted = [one for other, one in points if history.is_counted(other, one)]
        return history.change(lasting[place][-2], row, False, counted)
    if row["mark"]:
        return ""
    # Of what is counted over another length of time there was a value before as well.
    is_later = place or (began and began < row["end"])
    return "Counted differently before" if is_later else "First published"


def _short(row):
    """The day or period as tables print it."""
    if not (row["start"] and row["end"]):
        return row["when"]
    start, end = day(row["start"]), day(row["end"])
    last = f"{end.day} {end:%b %Y}"
    if start == end:
        return last
    if start.year < end.year:
        return f"{start.day} {start:%b %Y} to {last}"
    whole = f"{start:%m%d}{end:%m%d}" == "01011231"
    return f"{end.year}" if whole else f"{start.day} {start:%b} to {last}"


def _capital(text):
    return text[:1].upper() + text[1:]


def _number(count, noun):
    return f"{count} {noun}{'' if count == 1 else 's'}"
