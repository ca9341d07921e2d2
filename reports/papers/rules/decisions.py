"""What a committee may decide of a recommendation."""

AGREED, AMENDED, NOTED, DEFERRED, NOT_AGREED = (
    *("agreed", "amended", "noted", "deferred", "not_agreed"),
)
DECISIONS = [
    (AGREED, "Agreed"),
    (AMENDED, "Agreed as amended"),
    (NOTED, "Noted"),
    (DEFERRED, "Deferred"),
    (NOT_AGREED, "Not agreed"),
]
WAITING = "waiting"
NOT_YET = "No decision is recorded yet"


def why_not_decide(decision, decided_on, amended, issued_on):
    """(field, sentence) that refuses a decision, or two empty texts; an empty one takes it away."""
    if not decision:
        return ("", "")
    if decided_on is None:
        return ("decided_on", "Enter the day of the meeting that decided it")
    if decided_on < issued_on:
        return (
            "decided_on",
            "A committee decides on or after the day on which the paper is issued",
        )
    if decision == AMENDED and not amended.strip():
        return ("amended", "Write the recommendation as the committee amended it")
    return ("", "")
