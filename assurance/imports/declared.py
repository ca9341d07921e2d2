"""Every kind of file that can be brought in; a subject adds a line for each of its own.

The order is that in which the kinds of one upload are read: what others hang on stands first.
"""

from assurance.access import may
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.dbs.importing.answers import UPDATE_SERVICE
from assurance.dbs.importing.rechecks import RECHECKS
from assurance.dbs.importing.register import DBS_REGISTER
from assurance.dbs.importing.workforce import WORKFORCE
from assurance.findings.importing import FINDINGS
from assurance.imports.declaration import Kind
from assurance.improvements.importing import ACTIONS
from assurance.looked_after.importing.costs import PLACEMENT_COSTS
from assurance.looked_after.importing.published import NATIONAL_COMPARISON
from assurance.looked_after.importing.returns import SSDA903
from assurance.matters.importing.documents import DOCUMENTS
from assurance.matters.importing.events import EVENTS
from assurance.matters.importing.measures import MEASURES
from assurance.matters.importing.risks import RISKS
from assurance.surveys.importing.answers import SURVEYS

KINDS: tuple[Kind, ...] = (
    WORKFORCE,
    DBS_REGISTER,
    RECHECKS,
    UPDATE_SERVICE,
    CASE_AUDITS,
    SSDA903,
    PLACEMENT_COSTS,
    FINDINGS,
    ACTIONS,
    SURVEYS,
    NATIONAL_COMPARISON,
    MEASURES,
    RISKS,
    DOCUMENTS,
    EVENTS,
)


def kinds_for(user):
    """The kinds of file that `user` may bring in."""
    return [kind for kind in KINDS if may(user, kind.permission)]


def kind_called(key):
    """The kind whose key is `key`, or None."""
    return next((kind for kind in KINDS if kind.key == key), None)
