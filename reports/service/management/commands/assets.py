from django.conf import settings
from django.core.management.base import BaseCommand

from reports.service import assets


class Command(BaseCommand):
    help = "Brings GOV.UK Frontend for the pages; without a network they keep their plain look."
    requires_system_checks = []

    def handle(self, *args, **options):
        if assets.is_built(settings.BASE_DIR):
            self.stdout.write("The pages' styles are already here.")
        elif assets.build(settings.BASE_DIR):
            self.stdout.write("The pages' styles were fetched from GOV.UK Frontend.")
        else:
            self.stderr.write(
                "GOV.UK Frontend could not be fetched, so the pages keep their plain look; "
                "run this again when there is a network."
            )
