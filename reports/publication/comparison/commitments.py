"""The commitments of two published editions compared: kept, missed, open, made again, new."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assurance.runtime.periods import end_of_month, say_day
from reports.editions.models.editions import Edition
from reports.language.rules import due_dates
from reports.papers.models.commitments import Commitment

MISSED, OPEN, AGAIN, NEW = "Missed", "Open", "Made again", "New"
GONE, SAME = "Not in the later edition", "In both"
# What was due and has no answer, or was answered, comes before what is new.
ANSWERED = tuple(dict(due_dates.STATES)[state] for state in due_dates.ANSWERS)
# The states that have the look of one that every page gives commitments; the others have none.
LOOKS = {state: key for key, state in due_dates.STATES} | {
    MISSED: due_dates.OVERDUE,
    AGAIN: due_dates.OPEN,
    NEW: due_dates.OPEN,
}
ORDER = (MISSED, *ANSWERED, OPEN, AGAIN, GONE, NEW, SAME)


@dataclass(frozen=True)
class CommitmentPair:
    """A commitment as each edition makes it, None in the one that does not; `state` is one of
    ORDER, `note` what is known of it, both as the public may know them."""

    before: Commitment | None
    after: Commitment | None
    state: str
    note: str = ""

    @property
    def made(self) -> Commitment:
        """The later of the two."""
        return self.after or self.before

    @property
    def state_key(self) -> str:
        """The look of its state, as a style sheet names it."""
        return LOOKS.get(self.state, "none")

    @property
    def differs(self) -> bool:
        """Whether it is not the same in both."""
        return self.state != SAME


def ordered_pairs(before: Edition, now: Edition) -> tuple[CommitmentPair, ...]:
    """The commitments of two editions in the order of their states, the first due first."""
    return tuple(sorted(commitment_pairs(before, now), key=lambda pair: ORDER.index(pair.state)))


def commitment_pairs(before: Edition, now: Edition) -> Iterator[CommitmentPair]:
    """Each commitment of `now`, with the one of `before` that it is or follows, then those left."""
    one_paper = before.paper_id == now.paper_id
    old = {row.pk: row for row in commitments_of(before)}
    for row in commitments_of(now):
        then = old.pop(row.pk if one_paper else row.follows_id, None)
        yield CommitmentPair(then, row, *_change(then, row))
    for row in old.values():
        yield CommitmentPair(row, None, *((GONE,) if one_paper else _outcome(row, now.paper)))


def commitments_of(edition: Edition) -> list[Commitment]:
    """The commitments that `edition` prints, the first due first; one that was written down without
    a sentence belongs to each edition of its paper."""
    rows = Commitment.objects.public_in(edition.paper.council.slug).made_in(edition.paper)
    passages = edition.passages.order_by("pk").values_list("words", flat=True)
    printed = "".join(map(_letters, passages))
    return [row for row in rows if _letters(row.sentence) in printed]


def _letters(text):
    """The words and the ends of sentences of `text`, without the numbers that an edition may print
    otherwise."""
    return "".join(f"{part} " for part in re.findall(r"[^\W\d_]+|[.!?](?!\d)", text.casefold()))


def _change(then, now):
    if then is None:
        return (NEW,)
    return (SAME,) if then.pk == now.pk else (AGAIN, f"Before: {then.due_words}.")


def _outcome(row, paper):
    """(state, note) of a commitment by the time of `paper`; a later answer is not yet known."""
    known = row.answer_is_public and (
        row.answered_in_id == paper.pk or row.answer_told_on <= paper.told_on
    )
    if not known:
        return (MISSED if _was_due(row, paper) else OPEN), ""
    reasons = "".join(f"{text.rstrip('.')}. " for text in (row.because, row.evidence) if text)
    return row.get_state_display(), f"{reasons}Answered on {say_day(row.answer_told_on)}."


def _was_due(row, paper):
    """Whether `paper` had to answer a commitment: it was due by its day, or to it."""
    if row.due_to == due_dates.NEXT:
        return True
    # A report of a month is named by that month's last day.
    by = end_of_month(paper.told_on) if row.due_to == due_dates.PAPER else paper.told_on
    return row.due_on <= by
