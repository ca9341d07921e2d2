"""The parts of a home page in their order: what asks something of its reader before what informs.
Later apps join theirs."""

from assurance.accounts.access import Permission
from reports.tasks.home_parts import (
    access,
    approvals,
    commitments,
    job_cards,
    meetings,
    next_meeting,
    own_notes,
    pictures,
    recent,
    shortcuts,
    task_groups,
    visits,
)
from reports.tasks.home_parts.parts import PICTURES, SIDE, TOP, FilledPart, HomePart, HomeReader

PARTS = [
    HomePart("next_meeting", Permission.READ_ISSUED, next_meeting.of_meeting, TOP),
    HomePart("shortcuts", Permission.SEE_HOME, shortcuts.of_additions, TOP),
    HomePart("absences", Permission.SEE_HOME, task_groups.of_absences),
    HomePart("no_post", Permission.IMPORT_FILES, task_groups.of_no_post),
    HomePart("approvals", Permission.SEE_HOME, approvals.of_approvals),
    HomePart("cards", Permission.SEE_HOME, job_cards.of_cards),
    HomePart("set_up", Permission.MANAGE_POLICIES, job_cards.of_set_up),
    HomePart("first_records", Permission.IMPORT_FILES, job_cards.of_first_records),
    HomePart("first_report", Permission.COMPOSE_PAPERS, job_cards.of_first_report),
    HomePart("tasks", Permission.SEE_HOME, task_groups.of_tasks),
    HomePart("waiting_checks", Permission.SEE_HOME, task_groups.of_waiting_checks),
    HomePart("commitments", Permission.READ_ISSUED, commitments.of_commitments),
    HomePart("search", Permission.SEE_HOME, own_notes.of_search, SIDE),
    HomePart("new", Permission.READ_ISSUED, visits.of_new, SIDE),
    HomePart("picture", Permission.SEE_COUNTS, pictures.of_dbs, PICTURES),
    HomePart("picture", Permission.SEE_COUNTS, pictures.of_audits, PICTURES),
    HomePart("picture", Permission.SEE_COUNTS, pictures.of_children, PICTURES),
    HomePart("picture", Permission.SEE_COUNTS, pictures.of_actions, PICTURES),
    HomePart("meetings", Permission.READ_DRAFTS, meetings.of_meetings, SIDE),
    HomePart("published", Permission.READ_DRAFTS, meetings.of_published, SIDE),
    HomePart("access", Permission.MANAGE_ACCOUNTS, access.of_roles),
    HomePart("expiry", Permission.MANAGE_ACCOUNTS, access.of_expiry),
    HomePart("recent", Permission.SEE_HOME, recent.of_records, SIDE),
]


def join(part: HomePart) -> None:
    """Joins a part of a later app to the page, after those of its column."""
    PARTS.append(part)


def parts_of(reader: HomeReader) -> list[FilledPart]:
    """The parts that `reader` may see and that have something to show; the first that has a button
    leads."""
    filled, is_led = [], False
    for part in PARTS:
        context = part.context(reader) if part.permission in reader.permissions else None
        if context is None:
            continue
        leads = not is_led and bool(context.get("button"))
        is_led = is_led or leads
        filled.append(FilledPart(part, context, leads))
    return _without_empty_tasks(filled)


def _without_empty_tasks(filled):
    """The same; that nothing waits is shown only where no other part asks anything."""
    asks = any(row.context.get("asks") for row in filled)
    return [row for row in filled if row.part.name != "tasks" or row.context["groups"] or not asks]
