"""What refuses the days on which several audits were shared and recorded, audit by audit."""

from assurance.audits.rules.case_audits import BOUND_TOGETHER, faults


def faults_of(audit, value):
    """The sentences that refuse the days `said` (`shared_on`, `recorded_on` or both) for `audit`;
    what stands already counts for a day that is not said."""
    current = {name: value.get(name, getattr(audit, name)) for name in BOUND_TOGETHER}
    return [sentence for _, sentence in faults(**current)]
