"""Figure → how it is reckoned a second time. A new figure needs a line in its subject's table."""

from tests.reckoning import (
    audits,
    dbs,
    dbs_followed,
    findings,
    improvements,
    looked_after,
    matters,
    surveys,
)

SUBJECTS = (looked_after, dbs, dbs_followed, audits, findings, improvements, surveys, matters)
RECKONINGS = {key: reckon for subject in SUBJECTS for key, reckon in subject.TABLE.items()}
