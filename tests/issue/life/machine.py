"""A paper in the hands of three people who press whatever they like, in any order.

`Life` does one step after another and keeps a plain account of what should be so; a step that the
account says is refused must be refused, and change nothing.
"""

from datetime import UTC, date, datetime, time, timedelta

from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.checks import operations
from reports.documents import formats
from reports.documents.document import from_json
from reports.editor.operations import block_order
from reports.issue.operations import corrections, steps
from reports.papers.addresses import paper_address
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import audits
from tests.make.drafts import ON, written

PEOPLE = 3


class Life:
    """A paper, three people who may each do anything, and what they have done so far."""

    def __init__(self):
        self.people = [cast.make_user("clerk", "approver") for _ in range(PEOPLE)]
        self.paper = written(self.people[0])
        self.day = ON
        self.status, self.round, self.last_round = "writing", 1, 1
        self.edited, self.sender, self.approvers = {0}, None, set()
        self.versions = {one.pk: one.version for one in self.blocks()}
        self.printed, self.issued_in = None, []
        self.refusals = 0
        self.correcting, self.worded = False, True
        # Who had approved when it was reopened, and what.
        self.kept, self.approved_words = set(), ""

    def blocks(self):
        """The standing blocks, in order."""
        return list(self.paper.blocks.filter(removed_on__isnull=True))

    def told(self, who):
        """Who acts and when; each step is a day later."""
        self.day += timedelta(days=1)
        return {"by": self.people[who], "on": self.day}

    def attempt(self, allowed, step):
        """Whether `step` was done, which is so exactly where the account allows it; a step that is
        refused leaves history as it was."""
        before = HistoryEntry.objects.count()
        try:
            step()
        except (Refused, EditConflict):
            assert not allowed, "an allowed step was refused"
            assert HistoryEntry.objects.count() == before
            self.refusals += 1
        else:
            assert allowed, "a step was done that should be refused"
            assert HistoryEntry.objects.count() == before + 1
        self.paper.refresh_from_db()
        return allowed

    def note(self, who, *rows):
        """That somebody edited, and which blocks have a further version by it."""
        self.edited.add(who)
        for row in rows:
            self.versions[row.pk] = self.versions.get(row.pk, 0) + 1

    def add(self, who, pick):
        """A paragraph behind one of the standing paragraphs."""
        after = self.paragraph(pick)
        block = {"kind": "paragraph", "part": after.part, "parent": after.parent, "text": "More."}
        block["slug"] = f"more-{self.paper.blocks.count()}"
        said = {"paper": self.paper, "after": after, "block": block, **self.told(who)}
        if self.attempt(self.status == "writing", lambda: papers.add_block(**said)):
            self.note(who, self.paper.blocks.get(slug=block["slug"]))

    def change(self, who, pick):
        """Other words for a paragraph that quotes nothing."""
        row = self.paragraph(pick)
        words = {"text": f"{row.text} Again."}
        said = {"block": row, "version": row.version, "words": words, **self.told(who)}
        if self.attempt(self.status == "writing", lambda: papers.change_block(**said)):
            self.note(who, row)

    def change_late(self, who, pick):
        """Words typed into a form that was opened a version ago: refused whatever the state."""
        row = self.paragraph(pick)
        said = {"block": row, "version": row.version - 1, "words": {"text": "Mine."}}
        self.attempt(False, lambda: papers.change_block(**said, **self.told(who)))

    def move(self, who, pick):
        """A paragraph one place up among its neighbours."""
        row = self.paragraph(pick)
        beside = [one for one in self.blocks() if (one.part, one.parent) == (row.part, row.parent)]
        place = beside.index(row)
        allowed = self.status == "writing" and place > 0
        said = {"block": row, "up": True, **self.told(who)}
        if self.attempt(allowed, lambda: block_order.move_block(**said)):
            self.edited.add(who)

    def remove(self, who, pick):
        """An added paragraph out of the paper, where there is one."""
        added = [one for one in self.blocks() if one.slug.startswith("more-")]
        if added:
            row = added[pick % len(added)]
            said = {"block": row, "version": row.version, **self.told(who)}
            if self.attempt(self.status == "writing", lambda: block_order.remove_block(**said)):
                self.note(who, row)

    def type_a_record(self, who, pick):
        """A record that the paper counts, entered while the paper has its life."""
        audits.case_audit(council=self.paper.council, audited_on=date(2015, 1 + pick % 12, 3))

    def correct(self, who, pick):
        """Written again after its issue, to become a further edition."""
        said = {"paper": self.paper, **self.told(who)}
        allowed = self.status == "issued"
        if self.attempt(allowed, lambda: approvals.begin_correction(**said)):
            self.before = (self.round, self.edited, self.sender, self.approvers, self.texts())
            self.reopen(set())
            self.correcting, self.worded = True, False

    def give_up(self, who, pick):
        """The correction given up; without a reason where `pick` is even."""
        said = {"paper": self.paper, "reason": "Not needed." if pick % 2 else " "}
        allowed = self.correcting and bool(pick % 2)
        give_up = corrections.give_up_correction
        if self.attempt(allowed, lambda: give_up(**said, **self.told(who))):
            self.round, self.edited, self.sender, self.approvers, texts = self.before
            assert self.texts() == texts
            self.status, self.correcting, self.worded = "issued", False, True
            self.versions = {one.pk: one.version for one in self.paper.blocks.all()}

    def texts(self):
        """The standing blocks in order, each with its words."""
        return [(one.slug, one.text, one.heading, one.data) for one in self.blocks()]

    def word(self, who, pick):
        """What the correction changes, said for readers."""
        said = {"paper": self.paper, "note": f"Note {pick}.", **self.told(who)}
        allowed = self.correcting and self.status == "writing"
        if self.attempt(allowed, lambda: approvals.word_correction(**said)):
            self.edited.add(who)
            self.worded = True

    def send(self, who, pick):
        """Sent for approval, words and values fixed; not while its recommendation cites
        paragraphs from a later one to an earlier one, nor before a correction is worded."""
        said = {"paper": self.paper, **self.told(who)}
        slugs = [one.slug for one in self.blocks()]
        in_order = slugs.index("audits") < slugs.index("children")
        allowed = self.status == "writing" and in_order and self.worded
        if self.status == "writing":
            self.passes_over_every_warning(who)
        if self.attempt(allowed, lambda: approvals.send_for_approval(**said)):
            self.sender = who
            prints = Paper.objects.get(pk=self.paper.pk).frozen_digest
            if prints == self.approved_words:
                self.approvers = self.kept - self.edited - {who}
            self.status = "approved" if self.approvers else "sent"

    def passes_over_every_warning(self, who):
        """A reason for whatever a check finds in words that came by chance."""
        paper = Paper.objects.get(pk=self.paper.pk)
        for one in verdict(paper).to_accept:
            operations.pass_over(paper=paper, standing=one, reason="By chance.", **self.told(who))

    def take_back(self, who, pick):
        """Taken back to be written further."""
        said = {"paper": self.paper, **self.told(who)}
        kept, prints = self.approvers, self.paper.frozen_digest
        if self.attempt(self.is_out(), lambda: approvals.take_back(**said)):
            self.reopen(kept, prints)

    def give_back(self, who, pick):
        """Returned by an approver; without a remark where `pick` is even."""
        remarks = "Say why." if pick % 2 else " "
        said = {"paper": self.paper, "remarks": remarks, **self.told(who)}
        allowed = self.is_out() and bool(remarks.strip())
        kept, prints = self.approvers - {who}, self.paper.frozen_digest
        if self.attempt(allowed, lambda: approvals.return_to_writers(**said)):
            self.reopen(kept, prints)

    def approve(self, who, pick):
        """An approval of what is frozen now."""
        mine = who in self.edited or who == self.sender or who in self.approvers
        said = {"paper": self.paper, "seen": self.paper.frozen_digest, **self.told(who)}
        if self.attempt(self.is_out() and not mine, lambda: approvals.approve(**said)):
            self.status = "approved"
            self.approvers.add(who)

    def approve_other_words(self, who, pick):
        """An approval of what somebody read earlier: refused whatever the state."""
        said = {"paper": self.paper, "seen": "0" * 64, **self.told(who)}
        self.attempt(False, lambda: approvals.approve(**said))

    def issue(self, who, pick):
        """Frozen, its page made, published."""
        told = self.told(who)
        said = {"paper": self.paper, "address": paper_address(self.paper), "at": self.moment()}
        allowed = self.status == "approved"
        if self.attempt(allowed, lambda: steps.freeze_edition(**said, **told)):
            edition = self.paper.editions.first()
            files = formats.render(from_json(edition.document), self.paper.slug, ["html"])
            steps.publish(edition=edition, files=files, at=self.moment(), **told)
            self.status, self.printed = "issued", bytes(files[0].content)
            self.issued_in.append(self.round)
            self.correcting, self.worded = False, True
            self.paper.refresh_from_db()

    def paragraph(self, pick):
        """One of the standing paragraphs."""
        found = [one for one in self.blocks() if one.kind == "paragraph"]
        return found[pick % len(found)]

    def is_out(self):
        """Whether it is with an approver, or approved."""
        return self.status in ("sent", "approved")

    def reopen(self, kept, prints=""):
        """A new round of writing: nobody has edited, sent or approved in it; those of `kept`
        approved what it printed."""
        self.kept, self.approved_words = kept, prints
        self.round = self.last_round = self.last_round + 1
        self.status = "writing"
        self.edited, self.sender, self.approvers = set(), None, set()

    def moment(self):
        """The moment of an issue."""
        return datetime.combine(self.day, time(9), UTC)


STEPS = (
    *("add", "change", "change_late", "move", "remove", "type_a_record"),
    *("send", "take_back", "give_back", "approve", "approve_other_words", "issue"),
    *("correct", "word", "give_up"),
)
