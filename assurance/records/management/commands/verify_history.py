"""Checks every council's chain of history."""

from django.core.management.base import CommandError

from assurance.records import history_chain
from assurance.runtime.command import DatabaseCommand


class Command(DatabaseCommand):
    """Prints each council's head digest; fails naming the first bad entry of a damaged chain."""

    help = "Reckons every council's chain of history again and prints its head digest."

    def handle(self, **options):
        """Raises `CommandError` (exit 1) where any chain is damaged."""
        damaged = []
        for council in history_chain.councils():
            if result := history_chain.damage(council):
                damaged.append(f"{council}: entry {result.seq}: {result.sentence}")
            else:
                self.stdout.write(f"{council} {history_chain.head(council)}")
        if damaged:
            raise CommandError("\n".join(damaged))
