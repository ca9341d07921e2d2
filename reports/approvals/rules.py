"""Whose approval a paper needs, and why one cannot be given; whether somebody may read it before
its issue, approve it from outside, or issue it alone: pure, from a council's rule and what stands.

The rule of the field: the report author signs off and may be the last editor; an approver has
edited nothing in this round; nothing is issued without one approval of the whole by another.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reports.documents.digest import WHOLE, part_of

AUTHOR, OUTSIDE = "author", "outside"
WRITING, SENT, APPROVED, ISSUED = "writing", "sent", "approved", "issued"


@dataclass(frozen=True)
class Line:
    """A line of a council's rule; `of_template` says that it is for papers of one template."""

    kind: str
    called: str
    scope: str
    holder: int
    of_template: bool = False

    @property
    def asks(self) -> tuple[str, str, str]:
        """What it asks for, whoever holds it."""
        return self.kind, self.called.casefold(), self.scope


@dataclass(frozen=True)
class ApprovalRequirement:
    """One approval from any one of `holders`; none means anybody who may and has not written."""

    kind: str = ""
    called: str = ""
    scope: str = WHOLE
    holders: tuple[int, ...] = ()

    @property
    def is_sign_off(self) -> bool:
        """Whether it is the report author's own word."""
        return self.kind == AUTHOR

    @property
    def from_anybody(self) -> bool:
        """Whether no line of the rule names who gives it."""
        return not self.holders and self.kind != OUTSIDE

    def is_met_by(self, kind: str, called: str, scope: str) -> bool:
        """Whether an approval of that kind and scope is the one that is needed."""
        if self.from_anybody:
            return scope == WHOLE and kind not in (AUTHOR, OUTSIDE)
        queries = (self.kind, self.called.casefold(), self.scope)
        return queries == (kind, called.casefold(), scope)


ANYBODY = ApprovalRequirement()


def required_approvals(
    lines: Iterable[Line], parts: Collection[str]
) -> tuple[ApprovalRequirement, ...]:
    """Every approval that a paper needs whose template has `parts`, in the order of the rule.

    A line for the paper's own template stands in place of those for every template that ask for
    the same; one of a part that the paper does not have asks nothing. Where nobody is asked to
    approve the whole, any other person is.
    """
    groups: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines:
        if line.scope == WHOLE or part_of(line.scope) in parts:
            groups.setdefault(line.asks, []).append(line)
    matches = []
    for group in groups.values():
        own = [line for line in group if line.of_template] or group
        holders = tuple(dict.fromkeys(line.holder for line in own))
        matches.append(ApprovalRequirement(own[0].kind, own[0].called, own[0].scope, holders))
    if any(item.scope == WHOLE and not item.is_sign_off for item in matches):
        return tuple(matches)
    return (*matches, ANYBODY)


def why_nobody_can(title, scope_words, names):
    """The sentence about an approval that none of the accounts `names` may give now."""
    text = " or ".join(names)
    of = "" if not scope_words else f" of {scope_words}"
    return (
        f"No one can give the approval “{title}”{of}: {text} cannot approve reports now. Name "
        "another person under “Who approves reports”, or give that account its role again."
    )


def why_writers_cannot(title, who):
    """The sentence about an approval whose only holders wrote or send the paper."""
    return (
        f"The approval “{title}” is asked of {who}, who has written or sends this report and so "
        "cannot give it in this round."
    )


def why_not_take_later(status, version, offered, frozen):
    """Why later values cannot be taken, or nothing, from the digests shown, of now, and kept."""
    if status not in (SENT, APPROVED):
        return "Only a report that was sent for approval keeps values that can be out of date."
    if offered == frozen:
        return "The report matches the records. There are no later values."
    if version != offered:
        return "The records have changed again since you opened this page. Look at it once more."
    return ""


def why_not_take_found(errors, warnings):
    """Why values cannot be taken that bring these errors and warnings, each a sentence."""
    first = next(iter((*errors, *warnings)), "")
    if not first:
        return ""
    return (
        "With these values the words no longer fit, so the report must be taken back and "
        f"changed. The first problem: {first}"
    )


def why_not_ask_part(scope, parts):
    """Why a line of the rule cannot be of `scope`, or nothing; `parts` are of its templates."""
    if scope == WHOLE or part_of(scope) in parts:
        return ""
    return "Reports of that template do not have this part: choose another."


def why_not_hold(kind, may_approve, may_write):
    """Why an account cannot hold a line of this kind, or nothing."""
    if may_approve or (kind == AUTHOR and may_write):
        return ""
    return "This account does not have the role of an approver: choose another, or give it the role"


def why_not_name(called, is_other):
    """Why a line cannot be called so, or nothing: one of another kind says what it is."""
    if is_other and not called.strip():
        return "Enter the name of the approval"
    return ""


def why_not_deputy(kind, has_deputy, is_approver, first, last):
    """(name of a field, why it cannot be so) of a deputy from `first` to `last`, or nothing;
    `is_approver` says that it is the approver."""
    if not has_deputy:
        named = next(
            (name for name, day in (("deputy_from", first), ("deputy_to", last)) if day), ""
        )
        return (named, "Choose the deputy, or leave the dates empty") if named else None
    if kind == AUTHOR:
        return "deputy", "The report author signs off in person: leave the deputy empty"
    if is_approver:
        return "deputy", "Choose another account than the approver’s as deputy"
    if not (first and last):
        return (
            "deputy_to" if first else "deputy_from",
            "Enter the start date and end date of the deputy",
        )
    if last < first:
        return "deputy_to", "The deputy’s end date must be on or after the start date"
    return None


def why_not_twice(from_date, to_date, others):
    """Why a line cannot hold in these days beside `others`, the days of the same; or nothing."""
    meets = any(
        (to_date is None or start <= to_date) and (end is None or from_date <= end)
        for start, end in others
    )
    return (
        "The rule already asks this account for the same approval between these dates"
        if meets
        else ""
    )


# A link that was not used is no key for ever: long enough for an agenda to lie with a board.
LINK_DAYS = 14
USED = "This link has been used: it works for one decision."
ENDED_LINK = "This link has been withdrawn."
TAKEN_BACK = "The report is being written again, so there is nothing to approve now."
IS_ISSUED = "The report has been published."


def link_until(on: date, first: date | None = None) -> date:
    """The last day of a link made on `on` that opens from the day `first` on."""
    return max(on, first or on) + timedelta(days=LINK_DAYS)


def why_not_name_reader(status: str, is_named: bool) -> str:
    """Why nobody can be named who reads a paper of this status early, or nothing."""
    if status == ISSUED:
        return "This report is published: everyone can read it."
    return "They are named already." if is_named else ""


def why_not_end(is_ended: bool, status: str) -> str:
    """Why somebody who is named cannot be taken off the list, or nothing."""
    if is_ended:
        return "They have been taken off the list already."
    return "This report is published: the list can no longer change." if status == ISSUED else ""


def why_not_yet(status: str, from_on: date, day: date) -> str:
    """Why somebody who is named cannot read the paper on `day`, or nothing."""
    if status != APPROVED:
        return "You can read it here once it has been approved."
    text = f"{from_on.day} {from_on:%B %Y}"
    return f"You can read it here from {text} on." if day < from_on else ""


def why_not_invite(status: str, is_invited: bool) -> str:
    """Why nobody from outside can be asked to approve a paper of this status, or nothing."""
    if status != SENT:
        return "You can ask an outside approver after the report is sent and before it is approved."
    return "They have been asked already." if is_invited else ""


def why_not_decide(status: str, is_withdrawn: bool, is_decided: bool) -> str:
    """Why somebody from outside cannot decide on the paper, or nothing."""
    if is_decided:
        return USED
    if is_withdrawn:
        return ENDED_LINK
    if status == ISSUED:
        return IS_ISSUED
    return TAKEN_BACK if status == WRITING else ""


def why_not_uninvite(is_withdrawn: bool, is_decided: bool) -> str:
    """Why somebody from outside cannot be asked no longer, or nothing."""
    return "This has been closed already." if is_withdrawn or is_decided else ""


def why_not_ask_again(status: str, is_withdrawn: bool) -> str:
    """Why no new link can be made for somebody from outside, or nothing."""
    if is_withdrawn:
        return "They are no longer asked. Send a new request."
    return "" if status == SENT else why_not_invite(status, False)


def why_not_emergency(status: str, reason: str, unsigned: bool, edited: bool) -> str:
    """Why one person cannot issue it alone, or nothing; `edited`: its words moved since shown."""
    if status == ISSUED:
        return "This report is already published."
    if status == APPROVED:
        return "This report is approved: publish it in the usual way."
    if status == WRITING:
        return "Send the report for approval first. That fixes its words and figures."
    if unsigned:
        return "The report author has not signed the report off."
    if edited:
        return "This report has changed since you opened it. Read it again before you publish it."
    return "" if reason.strip() else "Enter why it cannot wait."


def why_not_look_again(
    is_looked: bool, is_issuer: bool, is_editor: bool, is_published: bool
) -> str:
    """Why somebody cannot give the second look at what was issued in an emergency, or nothing."""
    if is_looked:
        return "Another person has already looked at this again."
    if not is_published:
        return "The report is not published yet."
    if is_issuer:
        return "You published it, so another person must look at it again."
    return "You wrote or sent it, so another person must look at it again." if is_editor else ""
