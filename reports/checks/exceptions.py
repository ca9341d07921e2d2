"""Which finding a reason was given for: it stands until the sentence that it is about changes."""

import hashlib

from reports.checks.rule import Fault

LONGEST_REASON = 500


def digest_of(rule: str, fault: Fault) -> str:
    """SHA-256, in hexadecimal, of a rule and the sentence that it found wrong; where the fault is
    about no sentence, of what it says and where. Numbers printed in the sentence count, so a
    changed figure is looked at again; a paragraph that only moved is not."""
    items = (rule, fault.block or fault.where, fault.sentence or fault.says, fault.about)
    return hashlib.sha256("\x1f".join(items).encode()).hexdigest()


def why_not_pass_over(severity: str, reason: str) -> str:
    """Why a finding of `severity` cannot be passed over for `reason`, or nothing."""
    if severity == "error":
        return "An error cannot be passed over: it must be mended."
    return _why_no_reason(reason, "Say why it is right as it stands.")


def why_not_turn_off(severity: str, reason: str) -> str:
    """Why a rule of `severity` cannot be turned off for `reason`, or nothing."""
    if severity == "error":
        return "A rule whose findings are errors cannot be turned off."
    return _why_no_reason(reason, "Say why this council does without the rule.")


def _why_no_reason(reason, query):
    """Why `reason` is none, or nothing; `asked` is what an empty one is answered with."""
    if not reason.strip():
        return query
    if len(reason) > LONGEST_REASON:
        return f"The reason is {len(reason)} letters long, and {LONGEST_REASON} are the most."
    return ""
