"""Links that open one page of one record for somebody without an account: signed, with a last day,
their key kept as a digest alone."""

import hashlib
import secrets
from datetime import date

from django.core import signing
from django.db import models
from django.utils.functional import cached_property

from assurance.records.about_record import AboutRecord, AboutRecordQuerySet
from assurance.records.email import Emailed, OutgoingEmail
from assurance.records.personal import Personal

NEWER = "A newer link was sent in place of this one."
EXPIRED = "This link has expired."


class Invitation(AboutRecord):
    """The link of a record that opens until its day; a newer one takes its place."""

    digest = models.CharField(max_length=64)
    until = models.DateField()

    personal = {**AboutRecord.personal, "digest": Personal.NONE, "until": Personal.ABOUT}

    objects = AboutRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("model", "key"), name="one_invitation_of_a_record")
        ]

    def __str__(self):
        return f"link of {self.model} {self.key}"


class InvitedQuerySet(models.QuerySet):
    """Readings over records that a link opens; a subclass says which are `openable` at all."""

    def opened_by(self, link):
        """The one whose link this is or was; none for words that no link ever held."""
        try:
            pk, _ = signing.loads(link, salt=self.model.SALT)
        except (signing.BadSignature, ValueError, TypeError):
            return self.none()
        return self.openable().filter(pk=pk)

    def with_links(self):
        """A list of them, each with its link and the newest e-mail about it."""
        rows = Invitation.objects.attach_newest(self, "invitation")
        return OutgoingEmail.objects.attach_newest(rows, "last_email")


class Invited(Emailed):
    """What a record that a link opens knows of it, and of the e-mails that bring it. Its `SALT` is
    its model's alone, so that a link opens no row of another."""

    SALT = ""

    @cached_property
    def invitation(self):
        """Its newest link, or None."""
        return Invitation.objects.about(self).first()

    @property
    def link_until(self):
        """The last day of its link, or None."""
        return self.invitation.until if self.invitation else None

    def why_link_ended(self, link: str, day: date) -> str:
        """Why `link`, which `opened_by` found it by, does not open it on `day`, or nothing."""
        _, key = signing.loads(link, salt=self.SALT)
        digest = self.invitation.digest if self.invitation else ""
        is_newest = secrets.compare_digest(digest, _digest(key))
        return why_link_ended(is_newest, self.link_until, day)


def why_link_ended(is_newest: bool, until: date | None, day: date) -> str:
    """Why a link does not, or no longer, open on `day`, or nothing; `until` is its last day."""
    if not is_newest:
        return NEWER
    return EXPIRED if until is None or until < day else ""


def invite(record, until: date) -> str:
    """Gives `record` a link in place of any before; the address's words, kept nowhere."""
    key = secrets.token_urlsafe(24)
    fields = {"council": record.council, "digest": _digest(key), "until": until}
    place = {"model": record._meta.label, "key": record.pk}
    record.invitation, _ = Invitation.objects.update_or_create(**place, defaults=fields)
    return signing.dumps([record.pk, key], salt=record.SALT)


def extend_invitation(record, until: date) -> None:
    """Moves the last day of the link of `record`, where it has one."""
    Invitation.objects.about(record).update(until=until)


def end_invitation(record) -> None:
    """Ends the link of `record`, whichever it is."""
    Invitation.objects.about(record).delete()
    record.invitation = None


def _digest(key):
    return hashlib.sha256(key.encode()).hexdigest()
