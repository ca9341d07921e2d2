"""The page of one entry of implications, written and cleared by whom the council's rule names; and
the clerk's presses that ask for clearances and remind of them."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.govuk.forms import CONFLICT, post_data
from assurance.records.record import EditConflict
from assurance.records.refusals import refusals_as_messages, refusals_shown_on
from assurance.registers.history import saved_last_by
from assurance.runtime.digits import whole
from assurance.runtime.email_states import SENT
from assurance.runtime.periods import today
from reports.approvals.clearances import operations, rules
from reports.approvals.clearances.entries import last_time
from reports.approvals.clearances.entry_page import entry_page
from reports.approvals.clearances.forms import TEXT, EntryForm, ParagraphsForm
from reports.approvals.clearances.reminders import send_waiting
from reports.approvals.models.clearances import ClearanceRequest
from reports.documents.html import page as html
from reports.editor import autosave
from reports.editor.views.block_page import (
    is_right,
    kept_at,
    offered_unsaved,
    raws_of,
    taken_up,
    thrown_away,
    version_in,
)
from reports.language.grammar import TOKEN
from reports.papers.draft_pages import address, get_paper
from reports.quotable.chips import chips, without_codes

SCREEN = html.Medium(screen=True)
SAVED = "It has been saved. It is not cleared yet."
CLEARED = "You have cleared the {name}."
PROPOSED = "The sentence is in the text box. It has not been saved yet."
TAKEN_BACK = "Your clearance has been taken back."
REQUESTED = "Asked for: {what}. Each is on the home page of the person who clears it."
NOT_TOLD = "No e-mail was sent about: {what}. Contact them yourself."
REMINDED = "They have been reminded by e-mail."
NOT_REMINDED = "No e-mail was sent: {why}. Contact them yourself."


@requires(Permission.READ_DRAFTS)
def show(request, series, slug, scope):
    """An entry of implications: to be written and cleared by whom the rule names, to be read by the
    others; 409 with both texts where another saved first."""
    page = entry_page(request, series, slug, scope)
    press = request.POST.get("do", "")
    if request.method == "POST" and not page.mine:
        raise PermissionDenied
    throws = "throw" in request.POST
    if request.method == "POST" and not throws and (press == "take-back" or page.why_not_write):
        return _pressed(request, page, press)
    if back := thrown_away(request, page.paper, page.place):
        return back
    existing = kept_at(request, page.paper, page.place) if page.mine else None
    form = _form(request, page, existing)
    if press == "nothing":
        messages.info(request, PROPOSED)
    elif is_right(form):
        with refusals_shown_on(form):
            try:
                messages.success(request, _done(request, page, form, press))
            except EditConflict as conflict:
                return _both(request, page, form, conflict.newer)
            return redirect(page.here)
    return _rendered(request, page, form, **offered_unsaved(request, existing, form))


@requires(Permission.COMPOSE_PAPERS)
@require_POST
def request_clearances(request, series, slug):
    """Asks for every clearance of the report that nobody was asked for yet."""
    paper = get_paper(request, series, slug)
    author = {"by": request.user, "on": today()}
    with refusals_as_messages(request):
        rows = operations.ask_for_clearances(paper=paper, **author)
        messages.success(request, REQUESTED.format(what=_listed(rows)))
        silent = [row for row in rows if not _is_told(row, author)]
        if silent:
            messages.warning(request, NOT_TOLD.format(what=_listed(silent)))
    return redirect("report-job", *address(paper))


@requires(Permission.COMPOSE_PAPERS)
@require_POST
def remind(request, series, slug):
    """Reminds by e-mail of one clearance that is overdue."""
    paper = get_paper(request, series, slug)
    rows = ClearanceRequest.objects.visible_to(request.user).of_paper(paper)
    row = get_object_or_404(rows, pk=whole(request.POST.get("remind", "")) or 0)
    author = {"by": request.user, "on": today()}
    with refusals_as_messages(request):
        operations.remind(request=row, **author)
        if _is_told(row, author):
            messages.success(request, REMINDED)
        else:
            trouble = row.last_trouble
            messages.warning(request, NOT_REMINDED.format(why=trouble.error if trouble else ""))
    return redirect("report-job", *address(paper))


def _is_told(row, author):
    return any(mail.state == SENT for mail in send_waiting(row, **author))


def _listed(rows):
    names = list(dict.fromkeys(rules.called(row.entry) for row in rows))
    return ", ".join(names)


def _pressed(request, page, press):
    """A press where nothing can be written: what was typed meanwhile is shown again."""
    author = {"paper": page.paper, "scope": page.entry.scope, "by": request.user, "on": today()}
    typed = request.POST.get("text", "")
    if press != "take-back" and typed:
        messages.error(request, page.why_not_write)
        return _rendered(request, page, None, typed=typed)
    with refusals_as_messages(request):
        if press == "take-back":
            operations.take_back(**author)
            messages.success(request, TAKEN_BACK)
        else:
            operations.clear(digest=request.POST.get("digest", ""), **author)
            messages.success(request, CLEARED.format(name=rules.within(page.entry.title)))
    return redirect(page.here)


def _form(request, page, existing):
    """The form as it was sent, as it stands, with what was kept of it, or with the sentence that
    there is nothing to say."""
    posted, version = post_data(request), page.own_row.version if page.own_row else 0
    initial = {"digest": page.state.printed.digest}
    if posted and posted.get("do") == "nothing":
        version, posted = version_in(posted), None
        initial["text"] = page.entry.nothing_to_say
    used = taken_up(request, existing, version)
    initial, version = {**initial, **used.get("initial", {})}, used["version"]
    fields = {"initial": initial, "manuscript": page.entry.manuscript}
    if page.entry.is_one_paragraph:
        return EntryForm(posted, block=page.entry.block, version=version or 0, **fields)
    return ParagraphsForm(posted, entry=page.entry, **fields)


def _done(request, page, form, press):
    """What was done with the form, in words."""
    fields = {"paper": page.paper, "scope": page.entry.scope, **form.words_of_entry}
    fields |= {"by": request.user, "on": today()}
    if press == "clear":
        operations.write_and_clear(digest=form.cleaned_data["digest"], **fields)
    else:
        operations.write_entry(**fields)
    autosave.forget(page.paper, request.user, page.place)
    return CLEARED.format(name=rules.within(page.entry.title)) if press == "clear" else SAVED


def _both(request, page, form, newer):
    """The page of two texts: what stands now was not seen, so nothing of it is cleared."""
    current = {f"{TEXT}{row.slug}": row.text for row in page.entry.paragraphs}
    current.setdefault("text", "" if current and len(form.boxes) > 1 else newer.text)
    pairs = [
        (box.label, form.cleaned_data[box.name], current.get(box.name, "")) for box in form.boxes
    ]
    texts = without_codes(page.entry.manuscript, [text for _label, *pair in pairs for text in pair])
    rows = [
        {"label": label, "mine": mine, "theirs": theirs}
        for (label, *_pair), mine, theirs in zip(pairs, texts[::2], texts[1::2], strict=True)
    ]
    more = {"rows": rows, "who": saved_last_by(newer), "record": page.here}
    context = {**_context(request, page, form.at_version(newer.version)), **more}
    return render(request, "approvals/clearance_409.html", context, status=CONFLICT)


def _rendered(request, page, form, typed="", **more):
    context = {**_context(request, page, form), "typed": typed, **more}
    return render(request, "approvals/clearance.html", context)


def _context(request, page, form):
    if form is not None and form.is_bound:
        form.show_again(page.state.printed.digest)
    before, state = last_time(page.paper, page.entry.scope), page.state
    statement = state.required.given
    texts = [str(box.value() or "") for box in form.boxes] if form is not None else []
    raws = [*raws_of(page.entry.contents), *TOKEN.findall(" ".join(texts))]
    figures = chips(page.entry.manuscript, raws)
    return {
        "paper": page.paper,
        "page": page,
        "state": state,
        "form": form if page.mine and not page.why_not_write else None,
        "replaced": _replaced(request, page),
        "now": _drawn(state.printed),
        "last": _drawn(before) if before else "",
        "may_clear": any(not item.is_met for item in page.mine),
        "is_own": _is_own(statement, request.user),
        "may_compose": may(request.user, Permission.COMPOSE_PAPERS),
        "may_return": may(request.user, Permission.APPROVE_PAPERS),
        "chips": json.dumps(figures),
        "figures": figures,
        "back": reverse("home"),
        "is_sent": request.method == "POST",
    }


def _is_own(statement, user):
    return bool(statement and statement.is_clearance and statement.clearer == user)


def _replaced(request, page):
    """What stood in the box before the sentence that there is nothing to say took its place."""
    typed = request.POST.get("text", "").strip() if request.POST.get("do") == "nothing" else ""
    current = page.entry.block.text if page.entry.block else ""
    if not page.entry.is_one_paragraph:
        current = ""
    return "" if typed in (page.entry.nothing_to_say, current.strip()) else typed


def _drawn(printed):
    return html.join(*(html.block(block, SCREEN) for block in printed.blocks))
