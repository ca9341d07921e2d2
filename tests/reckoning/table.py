"""Figure → how it is reckoned a second time. A new figure needs a line in its subject's table."""

from tests.reckoning import (
    audits,
    audits_followed,
    dbs,
    dbs_followed,
    dbs_role_dates,
    findings,
    improvements,
    looked_after,
    matters,
    outcomes,
    quotas,
    rates,
    surveys,
    teams,
)

SUBJECTS = (
    *(looked_after, rates, dbs, dbs_followed, dbs_role_dates, audits, audits_followed, quotas),
    *(findings, improvements, surveys, matters, outcomes, teams),
)
RECKONINGS = {key: reckon for subject in SUBJECTS for key, reckon in subject.TABLE.items()}
