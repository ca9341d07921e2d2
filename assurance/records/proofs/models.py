"""The digests of the rows that an entry of history wrote, and the database’s count of entries."""

from django.db import models

from assurance.records.personal import Personal


class WrittenRows(models.Model):
    """What one entry of history wrote of one table: `digests` is JSON, key of the row → its digest,
    or null where the row was removed; `columns` what the digests are of, in order.

    The entry has the digest of `text`, so that neither can be changed without the other. The salt
    keeps anybody from trying words that were erased from one row on the digests of all. `seq` is
    the entry's number.
    """

    personal = {
        "council": Personal.NONE,
        "table": Personal.NONE,
        "columns": Personal.NONE,
        "salt": Personal.NONE,
        "digests": Personal.NONE,
    }
    unproved = "Its own digest is in the entry."

    council = models.CharField(max_length=40)
    seq = models.PositiveBigIntegerField()
    table = models.CharField(max_length=63)
    columns = models.TextField()
    salt = models.CharField(max_length=32)
    digests = models.TextField()

    class Meta:
        verbose_name_plural = "written rows"
        constraints = [
            models.UniqueConstraint(
                fields=["council", "seq", "table"], name="written_rows_once_per_entry"
            ),
        ]

    def __str__(self):
        return f"{self.council} {self.seq}: {self.table}"

    @property
    def text(self):
        """All that the entry has a digest of."""
        return "\n".join((self.table, self.columns, self.salt, self.digests))


class HistoryCount(models.Model):
    """The last entry of a council's history that the database itself counted: its number and its
    digest. Triggers write it (`count_guard`), and no module."""

    personal = {"council": Personal.NONE, "digest": Personal.NONE}
    unproved = "It is compared with the end of history."

    council = models.CharField(max_length=40, unique=True)
    seq = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)

    def __str__(self):
        return f"{self.council} {self.seq}"
