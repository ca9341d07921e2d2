"""What refuses that several actions change together, action by action."""

from assurance.improvement.rules.actions import why_not_checked, why_not_move


def faults_of(action, value):
    """The sentences that refuse `said` (`owner_role`, `due_on` with its `reason`, or both) for
    `action`: who checked that it is done is somebody else, and what is done is not moved."""
    matches = []
    if "owner_role" in value:
        matches.append(why_not_checked(action.status, value["owner_role"], action.checked_by_role))
    if "due_on" in value and value["due_on"] != action.due_on:
        _, sentence = why_not_move(action, value["due_on"], value.get("reason", "")) or ("", None)
        matches.append(sentence)
    return [sentence for sentence in matches if sentence]
