"""The command that brings what pages are drawn and written with."""

from django.conf import settings
from django.core.management.base import BaseCommand

from reports.service import assets
from reports.service.editor_bundle import NotBuilt

FETCHED = "The pages' styles were fetched from GOV.UK Frontend"


class Command(BaseCommand):
    help = "Brings GOV.UK Frontend and the editor; without a network pages keep their plain look."
    requires_system_checks = []

    def handle(self, *args, **options):
        if assets.is_built(settings.BASE_DIR):
            self.stdout.write("The pages' styles and the editor are already here.")
            return
        try:
            fetched = assets.build(settings.BASE_DIR)
        except NotBuilt as sentence:
            self.stdout.write(f"{FETCHED}.")
            self.stderr.write(str(sentence))
            return
        if fetched:
            self.stdout.write(f"{FETCHED}, and the editor from its packages.")
        else:
            self.stderr.write(
                "GOV.UK Frontend and the editor could not be fetched, so the pages keep their "
                "plain look and paragraphs their text box; run this again when there is a network."
            )
