"""Puts the triggers that guard rows back, where `verify` names one that is missing or changed."""

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from assurance.records.proofs.placed_guards import changed_guards, put_back

PLACED = "Guards that were missing or changed and are put back: {number}."


class Command(BaseCommand):
    """Places every guard anew, in one transaction; run by the owner of the tables."""

    help = "Puts the guards of the database back as migrations place them."

    def handle(self, **options):
        """Prints how many guards were missing or changed."""
        with transaction.atomic():
            number = len(changed_guards(connection))
            put_back(connection)
        self.stdout.write(PLACED.format(number=number))
