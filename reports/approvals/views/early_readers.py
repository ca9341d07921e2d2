"""The clerk's list of who may read a paper before it is issued, and when each of them did."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.accounts import User
from assurance.records.refusals import Refused, refusals_shown_on
from assurance.runtime.periods import today
from reports.approvals.forms.early_readers import EarlyReaderForm
from reports.approvals.invited_emails import send
from reports.approvals.models.early_readers import EarlyReader
from reports.approvals.operations import early_readers, links
from reports.contributions.views.section import private
from reports.papers.draft_pages import address, draft_address, get_paper, typed
from reports.papers.models.papers import Paper

NAMED = "They are on the list."
LINK_SENT = "They are on the list, and were sent a link."
NOT_TOLD = "They are on the list, but no e-mail went: {why}. Make a link and give it to them."


@requires(Permission.ISSUE_PAPERS)
def show(request, series, slug):
    """Who is on the list and when they read; the form that puts another on it."""
    paper = get_paper(request, series, slug)
    accounts = User.objects.visible_to(request.user).able_to_sign_in()
    posts = [post for post in paper.council.posts.on(today()) if post.email]
    lists = {"accounts": accounts, "posts": posts, "initial": {"from_on": today()}}
    form = EarlyReaderForm(typed(request), **lists)
    if form.is_valid():
        with refusals_shown_on(form):
            fields = {"by": request.user, "on": today()}
            row = early_readers.name_reader(paper=paper, **form.named(), **fields)
            _show_delivery(request, send(row, **fields) if row.email else row)
            return redirect("papers:early-readers", *address(paper))
    rows = EarlyReader.objects.visible_to(request.user).of_paper(paper)
    context = {"paper": paper, "rows": rows, "form": form, "back": draft_address(paper)}
    context["may_name"] = paper.status != Paper.ISSUED
    return render(request, "approvals/early_readers.html", context)


@requires(Permission.ISSUE_PAPERS)
@require_POST
def end(request, series, slug, pk):
    """Takes somebody off the list."""
    row = _get_reader(request, series, slug, pk)
    try:
        early_readers.end_reader(row=row, by=request.user, on=today())
        messages.success(request, "They are off the list and can read it no longer.")
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("papers:early-readers", series, slug)


@requires(Permission.ISSUE_PAPERS)
@require_POST
def link(request, series, slug, pk):
    """Makes a link for somebody on the list and shows it, once."""
    row = _get_reader(request, series, slug, pk)
    back = reverse("papers:early-readers", args=[series, slug])
    if row.reader_id or row.ended_on or row.is_issued:
        messages.error(
            request, "A link is made for somebody without an account who is on the list."
        )
        return redirect(back)
    row, text = links.seal_link(row=row, first=row.from_on, by=request.user, on=today())
    made = request.build_absolute_uri(reverse("papers:early-link", args=[text]))
    context = {"who": row.post, "until": row.link_until, "address": made, "back": back}
    return private(render(request, "approvals/early_link.html", {**context, "paper": row.paper}))


def _get_reader(request, series, slug, pk):
    rows = EarlyReader.objects.visible_to(request.user)
    return get_object_or_404(rows.of_paper(get_paper(request, series, slug)), pk=pk)


def _show_delivery(request, row):
    if row.last_trouble:
        messages.warning(request, NOT_TOLD.format(why=row.last_trouble.rstrip(".")))
    else:
        messages.success(request, LINK_SENT if row.email else NAMED)
