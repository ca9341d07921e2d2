"""What a paper may quote of a promise: its words, who made it, when it is due and what became of
it, as they are true on the paper's own day.

`[[record:commitment/SERIES__PAPER__MARK.FIELD]]` names the paper that promised and eight signs that
stand for the promise's words, so that a paper taken to another database still finds it.
"""

from copy import copy

from reports.language.rules import due_dates
from reports.papers.commitment_sentences import digest_of
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper

MARK = 8


def slug_of(commitment: Commitment) -> str:
    """The slug by which a token names `one`."""
    return f"{commitment.paper.series.slug}__{commitment.paper.slug}__{_mark(commitment)}".lower()


def slug_from(series: str, paper: str, digest: str, what: str) -> str:
    """The same from the names of the series and paper, and what is kept of the commitment."""
    return f"{series}__{paper}__{(digest or digest_of(what))[:MARK]}".lower()


def find(council, slug: str) -> Commitment | None:
    """The promise that `slug` names, of a paper not removed; of several alike the first."""
    paper, _, mark = slug.rpartition("__")
    series, _, name = paper.partition("__")
    rows = Commitment.objects.of(council).kept_track_of().filter(paper__withdrawn_on__isnull=True)
    made = rows.filter(paper__series__slug__iexact=series, paper__slug__iexact=name)
    return next(
        (
            with_paper
            for with_paper in made.with_papers().order_by("pk")
            if _mark(with_paper) == mark
        ),
        None,
    )


def told_in(commitment: Commitment, paper) -> Commitment:
    """`one` as `paper` may tell of it: with the answer that it proposes itself, else without an
    answer of a later day or one that nobody may read. With no paper it is as the public knows
    it."""
    if proposal := _proposal(commitment, paper):
        return _with_values(commitment, {**proposal.values, "is_proposed": True})
    here = paper is not None and paper.pk is not None and commitment.answered_in_id == paper.pk
    then = commitment.answer_is_public and (
        paper is None or commitment.answer_told_on <= paper.told_on
    )
    if here or then:
        return commitment
    blank = {"because": "", "evidence": "", "answered_on": None}
    return _with_values(commitment, {"state": due_dates.OPEN, **blank})


def commitments_for(paper: Paper) -> tuple[list[Commitment], list[Commitment]]:
    """The commitments of a report: those of earlier reports that it answers or that waited for an
    answer when it came, and those that it makes, each as the report itself tells of it."""
    rows = Commitment.objects.public_in(paper.council.slug).known_to(paper).with_proposals(paper)
    earlier = [row for row in (told_in(row, paper) for row in rows) if _concerns(row, paper)]
    own = Commitment.objects.made_in(paper).with_papers().with_proposals(paper)
    return earlier, [told_in(row, paper) for row in own]


def _concerns(row, paper):
    """True where the report answers a commitment or no report had answered it before. An outcome
    that only a record gives belongs to the report of that time."""
    if not row.is_answered or row.answered_in_id == paper.pk:
        return True
    return row.answered_in_id is None and row.answered_on >= paper.period_start


def _proposal(commitment, paper):
    """The answer that `paper` proposes, fetched by `with_proposals` or now; or None."""
    if paper is None or paper.pk is None:
        return None
    fetched = getattr(commitment, "proposed", None)
    rows = commitment.proposals.all() if fetched is None else fetched
    return next((row for row in rows if row.paper_id == paper.pk), None)


def _with_values(commitment, values):
    changed = copy(commitment)
    for name, value in values.items():
        setattr(changed, name, value)
    return changed


def _mark(item):
    return (item.digest or digest_of(item.what))[:MARK]


FIELDS = {
    "what": lambda item: item.what.rstrip("."),
    "who": lambda item: item.who,
    "due": lambda item: item.due_words,
    "paper": lambda item: f"{item.paper.told_on:%B %Y}",
    "state": lambda item: item.get_state_display(),
    "outcome": lambda item: item.outcome,
    "answered_on": lambda item: item.answer_told_on if item.is_answered else None,
}
