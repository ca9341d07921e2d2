"""May it now: sentences that refuse a step in a paper's life; who may is settled at the page."""

from reports.language.structure import HOLDING
from reports.language.template import GENERATED, WITH_ANNEXES

WRITING, SENT, APPROVED, ISSUED = "writing", "sent", "approved", "issued"

_NOT_WRITING = {
    SENT: "This report has been sent for approval. Take it back before you change it.",
    APPROVED: "This report has been approved. Take it back before you change it.",
    ISSUED: "This report is published and can no longer change. Correct it in a new edition.",
}
REMOVED = "Edition {number} takes out a number that no one may read any more."
REMARKS_CLOSED = "This report is published and takes no more comments."


def why_not_edit(status):
    """Why a paper of this status cannot be changed, or nothing."""
    return _NOT_WRITING.get(status, "")


def why_not_send(status, errors, warnings=()):
    """Why it cannot be sent; `errors` and `warnings` are sentences of what must be mended."""
    if status != WRITING:
        return _NOT_WRITING[status]
    if errors:
        count = _count(errors, "error")
        return f"This report has {count} to fix first. The first: {errors[0]}"
    if warnings:
        count = _count(warnings, "warning")
        return (
            f"This report has {count} to fix, or to accept with a reason, first. The first: "
            f"{warnings[0]}"
        )
    return ""


def why_not_send_correction(corrects, note):
    """Why a paper that corrects its edition `corrects`, or None, cannot be sent, or nothing."""
    if corrects is None or note.strip():
        return ""
    return f"Enter what changes from edition {corrects} before you send the correction."


def why_not_correct(status, corrects):
    """Why no correction of an issued paper can begin, or nothing."""
    if corrects is not None:
        return f"Edition {corrects} of this report is being corrected already."
    return "" if status == ISSUED else "Only a published report can be corrected."


def why_not_give_up(corrects, has_before, reason):
    """Why a correction cannot be given up, or nothing; `has_before` where what it began with was
    kept."""
    if corrects is None:
        return "No edition of this report is being corrected."
    if not has_before:
        return (
            "This correction began before corrections could be given up: publish it, with the "
            "words of the edition before where nothing is to change."
        )
    return "" if reason.strip() else "Enter why the correction is given up."


def why_not_word_correction(status, corrects, note):
    """Why the note of a correction cannot say `note`, or nothing."""
    if corrects is None:
        return "No edition of this report is being corrected."
    if status != WRITING:
        return _NOT_WRITING[status]
    return "" if note.strip() else "Enter what changes."


def why_not_remove(chosen, current, explanation):
    """Why the editions `chosen` cannot be removed, or nothing; `current` can be read by all."""
    if not current:
        return "This report has no public edition to remove."
    if not chosen or not set(chosen) <= set(current):
        return "Choose editions that everybody can read now."
    return "" if explanation.strip() else "Enter what happened."


def why_not_decide_removal(is_decided, is_own, successor=None):
    """Why somebody cannot confirm what was removed, or nothing; nor undo it, where a number was
    taken out by the edition `successor`."""
    if is_decided:
        return "Another person has already decided on this."
    if is_own:
        return "A second person confirms or undoes what you removed."
    if successor is None:
        return ""
    return (
        f"{REMOVED.format(number=successor)} The edition that it replaces stays removed: choose "
        "to confirm it."
    )


def why_not_take_back(status):
    """Why it cannot be taken back to be written further, or nothing."""
    if status == WRITING:
        return "This report is being written already."
    return _NOT_WRITING[ISSUED] if status == ISSUED else ""


def why_not_approve(status, is_editor, has_approved, is_asked=True):
    """Why this person cannot approve it: they edited it in this round, or are not asked."""
    if status == WRITING:
        return "This report has not been sent for approval."
    if status == ISSUED:
        return _NOT_WRITING[ISSUED]
    if is_editor:
        return "You have edited this report in this round, so another person must approve it."
    if has_approved:
        return "You have approved this report already."
    return "" if is_asked else "The council’s rule asks others to approve this report, not you."


def why_not_return(status, remarks):
    """Why it cannot be sent back to its writers, or nothing."""
    if status not in (SENT, APPROVED):
        return "Only a report that was sent for approval can be sent back."
    return "" if remarks.strip() else "Enter what should change before you send the report back."


def why_not_issue(status, approved_digests, digest, missing=()):
    """Why it cannot be issued: no approval by another of what will print, or `missing` ones."""
    if status == ISSUED:
        return "This report is already published."
    if status == APPROVED and digest in approved_digests and not missing:
        return ""
    waits = f" It waits for: {', '.join(missing)}." if missing else ""
    return f"This report needs the approval of another person before it is published.{waits}"


def why_not_remark(status, text):
    """Why nothing can be remarked on a paper of this status in these words, or nothing."""
    if status == ISSUED:
        return REMARKS_CLOSED
    return "" if text.strip() else "Write the comment first."


def why_not_settle(status, settled_on, answers):
    """Why a remark cannot be settled, or nothing; `answers` is the remark that it answers."""
    if status == ISSUED:
        return REMARKS_CLOSED
    if answers:
        return "Settle the comment itself, not an answer to it."
    return "This comment is already settled." if settled_on else ""


def why_not_reopen(status, settled_on):
    """Why a remark on a paper of this status cannot be opened again, or nothing."""
    if status == ISSUED:
        return REMARKS_CLOSED
    return "" if settled_on else "This comment is already open."


def why_not_place(kind, part, within):
    """Why a block of `kind` cannot stand in `part`, or in the block `within` (kind, part)."""
    if part is None or part.kind in GENERATED:
        return "This part of the report has no blocks: choose another."
    if kind == "recommendation" and not part.asks:
        return "A recommendation belongs in the part that asks something of the committee."
    if kind == "annex" and part.kind not in WITH_ANNEXES:
        return "An annex belongs in the part for annexes: choose a place there."
    if within and within[0] not in HOLDING:
        return "Only a section or an annex can contain a block: choose another place."
    if within and within[1] != part.slug:
        return "A block must be in the same part as its section or annex: choose another place."
    return ""


def _count(result, noun):
    return f"1 {noun}" if len(result) == 1 else f"{len(result)} {noun}s"


def why_not_readdress(before, after, has_papers):
    """Why a series cannot have another name in addresses, or nothing."""
    if before and before != after and has_papers:
        return "Reports of this series have addresses with this name: it can no longer change"
    return ""
