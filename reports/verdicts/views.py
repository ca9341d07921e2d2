"""The checks of a paper as a task list; what is done about each finding; and the list of rules."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import Refused, refusals_as_messages, refusals_shown_on
from assurance.runtime.periods import today
from assurance.runtime.typography import with_capital
from assurance.tables.phrases import several
from reports.checks import operations
from reports.checks.models import DisabledCheck
from reports.checks.rule import Severity
from reports.papers.draft_pages import address, draft_address, get_paper
from reports.papers.models.papers import Paper
from reports.papers.models.rounds import last_return
from reports.papers.operations import papers
from reports.verdicts.forms import AcceptAllForm, CheckExceptionForm, DisableCheckForm
from reports.verdicts.paper.blockers import PROPOSED
from reports.verdicts.paper.cause_lines import by_rule, lines_for, returning_here, with_requests
from reports.verdicts.paper.mends import mended
from reports.verdicts.paper.verdict import verdict
from reports.verdicts.run import registry

GONE = "That is no longer found: the report has changed since this page was made."
BY_HAND = "The words are no longer as they were found: fix it in its place."
MENDED = "It has been fixed."


@requires(Permission.READ_DRAFTS)
def show(request, series, slug):
    """Everything that the checks find, errors first, with the place, the sentence and the mend."""
    paper = get_paper(request, series, slug)
    return _page(request, paper, verdict(paper))


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def pass_over(request, series, slug):
    """A reason for which a warning is let stand; without one the page again, with the sentence."""
    paper = get_paper(request, series, slug)
    current = verdict(paper)
    form = CheckExceptionForm(request.POST)
    finding = current.standing(request.POST.get("digest", ""))
    if finding is None:
        messages.error(request, GONE)
        return _back(paper)
    if form.is_valid():
        with refusals_shown_on(form):
            reason = form.cleaned_data["reason"]
            operations.pass_over(
                paper=paper, standing=finding, reason=reason, by=request.user, on=today()
            )
            messages.success(request, "The warning is accepted with your reason.")
            return _back(paper)
    return _page(request, paper, current, refused=(finding.digest, form))


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def pass_over_all(request, series, slug):
    """One reason for which all that a rule of words or structure finds is let stand."""
    paper = get_paper(request, series, slug)
    rule = registry.rule_called(request.POST.get("rule", ""))
    if rule is None:
        raise Http404
    current = verdict(paper)
    form = AcceptAllForm(request.POST)
    if form.is_valid():
        with refusals_shown_on(form):
            reason, by = form.cleaned_data["reason"], request.user
            fields = {"rule": rule, "results": current.to_accept, "reason": reason}
            rows = operations.pass_over_all(paper=paper, **fields, by=by, on=today())
            messages.success(request, f"{several(len(rows), 'warning')} accepted with your reason.")
            return _back(paper)
    return _page(request, paper, current, refused=(rule.key, form))


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def look_again(request, series, slug):
    """A reason taken back."""
    paper = get_paper(request, series, slug)
    finding = verdict(paper).standing(request.POST.get("digest", ""))
    with refusals_as_messages(request):
        if finding is None or finding.passed is None:
            raise Refused(GONE)
        operations.look_again(passed=finding.passed, by=request.user, on=today())
        messages.success(request, "It is in the list again.")
    return _back(paper)


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def mend(request, series, slug):
    """What one press puts right, where the words are still as they were found."""
    paper = get_paper(request, series, slug)
    finding = verdict(paper).standing(request.POST.get("digest", ""))
    with refusals_as_messages(request):
        if finding is None:
            raise Refused(GONE)
        block, text = mended(paper, finding.fault)
        if block is None:
            raise Refused(BY_HAND)
        version, by = block.version, request.user
        papers.change_block(block=block, version=version, words=text, by=by, on=today())
        messages.success(request, MENDED)
    return _back(paper)


@requires(Permission.READ_DRAFTS)
def rules(request):
    """Every rule that papers are checked by, for those who write and approve them."""
    return _rules(request)


@requires(Permission.MANAGE_POLICIES)
def kept_rules(request):
    """The same for those who may turn a rule off."""
    return _rules(request)


@requires(Permission.MANAGE_POLICIES)
def turn_off(request, rule):
    """One rule off, with a reason."""
    item = registry.rule_called(rule)
    if item is None:
        raise Http404
    form = DisableCheckForm(post_data(request))
    if form.is_valid():
        with refusals_shown_on(form):
            reason, council = form.cleaned_data["reason"], request.user.council
            operations.turn_off(
                council=council, rule=item, reason=reason, by=request.user, on=today()
            )
            messages.success(request, "The rule is turned off for every report of this council.")
            return redirect("verdicts:kept-rules")
    back = reverse("verdicts:kept-rules")
    context = {"form": form, "heading": f"Turn off: {item.statement}", "cancel_url": back}
    return render(request, "layouts/form.html", {**context, "back": back})


@require_POST
@requires(Permission.MANAGE_POLICIES)
def turn_on(request, rule):
    """One rule on again."""
    rows = DisabledCheck.objects.visible_to(request.user).active()
    off = get_object_or_404(rows, rule=rule)
    operations.turn_on(off=off, by=request.user, on=today())
    messages.success(request, "The rule is on again.")
    return redirect("verdicts:kept-rules")


def _rules(request):
    off = {
        disabled_check.rule: disabled_check
        for disabled_check in DisabledCheck.objects.visible_to(request.user).active()
    }
    families = {}
    for rule in registry.RULES:
        families.setdefault(with_capital(rule.family), []).append(
            {"rule": rule, "off": off.get(rule.key), "fixed": rule.severity == Severity.ERROR}
        )
    may_turn = may(request.user, Permission.MANAGE_POLICIES)
    context = {"families": families.items(), "may_turn": may_turn, "number": len(registry.RULES)}
    return render(request, "verdicts/rules.html", context)


def _back(paper):
    return redirect("verdicts:checks", *address(paper))


def _families(user, paper, current):
    """Each family of causes with its heading, for the page of the checks."""
    families = (
        ("errors", "Stops the report", current.faults, False),
        ("warnings", "Warnings", current.warnings, True),
        ("copied", "Copied text to check", current.unread_causes, False),
        ("waiting", "Approvals to come", current.waiting, False),
        ("passed", "Accepted with a reason", current.passed_over, False),
        ("advice", "Advice", current.advice, False),
    )
    return [
        {
            "name": name,
            "heading": heading,
            "groups": by_rule(_lines(user, paper, causes)),
            "number": len(causes),
            "passable": passable,
            "folded": name in ("passed", "advice"),
        }
        for name, heading, causes, passable in families
    ]


def _lines(user, paper, causes):
    """The lines of causes; for who writes the report, with the records that can be asked for."""
    lines = returning_here(lines_for(user, causes), PROPOSED)
    writes = may(user, Permission.COMPOSE_PAPERS) and paper.status == Paper.WRITING
    return with_requests(paper, lines) if writes else lines


def _page(request, paper, current, refused=("", None)):
    writes = may(request.user, Permission.COMPOSE_PAPERS) and paper.status == Paper.WRITING
    digest, form = refused
    context = {
        "paper": paper,
        "verdict": current,
        "families": _families(request.user, paper, current),
        "may_write": writes,
        "refused": digest,
        "form": form,
        "returned": last_return(paper),
        "back": draft_address(paper),
    }
    return render(request, "verdicts/paper.html", context)
