"""Writes the public site into the published folder."""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management.base import CommandError

from assurance.runtime.command import DatabaseCommand
from assurance.runtime.processes.shared_work import shared_between_cores
from reports.issue.site.jobs import write_all
from reports.issue.site.page_rendering import NotDrawn
from reports.issue.site.storage import StorageRefused

NO_STYLES = (
    "Nothing was written, because the styles and scripts of the pages are not there. Run "
    "“manage.py assets” and “manage.py collectstatic”, then this command again."
)


class Command(DatabaseCommand):
    """Run after a new program, and for a new folder; else issue and removal write it themselves."""

    help = "Writes every public page and file into the published folder, and lists what changed."

    def handle(self, **options):
        """Prints each name that was written or taken away; fails where the folder refuses."""
        # Of a storage that names files by their content, what it has collected.
        if not getattr(staticfiles_storage, "hashed_files", True):
            raise CommandError(NO_STYLES)
        try:
            with shared_between_cores():
                changed = write_all(heals=True)
        except (StorageRefused, NotDrawn) as fault:
            raise CommandError(f"The published folder was not written: {fault}.") from fault
        for word, names in (("wrote", changed.written), ("removed", changed.removed)):
            for name in names if options["verbosity"] else ():
                self.stdout.write(f"{word} {name}")
        self.stdout.write(f"{len(changed.written):,} written, {len(changed.removed):,} removed.")
