"""The reports that are due or under way, the set-up of a council and its first report, as cards."""

from assurance.accounts.access import Permission
from reports.tasks.papers import FOR_APPROVAL
from reports.tasks.set_up.steps import missing_for_report, summary_of


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
