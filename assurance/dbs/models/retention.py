"""From when answers of the Update Service are kept for a period: later answers replace them."""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from assurance.dbs.models.checks import UpdateLookup
from assurance.dbs.rules.statuses import NO_MATCH
from assurance.people.models.people import Engagement
from assurance.records.record import RecordQuerySet


def replaced_lookups(lookups: RecordQuerySet) -> RecordQuerySet:
    """Those of `lookups` that a later answer replaced or that were withdrawn, each with `started`,
    the date of that. An answer by which the check of a leaver is counted at the end of a role stays
    with the person."""
    rows = lookups.annotate(replaced_on=Subquery(_later_answers().values("looked_on")[:1]))
    rows = rows.annotate(started=Coalesce("withdrawn_on", "replaced_on"))
    counted = Q(withdrawn_on__isnull=True) & Exists(_roles_ended())
    return rows.filter(started__isnull=False).exclude(counted)


def _later_answers():
    """The active answers after an outer one that replace it, the first of them first. No match says
    nothing about the certificate, so it replaces no answer but another like it."""
    later = Q(looked_on__gt=OuterRef("looked_on"))
    later |= Q(looked_on=OuterRef("looked_on"), pk__gt=OuterRef("pk"))
    replaces = ~Q(answer=NO_MATCH) | Q(answer=OuterRef("answer"))
    rows = UpdateLookup.objects.active().filter(later, replaces, person=OuterRef("person"))
    return rows.order_by("looked_on", "pk")


def _roles_ended():
    """The roles of the same person that ended while an outer answer was the last."""
    return Engagement.objects.active().filter(
        person=OuterRef("person"),
        ends_on__gte=OuterRef("looked_on"),
        ends_on__lte=OuterRef("replaced_on"),
    )
