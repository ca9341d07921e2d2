"""The clerk's two lists of who is asked to a paper: early readers, and approvers from outside."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_as_messages, refusals_shown_on
from assurance.runtime.periods import today
from reports.approvals.forms.guests import AskOutsideForm, EarlyReaderForm
from reports.approvals.invited_emails import send
from reports.approvals.models.guests import EarlyReader, OutsideApprover, PaperGuest
from reports.approvals.operations import guests
from reports.contributions.views.links import show_link
from reports.papers.draft_pages import address, draft_address, get_paper
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class GuestList:
    """One list: whose it is, the names of its page and of a link's, and its sentences."""

    model: type[PaperGuest]
    page: str
    link_page: str
    template: str
    added: str
    ended: str
    no_link: str


READERS = GuestList(
    model=EarlyReader,
    page="approvals:early-readers",
    link_page="approvals:early-link",
    template="approvals/early_readers.html",
    added="They are on the list",
    ended="They are off the list and can read it no longer.",
    no_link="You can make a link only for a person on the list who has no account.",
)
APPROVERS = GuestList(
    model=OutsideApprover,
    page="approvals:outside-list-of",
    link_page="approvals:outside",
    template="approvals/external_approvers.html",
    added="They have been asked",
    ended="They are no longer asked, and their link has ended.",
    no_link="You can make a link only for a person who is asked and has not decided.",
)


@requires(Permission.ISSUE_PAPERS)
def early_readers(request, series, slug):
    """Who is on the list and when they read; the form that puts another on it."""
    paper = get_paper(request, series, slug)
    accounts = User.objects.visible_to(request.user).able_to_sign_in()
    posts = [post for post in paper.council.posts.on(today()) if post.email]
    lists = {"accounts": accounts, "posts": posts, "initial": {"from_on": today()}}
    form = EarlyReaderForm(post_data(request), **lists)
    may_add = paper.status != Paper.ISSUED
    return _list(request, READERS, paper, form, guests.name_reader, may_add)


@requires(Permission.ISSUE_PAPERS)
def outside_approvers(request, series, slug):
    """Who was asked and what they decided; the form that asks another."""
    paper = get_paper(request, series, slug)
    form = AskOutsideForm(post_data(request))
    may_add = paper.status == Paper.SENT
    return _list(request, APPROVERS, paper, form, guests.ask_outside, may_add)


@requires(Permission.ISSUE_PAPERS)
@require_POST
def change(request, series, slug, pk, step):
    """Takes somebody off a list, or asks somebody from outside once more."""
    guest_list, operation, show = STEPS[step]
    row = _get_guest(request, guest_list, (series, slug), pk)
    with refusals_as_messages(request):
        show(request, guest_list, operation(row=row, by=request.user, on=today()))
    return redirect(guest_list.page, series, slug)


@requires(Permission.ISSUE_PAPERS)
@require_POST
def link(request, series, slug, pk, step):
    """Makes a link for somebody on a list and shows it, once."""
    guest_list = STEPS[step][0]
    row = _get_guest(request, guest_list, (series, slug), pk)
    back = reverse(guest_list.page, args=(series, slug))
    if not row.may_have_link:
        messages.error(request, guest_list.no_link)
        return redirect(back)
    row, secret = guests.seal_link(row=row, first=row.opens_on, by=request.user, on=today())
    context = {"who": row.who, "caption": row.paper.title, "back": back}
    way = reverse(guest_list.link_page, args=[secret])
    return show_link(request, row, way, context, "approvals/early_link.html")


def _list(request, guest_list, paper, form, add, may_add):
    if form.is_valid():
        with refusals_shown_on(form):
            row = add(paper=paper, **form.guest(), by=request.user, on=today())
            _send(request, guest_list, row)
            return redirect(guest_list.page, *address(paper))
    rows = guest_list.model.objects.visible_to(request.user).of_paper(paper).with_links()
    context = {"paper": paper, "rows": rows, "form": form, "may_add": may_add}
    return render(request, guest_list.template, {**context, "back": draft_address(paper)})


def _get_guest(request, guest_list, place, pk):
    rows = guest_list.model.objects.visible_to(request.user)
    return get_object_or_404(rows.of_paper(get_paper(request, *place)), pk=pk)


def _show_end(request, guest_list, _row):
    messages.success(request, guest_list.ended)


def _send(request, guest_list, row):
    """Sends the link of somebody without an account, and says what became of it."""
    if not row.email:
        messages.success(request, f"{guest_list.added}.")
        return
    email = send(row, by=request.user, on=today())
    if email.error:
        why = f"but no e-mail was sent: {email.error.rstrip('.')}. Make a link and give it to them."
        messages.warning(request, f"{guest_list.added}, {why}")
    else:
        messages.success(request, f"{guest_list.added}, and were sent a link.")


# What is done of somebody → the list, the operation, and what says it.
STEPS = {
    "end-reader": (READERS, guests.end_reader, _show_end),
    "end-outside": (APPROVERS, guests.end_outside, _show_end),
    "ask-again": (APPROVERS, guests.ask_outside_again, _send),
}
