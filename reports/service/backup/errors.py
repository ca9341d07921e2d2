"""Why a copy was not made or not read."""


class BackupRefused(Exception):
    """A copy was not made, or not read; the words say why and what to do."""
