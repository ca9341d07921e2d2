"""From when case audits, and samples of cases, are kept for a period: what starts it, and which are
still in work."""

from django.db.models import DateField, Exists, F, Max, OuterRef, Q
from django.db.models.functions import Coalesce, Greatest

from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAuditQuerySet
from assurance.audits.models.samples import AuditSampleQuerySet


def with_words_since(audits: CaseAuditQuerySet) -> CaseAuditQuerySet:
    """Those of `audits` that still have their words and no action to be done, each with `started`:
    its own date, the end of its round or the date of its last action, whichever is later."""
    active = Q(agreed_actions__withdrawn_on__isnull=True)
    last = Max("agreed_actions__done_on", filter=active)
    own = F("audited_on")
    rows = audits.filter(words_removed_on__isnull=True).exclude(Exists(_open_actions()))
    return rows.annotate(
        started=Greatest(
            own, Coalesce("round__end", own), Coalesce(last, own), output_field=DateField()
        )
    )


def with_references_since(samples: AuditSampleQuerySet) -> AuditSampleQuerySet:
    """Those of `samples` that still have all their references, each with `started`: the date of the
    drawing, or the end of its round where that is later."""
    own = F("drawn_on")
    started = Greatest(own, Coalesce("audit_round__end", own), output_field=DateField())
    return samples.filter(references_removed_on__isnull=True).annotate(started=started)


def has_open_action(audit) -> bool:
    """True if an action of an active audit is still to be done or to be checked."""
    return not audit.is_withdrawn and audit.agreed_actions.active().filter(done_on=None).exists()


def _open_actions():
    rows = AuditAction.objects.active().filter(audit=OuterRef("pk"), done_on__isnull=True)
    return rows.filter(audit__withdrawn_on__isnull=True)
