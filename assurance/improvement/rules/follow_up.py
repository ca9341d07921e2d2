"""What may be noted of an action, and what may be linked as evidence of how it goes."""

from assurance.runtime.periods import say_day


def why_not_note(action, noted_on):
    """The sentence that refuses the day of a note, or None."""
    if noted_on < action.created_on and noted_on < action.starts_on:
        return (
            f"The action starts on {say_day(action.starts_on)}: a note on it comes on or after "
            "that day"
        )
    return None


def why_not_one(audit_reference, figure):
    """(field, sentence) of what refuses evidence that is neither an audit nor a figure, or both; or
    None."""
    if audit_reference and figure:
        return "figure", "Link a case audit or a figure, not both: add the other by itself"
    if not audit_reference and not figure:
        return "audit_reference", "Enter the reference of a case audit, or select a figure"
    return None


def why_not_audit(audit):
    """The sentence that refuses the audit of a reference, or None; `audit` is the one found."""
    if audit is None:
        return "No case audit has this reference: check it against the list of case audits"
    if audit.withdrawn_on:
        return f"This case audit was withdrawn on {say_day(audit.withdrawn_on)}: it shows nothing"
    return None
