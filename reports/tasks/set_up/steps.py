"""The steps of setting a council up, in their order, each with its form and its state."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse

from assurance.public_pages.forms import AccessibilityForm, ContactForm, PrivacyForm
from reports.papers.models.papers import Paper
from reports.tasks.set_up import additions, states
from reports.tasks.set_up.forms import definitions, people, reports

FOR_REPORT, FOR_FIGURES = "Needed for a first report", "Needed for figures"
FOR_READERS = "Needed before a report is published"
COLOURS = {
    states.NOT_STARTED: "grey",
    states.IN_PROGRESS: "turquoise",
    states.WAITING: "yellow",
}


@dataclass(frozen=True)
class Step:
    """One step: `key` stands in its address, `needed` says what for, `form` asks all of it at once,
    `add(form, council=, by=, on=)` writes it, `state(council, day)` reads how far it has come.
    `register` names the list of what is there, `blocked_by` the step that comes before it."""

    key: str
    title: str
    needed: str
    form: type
    add: Callable
    state: Callable
    saved: str
    register: str = ""
    blocked_by: str = ""

    @property
    def address(self) -> str:
        """The address of its page."""
        return reverse("set_up:accounts" if self.key == ACCOUNTS else "set_up:step", args=self.keys)

    @property
    def keys(self) -> list[str]:
        """The arguments of its address."""
        return [] if self.key == ACCOUNTS else [self.key]

    def save(self, form, **own):
        """Writes what was typed, all of it or nothing; gives what `add` gives."""
        with transaction.atomic():
            return self.add(form, **own)


@dataclass(frozen=True)
class Line:
    """A step as it stands on a day."""

    step: Step
    state: states.State

    @property
    def colour(self) -> str:
        """The colour of its status; empty for plain text."""
        return COLOURS.get(self.state.status, "")


ACCOUNTS = "accounts"
STEPS = (
    Step(
        *("teams", "Services and teams", FOR_REPORT),
        *(people.TeamsForm, additions.add_teams, states.of_teams),
        saved="The teams have been added.",
        register="people:list",
    ),
    Step(
        *("posts", "Posts", FOR_REPORT, people.PostsForm, additions.add_posts, states.of_posts),
        saved="The posts have been added.",
        register="people:post-list",
    ),
    Step(
        *(ACCOUNTS, "Accounts", FOR_REPORT),
        *(people.AccountsForm, additions.add_accounts, states.of_accounts),
        saved="The accounts have been added.",
        register="accounts:list",
    ),
    Step(
        *("committee", "Committee and its meetings", FOR_REPORT),
        *(reports.CommitteeForm, additions.add_committee, states.of_committee),
        saved="The committee has been saved.",
        register="editor:meeting-list",
    ),
    Step(
        *("template", "Report template", FOR_REPORT),
        *(reports.TemplateForm, additions.add_template, states.of_template),
        saved="The template has been made. Change its parts under “Report templates”.",
        register="report_templates:report-templates",
    ),
    Step(
        *("approvers", "Who approves reports", FOR_REPORT),
        *(reports.ApproversForm, additions.add_approvers, states.of_approvers),
        saved="Who approves reports has been saved.",
        register="approvals:approver-list",
        blocked_by=ACCOUNTS,
    ),
    Step(
        *("populations", "Populations", FOR_FIGURES),
        *(definitions.PopulationsForm, additions.add_populations, states.of_populations),
        saved="The populations have been added.",
        register="people:cohort-list",
    ),
    Step(
        *("policy", "DBS re-check policy", FOR_FIGURES),
        *(definitions.PolicyForm, additions.add_policy, states.of_policy),
        saved="The policy has been saved.",
        register="dbs:policy-list",
    ),
    Step(
        *("grades", "Grades of audits", FOR_FIGURES),
        *(definitions.GradesForm, additions.add_grades, states.of_grades),
        saved="The grades have been saved.",
        register="audits:scale-list",
    ),
    Step(
        *("small-numbers", "Policy of small numbers", FOR_FIGURES),
        *(definitions.SmallNumbersForm, additions.add_small_numbers, states.of_small_numbers),
        saved="The policy has been entered. Another administrator approves it.",
        register="figures:policy-list",
    ),
    Step(
        *("contact", "Contact for concerns about a child", FOR_READERS),
        *(ContactForm, additions.add_contact, states.of_contact),
        saved="The contact has been saved. Every public page shows it.",
        register="public_pages:contact-list",
    ),
    Step(
        *("accessibility", "Accessibility statement", FOR_READERS),
        *(AccessibilityForm, additions.add_accessibility, states.of_accessibility),
        saved="The statement has been saved. Every public page links to it.",
        register="public_pages:accessibility-list",
    ),
    Step(
        *("privacy", "Privacy notice", FOR_READERS),
        *(PrivacyForm, additions.add_privacy, states.of_privacy),
        saved="The notice has been saved. Every public page links to it.",
        register="public_pages:privacy-list",
    ),
)
BY_KEY = {step.key: step for step in STEPS}


def lines_of(council, day: date) -> list[Line]:
    """Every step with its state on `day`, in order."""
    return [Line(step, step.state(council, day)) for step in STEPS]


def next_of(lines: list[Line]) -> Line | None:
    """The first step that can be done now, or None."""
    open_lines = [line for line in lines if not line.state.is_done]
    later = (states.BLOCKED, states.WAITING)
    return next((line for line in open_lines if line.state.status not in later), None)


def summary_of(council, day: date) -> dict:
    """What the home page and the list show above the steps: how many are done, and the next."""
    lines = lines_of(council, day)
    return {
        "lines": lines,
        "done": sum(line.state.is_done for line in lines),
        "following": next_of(lines),
        "is_left": not all(line.state.is_done for line in lines),
        "is_ready": all(line.state.is_done for line in lines if line.step.needed == FOR_REPORT),
    }


def missing_for_report(council, day: date) -> list[str] | None:
    """The titles of the steps that a first report still needs; None once there is a report."""
    if Paper.objects.of(council).exists():
        return None
    lines = [line for line in lines_of(council, day) if line.step.needed == FOR_REPORT]
    return [line.step.title for line in lines if not line.state.is_done]
