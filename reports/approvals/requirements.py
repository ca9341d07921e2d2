"""Who has approved a paper, who is waited for and of what, from its council's rule and its rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assurance.accounts.access import Permission, may
from assurance.accounts.models.accounts import User
from assurance.runtime.periods import say_day
from reports.approvals import rules as approving
from reports.approvals.models.approvals import KINDS, WHOLE, Approval, ApprovalRule
from reports.approvals.models.external_approvers import OutsideApprover
from reports.approvals.rules import ApprovalRequirement
from reports.approvals.scopes import THE_WHOLE, in_words
from reports.papers import lifecycle
from reports.papers.manuscript import template_in
from reports.papers.models.papers import Paper

TITLES = dict(KINDS)
ANOTHER_PERSON = "Another person than those who wrote it"


@dataclass(frozen=True)
class RequiredApproval:
    """One approval that a paper needs, with the accounts that may give it now, those of the rule
    that may not, and the approval that meets it, if one stands. `outsider` is the name and post of
    the one without an account who is asked for it."""

    wanted: ApprovalRequirement
    scope_words: str
    able: tuple[User, ...] = ()
    unable: tuple[User, ...] = ()
    given: Approval | None = None
    outsider: str = ""

    @property
    def title(self) -> str:
        """What the approval is called."""
        return self.wanted.called or TITLES.get(self.wanted.kind, "")

    @property
    def who(self) -> str:
        """Who is waited for, by their titles."""
        if self.outsider:
            return self.outsider
        if self.wanted.from_anybody:
            return ANOTHER_PERSON
        return " or ".join(one.name for one in (*self.able, *self.unable))

    @property
    def words(self) -> str:
        """The approval and who gives it, as a sentence names them."""
        return f"{self.title} ({self.who})" if self.title else self.who

    @property
    def of_whole(self) -> bool:
        """Whether it is of the whole paper."""
        return self.wanted.scope == WHOLE

    @property
    def is_stuck(self) -> bool:
        """Whether nobody can give it as things are."""
        return not (self.given or self.able or self.wanted.from_anybody or self.outsider)


def asked_of(paper: Paper, on: date) -> tuple[RequiredApproval, ...]:
    """Every approval that `paper` needs by the rule that holds on the day `on`, then those of
    people from outside without whom it is not approved."""
    template = template_in(paper.template)
    rows = ApprovalRule.objects.for_paper(paper).on(on).select_related("approver")
    rows = list(rows.prefetch_related("approver__grants"))
    holders = {row.approver_id: row.approver for row in rows}
    lines = [_line(row) for row in rows]
    needed = approving.wanted(lines, {part.slug for part in template.parts})
    standing = list(paper.standing_approvals)
    named = [_asked(one, holders, template, standing, paper, on) for one in needed]
    return (*named, *_from_outside(paper, standing))


def missing(asked: Iterable[RequiredApproval]) -> tuple[RequiredApproval, ...]:
    """Those of `asked` that nobody has given yet."""
    return tuple(one for one in asked if one.given is None)


def asked_of_user(asked: Iterable[RequiredApproval], user: User) -> tuple[RequiredApproval, ...]:
    """Those of `asked` that `user` may give and nobody has given."""
    return tuple(
        one
        for one in missing(asked)
        if user.pk in {able.pk for able in one.able}
        or (one.wanted.from_anybody and may(user, Permission.APPROVE_PAPERS))
    )


def why_not_approve(paper: Paper, user: User, asked: Iterable[RequiredApproval]) -> str:
    """Why `user` cannot give `paper` one of the approvals `asked`, or nothing. The report author's
    sign-off is theirs to give though they wrote the paper."""
    theirs = asked_of_user(asked, user)
    has_written = paper.was_edited_by(user)
    if has_written and any(one.wanted.is_sign_off for one in theirs):
        has_written = False
    has_approved = any(one.approver_id == user.pk for one in paper.standing_approvals)
    return lifecycle.why_not_approve(
        paper.status, has_written, has_approved and not theirs, bool(theirs) or may_add(asked)
    )


def may_add(asked: Iterable[RequiredApproval]) -> bool:
    """Whether anybody who may approve may add an approval: the council's rule names nobody."""
    return all(one.wanted.from_anybody or one.outsider for one in asked)


def waiting_for(user: User, on: date) -> list[tuple[Paper, tuple[RequiredApproval, ...]]]:
    """The papers sent for approval that wait for `user`, each with what is asked of them."""
    papers = Paper.objects.visible_to(user).with_approvers().defer("frozen")
    found = []
    for paper in papers:
        theirs = asked_of_user(asked_of(paper, on), user)
        if paper.was_edited_by(user):
            theirs = tuple(one for one in theirs if one.wanted.is_sign_off)
        if theirs:
            found.append((paper, theirs))
    return found


def printed(paper: Paper) -> list[tuple[str, str]]:
    """The rows of the approval block of `paper`: what was done, and by whom, when and of what."""
    template = template_in(paper.template)
    return [
        ("Signed off by" if one.is_sign_off else "Approved by", _said(one, template))
        for one in paper.standing_approvals
    ]


def ended(paper: Paper) -> list[Approval]:
    """The approvals of this round and the one before that no longer count, because of what changed
    or of who gave them, and that nobody has given again; none of an issued paper."""
    if paper.status == Paper.ISSUED:
        return []
    again = {(one.approver_id, one.scope) for one in paper.standing_approvals}
    because = (Approval.CHANGED, Approval.EDITED)
    rows = paper.approvals.filter(
        round__in=(paper.round - 1, paper.round), void_because__in=because
    ).select_related("approver")
    return [one for one in rows if (one.approver_id, one.scope) not in again]


def kept_from(paper: Paper, by: User, asked: Iterable[RequiredApproval]) -> tuple[str, ...]:
    """A sentence for each approval that only they may give who have edited `paper` in this round,
    or `by` who sends it."""
    return tuple(
        approving.why_writers_cannot(one.title, one.who)
        for one in missing(asked)
        if one.able
        and not one.wanted.is_sign_off
        and all(paper.was_edited_by(who) or who == by for who in one.able)
    )


def unapprovable(paper: Paper, on: date) -> tuple[str, ...]:
    """A sentence for each approval that `paper` needs and nobody can give on the day `on`."""
    return tuple(
        approving.why_nobody_can(
            one.title,
            "" if one.of_whole else f"“{one.scope_words}”",
            [holder.name for holder in one.unable],
        )
        for one in asked_of(paper, on)
        if one.is_stuck
    )


def _said(approval, template):
    what = "" if approval.is_sign_off else approval.title
    of = "" if approval.scope == WHOLE else f"“{in_words(approval.scope, template)}”"
    more = ": ".join(filter(None, (what, of)))
    said = f"{approval.by_whom}, {say_day(approval.approved_on)}"
    return f"{said} ({more})" if more else said


def _line(row):
    own = row.template_id is not None
    return approving.Line(row.kind, row.called, row.scope, row.approver_id, own)


def _asked(wanted, holders, template, standing, paper, on):
    named = [holders[key] for key in wanted.holders]
    able = tuple(one for one in named if _may_give(wanted, one, on))
    given = next(
        (one for one in standing if wanted.is_met_by(one.kind, one.called, one.scope)), None
    )
    return RequiredApproval(
        wanted=wanted,
        scope_words=in_words(wanted.scope, template),
        able=able,
        unable=tuple(one for one in named if one not in able),
        given=given,
    )


def _from_outside(paper, standing):
    given = {one.outsider: one for one in standing if one.outsider}
    for row in OutsideApprover.objects.needed(paper):
        who = row.in_words
        wanted = ApprovalRequirement(kind=approving.OUTSIDE)
        yield RequiredApproval(wanted, THE_WHOLE, given=given.get(who), outsider=who)


def _may_give(wanted, user, on):
    if may(user, Permission.APPROVE_PAPERS, on):
        return True
    return wanted.is_sign_off and may(user, Permission.COMPOSE_PAPERS, on)
