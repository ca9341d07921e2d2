"""One promise or recommendation followed through published papers: where it was made, how it went
on, and where it was answered. All words are those of editions that stand."""

from dataclasses import dataclass
from datetime import date

from assurance.runtime.periods import say_day
from reports.editions.models.editions import Edition
from reports.editions.names import edition_name
from reports.language.rules import due_dates as due
from reports.papers.addresses import edition_address
from reports.papers.assembly.commitments import told_in
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.publication.ledger import months_between

MADE, MOVED = "Commitment made", "Commitment made again with a new date"
FOR_MEETING = "{} in the report to the meeting of {}"
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

    @property
    def name(self) -> str:
        """What the edition is called."""
        return edition_name(self.edition, numbered=True)


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
        steps.append(_step(*_dated(what, made.paper, on), made.paper, made.anchor, due))
        if made.answer_is_public:
            paper = made.answered_in
            dated = _dated(OUTCOME, paper, on) if paper else (OUTCOME, made.answered_on)
            steps.append(_step(*dated, paper, made.answered_anchor, made.outcome))
    last = told_in(chain[-1], None)
    waits = not last.is_answered
    months = months_between(chain[0].paper.told_on, on) if waits else None
    return CommitmentProgress(tuple(steps), months)


def recommendation(one: Recommendation, others, on: date) -> CommitmentProgress:
    """The recommendation, its decision and repetitions among `others`, public in its series."""
    steps = [_step(*_dated(RECOMMENDED, one.paper, on), one.paper, one.anchor)]
    if one.decision:
        minute = f"Minute {one.minute}. " if one.minute else ""
        amended = f"As amended: {one.amended}" if one.amended else ""
        text = f"{one.get_decision_display()}. {minute}{amended}".strip()
        steps.append(Step(DECIDED, one.decided_on, None, more=text))
    for other in others:
        if other.wording == one.wording and other.paper.told_on > one.paper.told_on:
            steps.append(_step(*_dated(AGAIN, other.paper, on), other.paper, other.anchor))
    steps.sort(key=lambda step: step.on or one.paper.told_on)
    months = None if one.decision else months_between(one.paper.told_on, on)
    return CommitmentProgress(tuple(steps), months)


def _dated(what, paper, on):
    """What happened and when; a meeting that is to come is no date of it."""
    if paper.told_on <= on:
        return what, paper.told_on
    return FOR_MEETING.format(what, say_day(paper.told_on)), None


def _chain(item):
    """The promises that follow each other, the first made first."""
    chain, rows = [item], Commitment.objects.with_papers()
    while len(chain) < LONGEST and (before := _kept(rows.filter(followed_by=chain[0].pk))):
        chain.insert(0, before)
    while len(chain) < LONGEST and (after := _kept(rows.filter(follows=chain[-1].pk))):
        chain.append(after)
    return chain


def _kept(rows):
    """The first of `rows` that a public paper makes and nobody has refused; None without one."""
    return next((row for row in rows.active() if _is_kept(row)), None)


def _is_kept(item):
    is_made = item.paper.is_public and not item.of_correction
    return is_made and item.state != due.REFUSED


def _step(what, on, paper, anchor, more=""):
    """A step that the newest edition of `paper` tells, where anybody may read it; nothing of its
    place and words where it has no such place."""
    edition = paper and paper.editions.active().with_papers().first()
    label, text = _printed(edition, anchor) if edition and anchor else ("", "")
    place = (f"{edition_address(edition)}#{anchor}", label) if label else None
    return Step(what, on, edition or None, place, text, more)


def _printed(edition, anchor):
    """What a place of `edition` is called, and its words; empty where it has no such place."""
    passage = edition.passages.filter(anchor=anchor).first()
    if passage:
        return passage.label, passage.words
    return edition.front.items.get(anchor, ("", ""))
