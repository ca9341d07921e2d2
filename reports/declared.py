"""Every figure that a paper may quote, by key."""

from assurance.audits.figures import FIGURES as AUDITS
from assurance.audits.showing.figures import FIGURES as AUDITS_BY_TEAM
from assurance.dbs.figures.audited import FIGURES as DBS
from assurance.dbs.figures.followed import FIGURES as DBS_FOLLOWED
from assurance.figures import Figure
from assurance.findings.figures import FIGURES as FINDINGS
from assurance.improvements.figures import FIGURES as IMPROVEMENTS
from assurance.looked_after.figures import FIGURES as LOOKED_AFTER
from assurance.matters.figures import FIGURES as MATTERS
from assurance.surveys.figures import FIGURES as SURVEYS

ALL: tuple[Figure, ...] = (
    *(*LOOKED_AFTER, *DBS, *DBS_FOLLOWED, *AUDITS, *AUDITS_BY_TEAM, *FINDINGS),
    *(*IMPROVEMENTS, *SURVEYS, *MATTERS),
)
FIGURES: dict[str, Figure] = {figure.key: figure for figure in ALL}
