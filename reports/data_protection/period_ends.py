"""The rows of each kind of record whose period is over: read by the preview and by the run."""

from datetime import datetime, time

from django.db.models import F, Max, Min, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from assurance.accounts.models.access_log import LoggedAccess
from assurance.accounts.models.accounts import User
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.retention import with_references_since, with_words_since
from assurance.audits.models.samples import AuditSample
from assurance.dbs.models.checks import UpdateLookup
from assurance.dbs.models.retention import replaced_lookups
from assurance.looked_after.models.returns import Return
from assurance.people.models.people import Engagement, Person
from assurance.records.history import HistoryDetail, HistoryEntry
from reports.approvals.models.guests import EarlyReader, OutsideApprover
from reports.data_protection import rules
from reports.data_protection.subjects import REMOVED_ADDRESS, TRIES
from reports.editions.models.editions import Edition
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.enclosures import BACKGROUND, Enclosure


def published_reports(council, last):
    """Published editions that are not removed, by the date of their meeting as `started`, or of
    their publication where there is no meeting."""
    rows = Edition.objects.active().filter(paper__council=council).defer("document")
    rows = rows.annotate(started=Coalesce("paper__meeting__date", "issued_on"))
    return rows.filter(started__lte=last).order_by("started", "pk")


def background_papers(council, last):
    """Background papers of reports that were published, by the date of the meeting, or of the first
    publication where there is none."""
    rows = Enclosure.objects.of(council).active().filter(purpose=BACKGROUND)
    first = Min("paper__editions__issued_on")
    rows = rows.annotate(published=first).filter(published__isnull=False)
    rows = rows.annotate(started=Coalesce("paper__meeting__date", "published"))
    return rows.filter(started__lte=last).order_by("started", "pk")


def staff(council, last):
    """People of the DBS register all of whose roles ended, by the end of the last."""
    current = Engagement.objects.active().filter(ends_on__isnull=True).values("person")
    standing = Q(engagements__withdrawn_on__isnull=True)
    rows = Person.objects.of(council).exclude(pk__in=current)
    rows = rows.annotate(started=Max("engagements__ends_on", filter=standing))
    return rows.filter(started__lte=last).order_by("started", "pk")


def lookups(council, last):
    """Answers of the Update Service that a later one replaced or that were withdrawn, by the date
    of that."""
    rows = replaced_lookups(UpdateLookup.objects.of(council)).filter(started__lte=last)
    return rows.select_related("person").order_by("started", "pk")


def case_audits(council, last):
    """Case audits without an open action that have their words, by the latest date of their
    work."""
    rows = with_words_since(CaseAudit.objects.of(council)).filter(started__lte=last)
    return rows.order_by("started", "pk")


def audit_samples(council, last):
    """Random samples that still have the references of their cases, by the date of the drawing or
    the end of the round."""
    rows = with_references_since(AuditSample.objects.of(council)).filter(started__lte=last)
    return rows.order_by("started", "pk")


def child_rows(council, last):
    """Returns that still have their rows, by the date of import."""
    rows = Return.objects.of(council).filter(rows_removed_on__isnull=True, created_on__lte=last)
    return rows.annotate(started=F("created_on")).order_by("pk")


def writers(council, last):
    """Closed contributions of people without an account, by the date on which they were closed."""
    rows = ContributionRequest.objects.filter(paper__council=council, closed_on__lte=last)
    return _with_address(rows).annotate(started=F("closed_on"))


def early_readers(council, last):
    """Early readers by link of reports since published, by the date of publication."""
    since = Q(paper__editions__number__gte=F("before_edition"))
    rows = EarlyReader.objects.filter(paper__council=council)
    rows = rows.annotate(started=Min("paper__editions__issued_on", filter=since))
    return _with_address(rows).filter(started__lte=last)


def outside_approvers(council, last):
    """Approvers from outside who have decided, by the date of the decision."""
    rows = OutsideApprover.objects.filter(paper__council=council, decided_on__lte=last)
    return _with_address(rows).annotate(started=F("decided_on"))


def access_log(council, last):
    """Lines of the access log of dates up to `last`."""
    return LoggedAccess.objects.of(council).before(end_of_day(last))


def tries(model, council, last):
    """The rows of one of `TRIES` up to the date `last` that are the council's to remove."""
    others = User.objects.exclude(council=council).values("email")
    return model.objects.filter(attempt_time__lt=end_of_day(last)).exclude(username__in=others)


def old_details(council, last):
    """The personal values in history of operations on dates up to `last`."""
    entries = HistoryEntry.objects.filter(council=council.slug, on__lte=last)
    return HistoryDetail.objects.filter(council=council.slug, seq__in=entries.values("seq"))


def end_of_day(day):
    """The moment at which the date `day` is over."""
    return timezone.make_aware(datetime.combine(day, time.max))


def _with_address(rows):
    return rows.exclude(email__in=("", REMOVED_ADDRESS)).order_by("pk")


ENDED = {
    rules.STAFF: staff,
    rules.LOOKUPS: lookups,
    rules.AUDITS: case_audits,
    rules.SAMPLES: audit_samples,
    rules.CHILD_ROWS: child_rows,
    rules.WRITERS: writers,
    rules.EARLY: early_readers,
    rules.OUTSIDE: outside_approvers,
    rules.HISTORY: old_details,
    rules.ACCESS_LOG: access_log,
}


def number_due(council, kind, last):
    """How many records of a kind a policy would end that start by the date `last`; nought of those
    that nothing removes by itself."""
    if kind == rules.SIGN_IN:
        return sum(tries(model, council, last).count() for model in TRIES)
    return ENDED[kind](council, last).count() if kind in ENDED else 0
