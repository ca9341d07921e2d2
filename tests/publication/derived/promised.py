"""What two papers side by side must say of their commitments, derived a second time: who promised
what is a record, but whether an edition says it is read from its frozen document."""

import re

from reports.papers.models.commitments import Commitment
from tests.publication.derived.frozen import say
from tests.publication.derived.places import words

STATES = {
    "kept": "Kept",
    "late": "Kept late",
    "changed": "Changed to another day",
    "dropped": "Dropped",
}
EMPTY = ("The same commitments are made.", "Neither makes a commitment.")


def compared(then, now, issues):
    """(rows of the table, [words of those in both], sentence where there is no row)."""
    old, new = made(then), made(now)
    rows, same = [], []
    for row in new:
        if then.paper == now.paper:
            before = next((one for one in old if one == row), None)
        else:
            before = next((one for one in old if one["id"] == row["follows_id"]), None)
        old = [one for one in old if one is not before]
        if before == row:
            same.append(f"{row['what']}, {due(row)}")
            continue
        told = f"Promised again, {due(row)}; before {due(before)}" if before else "New"
        rows.append((row, now, told))
    for row in old:
        rows.append((row, then, outcome(row, now, issues)))
    names = {now: "edition", then: "edition"}
    for one in names:
        many = then.paper == now.paper
        name = f"Edition {one.number}" if many else f"The paper of {one.told_on:%B %Y}"
        names[one] = name
    cells = [(row["what"], names[one], _capital(due(row)), told) for row, one, told in rows]
    return cells, same, "" if cells else EMPTY[not same]


def made(issue):
    """The rows of the commitments that an issue prints, the first due first."""
    rows = Commitment.objects.filter(paper=issue.paper, withdrawn_on=None).exclude(state="refused")
    text = " ".join(map(_plain, _texts(issue.document["sections"])))
    kept = [row for row in rows.values() if _plain(row["sentence"]) in text]
    return sorted(kept, key=lambda row: (row["due_on"] is None, row["due_on"], row["id"]))


def outcome(row, now, issues):
    """What became of one that the later paper does not make."""
    if row["paper_id"] == now.paper:
        return "Not in the later"
    readable = [None, *(one.paper for one in issues)]
    is_known = row["state"] in STATES and row["answered_in_id"] in readable
    if not is_known or (row["answered_in_id"] != now.paper and row["answered_on"] > now.told_on):
        return "Not answered in the later"
    said = [STATES[row["state"]], row["because"], row["evidence"]]
    answer = " ".join(f"{one.rstrip('.')}." for one in said if one)
    return f"{answer} Answered on {say(row['answered_on'])}"


def due(row):
    """By when a commitment is due."""
    if row["due_to"] == "next":
        return "to the next paper"
    if row["due_to"] == "paper":
        return f"to the paper of {row['due_on']:%B %Y}"
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


def _capital(text):
    return text[:1].upper() + text[1:]
