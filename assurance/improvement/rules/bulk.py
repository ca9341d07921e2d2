"""What refuses that several actions change together, action by action."""

from assurance.improvement.rules.actions import why_not_checked, why_not_move


def faults_of(action, said):
    """The sentences that refuse `said` (`owner_role`, `due_on` with its `reason`, or both) for
    `action`: who checked that it is done is somebody else, and what is done is not moved."""
    found = []
    if "owner_role" in said:
        found.append(why_not_checked(action.status, said["owner_role"], action.checked_by_role))
    if "due_on" in said and said["due_on"] != action.due_on:
        _, sentence = why_not_move(action, said["due_on"], said.get("reason", "")) or ("", None)
        found.append(sentence)
    return [sentence for sentence in found if sentence]
