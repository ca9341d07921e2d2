"""The part of a whole that a sentence claims for a row, column or group: `Neglect alone accounts
for two thirds of the plans`, against the table, list or sentence that counts it."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.constraints.claims.entries import series_of
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM
from reports.quantities.derivation.claimed_shares import ClaimedShare
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.tables import TOTAL, Shown, names_loosely, tables_near

_IS_PART = SentencePattern(
    r"\b(?:accounts?\s+for|accounted\s+for|makes?\s+up|made\s+up|represents?|represented|forms?|formed|"
    r"(?:is|are|was|were|has|have|had)(?=\s+(?:[a-z]+\s+){0,3}?(?:⟦p\d+⟧|half|thirds?|quarters?|fifths?|[a-z]+\s+in\s+[a-z]+)\s+of\b))"
    r"\s+(?:(?:about|nearly|only|still)\s+)?",
    re.I,
)
_APPOSED = SentencePattern(r",\s+", re.I)
_ADVERBIAL = re.compile(r"\W*(?:in|at|by|on|during|over|from|since|for|within)\s", re.I)
_OF_WHOLE = re.compile(
    r"\)?\s+of\s+(?!(?:the\s+|our\s+|all\s+)*⟦|those\b|them\b|these\b|its\b|their\b)(?P<whole>[^⟦.;:,()]{2,60}?)"
    r"(?=[⟦.;:,()]|\s+(?:in|at|on|for|that|which|who|and|but|where|this)\b|$)",
    re.I,
)
_IS = re.compile(r"\s(?:was|were|is|are)\s", re.I)
_WORDS = 12
_ASIDE = re.compile(r",\s+(?:which|who|where|whose|although|though|while)\b[^,]*,")
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{CONDITIONS}|and|or|both|together|"
    r"than\s+in|not|no|other|others|except)\b",
    re.I,
)
_ALL = stems_in("whole total them all current open place")
_MEND = "Write the share that the numbers show, or put the number right."
_NEAR = 4


def shares_of_labels(reading: Reading) -> Iterator[Denial]:
    """The shares that sentences claim of one row, column or group, and its numbers deny."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        if any(x.phrase.number.kind == COUNT for x in row.quantities):
            continue
        for subject, claim, whole in _claims(row):
            shares = list(_shares(reading, row, before(rows, place, _NEAR), subject, whole))
            if shares and all(map(claim.denies, (share for share, _, _ in shares))):
                share, part, total = shares[0]
                says = f"{part.words} of {number_text(total)} is {number_text(share * 100, 1)}%, "
                says += f"but the report gives “{claim.words}”."
                yield Denial(row.line, row.span, says, _MEND)
                break


def _claims(row: Statement) -> Iterator[tuple[str, ClaimedShare, frozenset[str]]]:
    """(the words of the subject, its claimed share, what names its whole) of each claim."""
    if "⟦p" not in row.sentence.text and not CLAIM.search(row.sentence.text):
        return
    text = _ASIDE.sub(lambda aside: " " * len(aside[0]), row.sentence.text)
    for match in (*_IS_PART.finditer(text), *_APPOSED.finditer(text)):
        subject = re.split(r"[,;:.]", text[: match.start()])[-1]
        # “In 2016/17, half of the plans …” says when.
        if _APPOSED.made(match) and _ADVERBIAL.match(subject):
            continue
        claim, whole = _share_at(row, text, match.end())
        if claim and subject.strip() and not _UNSURE.search(subject):
            yield row.sentence.said(subject), claim, whole
    yield from _turned(row, text)


def _turned(row: Statement, text) -> Iterator[tuple[str, ClaimedShare, frozenset[str]]]:
    """`36% of concluded cases were substantiated`: the subject comes behind its share."""
    for match in _IS.finditer(text):
        starts = [
            x.start() for x in re.finditer(r"(?<!\w)(?=[a-z⟦½¼¾])", text[: match.start()], re.I)
        ]
        for at in starts[-_WORDS:]:
            claim, whole = _share_at(row, text, at)
            if claim and _ends_at(text, at, match.start()):
                subject = re.split(r"[,;:.⟦]", text[match.end() :])[0]
                if subject.strip() and not _UNSURE.search(subject):
                    yield row.sentence.said(subject), claim, whole
                break


def _ends_at(text, at, end):
    """True if one whole is between a share and its verb."""
    stretch = text[at:end]
    is_plain = not re.search(r"[,;:.()]|\b(?:that|which|who|whom|whose)\b", stretch, re.I)
    return stretch.count(" of ") == 1 and is_plain


def _share_at(row: Statement, text, at):
    """(the share that a text gives from there on, what names its whole); None without a whole."""
    number = re.match(r"(?:[a-z]+\s+){0,2}?⟦p(\d+)⟧", text[at:], re.I)
    shares = sum(x.phrase.number.kind == PERCENT for x in row.quantities)
    if number and shares == 1 and (whole := _OF_WHOLE.match(text, at + number.end())):
        stated = row.sentence.thing(number[1])
        share = None if stated.bound else ClaimedShare.of_number(stated)
        return share, stems_in(whole["whole"]) - _ALL
    word = CLAIM.search(text, at, at + 60)
    if not word or not (word["fraction"] or word["most"]) or word.start() - at > 12:
        return None, frozenset()
    whole = _OF_WHOLE.match(text, word.end())
    if not whole:
        return None, frozenset()
    return ClaimedShare.of_words(word), stems_in(whole["whole"]) - _ALL


def _shares(reading: Reading, row: Statement, earlier, subject, named):
    """(share, part, whole) of what a subject names, in each table and series near that counts what
    the share is of."""
    for table in tables_near(reading, row.line):
        if not named <= stems_in(f"{table.grid.caption} {' '.join(table.headings)}"):
            continue
        yield from _of_rows(table, subject)
        yield from _of_columns(table, subject)
    for other in earlier:
        series = series_of(other)
        if not series or not named <= stems_in(other.sentence.said()):
            continue
        entry = series.entry_named(subject) if len(series.entries) > 2 else None
        if entry and entry.number.kind == COUNT:
            whole = sum(item.number.value for item in series.entries)
            yield entry.number.value / whole, entry.number, whole


def _of_rows(table: Shown, subject):
    named = [place for place, label in enumerate(table.rows) if names_loosely(subject, label)]
    if len(named) != 1:
        return
    for column in range(1, len(table.headings)):
        cells = [cells[column] if column < len(cells) else None for cells in table.numbers]
        yield from _of_cells(cells, table.rows, named[0])


def _of_columns(table: Shown, subject):
    named = [
        place for place, head in enumerate(table.headings) if place and names_loosely(subject, head)
    ]
    if len(named) != 1 or len(table.headings) < _NEAR:
        return
    for cells in table.numbers:
        yield from _of_cells(cells[1:], table.headings[1:], named[0] - 1)


def _of_cells(cells, labels, place):
    """(share, part, whole) of one of some counts, where they come to their total."""
    part = cells[place] if place < len(cells) else None
    totals = [
        cell for cell, label in zip(cells, labels, strict=False) if cell and TOTAL.match(label)
    ]
    parts = [
        cell for cell, label in zip(cells, labels, strict=False) if cell and not TOTAL.match(label)
    ]
    if (
        not part
        or part.kind != COUNT
        or any(cell.kind != COUNT for cell in parts)
        or len(parts) < 2
    ):
        return
    whole = sum(cell.value for cell in parts)
    if whole > part.value and (not totals or totals[0].value == whole):
        yield part.value / whole, part, whole
