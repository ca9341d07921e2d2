"""What officers do with case-file audits and with totals of audits not recorded one by one."""

from django.db import transaction
from django.db.models import Max, Min, Q
from django.utils.text import slugify

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.scales import Grade, GradeScale
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules import case_audits, rounds
from assurance.records import history, operations
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if

BOUND_TOGETHER = (
    *("audited_on", "team", "first_grade", "moderated_grade"),
    *("shared_on", "recorded_on"),
)
COUNTED = ("start", "end", "done", "shared", "recorded")
WITHDRAWN = "This record was withdrawn and cannot be changed."


@transaction.atomic
def record_audit(*, council, by, on, **fields) -> CaseAudit:
    """Adds an audit with the fields `said`; refuses a reference already used, a grade, team or
    theme not in force on its day, a round that it does not belong to, dates out of order."""
    audit = CaseAudit(council=council)
    _refuse_audit(audit, fields)
    changes = operations.add(audit, fields, on=on)
    history.record("audits.record", about=audit, by=by, on=on, changes=changes)
    return audit


@transaction.atomic
def change_audit(*, record, seen, by, on, **fields) -> CaseAudit:
    """Changes the fields `said` of the audit `record`, seen at version `seen`; refuses as
    `record_audit` does, and a withdrawn audit. Raises `EditConflict` where somebody saved first."""
    audit = lock(record, seen)
    refuse_if(WITHDRAWN if audit.is_withdrawn else None)
    _refuse_audit(audit, fields)
    changes = operations.change(audit, fields)
    history.record("audits.change", about=audit, by=by, on=on, changes=changes)
    return audit


@transaction.atomic
def withdraw_audit(*, record, seen, because, by, on) -> CaseAudit:
    """Withdraws the audit `record`; refuses one withdrawn already, or without a reason."""
    audit = lock(record, seen)
    refuse_if(why_not_withdraw(audit, because), "because")
    changes = operations.withdraw(audit, because=because, by=by, on=on)
    history.record("audits.withdraw", about=audit, by=by, on=on, changes=changes)
    return audit


@transaction.atomic
def record_total(*, council, by, on, **fields) -> AuditTotal:
    """Adds a total of audits with its source; refuses parts that exceed their whole, a period out
    of order, a title already used."""
    total = AuditTotal(council=council)
    fields = {**fields, "slug": slugify(fields["title"])[:60]}
    _refuse_total(total, fields)
    changes = operations.add(total, fields, on=on)
    history.record("audit_totals.record", about=total, by=by, on=on, changes=changes)
    return total


@transaction.atomic
def change_total(*, record, seen, by, on, **fields) -> AuditTotal:
    """Changes the entered total `record`, whose slug stays; refuses as `record_total` does, and a
    withdrawn total. Raises `EditConflict` where somebody saved first."""
    total = lock(record, seen)
    refuse_if(WITHDRAWN if total.is_withdrawn else None)
    _refuse_total(total, fields)
    changes = operations.change(total, fields)
    history.record("audit_totals.change", about=total, by=by, on=on, changes=changes)
    return total


@transaction.atomic
def withdraw_total(*, record, seen, because, by, on) -> AuditTotal:
    """Withdraws the entered total `record`; refuses one withdrawn already, or without a reason."""
    total = lock(record, seen)
    refuse_if(why_not_withdraw(total, because), "because")
    changes = operations.withdraw(total, because=because, by=by, on=on)
    history.record("audit_totals.withdraw", about=total, by=by, on=on, changes=changes)
    return total


@transaction.atomic
def add_grade_scale(*, council, grades, by, on, **fields) -> GradeScale:
    """Adds a scale of `grades`, (code, label) pairs with the best first: `slug`, `title`,
    `from_date` and, once it has ended, `to_date`. Refuses a slug or title already used."""
    scale = GradeScale(council=council)
    _refuse_scale(scale, fields["slug"], fields["title"])
    changes = operations.add(scale, fields, on=on)
    Grade.objects.bulk_create(
        Grade(scale=scale, order=order, code=code, label=label)
        for order, (code, label) in enumerate(grades, 1)
    )
    history.record("grade_scales.add", about=scale, by=by, on=on, changes=changes)
    return scale


@transaction.atomic
def change_grade_scale(*, record, by, on, **fields) -> GradeScale:
    """Changes the title or the days of the scale `record`; its grades stay, since audits carry
    them. Refuses a title already used, and days that leave out an audit graded by it."""
    scale = GradeScale.objects.select_for_update().get(pk=record.pk)
    _refuse_scale(scale, slugify(fields["title"]), fields["title"])
    audited = (
        CaseAudit.objects.active()
        .graded_by(scale)
        .aggregate(first=Min("audited_on"), last=Max("audited_on"))
    )
    refuse_if(
        case_audits.why_not_move_scale(fields["from_date"], fields["to_date"], **audited), "to_date"
    )
    changes = operations.change(scale, fields)
    history.record("grade_scales.change", about=scale, by=by, on=on, changes=changes)
    return scale


def _refuse_audit(audit, value):
    def current_value(name):
        return value[name] if name in value else getattr(audit, name)

    reference = value.get("reference", audit.reference)
    others = CaseAudit.objects.of(audit.council).exclude(pk=audit.pk)
    refuse_if(case_audits.why_not_refer(others.filter(reference=reference).first()), "reference")
    for field, sentence in case_audits.faults(
        **{name: current_value(name) for name in BOUND_TOGETHER}
    ):
        refuse_if(sentence, field)
    team, day = current_value("team"), current_value("audited_on")
    whose = case_audits.why_not_auditor_team(
        current_value("own_team"), team, current_value("auditor_team")
    )
    refuse_if(whose, "auditor_team")
    refuse_if(_why_not_in_round(audit, current_value("round"), day, team), "round")
    current = set(audit.themes.values_list("pk", flat=True)) if audit.pk else set()
    themes = value["themes"] if "themes" in value else audit.pk and audit.themes.all()
    refuse_if(case_audits.why_not_themes(day, themes or (), current), "themes")


def _why_not_in_round(audit, chosen, day, team):
    if chosen is None:
        return None
    # Held until the end, so that the round cannot be withdrawn or moved meanwhile.
    locked = AuditRound.objects.select_for_update(of=("self",)).get(pk=chosen.pk)
    before = CaseAudit.objects.filter(pk=audit.pk).values_list("round", flat=True).first()
    return rounds.why_not_link(locked, day, team, is_new=before != locked.pk)


def _refuse_scale(scale, slug, title):
    others = GradeScale.objects.of(scale.council).exclude(pk=scale.pk)
    named = Q(title__iexact=title) if scale.pk else Q(title__iexact=title) | Q(slug=slug)
    refuse_if(case_audits.why_not_name_scale(slug, others.filter(named).exists()), "title")


def _refuse_total(total, value):
    def current_value(name):
        return value[name] if name in value else getattr(total, name)

    if total.pk is None or current_value("title") != total.title:
        # A title is anybody's again once its total is withdrawn; the name made of it is not.
        named = Q(title__iexact=value["title"], withdrawn_on__isnull=True)
        named |= Q(slug=value.get("slug", ""))
        others = AuditTotal.objects.of(total.council).exclude(pk=total.pk)
        slug = slugify(value["title"])
        refuse_if(case_audits.why_not_title(slug, others.filter(named).exists()), "title")
    for field, sentence in case_audits.faults_of_total(
        **{name: current_value(name) for name in COUNTED}
    ):
        refuse_if(sentence, field)
