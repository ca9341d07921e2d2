"""What the filter of the list of case-file audits means, and the order of its grades."""

from collections.abc import Mapping

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from assurance.people.models.holders import was_in
from assurance.people.models.posts import Post
from assurance.records.record import RecordQuerySet

# What a list's filter means, where it is one look-up.
LOOK_UPS = {
    "team": "team",
    "teams": "team__in",
    "service": "team__service",
    "done_from": "audited_on__gte",
    "done_to": "audited_on__lte",
    "round": "round",
    "theme": "themes",
}
# What a filter for moderation means.
MODERATION = {
    "changed": Q(moderated_grade__isnull=False) & ~Q(moderated_grade=F("first_grade")),
    "moderated": Q(moderated_grade__isnull=False),
    "confirmed": Q(moderated_grade=F("first_grade")),
    "none": Q(moderated_grade__isnull=True),
    "waiting": Q(method="moderated", first_grade__isnull=False, moderated_grade__isnull=True),
}

# What a list is sorted by where it shows the final grade: the best comes first.
FINAL_GRADE = Coalesce("moderated_grade__order", "first_grade__order")


def fitting(audits: RecordQuerySet, chosen: Mapping[str, object]) -> RecordQuerySet:
    """Those of `audits` that fit what is chosen: `text`, `team` or the keys of `teams`, `service`,
    `done_from`, `done_to`, `grade` (a final one), `shared`, `recorded` (of those shared) and
    `own_team` ("yes" or "no"), `round`, `theme` and `moderation` (one of `MODERATION`); none of
    them is needed."""
    rest, rows = dict(chosen), audits
    if moderation := rest.pop("moderation", ""):
        rows = rows.filter(MODERATION[moderation])
    if shared := rest.pop("shared", ""):
        rows = rows.filter(shared_on__isnull=shared == "no")
    if recorded := rest.pop("recorded", ""):
        rows = rows.filter(shared_on__isnull=False, recorded_on__isnull=recorded == "no")
    if own := rest.pop("own_team", ""):
        rows = rows.filter(own_team=own == "yes")
    if grade := rest.pop("grade", None):
        rows = rows.filter(
            Q(moderated_grade=grade) | Q(moderated_grade__isnull=True, first_grade=grade)
        )
    names = ("reference", "auditor__title", "strengths", "areas_for_development")
    rows = rows.with_words(rest.pop("text", ""), *names)
    return rows.filter(**{LOOK_UPS[name]: value for name, value in rest.items()})


def own_audits(account, on):
    """The condition on audits that they are those of `account`: it is in the auditor's post on
    `on`, or was in it at the date of the audit."""
    posts = Post.objects.of(account.council).held_by(account, on)
    return Q(auditor__in=posts) | was_in(account, "auditor", "audited_on")
