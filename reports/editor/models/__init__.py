"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.editor.models.autosave import AutosavedText
from reports.editor.models.remarks import Remark

__all__ = [
    "AutosavedText",
    "Remark",
]
