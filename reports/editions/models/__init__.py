"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.editions.models.editions import Edition, EditionFile, Provenance
from reports.editions.models.exempt import ExemptAnnex, ExemptReader
from reports.editions.models.removals import EditionRemoval

__all__ = [
    "Edition",
    "EditionFile",
    "EditionRemoval",
    "ExemptAnnex",
    "ExemptReader",
    "Provenance",
]
