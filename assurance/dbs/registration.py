"""DBS checks register their figures, file kinds and quotable records."""

from assurance.dbs.figures.audits import FIGURES as AUDITS
from assurance.dbs.figures.breaches import FIGURES as BREACHES
from assurance.dbs.importing.answers import UPDATE_SERVICE
from assurance.dbs.importing.rechecks import RECHECKS
from assurance.dbs.importing.register import DBS_REGISTER
from assurance.dbs.importing.workforce import WORKFORCE
from assurance.dbs.quotable import RECORDS
from assurance.figures import quotable, registry
from assurance.imports import kinds


def register() -> None:
    """Registers what DBS checks add."""
    registry.register(*AUDITS, *BREACHES, place=20)
    kinds.register(WORKFORCE, DBS_REGISTER, RECHECKS, UPDATE_SERVICE, place=10)
    quotable.register(RECORDS, place=30)
