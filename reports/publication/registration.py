"""What readers' pages join to the publication of an edition."""

from assurance.accounts.history_page import OF_THE_PROGRAM
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.issue import hooks
from reports.publication.indexing.digests import INDEX, index_digests

# Only a publication needs it.
editions = LazyModule("reports.publication.indexing.editions")


def register() -> None:
    """Joins the index of an edition to its publication; the digests of the index are no matter of
    who reads the history of a report."""
    hooks.on_publish(lambda edition: editions.index_edition(edition), index_digests)
    OF_THE_PROGRAM.update(f"{hooks.INDEX}{model._meta.model_name}" for model in INDEX)
