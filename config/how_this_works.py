"""How this works: the steps of readers, and those of each role that an account has today."""

from dataclasses import dataclass

from assurance.accounts.access import Permission, Role, may, permissions
from assurance.runtime.periods import today


@dataclass(frozen=True)
class Step:
    """A step of a role: a sentence, the page it is done on, and what an account needs for it.

    A step with several permissions is shown to an account that has any of them; one with none is
    shown to everyone.
    """

    words: str
    address: str = ""
    needs: frozenset[Permission] = frozenset()


RECORDS = frozenset(one for one in Permission if one.name.startswith("RECORD_"))
READERS = (
    Step("Choose your council, then open its latest report.", "front"),
    Step("Read the headline first: main figures, main points and what is asked of members."),
    Step("Select a number to see its definition, date, source and earlier values."),
    Step("Compare a report with the one before to see changed figures and commitments."),
    Step("Search for a figure, a commitment, a recommendation or a word."),
    Step("Follow a council to get an e-mail or a feed when it publishes a report."),
)
ROLES = {
    Role.MEMBER: (
        "Members",
        (
            Step("Open your tasks to see the next meeting and its report.", "home"),
            Step("Read the changes since the last report, then the full text."),
            Step("Write notes next to a paragraph. Only you can read them."),
        ),
    ),
    Role.OFFICER: (
        "Officers",
        (
            Step("Open your tasks to see missing and overdue records.", "home"),
            Step("Record the work of your subjects, one record at a time.", needs=RECORDS),
            Step(
                "Import files from other systems. You see every change before it is saved.",
                "imports:start",
                frozenset({Permission.IMPORT_FILES}),
            ),
            Step(
                "Record when you are away, so that a deputy gets your tasks.", "people:your-posts"
            ),
        ),
    ),
    Role.CLERK: (
        "Clerks",
        (
            Step(
                "Start a report for a meeting from the last one or from a template.",
                "editor:list",
                frozenset({Permission.COMPOSE_PAPERS}),
            ),
            Step(
                "Insert live figures. They follow the records until the report is published.",
                needs=frozenset({Permission.COMPOSE_PAPERS}),
            ),
            Step(
                "Read the report checks. Fix each error; fix a warning or accept it with a reason.",
                "verdicts:rules",
                frozenset({Permission.COMPOSE_PAPERS}),
            ),
            Step(
                "Ask for approval, then publish. A published edition never changes.",
                needs=frozenset({Permission.ISSUE_PAPERS}),
            ),
        ),
    ),
    Role.APPROVER: (
        "Approvers",
        (
            Step(
                "Open your tasks to see the reports that wait for you.",
                "home",
                frozenset({Permission.APPROVE_PAPERS}),
            ),
            Step(
                "Write or clear the implications that a clerk asks you for.",
                needs=frozenset({Permission.APPROVE_PAPERS}),
            ),
            Step(
                "Read the changes, the small numbers and the accepted warnings.",
                needs=frozenset({Permission.APPROVE_PAPERS}),
            ),
            Step(
                "Approve the report, or send it back with a comment.",
                needs=frozenset({Permission.APPROVE_PAPERS}),
            ),
        ),
    ),
    Role.ADMINISTRATOR: (
        "Administrators",
        (
            Step(
                "Give each person an account and a role, for one subject or all.",
                "accounts:list",
                frozenset({Permission.MANAGE_ACCOUNTS}),
            ),
            Step(
                "Choose which roles need two-step sign-in, and from which date.",
                "sign_in:two-step-list",
                frozenset({Permission.MANAGE_ACCOUNTS}),
            ),
            Step(
                "Review each role once a year. End it where it is not needed.",
                "sign_in:reviews",
                frozenset({Permission.MANAGE_ACCOUNTS}),
            ),
            Step(
                "Keep teams, populations and policies with their dates.",
                "people:list",
                frozenset({Permission.MANAGE_POLICIES}),
            ),
            Step(
                "Keep the contact for concerns about a child and the public statements.",
                "public_pages:contact-list",
                frozenset({Permission.MANAGE_POLICIES}),
            ),
        ),
    ),
    Role.DATA_PROTECTION: (
        "Data protection",
        (
            Step(
                "Decide how long each kind of record is kept, and see what ends next.",
                "data_protection:schedule",
                frozenset({Permission.KEEP_RETENTION}),
            ),
            Step(
                "Find, export or erase what is kept on a person.",
                "data_protection:find",
                frozenset({Permission.PROTECT_DATA}),
            ),
            Step(
                "Put records on legal hold, so that nothing removes them.",
                "data_protection:hold-list",
                frozenset({Permission.PROTECT_DATA}),
            ),
            Step(
                "After a breach, see whose data an account could open.",
                "data_protection:reach",
                frozenset({Permission.PROTECT_DATA}),
            ),
            Step(
                "Read who downloaded lists, searched records or opened exempt matter.",
                "data_protection:log",
                frozenset({Permission.PROTECT_DATA}),
            ),
        ),
    ),
}


def parts_of(user):
    """(heading, steps) for each role whose steps are open to `user` today; none signed out."""
    if not permissions(user):
        return []
    roles = {grant.role for grant in user.held_grants if grant.in_force(today())} | {Role.MEMBER}
    chosen = [ROLES[role] for role in ROLES if role in roles]
    return [(heading, [step for step in steps if is_open(step, user)]) for heading, steps in chosen]


def is_open(step, user):
    """True where a step is shown to `user`."""
    return not step.needs or any(may(user, needed) for needed in step.needs)
