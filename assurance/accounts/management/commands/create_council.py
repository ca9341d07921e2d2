"""Makes a council and its first account."""

import secrets

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from assurance.accounts import operations
from assurance.accounts.models.accounts import Council, User
from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import today

BY = CommandLine("create_council")


class Command(DatabaseCommand):
    """Makes the council; prints its administrator's password, once."""

    help = "Makes a council and its first account, an administrator; prints the password once."

    def add_arguments(self, parser):
        """`SLUG NAME --administrator EMAIL [--short-name NAME]`."""
        parser.add_argument("slug", help="The council's word in addresses, such as netherby.")
        parser.add_argument("name", help="The council's full name.")
        parser.add_argument("--administrator", required=True, metavar="EMAIL")
        parser.add_argument("--short-name", default="", help="As in running text; else the name.")

    def handle(self, slug, name, administrator, short_name, **options):
        """Raises `CommandError` with the sentence where anything is refused."""
        password = secrets.token_urlsafe(16)
        try:
            Council(slug=slug, name=name, short_name=short_name or name).clean_fields()
            User._meta.get_field("email").clean(administrator, None)
            council = operations.create_council(
                slug=slug,
                name=name,
                short_name=short_name or name,
                email=administrator,
                password=password,
                by=BY,
                on=today(),
            )
            # The entry of a council is about no account.
            operations.record_sign_in(user=council.accounts.get(), by=BY, on=today())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        self.stdout.write(
            f"{council.name} has been made.\n"
            f"Administrator: {administrator.strip().lower()}\n"
            f"Password, shown this once: {password}"
        )
