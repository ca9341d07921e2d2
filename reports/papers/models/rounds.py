"""The rounds in which a report was sent for approval, and how one was sent back to its writers."""

from dataclasses import dataclass
from datetime import date

from django.db import models

from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.papers.models.papers import Paper, both_or_neither, optional_key

AN_APPROVER = "an approver"


@dataclass(frozen=True)
class ReportReturn:
    """The sending of a report back to its writers: by an approver's name, on a date that is None
    where it was not kept, with what should change."""

    name: str
    on: date | None
    remarks: str

    @property
    def sentence(self) -> str:
        """Who sent it back and when: `Ruth Vane sent this report back on 18 January 2016.`"""
        return f"{with_capital(self.name)} sent this report back{self._dated}."

    @property
    def summary(self) -> str:
        """The same, as a list of tasks has it: `Sent back on 18 January 2016 by Ruth Vane`."""
        return f"Sent back{self._dated} by {self.name}"

    @property
    def _dated(self):
        return f" on {say_day(self.on)}" if self.on else ""


class SentRound(models.Model):
    """The public words of a paper as fixed in a round; `digest` is what an approval was given to,
    `returned_because` what was asked."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="sent_rounds")
    round = models.PositiveIntegerField()
    sent_on = models.DateField()
    sent_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    document = DocumentField()
    digest = models.CharField(max_length=64, blank=True, default="")
    returned_by = optional_key("accounts.User", "+")
    returned_on = models.DateField(null=True, blank=True)
    returned_because = models.TextField(blank=True, default="")

    personal = {
        **plain("round sent_on digest returned_on"),
        **dict.fromkeys(("document", "returned_because"), Personal.MAY),
    }

    class Meta:
        ordering = ("paper", "-round", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("returned_by", "returned_on"),
                name="sent_round_returned_by_somebody",
            )
        ]

    def __str__(self):
        return f"{self.paper}, sent in round {self.round}"


def last_return(paper: Paper) -> ReportReturn | None:
    """The return of a report that is with its writers because of it; None of any other."""
    if paper.status != Paper.WRITING or not paper.returned_because:
        return None
    row = paper.sent_rounds.defer("document").select_related("returned_by").first()
    if row and row.returned_by:
        return ReportReturn(row.returned_by.name, row.returned_on, paper.returned_because)
    # An approver without an account returns it by their own decision alone.
    guests = paper.outside_approvers.filter(remarks=paper.returned_because, decision="returned")
    guest = guests.order_by("-decided_on", "-pk").first()
    name, on = (guest.in_words, guest.decided_on) if guest else (AN_APPROVER, None)
    return ReportReturn(name, on, paper.returned_because)
