"""The register of learning meetings."""

from assurance.accounts.access import Permission
from assurance.audits.forms.analysis import as_filter
from assurance.audits.forms.learning import MeetingFilters, MeetingForm
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.learning import LearningMeeting
from assurance.registers.declaration import Column, Item, Register, columns, items
from assurance.registers.values import Named
from assurance.runtime.periods import When


def rounds_of(meeting):
    """The rounds that a meeting reviewed."""
    return list(meeting.rounds.all())


def audits_of(meeting):
    """The audits that a meeting reviewed one by one, by their references."""
    named = [Named(audit, audit.reference) for audit in meeting.audits.all()]
    return sorted(named, key=str)


def forum_of(meeting):
    """The forum of a meeting, in words where the council has no record of it."""
    return meeting.body or meeting.forum


def period_of(meeting):
    """The days of the audits that a meeting reviewed, in words."""
    if meeting.reviewed_from is None:
        return None
    return str(When(meeting.reviewed_from, meeting.reviewed_to))


def team_of(meeting):
    """The team that a meeting was about."""
    return meeting.team or "Every team"


def what_it_reviewed(request, meeting):
    """A meeting's rounds and audits, and how many audits were done in the days that it
    reviewed."""
    context = {"rounds": list(meeting.rounds.all()), "named": list(meeting.audits.all())}
    if meeting.reviewed_from is None:
        return context
    when = When(meeting.reviewed_from, meeting.reviewed_to)
    audits = CaseAudit.objects.visible_to(request.user).done_in(when).of_team(meeting.team)
    of_team = {"team": meeting.team_id} if meeting.team_id else {}
    chosen = as_filter(when, **of_team)
    return {**context, "when": when, "audits": audits.count(), "chosen": chosen}


MEETINGS = Register(
    namespace="audits",
    name="meeting",
    path="learning/",
    model=LearningMeeting,
    permission=Permission.RECORD_AUDITS,
    noun="learning meeting",
    plural="learning meetings",
    form=MeetingForm,
    filters=MeetingFilters,
    first="-held_on",
    related=("council", "withdrawn_by", "team", "body"),
    fetched=("rounds__kind", "audits"),
    also=what_it_reviewed,
    columns=(
        Column("Forum", "forum_now", sort="forum", link=True),
        Column("Date of meeting", "held_on", sort="held_on"),
        Column("Team", team_of, sort="team__name"),
        Column("Circulated to", "circulated_to"),
        Column("Next meeting", "next_on", sort="next_on"),
        Column("Rounds reviewed", rounds_of, file_only=True),
        Column("Audits reviewed, by reference", audits_of, file_only=True),
        Column("Audits reviewed", period_of, file_only=True),
        Column("Circulated on", "circulated_on", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
        *columns("reviewed strengths areas_for_development", free_text=True, file_only=True),
    ),
    summary=(
        Item("Forum", forum_of, "forum"),
        Item("Date of the meeting", "held_on", "held_on"),
        Item("Team", team_of, "team"),
        # A meeting names one kind of material at least, and seldom all.
        Item("Rounds reviewed", rounds_of, "rounds", lapses=True),
        Item("Case audits reviewed", audits_of, "audits", lapses=True),
        Item("Audits reviewed", period_of, "reviewed_from", lapses=True),
        *items("reviewed", lapses=True),
        *items("strengths areas_for_development circulated_to circulated_on next_on"),
    ),
)
