"""What people decide about findings of the checks: a reason to pass one over, a rule turned off."""

from django.db import transaction

from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.checks.models import CheckException, DisabledCheck
from reports.checks.rule import may_pass_together, why_not_pass_over, why_not_turn_off
from reports.papers import lifecycle

ALREADY = "This finding has a reason already."
NOTHING_LEFT = "Nothing that this rule finds is left to accept."
ONE_BY_ONE = "This rule is about numbers, dates or people. Check each one on its own."
NO_LONGER = "This finding has no reason that could be taken back."


@transaction.atomic
def pass_over(*, paper, standing, reason, by, on) -> CheckException:
    """Records the reason for which a finding of the checks is accepted.

    `standing` is a `reports.verdicts.paper.verdict.CheckResult`. Raises `Refused` for an error,
    without a reason, or where the paper is not being written.
    """
    row = _accepted(paper, standing, reason, by, on)
    changes = history.changes({"reason": ""}, {"reason": row.reason}, CheckException.personal)
    history.record("papers.pass_over", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def pass_over_all(*, paper, rule, results, reason, by, on) -> list[CheckException]:
    """Records one reason for which all `results` of `rule` are accepted, as `pass_over` does each.

    Raises `Refused` where the rule is of numbers, dates or people, or nothing of it is left.
    """
    refuse_if("" if may_pass_together(rule) else ONE_BY_ONE, "reason")
    rows = [row for row in results if row.checked.rule.key == rule.key]
    refuse_if("" if rows else NOTHING_LEFT, "reason")
    made = [_accepted(paper, row, reason, by, on) for row in rows]
    fields = {"rule": rule.key, "reason": reason.strip()}
    changes = history.changes(dict.fromkeys(fields, ""), fields, CheckException.personal)
    history.record("papers.pass_over_all", about=paper, by=by, on=on, changes=changes)
    return made


@transaction.atomic
def look_again(*, passed, by, on) -> CheckException:
    """The reason taken back: the finding wants a look again."""
    passed = locked(CheckException, passed.pk)
    refuse_if(lifecycle.why_not_edit(passed.paper.status))
    refuse_if(NO_LONGER if passed.ended_on else "")
    passed.ended_on = on
    passed.save()
    history.record("papers.look_again", about=passed, by=by, on=on)
    return passed


@transaction.atomic
def turn_off(*, council, rule, reason, by, on) -> DisabledCheck:
    """The rule off for this council's papers; `rule` is a `reports.checks.rule.Rule`. Raises
    `Refused` for a rule that finds errors, without a reason, or where it is off."""
    refuse_if(why_not_turn_off(rule.severity, reason), "reason")
    is_off = DisabledCheck.objects.of(council).active().filter(rule=rule.key).exists()
    refuse_if("This rule is turned off already." if is_off else "", "reason")
    row = DisabledCheck.objects.create(
        council=council, rule=rule.key, reason=reason.strip(), off_by=by, off_on=on
    )
    changes = history.changes({"reason": ""}, {"reason": row.reason}, DisabledCheck.personal)
    history.record("checks.turn_off", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def turn_on(*, off, by, on) -> DisabledCheck:
    """The rule on again from `on`."""
    off = locked(DisabledCheck, off.pk)
    refuse_if("This rule is on already." if off.ended_on else "")
    off.ended_on = on
    off.save()
    history.record("checks.turn_on", about=off, by=by, on=on)
    return off


def _accepted(paper, standing, reason, by, on):
    refuse_if(lifecycle.why_not_edit(paper.status))
    checked = standing.checked
    refuse_if(why_not_pass_over(checked.severity, reason), "reason")
    known = paper.check_exceptions.filter(
        rule=checked.rule.key, digest=standing.digest, ended_on__isnull=True
    )
    refuse_if(ALREADY if known.exists() else "", "reason")
    return CheckException.objects.create(
        paper=paper,
        rule=checked.rule.key,
        digest=standing.digest,
        sentence=checked.fault.sentence,
        reason=reason.strip(),
        passed_by=by,
        passed_on=on,
    )
