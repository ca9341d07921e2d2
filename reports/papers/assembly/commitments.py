"""What a paper may quote of a promise: its words, who made it, when it is due and what became of
it, as they are true on the paper's own day.

`[[record:commitment/SERIES__PAPER__MARK.FIELD]]` names the paper that promised and eight signs that
stand for the promise's words, so that a paper taken to another database still finds it.
"""

from copy import copy

from reports.papers.commitment_sentences import digest_of
from reports.papers.models.commitments import Commitment
from reports.papers.rules import due_dates

MARK = 8


def slug_of(one: Commitment) -> str:
    """The slug by which a token names `one`."""
    return f"{one.paper.series.slug}__{one.paper.slug}__{_mark(one)}".lower()


def find(council, slug: str) -> Commitment | None:
    """The promise of `council` that `slug` names, where it stands and its paper has not been taken
    down. Of several with the same words in one paper it is the first."""
    paper, _, mark = slug.rpartition("__")
    series, _, name = paper.partition("__")
    rows = Commitment.objects.of(council).kept_track_of().filter(paper__withdrawn_on__isnull=True)
    made = rows.filter(paper__series__slug__iexact=series, paper__slug__iexact=name)
    return next((one for one in made.with_papers().order_by("pk") if _mark(one) == mark), None)


def told_in(one: Commitment, paper) -> Commitment:
    """`one` as `paper` may tell of it: an answer of a later day, or one that nobody may read yet,
    is left out unless the paper gives it itself. With no paper it is as the public knows it."""
    here = paper is not None and paper.pk is not None and one.answered_in_id == paper.pk
    then = one.answer_is_public and (paper is None or one.answered_on <= paper.told_on)
    if here or then:
        return one
    told = copy(one)
    told.state, told.because, told.evidence, told.answered_on = due_dates.OPEN, "", "", None
    return told


def _mark(one):
    return (one.digest or digest_of(one.what))[:MARK]


FIELDS = {
    "what": lambda one: one.what.rstrip("."),
    "who": lambda one: one.who,
    "due": lambda one: one.due_words,
    "paper": lambda one: f"{one.paper.told_on:%B %Y}",
    "state": lambda one: one.get_state_display(),
    "outcome": lambda one: one.outcome,
    "answered_on": lambda one: one.answered_on,
}
