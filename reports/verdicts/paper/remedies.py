"""Who can fix what a check found, and on which page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import get_text_list

from assurance.accounts.access import SUBJECT_OF, Permission
from assurance.accounts.models.accounts import User
from assurance.figures.registry import evidence_of
from assurance.runtime.periods import today
from reports.checks.rule import Fault
from reports.language.template import GENERATED
from reports.papers.assembly.questions import ENTER_DATE
from reports.papers.manuscript import template_in
from reports.papers.models.papers import Paper
from reports.papers.typed_numbers import SETTLE
from reports.verdicts.paper.blockers import (
    CARRIED,
    PROPOSED,
    TYPED_CHANGED,
    TYPED_SOURCE,
    UNANSWERED,
)

CLERK = "a clerk"
KEEP_OR_WRITE = "Keep the sentence or write the part"
# How many of those who may do something are named.
NAMED = 3


@dataclass(frozen=True)
class Remedy:
    """Who can fix something, in words, and the page where it is done: the words of its link, its
    address and the permission that opens it. Without an address it is fixed where it shows."""

    who: str = CLERK
    words: str = ""
    address: str = ""
    permission: Permission = Permission.COMPOSE_PAPERS


def join(rule: str, remedy: Callable[[Paper], Remedy]) -> None:
    """Joins the remedy of every finding of a rule; called from `AppConfig.ready`."""
    _remedies[rule] = remedy


def on_page(words: str, name: str) -> Callable[[Paper], Remedy]:
    """A remedy on the page `name` of the paper."""
    return lambda paper: Remedy(CLERK, words, _address(name, paper))


_remedies: dict[str, Callable[[Paper], Remedy]] = {
    CARRIED.key: on_page("Look at the carried text", "editor:carried"),
    TYPED_CHANGED.key: on_page("Look at what has changed", "editor:carried"),
    UNANSWERED.key: on_page("Answer the commitments", "editor:draft"),
}


def remedy_of(paper: Paper, checked) -> Remedy:
    """What fixes a finding (`reports.verdicts.rule_faults.RuleFault`) wherever it shows."""
    if checked.fault.figure:
        return _evidence_remedy(paper, checked.fault.figure)
    if checked.rule.key in _remedies:
        return _remedies[checked.rule.key](paper)
    if checked.rule == PROPOSED:
        to = _address("editor:keep-sentence", paper, checked.fault.part)
        return Remedy(CLERK, KEEP_OR_WRITE, to)
    if checked.fault.says.endswith(SETTLE) or checked.rule == TYPED_SOURCE:
        return on_page("Give the typed numbers a source", "editor:settle")(paper)
    if checked.fault.says.endswith(ENTER_DATE):
        return on_page("Enter the dates of the report", "editor:dates")(paper)
    return Remedy()


def place_remedy(paper: Paper, fault: Fault) -> Remedy:
    """The page of the one place where a fault shows; without an address where it is in no block
    and no part."""
    if fault.block:
        return Remedy(
            CLERK, f"Change {fault.at or 'it'}", _address("editor:block", paper, fault.block)
        )
    if not fault.part:
        return Remedy()
    part = template_in(paper.template).part(fault.part)
    if part is not None and part.kind in GENERATED:
        return Remedy(CLERK, "Fill it in", _address("editor:parts", paper))
    return Remedy(CLERK, "Go to that part", f"{_address('editor:draft', paper)}#part-{fault.part}")


def recorders(council, permission: Permission) -> str:
    """The accounts that may record a subject today, in words; that there are none, where so."""
    return recorders_by_permission(council, [permission])[permission]


def recorders_by_permission(council, permissions: Iterable[Permission]) -> dict[Permission, str]:
    """Permission → the accounts that may record its subject today, in words; that there are none,
    where so."""
    able = User.objects.by_permission(council, set(permissions), today())
    return {permission: _in_words(permission, users) for permission, users in able.items()}


def _in_words(permission, users):
    subject = SUBJECT_OF.get(permission)
    who = f"an officer for {subject.label}" if subject else f"an account that may {permission}"
    return _names(user.name for user in users) or f"{who} (no account has this access now)"


def _names(names):
    """The first of the people that anyone of may do it, and how many more there are."""
    first = list(names)
    if len(first) > NAMED:
        first[NAMED - 1 :] = [f"{len(first) - NAMED + 1} others"]
    return get_text_list(first, "or")


def _evidence_remedy(paper, key):
    """The page where the evidence of a figure is recorded, and the accounts that may record it."""
    page = evidence_of(key)
    who = recorders(paper.council, page.permission)
    return Remedy(who, page.words, reverse(page.address), page.permission)


def _address(name, paper, *more):
    return reverse(name, args=[paper.series.slug, paper.slug, *more])
