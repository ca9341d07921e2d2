"""One promise or recommendation followed through published papers: where it was made, how it went
on, and where it was answered. All words are those of editions that stand."""

from dataclasses import dataclass
from datetime import date

from reports.documents.document import from_json, text_of
from reports.documents.html.places import places
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from reports.papers.assembly.commitments import told_in
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules import due_dates as due
from reports.publication.ledger import months_between

MADE, MOVED = "Promised", "Promised again with a new day"
OUTCOME, AGAIN = "Answered", "Asked again"
RECOMMENDED, DECIDED = "Asked", "Decided"
# A chain of promises that follow each other is no longer than this.
LONGEST = 50


@dataclass(frozen=True)
class Step:
    """One thing that happened: what it was, on which day, the edition that tells it, the place
    there as (address, words), the paragraph's words, and what else is to be said."""

    what: str
    on: date | None
    edition: Edition | None
    place: tuple[str, str] | None = None
    words: str = ""
    more: str = ""


@dataclass(frozen=True)
class CommitmentProgress:
    """Steps in order; `open_months` are whole months since the first, None when answered."""

    steps: tuple[Step, ...]
    open_months: int | None


def commitment(one: Commitment, on: date) -> CommitmentProgress:
    """The promise from where it was first made to its answer, as the public may know it."""
    chain = _chain(one)
    steps = []
    for made in chain:
        what, due = MOVED if steps else MADE, f"Due {made.due_words}."
        steps.append(_step(what, made.paper.told_on, made.paper, made.anchor, due))
        if made.answer_is_public:
            answer = (made.answered_on, made.answered_in, made.answered_anchor, made.outcome)
            steps.append(_step(OUTCOME, *answer))
    last = told_in(chain[-1], None)
    waits = not last.is_answered
    months = months_between(chain[0].paper.told_on, on) if waits else None
    return CommitmentProgress(tuple(steps), months)


def recommendation(one: Recommendation, others, on: date) -> CommitmentProgress:
    """The recommendation, its decision and repetitions among `others`, public in its series."""
    steps = [_step(RECOMMENDED, one.paper.told_on, one.paper, one.anchor)]
    if one.decision:
        minute = f"Minute {one.minute}. " if one.minute else ""
        amended = f"As amended: {one.amended}" if one.amended else ""
        text = f"{one.get_decision_display()}. {minute}{amended}".strip()
        steps.append(Step(DECIDED, one.decided_on, None, more=text))
    for other in others:
        if other.wording == one.wording and other.paper.told_on > one.paper.told_on:
            steps.append(_step(AGAIN, other.paper.told_on, other.paper, other.anchor))
    steps.sort(key=lambda step: step.on or one.paper.told_on)
    months = None if one.decision else months_between(one.paper.told_on, on)
    return CommitmentProgress(tuple(steps), months)


def _chain(item):
    """The promises that follow each other, the first made first."""
    chain = [item]
    while len(chain) < LONGEST and (before := chain[0].follows) and _is_kept(before):
        chain.insert(0, before)
    while len(chain) < LONGEST:
        after = next(filter(_is_kept, chain[-1].followed_by.with_papers()), None)
        if after is None:
            break
        chain.append(after)
    return chain


def _is_kept(item):
    current = item.withdrawn_on is None and item.state != due.REFUSED
    return current and item.paper.is_public


def _step(what, on, paper, anchor, more=""):
    """A step that the newest edition of `paper` tells, where anybody may read it; nothing of its
    place and words where it has no such place."""
    rows = paper and paper.editions.active().select_related("paper__council", "paper__series")
    edition = rows and rows.first()
    row = places(from_json(edition.document)).get(anchor) if edition and anchor else None
    if row is None:
        return Step(what, on, edition or None, more=more)
    place = (f"{edition_address(edition)}#{anchor}", row.words)
    words = " ".join(text_of(getattr(row.thing, "content", ())).split())
    return Step(what, on, edition, place, words, more)
