"""Who has approved a paper, who is waited for and of what, from its council's rule and its rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assurance.accounts.access import Permission, may
from assurance.accounts.models.accounts import User
from assurance.people.models.holders import PostHolder
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.approvals import rules as approving
from reports.approvals.clearances import contents as clearances
from reports.approvals.models.approvals import KINDS, WHOLE, Approval, ApprovalRule
from reports.approvals.models.clearances import Clearance
from reports.approvals.models.guests import OutsideApprover
from reports.approvals.rules import ApprovalRequirement
from reports.documents.digest import entry_of
from reports.language.template import Template
from reports.papers import lifecycle
from reports.papers.manuscript import template_in
from reports.papers.models.papers import Paper

THE_WHOLE = "the whole report"


def scopes_offered(template: Template) -> list[tuple[str, str]]:
    """Each scope that an approval of papers of `template` may have, with its words."""
    matches = []
    for part in template.parts:
        if part.title and part.kind not in ("approval", "abbreviations"):
            matches.append((part.slug, part.title))
            matches += [
                (f"{part.slug}/{entry}", f"{part.title}: {entry}") for entry in part.entries
            ]
    return matches


def in_words(scope: str, template: Template | None = None) -> str:
    """A scope in words: “the whole paper”, “Implications: Legal”; its own name without template."""
    if scope == WHOLE:
        return THE_WHOLE
    titles = dict(scopes_offered(template)) if template else {}
    part, _, entry = scope.partition("/")
    name = with_capital(part.replace("_", " ").replace("-", " "))
    return titles.get(scope, f"{name}: {entry}" if entry else name)


TITLES = dict(KINDS)
ANOTHER_PERSON = "Another person than those who wrote it"


@dataclass(frozen=True)
class RequiredApproval:
    """One approval that a paper needs, with the accounts that may give it now, those of the rule
    that may not, and what meets it, if that stands: an approval, or of an entry a clearance.
    `deputies` are (deputy, for whom) among those who may. `outsider` is the name and post of the
    one without an account who is asked for it."""

    wanted: ApprovalRequirement
    scope_words: str
    able: tuple[User, ...] = ()
    unable: tuple[User, ...] = ()
    given: Approval | Clearance | None = None
    outsider: str = ""
    deputies: tuple[tuple[User, User], ...] = ()

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
        named = {deputy.pk: f"{deputy.name} for {holder.name}" for deputy, holder in self.deputies}
        accounts = (*self.able, *self.unable)
        return " or ".join(named.get(item.pk, item.name) for item in accounts)

    def in_place_of(self, user: User) -> User | None:
        """For whom `user` gives it as a deputy; None where it is asked of them."""
        return next((holder for deputy, holder in self.deputies if deputy == user), None)

    @property
    def words(self) -> str:
        """The approval and who gives it, as a sentence names them."""
        return f"{self.title} ({self.who})" if self.title else self.who

    @property
    def of_whole(self) -> bool:
        """Whether it is of the whole paper."""
        return self.wanted.scope == WHOLE

    @property
    def of_entry(self) -> bool:
        """Whether it is of one entry of a part, which may be cleared."""
        return bool(entry_of(self.wanted.scope))

    @property
    def is_stuck(self) -> bool:
        """Whether nobody can give it as things are."""
        return not (self.given or self.able or self.wanted.from_anybody or self.outsider)


def asked_of(
    paper: Paper, on: date, print_of: clearances.PaperPrint | None = None
) -> tuple[RequiredApproval, ...]:
    """Every approval that `paper` needs on the day `on`: by the rule, then from outside; `print_of`
    is what it prints, where that was read."""
    template = template_in(paper.template)
    rows = ApprovalRule.objects.for_paper(paper).on(on).select_related("approver", "deputy")
    rows = list(rows.prefetch_related("approver__grants", "deputy__grants"))
    holders = {row.approver_id: row.approver for row in rows}
    deputies = _deputies(rows, on)
    lines = [_line(row) for row in rows]
    needed = approving.required_approvals(lines, {part.slug for part in template.parts})
    current = list(paper.standing_approvals)
    met = [*current, *clearances.current_clearances(paper, print_of)]
    named = [_requirement(item, holders, deputies, template, met, on) for item in needed]
    return (*named, *_from_outside(paper, current))


def missing(queries: Iterable[RequiredApproval]) -> tuple[RequiredApproval, ...]:
    """Those of `asked` that nobody has given yet."""
    return tuple(item for item in queries if item.given is None)


def asked_of_user(queries: Iterable[RequiredApproval], user: User) -> tuple[RequiredApproval, ...]:
    """Those of `asked` that `user` may give and nobody has given."""
    return tuple(
        item
        for item in missing(queries)
        if user.pk in {able.pk for able in item.able}
        or (item.wanted.from_anybody and may(user, Permission.APPROVE_PAPERS))
    )


def why_not_approve(paper: Paper, user: User, queries: Iterable[RequiredApproval]) -> str:
    """Why `user` cannot give one of the approvals, or nothing; an author may sign off their own."""
    theirs = asked_of_user(queries, user)
    has_written = paper.was_edited_by(user)
    if has_written and any(their.wanted.is_sign_off for their in theirs):
        has_written = False
    has_approved = any(
        standing_approval.approver_id == user.pk for standing_approval in paper.standing_approvals
    )
    return lifecycle.why_not_approve(
        paper.status, has_written, has_approved and not theirs, bool(theirs) or may_add(queries)
    )


def may_add(queries: Iterable[RequiredApproval]) -> bool:
    """Whether anybody who may approve may add an approval: the council's rule names nobody."""
    return all(item.wanted.from_anybody or item.outsider for item in queries)


def waiting_for(user: User, on: date) -> list[tuple[Paper, tuple[RequiredApproval, ...]]]:
    """The papers sent for approval that wait for `user`, each with what is asked of them."""
    papers = Paper.objects.visible_to(user).with_approvers().defer("frozen")
    matches = []
    for paper in papers:
        theirs = asked_of_user(asked_of(paper, on), user)
        if paper.was_edited_by(user):
            theirs = tuple(their for their in theirs if their.wanted.is_sign_off)
        if theirs:
            matches.append((paper, theirs))
    return matches


def printed(paper: Paper) -> list[tuple[str, str]]:
    """The rows of the approval block of `paper`: what was done, and by whom, when and of what."""
    template = template_in(paper.template)
    values = (*paper.standing_approvals, *clearances.current_clearances(paper))
    return [(_done_by(item), _approval_text(item, template)) for item in values]


def _done_by(given):
    if given.is_clearance:
        return "Cleared by"
    return "Signed off by" if given.is_sign_off else "Approved by"


def ended(paper: Paper) -> list[Approval]:
    """Approvals of this round or the last that no longer count and nobody gave again."""
    if paper.status == Paper.ISSUED:
        return []
    again = {
        (standing_approval.approver_id, standing_approval.scope)
        for standing_approval in paper.standing_approvals
    }
    because = (Approval.CHANGED, Approval.EDITED)
    rows = paper.approvals.filter(
        round__in=(paper.round - 1, paper.round), void_because__in=because
    ).select_related("approver")
    return [row for row in rows if (row.approver_id, row.scope) not in again]


def kept_from(paper: Paper, by: User, queries: Iterable[RequiredApproval]) -> tuple[str, ...]:
    """A sentence for each approval that only its writers, or `by` who sends it, may give; an entry
    may be cleared by who wrote it."""
    return tuple(
        approving.why_writers_cannot(item.title, item.who)
        for item in missing(queries)
        if item.able
        and not (item.wanted.is_sign_off or item.of_entry)
        and all(paper.was_edited_by(who) or who == by for who in item.able)
    )


def unapprovable(paper: Paper, on: date) -> tuple[str, ...]:
    """A sentence for each approval that `paper` needs and nobody can give on the day `on`."""
    return tuple(
        approving.why_nobody_can(
            item.title,
            "" if item.of_whole else f"“{item.scope_words}”",
            [holder.name for holder in item.unable],
        )
        for item in asked_of(paper, on)
        if item.is_stuck
    )


def _approval_text(approval, template):
    what = "" if approval.is_sign_off or approval.is_clearance else approval.title
    of = "" if approval.scope == WHOLE else f"“{in_words(approval.scope, template)}”"
    more = ": ".join(filter(None, (what, of)))
    text = f"{_giver(approval)}, {say_day(approval.approved_on)}"
    return f"{text} ({more})" if more else text


def _giver(given):
    """The post of whoever gave it, “X for Y” where a deputy did: print has no account's name."""
    account = given.clearer if given.is_clearance else given.approver
    if account is None:
        return given.outsider
    people = filter(None, (account, given.in_place_of))
    return " for ".join(PostHolder.objects.title_of(who, given.approved_on) for who in people)


def _line(row):
    own = row.template_id is not None
    return approving.Line(row.kind, row.called, row.scope, row.approver_id, own)


def _deputies(rows, on):
    """(kind, name, scope, approver) → the deputy on the day `on`, or None; the lines of one
    template before those of every template."""
    ordered = sorted(rows, key=lambda row: row.template_id is not None)
    return {(*_line(row).asks, row.approver_id): row.deputy_on(on) for row in ordered}


def _requirement(wanted, holders, deputies, template, standing, on):
    named = [holders[key] for key in wanted.holders]
    asks = (wanted.kind, wanted.called.casefold(), wanted.scope)
    pairs = [(deputies.get((*asks, holder.pk)), holder) for holder in named]
    acting = tuple(
        (deputy, holder)
        for deputy, holder in pairs
        if deputy and deputy not in named and _may_give(wanted, deputy, on)
    )
    able = tuple(item for item in named if _may_give(wanted, item, on))
    value = next(
        (item for item in standing if wanted.is_met_by(item.kind, item.called, item.scope)), None
    )
    return RequiredApproval(
        wanted=wanted,
        scope_words=in_words(wanted.scope, template),
        able=tuple(dict.fromkeys((*able, *(deputy for deputy, _ in acting)))),
        deputies=acting,
        unable=tuple(item for item in named if item not in able),
        given=value,
    )


def _from_outside(paper, current):
    values = {item.outsider: item for item in current if item.outsider}
    for row in OutsideApprover.objects.needed(paper):
        who = row.in_words
        target = ApprovalRequirement(kind=approving.OUTSIDE)
        yield RequiredApproval(target, THE_WHOLE, given=values.get(who), outsider=who)


def _may_give(target, user, on):
    if may(user, Permission.APPROVE_PAPERS, on):
        return True
    return target.is_sign_off and may(user, Permission.COMPOSE_PAPERS, on)
