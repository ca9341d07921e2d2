"""May somebody read a paper before it is issued, or approve it from outside; may one person issue
it in an emergency: a sentence that refuses, or nothing."""

from datetime import date, timedelta

WRITING, SENT, APPROVED, ISSUED = "writing", "sent", "approved", "issued"
# A link that was not used is no key for ever: long enough for an agenda to lie with a board.
LINK_DAYS = 14
USED = "This link has been used: it works for one decision."
ENDED_LINK = "This link has been withdrawn."
TAKEN_BACK = "The paper is being written again, so there is nothing to approve now."
IS_ISSUED = "The paper has been issued."


def link_until(on: date, first: date | None = None) -> date:
    """The last day of a link made on `on` that opens from the day `first` on."""
    return max(on, first or on) + timedelta(days=LINK_DAYS)


def why_not_name(status: str, is_named: bool) -> str:
    """Why nobody can be named who reads a paper of this status early, or nothing; `is_named` says
    that they are already."""
    if status == ISSUED:
        return "This paper has been issued: everybody can read it."
    return "They are named already." if is_named else ""


def why_not_end(is_ended: bool, status: str) -> str:
    """Why somebody who is named cannot be taken off the list, or nothing."""
    if is_ended:
        return "They have been taken off the list already."
    return "This paper has been issued: the list stays as it was." if status == ISSUED else ""


def why_not_yet(status: str, from_on: date, day: date) -> str:
    """Why somebody who is named cannot read the paper on `day`, or nothing."""
    if status != APPROVED:
        return "You can read it here once it has been approved."
    text = f"{from_on.day} {from_on:%B %Y}"
    return f"You can read it here from {text} on." if day < from_on else ""


def why_not_invite(status: str, is_invited: bool) -> str:
    """Why nobody from outside can be asked to approve a paper of this status, or nothing."""
    if status != SENT:
        return "Somebody from outside is asked once the paper was sent, and before it is approved."
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
        return "They are no longer asked: ask them anew."
    return "" if status == SENT else why_not_invite(status, False)


def why_not_emergency(status: str, reason: str, unsigned: bool, edited: bool) -> str:
    """Why one person cannot issue a paper of this status alone, or nothing; `unsigned` says that
    the report author has not signed it off, `edited` that its words moved since they were shown."""
    if status == ISSUED:
        return "This paper has been issued already."
    if status == APPROVED:
        return "This paper is approved: issue it in the usual way."
    if status == WRITING:
        return "Send the paper for approval first: its words and figures are fixed by it."
    if unsigned:
        return "The report author has not signed the paper off."
    if edited:
        return "This paper has changed since you opened it. Read it again before you issue it."
    return "" if reason.strip() else "Say why it cannot wait."


def why_not_look_again(
    is_looked: bool, is_issuer: bool, is_editor: bool, is_published: bool
) -> str:
    """Why somebody cannot give the second look at what was issued in an emergency, or nothing."""
    if is_looked:
        return "Somebody has looked at this again already."
    if not is_published:
        return "The paper has not been issued yet."
    if is_issuer:
        return "You issued it, so somebody else looks at it again."
    return "You wrote or sent it, so somebody else looks at it again." if is_editor else ""
