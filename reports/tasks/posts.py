"""What the posts of an account need on a day: those that it holds, and those it stands in for."""

from collections import Counter

from django.urls import reverse
from django.utils.http import urlencode

from assurance.accounts.access import Permission, may
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.rounds import AuditRound
from assurance.governance.models.documents import Document
from assurance.governance.models.risks import Risk
from assurance.govuk.dates import typed_parts
from assurance.improvement.models.actions import Action
from assurance.improvement.models.pending_actions import DUE, SOON
from assurance.improvement.rules.completion import SEND_BACK
from assurance.people.models.posts import Post
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import say_day
from reports.tasks.task import Need

MOST = 10


# A document is checked, and a risk reviewed, at least once in so many months.
CHECKED_WITHIN, REVIEWED_WITHIN = 12, 3


def of_posts(user, day):
    """What the posts of `user` need on `day`: their open actions, what is late first, then for each
    post its actions of audits, the rounds that it leads, its documents and its risks; nothing that
    the account may not open."""
    posts = {post.pk: post for post in _posts(user, day)} if user.council_id else {}
    if not posts:
        return []
    counted = (_rounds, _documents, _risks) if may(user, Permission.SEE_COUNTS, day) else ()
    rest = (_audit_actions, *counted)
    return [*_actions(user, day), *(need for part in rest for need in part(user, day, posts))]


def _audit_actions(user, day, posts):
    if not may(user, Permission.RECORD_AUDITS, day):
        yield from _own_audit_actions(user, day)
    else:
        rows, here = AuditAction.objects.visible_to(user), reverse("audits:action-list")
        text = (
            "1 action of an audit that {post} owns is past its due date",
            "actions of audits that {post} owns are past their due dates",
        )
        late = rows.overdue_on(day)
        yield from _of_each_post(posts, late, "owner", text, f"{here}?state=overdue&owner=")
        text = (
            "1 action of an audit that {post} owns is due within four weeks",
            "actions of audits that {post} owns are due within four weeks",
        )
        due = {"due_from": day, "due_to": day + SOON}
        soon = rows.to_do(day).filter(due_on__range=tuple(due.values()))
        address = f"{here}?state=open&{urlencode(typed_parts(**due))}&owner="
        yield from _of_each_post(posts, soon, "owner", text, address, late=False)


def _own_audit_actions(user, day):
    """Each open action of an audit of the posts of a `user` who may not open their list."""
    rows = AuditAction.objects.visible_to(user).to_do(day).owned_by(user, day)
    for action in rows.select_related("owner").order_by("due_on", "pk"):
        is_late = action.due_on < day
        verb = "was due" if is_late else "is due"
        text = f"Action of an audit, of {action.owner}, {verb} on {say_day(action.due_on)}"
        address = reverse("audits:action-done", args=[action.pk])
        yield Need(text, address, late=is_late, hint=action.text)


def _rounds(user, day, posts):
    rounds, here = AuditRound.objects.visible_to(user), reverse("audits:round-list")
    text = "1 audit round that {post} leads is late", "audit rounds that {post} leads are late"
    late = rounds.slipped_on(day)
    yield from _of_each_post(posts, late, "lead", text, f"{here}?late=yes&lead=")
    text = (
        "1 audit round that {post} leads is awaiting its result",
        "audit rounds that {post} leads are awaiting their results",
    )
    begun, address = rounds.awaiting_on(day), f"{here}?state=awaiting&lead="
    yield from _of_each_post(posts, begun, "lead", text, address, late=False)


def _documents(user, day, posts):
    rows = Document.objects.visible_to(user).active().unchecked_on(day, CHECKED_WITHIN)
    text = (
        "1 document of {post} has not been checked for 12 months",
        "documents of {post} have not been checked for 12 months",
    )
    address = f"{reverse('governance:document-list')}?unchecked={CHECKED_WITHIN}&owner="
    return _of_each_post(posts, rows, "owner", text, address)


def _risks(user, day, posts):
    rows = Risk.objects.visible_to(user).active().unreviewed_on(day, REVIEWED_WITHIN)
    text = (
        "1 risk of {post} has not been reviewed for 3 months",
        "risks of {post} have not been reviewed for 3 months",
    )
    address = f"{reverse('governance:risk-list')}?unreviewed={REVIEWED_WITHIN}&owner="
    return _of_each_post(posts, rows, "owner", text, address)


def _of_each_post(posts, rows, field, words, address, late=True):
    """A line for each of the `posts` by key that has some of `rows`, with the list of them."""
    kept_rows = rows.filter(**{f"{field}__in": posts}).values_list(field, flat=True)
    for key, number in sorted(Counter(kept_rows).items(), key=lambda item: posts[item[0]].title):
        single, several = (text.format(post=posts[key]) for text in words)
        yield Need(single if number == 1 else f"{number:,} {several}", f"{address}{key}", late=late)


def _posts(user, day):
    return Post.objects.of(user.council).held_by(user, day)


def _actions(user, day):
    """The open actions of the posts of `user` on `day`, what is late first: overdue ones and those
    due within four weeks. Who may not open the list of actions has no other way to theirs, so all
    are here."""
    lists_actions = may(user, Permission.RECORD_ACTIONS, day)
    rows = Action.objects.visible_to(user).select_related("owner")
    rows = rows.yours(DUE, user, day) if lists_actions else rows.open_of_posts(_posts(user, day))
    page = "improvement:record" if lists_actions else "improvement:mark-done"
    open_rows = list(rows.order_by("due_on", "reference"))
    returned = _returned(open_rows)
    needs = [_need(action, day, page, action in returned) for action in open_rows]
    if len(needs) <= MOST or not lists_actions:
        return needs
    text = f"All {len(needs):,} actions of your posts are due within four weeks or late"
    late = any(need.late for need in needs[MOST:])
    return [*needs[:MOST], Need(text, f"{reverse('improvement:list')}?yours={DUE}", late=late)]


def _returned(actions):
    """Those of `actions`, open ones of one council, that were marked as done and sent back."""
    if not actions:
        return set()
    rows = HistoryEntry.objects.about(*actions).filter(what=SEND_BACK)
    names = set(rows.values_list("about", flat=True))
    return {action for action in actions if action.history_name in names}


def _need(action, day, page, is_returned):
    is_late = action.due_on < day
    verb = "was due" if is_late else "is due"
    text = f"{action} of {action.owner} {verb} on {say_day(action.due_on)}"
    hint = f"Sent back. {action.text}" if is_returned else action.text
    return Need(text, reverse(page, args=[action.pk]), late=is_late, hint=hint)
