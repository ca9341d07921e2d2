"""What two papers side by side must say of their commitments, derived a second time: who promised
what is a record, but whether an edition says it is read from its frozen document."""

import json
import re

from reports.papers.models.commitments import Commitment
from tests.publication.derived.frozen import say
from tests.publication.derived.places import words

STATES = {
    "kept": "Kept",
    "late": "Kept late",
    "changed": "Changed to another date",
    "dropped": "Dropped",
}
ORDER = ("Missed", *STATES.values(), "Open", "Made again", "Not in the later edition", "New",
         "In both")  # fmt: skip
# Months between two reports of a series.
MONTHS = {"monthly": 1, "three_months": 3, "six_months": 6, "yearly": 12}


def compared(then, now, issues, names):
    """(state, the words of a row) of each commitment of two issues, in order; `names` is what the
    page calls each issue."""
    old, new = made(then), made(now)
    rows = []
    for row in new:
        if then.paper == now.paper:
            before = next((one for one in old if one == row), None)
        else:
            before = next((one for one in old if one["id"] == row["follows_id"]), None)
        old = [one for one in old if one is not before]
        if before is None:
            rows.append((row, "New", "", names[1]))
        elif before == row:
            rows.append((row, "In both", "", ""))
        else:
            rows.append((row, "Made again", f"Before: {due(before)}.", "both"))
    for row in old:
        rows.append((row, *outcome(row, now, issues), names[0]))
    rows.sort(key=lambda one: ORDER.index(one[1]))
    return [
        (state, " ".join(f"{state} {row['what']} {note} Due {due(row)} "
                         f"{where and 'In'} {where}".split()))
        for row, state, note, where in rows
    ]  # fmt: skip


def made(issue):
    """The rows of the commitments that an issue prints, the first due first."""
    rows = Commitment.objects.filter(paper=issue.paper, withdrawn_on=None).exclude(state="refused")
    text = " ".join(map(_plain, _texts(issue.document["sections"])))
    interval = rows.values_list("paper__series__interval", flat=True).first()
    expected = (issue.told_on.year * 12 + issue.told_on.month - 1) + MONTHS.get(interval, 0)
    is_next = {"expected": divmod(expected, 12) if interval else None}
    kept = [row | is_next for row in rows.values() if _plain(row["sentence"]) in text]
    return sorted(kept, key=lambda row: (row["due_on"] is None, row["due_on"], row["id"]))


def outcome(row, now, issues):
    """(state, note) of one that the later paper does not make."""
    if row["paper_id"] == now.paper:
        return "Not in the later edition", ""
    readable = [None, *(one.paper for one in issues)]
    is_known = row["state"] in STATES and row["answered_in_id"] in readable
    answers = [one for one in issues if one.paper == row["answered_in_id"]]
    on = answers[0].told_on if answers else row["answered_on"]
    if not is_known or (row["answered_in_id"] != now.paper and on > now.told_on):
        return "Missed" if was_due(row, now.told_on) else "Open", ""
    said = [one for one in (row["because"], row["evidence"]) if one]
    reasons = "".join(f"{one.rstrip('.')}. " for one in said)
    return STATES[row["state"]], f"{reasons}Answered on {say(on)}."


def assert_listed(rows, issue):
    """Holds the list of commitments on the page of an edition against those that were frozen with
    it, which its files print; each place is one of its document."""
    entries = (issue.document.get("front") or {}).get("commitments", [])
    heads = [text for tag, text in rows if tag == "h3" and text.startswith("Commitments: ")]
    if not entries:
        return
    states = [one["state"].lower() for one in entries]
    counts = ", ".join(f"{states.count(one)} {one}" for one in dict.fromkeys(states))
    assert heads == [f"Commitments: {counts}"]
    place = rows.index(("h3", heads[0])) + 1
    listed = [text for _, text in rows[place : place + len(entries)]]
    printed = json.dumps(issue.document["sections"])
    for entry, text in zip(entries, listed, strict=True):
        assert text.startswith(f"{entry['state']} {entry['what']}"), (entry, text)
        assert entry["due"].lower() in text.lower() and (not entry["due"] or "Due " in text)
        assert not entry["anchor"] or f'"{entry["anchor"]}"' in printed


def was_due(row, on):
    """Whether a report of the date `on` had to answer."""
    if row["due_to"] == "next":
        return True
    if row["due_to"] == "paper":
        return (row["due_on"].year, row["due_on"].month) <= (on.year, on.month)
    return row["due_on"] <= on


def due(row):
    """By when a commitment is due."""
    if row["due_to"] == "next":
        return "in the next report of its series"
    if row["due_to"] == "paper":
        month = row["due_on"].year, row["due_on"].month - 1
        if month == row["expected"]:
            return f"in the next report, expected in {row['due_on']:%B %Y}"
        return f"in a report by {say(row['due_on'])}"
    return f"by {say(row['due_on'])}"


def _texts(value):
    """The words of every text in a part of a document."""
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict) and value["is"] == "Text":
        yield words(value)
    elif isinstance(value, dict):
        yield from _texts([item for item in value.values() if isinstance(item, list | dict)])


def _plain(text):
    """Letters and the ends of sentences: numbers may have become others."""
    kept = re.sub(r"[.!?](?=\d)|\d|_", " ", text.casefold())
    return " ".join(re.sub(r"[^\w.!?]", " ", kept.replace(".", " . ")).split())
