#!/usr/bin/env python3
"""Django's command line for Candour."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import OperationalError, connection

from config.env import MissingSetting

SILENT = "The database does not answer. See DATABASE_URL, and whether it runs. {why}"


def main():
    """Runs a command; ends with a sentence where a setting is missing or no database answers."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except MissingSetting as missing:
        sys.exit(str(missing))
    except OperationalError:
        if not (why := _why_silent()):
            raise
        sys.exit(SILENT.format(why=why))


def _why_silent():
    """What the database says to who wants to connect; an empty text where it lets them."""
    try:
        connection.ensure_connection()
    except OperationalError as fault:
        return " ".join(str(fault).split())
    return ""


if __name__ == "__main__":
    main()
