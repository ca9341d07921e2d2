"""Links that open one paper for one person without an account: signed, with a last day, their key
kept as a digest alone; and what became of the e-mail that brought one."""

import hashlib
import secrets

from django.core import signing
from django.db import models
from django.db.models import Q

from assurance.records import email_states
from assurance.records.personal import Personal

SEALED = {
    "link_digest": Personal.NONE,
    "link_until": Personal.NONE,
    "letter": Personal.NONE,
    "trouble": Personal.NONE,
}
IN_PAIRS = Q(link_digest="", link_until__isnull=True) | (
    ~Q(link_digest="") & Q(link_until__isnull=False)
)


class SealedQuerySet(models.QuerySet):
    """Readings that a link does."""

    def opened_by(self, sealed):
        """The one whose link this is or was; none for words that no link ever held."""
        try:
            pk, _ = signing.loads(sealed, salt=self.model.SALT)
        except (signing.BadSignature, ValueError, TypeError):
            return self.none()
        return self.filter(pk=pk, paper__withdrawn_on__isnull=True).with_names()


class Sealed(models.Model):
    """What has a link of its own. `letter` is what became of the last e-mail, empty where none was
    to go; `trouble` is why it did not. A model of it has its own `SALT`."""

    SALT = ""

    link_digest = models.CharField(max_length=64, blank=True, default="")
    link_until = models.DateField(null=True, blank=True)
    letter = models.CharField(max_length=10, choices=email_states.STATES, blank=True, default="")
    trouble = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        abstract = True

    def seal(self):
        """A new key of its link: (the words of the address, the digest to keep)."""
        key = secrets.token_urlsafe(24)
        return signing.dumps([self.pk, key], salt=self.SALT), _digest(key)

    def is_sealed_by(self, sealed):
        """Whether `sealed`, which `opened_by` found it by, holds the key that its link has now."""
        _, key = signing.loads(sealed, salt=self.SALT)
        return secrets.compare_digest(self.link_digest, _digest(key))

    @property
    def last_trouble(self):
        """Why the last e-mail did not, or may not have, come; empty where it did or none went."""
        return "" if self.letter in ("", email_states.SENT) else self.trouble


def _digest(key):
    return hashlib.sha256(key.encode()).hexdigest()
