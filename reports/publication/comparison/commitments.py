"""The commitments of two published editions side by side: what is new, promised again, answered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assurance.runtime.periods import say_day
from reports.documents.figure_pairs import NOT_LATER, THE_SAME
from reports.editions.models.editions import Edition
from reports.papers.models.commitments import Commitment

FRESH, WAITING = "New", "Not answered in the later"


@dataclass(frozen=True)
class CommitmentPair:
    """A commitment as each edition makes it, None in the one that does not; `change` says what
    became of it, as the public may know."""

    before: Commitment | None
    after: Commitment | None
    change: str

    @property
    def made(self) -> Commitment:
        """The later of the two."""
        return self.after or self.before

    @property
    def differs(self) -> bool:
        """Whether anything became of it."""
        return self.change != THE_SAME


def commitment_pairs(before: Edition, now: Edition) -> Iterator[CommitmentPair]:
    """Each commitment of `now`, with the one of `before` that it is or follows, then those left."""
    one_paper = before.paper_id == now.paper_id
    old = {row.pk: row for row in commitments_of(before)}
    for row in commitments_of(now):
        then = old.pop(row.pk if one_paper else row.follows_id, None)
        yield CommitmentPair(then, row, _change(then, row))
    for row in old.values():
        yield CommitmentPair(row, None, NOT_LATER if one_paper else _outcome(row, now.paper))


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
        return FRESH
    if then.pk == now.pk:
        return THE_SAME
    return f"Promised again, {now.due_words}; before {then.due_words}"


def _outcome(row, paper):
    """What became of a commitment by the time of `paper`; a later answer is not yet known."""
    known = row.answer_is_public and (
        row.answered_in_id == paper.pk or row.answered_on <= paper.told_on
    )
    return f"{row.outcome} Answered on {say_day(row.answered_on)}" if known else WAITING
