"""Clearances: asked for, reminded of, written and given by whom the council's rule names, taken
back. None of them counts as an approval."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.email import OutgoingEmail, queue
from assurance.records.personal import Personal
from assurance.records.record import EditConflict, locked
from assurance.records.refusals import refuse_if
from reports.approvals import rounds
from reports.approvals.clearances import rules
from reports.approvals.clearances.entries import (
    EntryText,
    WrittenEntry,
    differs,
    why_other_shape,
    written_entry,
)
from reports.approvals.clearances.states import (
    EntryState,
    clearable_by,
    due_of,
    entry_states,
    of_scope,
)
from reports.approvals.models.clearances import REMINDER, REQUESTED, Clearance, ClearanceRequest
from reports.documents.digest import entry_of
from reports.editor.operations import block_order
from reports.language.labels import name_for
from reports.language.text import tidy
from reports.papers.models.papers import Paper
from reports.papers.operations import papers

_PERSONAL_BY_FIELD = dict.fromkeys(("scopes", "scope", "digests"), Personal.NONE)
SAME = "These words are already saved."
GONE = "This report no longer has this part. Contact a clerk."


@transaction.atomic
def ask_for_clearances(*, paper: Paper, by, on: date) -> list[ClearanceRequest]:
    """Asks for every clearance that the rule names and nobody was asked for as the entry reads now,
    by the day on which the report is to be sent; who has an address is written to. Refuses where
    there is none to ask for."""
    paper = locked(Paper, paper.pk)
    states = [state for state in entry_states(paper, on) if state.to_ask]
    refuse_if(rules.why_not_ask(paper.status, len(states)))
    usual = due_of(paper, on)
    due_on = max(on, usual) if usual else None
    rows = [_request(paper, state, due_on, by, on) for state in states]
    fields = {"scopes": [row.scope for row in rows]}
    changes = history.changes({}, fields, _PERSONAL_BY_FIELD)
    history.record("papers.ask_for_clearances", about=paper, by=by, on=on, changes=changes)
    return rows


@transaction.atomic
def remind(*, request: ClearanceRequest, occasion: str = "", by, on: date) -> OutgoingEmail:
    """A reminder of one clearance; refuses where it was given, and a second for one `occasion`, the
    day where none is named."""
    request = locked(ClearanceRequest, request.pk)
    occasion = occasion or f"on {on}"
    state = next(
        (item for item in entry_states(request.paper, on) if item.request == request), None
    )
    is_met = state is None or state.is_met
    sent = OutgoingEmail.objects.about(request).filter(kind=REMINDER, occasion=occasion)
    refuse_if(rules.why_not_remind(is_met, sent.under_way().exists()))
    email = queue(request, REMINDER, on, occasion, anew=False)
    history.record("papers.remind_of_clearance", about=request, by=by, on=on)
    return email


@transaction.atomic
def clear(*, paper: Paper, scope: str, digest: str, by, on: date) -> list[Clearance]:
    """The word of `by` on an entry as it reads now, for each line of the rule that asks it of them;
    `digest` is that of what they read. An entry without words reads as the sentence that its part
    prints. Refuses whom no line names, an entry without either, one that was cleared, and one that
    reads otherwise."""
    paper = locked(Paper, paper.pk)
    states = _states(paper, scope, by, on)
    entry = written_entry(paper, scope)
    rows = _clear(states, paper, digest, by, on, entry.standing_sentence if entry else "")
    changes = history.changes({}, _as_history(rows), _PERSONAL_BY_FIELD)
    history.record("papers.clear", about=paper, by=by, on=on, changes=changes)
    return rows


@transaction.atomic
def write_entry(
    *,
    paper: Paper,
    scope: str,
    version: int = 0,
    text: str = "",
    paragraphs: Mapping[str, tuple[int, str]] | None = None,
    by,
    on: date,
) -> Paper:
    """The entry with these words, in a block of its own where it has none; `version` is that of the
    block, 0 of none. Of one that is more than a paragraph `paragraphs` are all (slug → version,
    text, empty to take it out) and `text` is a further one. Raises `EditConflict` where another
    saved first; refuses whom no line names, a report that is not being written, and words that
    stand there already."""
    paper = locked(Paper, paper.pk)
    _states(paper, scope, by, on)
    entry = _entry(paper, scope)
    typed = EntryText(version, tidy(text), paragraphs)
    _refuse_conflict(entry, typed)
    refuse_if("" if differs(entry, typed) else SAME)
    _write(paper, scope, typed, by, on)
    changes = history.changes({}, {"scope": scope}, _PERSONAL_BY_FIELD)
    history.record("papers.write_entry", about=paper, by=by, on=on, changes=changes)
    return paper


@transaction.atomic
def write_and_clear(
    *,
    paper: Paper,
    scope: str,
    version: int = 0,
    text: str = "",
    paragraphs: Mapping[str, tuple[int, str]] | None = None,
    digest: str,
    by,
    on: date,
) -> list[Clearance]:
    """Both at once: the words are saved where they differ, and what stands then is cleared. Refuses
    all of it, as `write_entry` and `clear` do, where what stood
    before is not of the `digest` that they read."""
    paper = locked(Paper, paper.pk)
    states = _states(paper, scope, by, on)
    entry, typed = _entry(paper, scope), EntryText(version, tidy(text), paragraphs)
    _refuse_conflict(entry, typed)
    before = states[0].printed.digest
    refuse_if(rules.why_not_as_seen(states[0].title, digest, before))
    if differs(entry, typed):
        _write(paper, scope, typed, by, on)
        states = _states(paper, scope, by, on)
    rows = _clear(states, paper, states[0].printed.digest, by, on)
    changes = history.changes({}, _as_history(rows), _PERSONAL_BY_FIELD)
    history.record("papers.clear", about=paper, by=by, on=on, changes=changes)
    return rows


@transaction.atomic
def take_back(*, paper: Paper, scope: str, by, on: date) -> list[Clearance]:
    """The clearances of an entry that `by` gave and that stand, which count no longer."""
    paper = locked(Paper, paper.pk)
    states = of_scope(entry_states(paper, on), scope)
    statements = (state.required.given for state in states)
    own = [row for row in statements if row and row.is_clearance and row.clearer == by]
    refuse_if(rules.why_not_take_back(paper.status, len(own)))
    rounds.end_clearances(own, on)
    _settle(paper, on)
    changes = history.changes({}, {"scopes": [scope]}, _PERSONAL_BY_FIELD)
    history.record("papers.take_clearance_back", about=paper, by=by, on=on, changes=changes)
    return own


def _request(paper, state: EntryState, due_on, by, on):
    target = state.required.wanted
    row, _ = ClearanceRequest.objects.update_or_create(
        paper=paper,
        kind=target.kind,
        called=target.called,
        scope=target.scope,
        defaults={"due_on": due_on, "asked_by": by, "asked_on": on, "ended": state.last},
    )
    if any(user.email for user in state.required.able):
        turn = OutgoingEmail.objects.about(row).filter(kind=REQUESTED).count() + 1
        queue(row, REQUESTED, on, str(turn))
    return row


def _states(paper, scope, by, on) -> tuple[EntryState, ...]:
    """The lines of an entry that `by` may clear; refuses where there is none."""
    states = clearable_by(of_scope(entry_states(paper, on), scope), by)
    refuse_if("" if states else rules.why_not_holder(rules.called(entry_of(scope))))
    return states


def _clear(states: Sequence[EntryState], paper, digest, by, on, when_empty=""):
    waiting = [state for state in states if not state.is_met]
    first = (waiting or states)[0]
    met = "" if waiting else first.hint
    text = first.printed.text.strip() or when_empty
    refuse_if(rules.why_not_clear(first.title, paper.status, text, met))
    refuse_if(rules.why_not_as_seen(first.title, digest, first.printed.digest))
    rows = [
        Clearance.objects.create(
            paper=paper,
            kind=state.required.wanted.kind,
            called=state.required.wanted.called,
            scope=state.scope,
            clearer=by,
            in_place_of=state.required.in_place_of(by),
            cleared_on=on,
            digest=state.printed.digest,
            text=state.printed.text or when_empty,
        )
        for state in waiting
    ]
    _settle(paper, on)
    return rows


def _settle(paper, on):
    if paper.status in (Paper.SENT, Paper.APPROVED):
        rounds.settle(paper, on)


def _as_history(rows):
    return {"scopes": [row.scope for row in rows], "digests": [row.digest for row in rows]}


def _entry(paper, scope) -> WrittenEntry:
    entry = written_entry(paper, scope)
    refuse_if("" if entry else GONE)
    return entry


def _refuse_conflict(entry: WrittenEntry, typed: EntryText):
    """Raises `EditConflict` where a paragraph of the entry is not as it was when it was read;
    refuses where it has others."""
    blocks = entry.manuscript.paper.blocks
    refuse_if(why_other_shape(entry, typed))
    if entry.is_one_paragraph:
        row = blocks.standing_at(entry.block.slug) if entry.block else None
        if row and row.version != typed.version:
            raise EditConflict(row)
        return
    for block in entry.paragraphs:
        row = blocks.standing_at(block.slug)
        if row.version != typed.paragraphs.get(block.slug, (0, ""))[0]:
            raise EditConflict(row)


def _write(paper, scope, typed: EntryText, by, on) -> None:
    entry, author = _entry(paper, scope), {"by": by, "on": on}
    refuse_if(rules.why_not_write(paper.status, True, entry.title))
    if not entry.is_one_paragraph:
        _write_paragraphs(paper, entry, typed, author)
    elif entry.block:
        row, text = paper.blocks.standing_at(entry.block.slug), {"text": typed.text}
        papers.change_block(block=row, version=typed.version, words=text, **author)
    else:
        _add(paper, entry, typed.text, (entry.name, "", entry.after), author)


def _write_paragraphs(paper, entry: WrittenEntry, typed: EntryText, author):
    if typed.text:
        _add(paper, entry, typed.text, entry.end, author)
    for block in entry.paragraphs:
        version, text = typed.paragraphs[block.slug]
        row = paper.blocks.standing_at(block.slug)
        if not tidy(text):
            block_order.remove_block(block=row, version=version, **author)
        elif tidy(text) != block.text:
            papers.change_block(block=row, version=version, words={"text": tidy(text)}, **author)


def _add(paper, entry: WrittenEntry, text, place, author):
    heading, parent, after = place
    block = {
        "slug": name_for(entry.name, "paragraph", set(paper.blocks.names())),
        "kind": "paragraph",
        "part": entry.part.slug,
        "parent": paper.blocks.standing_at(parent) if parent else None,
        "heading": heading,
        "text": text,
        "data": {},
    }
    row = paper.blocks.standing_at(after) if after else None
    papers.add_block(paper=paper, after=row, block=block, **author)
