"""Commitments kept and answered, and what a committee decided of recommendations."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction
from django.db.models import Q

from assurance.records import history, writes
from assurance.records.record import check_version, lock, locked
from assurance.records.refusals import refuse_if
from assurance.runtime.typography import with_marks
from reports.language.rules import due_dates
from reports.papers import blocks, lifecycle
from reports.papers.commitment_sentences import promises
from reports.papers.models.answers import ProposedAnswer
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.papers.models.recommendations import Recommendation
from reports.prose.content import share_of_words

KEPT = (due_dates.MET, due_dates.LATE)
FOLLOWED = "The commitment for the new date already has an outcome. Change that outcome."
STILL_PROMISED = (
    "This paragraph still has the commitment, so it does not show that it was kept. Choose the "
    "paragraph that reports it, or change its words first."
)
# A promise that shares so many of its words with another is the same one; the next of a kind has
# other dates.
ALIKE = 0.9
NOT_HERE = "This commitment is not due to this report. Open the report again."


@transaction.atomic
def keep_commitments(*, paper: Paper, rows: Collection[Mapping], by, on: date) -> list[Commitment]:
    """The commitments of `paper` made from `rows`, mappings of its fields (`block`, `sentence`,
    `digest`, `what`, `who`, `due_to`, `due_on`, and `state` refused for a sentence that is none).

    A sentence that somebody has kept or refused meanwhile is left as they have it. Raises `Refused`
    naming what has no day.
    """
    used = set(Commitment.objects.active().filter(paper=paper).values_list("digest", flat=True))
    anchors, made = paper.frozen_anchors, []
    for row in rows:
        if row.get("digest") and row["digest"] in used:
            continue
        if row.get("state") != due_dates.REFUSED:
            refuse_if(due_dates.why_not_due(row["due_to"], row["due_on"]), "due_on")
        own = with_marks(row, Commitment.printed)
        item = Commitment(council=paper.council, paper=paper, created_on=on, **own)
        item.of_correction = paper.corrects is not None
        item.anchor = anchors.get(item.block, "")
        made.append(item)
    Commitment.objects.bulk_create(made)
    number = sum(entry.state != due_dates.REFUSED for entry in made)
    values = {"kept": number, "refused": len(made) - number}
    changes = history.impersonal_changes(values)
    history.record("commitments.keep", about=paper, by=by, on=on, changes=changes)
    return made


@transaction.atomic
def answer_commitment(
    *,
    commitment,
    version,
    paper,
    state,
    because="",
    new_day=None,
    block="",
    evidence="",
    by,
    on: date,
) -> ProposedAnswer:
    """The answer that `paper` proposes to the commitment: kept, late, dropped, or changed to
    `new_day`, which another follows. It may be proposed anew while the paper is being written, and
    answers the commitment once the paper is issued."""
    paper = locked(Paper, paper.pk)
    refuse_if(lifecycle.why_not_edit(paper.status))
    item = lock(commitment, version)
    waits = Commitment.objects.answerable_in(paper).filter(pk=item.pk).exists()
    refuse_if("" if waits else NOT_HERE)
    refuse_if(
        due_dates.why_not_answer(state, because, new_day, item.due_on), _field(state, because)
    )
    refuse_if(due_dates.why_not_on_time(state, item.due_to, item.due_on, paper.told_on), "state")
    refuse_if(_why_not_shown(item, paper, state, block), "block")
    _take_back_followers(item, paper)
    words = with_marks({"because": because, "evidence": evidence}, Commitment.printed)
    answer = {"state": state, **words, "answered_on": on}
    proposal = item.proposals.filter(paper=paper).first()
    proposal = proposal or ProposedAnswer(commitment=item, paper=paper)
    changes = writes.update(proposal, {**answer, "block": block})
    writes.update(item, {})
    if state == due_dates.CHANGED:
        _follow(item, paper, new_day, block, on)
    blocks.note_editor(paper, by, on)
    history.record("commitments.answer", about=item, by=by, on=on, changes=changes)
    return proposal


def _take_back_followers(item, paper):
    """Deletes the commitment for a new date that this report had made, unless it has an outcome;
    one that a published edition made stays until its correction is published."""
    later = item.followed_by.filter(paper=paper)
    followed = later.filter(~Q(state=due_dates.OPEN) | Q(proposals__isnull=False))
    refuse_if(FOLLOWED if followed.exists() else "")
    later.filter(of_correction=paper.corrects is not None).delete()


def _why_not_shown(item, paper, state, block):
    """Refuses a paragraph that is to show it kept and makes the same commitment again."""
    is_named = state in KEPT and block
    row = paper.blocks.filter(slug=block, removed_on=None).first() if is_named else None
    own = item.sentence or item.what
    made = promises(row.text, paper.told_on) if row else ()
    return STILL_PROMISED if any(share_of_words(own, one.sentence) >= ALIKE for one in made) else ""


def _field(state, because):
    if state not in due_dates.ANSWERS:
        return "state"
    return "new_day" if because.strip() else "because"


def _follow(item, paper, day, block, on):
    Commitment.objects.create(
        council=item.council,
        paper=paper,
        block=block,
        what=item.what,
        who=item.who,
        due_on=day,
        due_to=due_dates.DAY,
        follows=item,
        of_correction=paper.corrects is not None,
        created_on=on,
    )


DECISION_FIELDS = ("decision", "decided_on", "minute", "amended")


@transaction.atomic
def record_decisions(
    *, paper: Paper, rows: Collection[tuple[int, int, Mapping]], by, on: date
) -> Paper:
    """What the committee decided: `rows` are (key, version seen, fields); those that stay are left
    alone. Raises `EditConflict`, and `Refused` at the first decision that is not whole."""
    edition = paper.editions.published().first()
    refuse_if("" if edition else "A committee decides on a published report.")
    items = Recommendation.objects.select_for_update(of=("self",)).filter(paper=paper)
    result, before, after = items.in_bulk(), {}, {}
    for key, version, typed in rows:
        item, value = result[key], with_marks(typed, ("amended",))
        was = {name: getattr(item, name) for name in DECISION_FIELDS}
        if was == dict(value):
            continue
        check_version(item, version)
        for field, sentence in due_dates.why_not_decide(
            value["decision"], value["decided_on"], value["amended"], edition.issued_on, on
        ):
            refuse_if(sentence, f"{field}_{key}")
        for name in DECISION_FIELDS:
            setattr(item, name, value[name])
        item.version += 1
        item.save()
        before[item.block], after[item.block] = _decision_text(was), _decision_text(value)
    changes = history.changes(
        before, after, dict.fromkeys(after, Recommendation.personal["decision"])
    )
    history.record("recommendations.decide", about=paper, by=by, on=on, changes=changes)
    return paper


def _decision_text(value):
    return ", ".join(str(value[name]) for name in DECISION_FIELDS if value[name])
