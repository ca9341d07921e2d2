"""A contribution taken into the paper: each change that the clerk chose, in one transaction."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.record import lock
from assurance.records.refusals import refuse_if
from reports.contributions import rules
from reports.contributions.differences import ADDED, CHANGED, REMOVED
from reports.contributions.sections import proposed_by, review
from reports.editor.operations import block_order
from reports.language.labels import name_for
from reports.papers import blocks
from reports.papers.models.contributions import ContributionDraft, ContributionRequest
from reports.papers.operations import papers
from reports.papers.rules.block_order import Spot

GONE = "The section is no longer in the report: send the contribution back, or withdraw it."
NOTHING = "Take at least one change, or send the contribution back."
_PERSONAL_BY_FIELD = {
    "blocks": Personal.NONE,
    "left": Personal.NONE,
    "number": Personal.NONE,
    "writer": Personal.IDENTIFIES,
    "how": Personal.NONE,
}


@transaction.atomic
def accept_contribution(
    *, section: ContributionRequest, version: int, taken: Collection[str], by, on: date
) -> ContributionRequest:
    """The paper with the changes `taken` (keys of the rows of its review) of the last contribution,
    which history says who wrote; the rest is left. Refuses a paper that is not being written, a
    contribution that was not handed in, and a section that is gone. Raises `EditConflict` where the
    writer handed in again meanwhile."""
    section = lock(section, version)
    paper = blocks.lock_draft(section.paper)
    refuse_if(rules.why_not_accept(section.state, paper.status))
    refuse_if(GONE if section.slug and not paper.blocks.standing_at(section.slug) else "")
    handed = section.contributions.first()
    rows = review(section, handed.words)
    chosen = {row.key: row for row in rows if row.differs and row.key in taken}
    refuse_if("" if chosen or not any(row.differs for row in rows) else NOTHING)
    _ChangeWriter(section, handed, rows, chosen, by, on).take()
    if handed.writer:
        blocks.note_editor(paper, handed.writer)
    section.state, section.closed_by, section.closed_on = ContributionRequest.ACCEPTED, by, on
    blocks.save_next(section)
    left = [row.key for row in rows if row.differs and row.key not in chosen]
    fields = {"number": handed.number, "how": handed.how, "writer": section.who}
    fields |= {"blocks": list(chosen), "left": left}
    changes = history.changes({}, fields, _PERSONAL_BY_FIELD)
    history.record("papers.accept_contribution", about=section, by=by, on=on, changes=changes)
    return section


class _ChangeWriter:
    """Writes the chosen changes one after the other, in the order of the proposal."""

    def __init__(
        self, section: ContributionRequest, handed: ContributionDraft, rows, chosen, by, on: date
    ):
        self.section, self.paper, self.chosen = section, section.paper, chosen
        self.made = proposed_by(section, handed.words)
        self.said = {"by": by, "on": on}
        # What a key of the proposal is called in the paper.
        self.slugs = {item.key: item.key for item in self.made if not item.is_new}
        self.left_moves = {row.key for row in rows if row.is_moved and row.key not in chosen}
        self.last = {}

    def take(self):
        """Changes, additions and moves in order; what is left out goes last, from the inside."""
        for item in self.made:
            row = self.chosen.get(item.key)
            if row and row.what == ADDED:
                self._add(item)
            elif row:
                self._change(item, row)
            slug = self.slugs.get(item.key)
            if slug and item.key not in self.left_moves and self._standing(slug):
                self.last[self._parent(item)] = slug
        gone = [key for key, row in self.chosen.items() if row.what == REMOVED]
        for slug in reversed(gone):
            block = self._standing(slug)
            fields = {"block": block, "version": block.version, "inside": block_order.MOVE_OUT}
            block_order.remove_block(**fields, **self.said)

    def _change(self, item, row):
        block = self._standing(item.key)
        if block is None:
            # The paper has lost it since: taken, it comes back under a name of its own.
            self._add(item)
            return
        if row.what == CHANGED:
            labels = {"heading": item.heading, "text": item.text, "data": dict(item.data)}
            papers.change_block(block=block, version=block.version, words=labels, **self.said)
        if row.is_moved:
            parent = self._parent(item)
            spot = Spot(self.section.part, parent, self.last.get(parent, ""))
            block_order.place_block(block=self._standing(item.key), spot=spot, **self.said)

    def _add(self, item):
        parent = self._parent(item)
        behind = self.last.get(parent, "")
        text = item.heading or item.text or item.data.get("caption", "")
        block = {
            "slug": name_for(text, item.kind, set(self.paper.blocks.names())),
            "kind": item.kind,
            "part": self.section.part,
            "parent": self._standing(parent),
            "heading": item.heading,
            "text": item.text,
            "data": dict(item.data),
        }
        row = papers.add_block(
            paper=self.paper, after=self._standing(behind), block=block, **self.said
        )
        self.slugs[item.key] = row.slug

    def _parent(self, item):
        """The slug of what `item` stands in; a heading that was not taken gives way to its own."""
        above = {other.key: other.parent for other in self.made}
        key = item.parent
        while key in above and not self._standing(self.slugs.get(key, "")):
            key = above[key]
        return self.slugs.get(key, key)

    def _standing(self, slug):
        return self.paper.blocks.standing_at(slug) if slug else None
