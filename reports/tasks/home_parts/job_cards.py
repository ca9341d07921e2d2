"""The reports that are due or under way, the set-up of a council, its first records and its first
report, as cards."""

from assurance.accounts.access import SUBJECT_OF, Permission
from assurance.registers.declaration import KNOWN
from reports.tasks.papers import FOR_APPROVAL
from reports.tasks.set_up.steps import BY_KEY, missing_for_report, summary_of

# The steps of the set-up without which records of a subject cannot be added.
NEEDED_FOR = {
    Permission.RECORD_AUDITS: ("teams", "grades"),
    Permission.RECORD_DBS: ("populations", "policy"),
    Permission.RECORD_LOOKED_AFTER: ("populations",),
}


def of_cards(reader):
    """The reports under way; without those that have a card of their approval."""
    waiting = {need.words for need in reader.needs if need.status == FOR_APPROVAL}
    writes = Permission.COMPOSE_PAPERS in reader.permissions
    cards = [card for card in reader.cards if writes or card.title not in waiting]
    button = writes and any(card.address for card in cards)
    return {"cards": cards, "button": button, "asks": True} if cards else None


def of_set_up(reader):
    """What is left of setting the council up."""
    summary = summary_of(reader.user.council, reader.day)
    if not summary["is_left"]:
        return None
    return {**summary, "button": summary["following"] is not None, "asks": True}


def of_first_report(reader):
    """What a first report still needs; None once there is a report."""
    missing = missing_for_report(reader.user.council, reader.day)
    return None if missing is None else {"missing": missing, "button": not missing, "asks": True}


def of_first_records(reader):
    """The steps of the set-up that the first records still need; None once there is a record of a
    subject of the reader, or a task."""
    if reader.needs:
        return None
    subjects = [subject for subject in SUBJECT_OF if subject in reader.permissions]
    own = [row for row in KNOWN.values() if row.permission in subjects and row.parent is None]
    if any(row.rows(reader.user).exists() for row in own):
        return None
    keys = dict.fromkeys(key for subject in subjects for key in NEEDED_FOR.get(subject, ()))
    steps = [BY_KEY[key] for key in keys]
    council = reader.user.council
    return {
        "missing": [step.title for step in steps if not step.state(council, reader.day).is_done],
        "asks": True,
    }
