"""What refuses that several actions go to another owner, action by action."""

from assurance.improvements.rules import why_not_checked


def faults_of(action, said):
    """The sentences that refuse the owner's role `said` for `action`: who checked that it is done
    is somebody else."""
    sentence = why_not_checked(action.status, said["owner_role"], action.checked_by_role)
    return [sentence] if sentence else []
