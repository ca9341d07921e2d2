"""Devices that an account signed in from before: tries from one count by themselves, so that no
tries from elsewhere can shut it out."""

import hashlib
import secrets
from datetime import datetime

from django.db import models

from assurance.accounts.models.accounts import User
from assurance.records.personal import Personal
from assurance.sign_in import rules


class KnownDeviceQuerySet(models.QuerySet):
    """Readings over known devices."""

    def visible_to(self, user):
        """The account's own devices alone."""
        return self.filter(user=user)

    def of_tokens(self, tokens, email, moment):
        """The device of the account with the address `email` that has one of `tokens` and was used
        lately, or None."""
        rows = self.filter(digest__in=[digest_of(token) for token in tokens], user__email=email)
        return rows.filter(used_at__gt=moment - rules.DEVICE_KEPT).order_by("-used_at").first()

    def forgotten_by(self, moment):
        """Those that nobody signed in from for long before `moment`."""
        return self.filter(used_at__lte=moment - rules.DEVICE_KEPT).order_by("pk")


class KnownDevice(models.Model):
    """A browser that an account signed in from: a digest of what its cookie holds, and the wrong
    passwords that came from it since."""

    unproved = "Signing in changes it, which is no operation."

    user = models.ForeignKey(User, models.PROTECT, related_name="known_devices")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    personal = {"digest": Personal.PSEUDONYM, **dict.fromkeys(
        ("made_at", "used_at", "failed_at"), Personal.ABOUT
    )}  # fmt: skip

    objects = KnownDeviceQuerySet.as_manager()

    class Meta:
        verbose_name = "known device"

    def __str__(self):
        return f"device {self.pk}"

    def is_shut(self, moment: datetime) -> bool:
        """Whether so many wrong passwords came from it that it has to wait at `moment`."""
        if self.failures < rules.TRIES_OF_DEVICE or self.failed_at is None:
            return False
        return moment < self.failed_at + rules.DEVICE_SHUT


def digest_of(token: str) -> str:
    """SHA-256, in hexadecimal, of what a device's cookie holds."""
    return hashlib.sha256(token.encode()).hexdigest()


def remember_device(user: User, device: KnownDevice | None, moment: datetime) -> str:
    """Notes that `user` signed in from `device`, or from one that is new: what the cookie of a new
    one is to hold, else nothing. Nothing else keeps it."""
    if device is not None:
        KnownDevice.objects.filter(pk=device.pk).update(used_at=moment, failures=0, failed_at=None)
        return ""
    token = secrets.token_urlsafe(24)
    KnownDevice.objects.create(user=user, digest=digest_of(token), made_at=moment, used_at=moment)
    return token


def count_failure(device: KnownDevice, moment: datetime) -> KnownDevice:
    """Notes a wrong password from `device`; the count begins anew once it may try again."""
    over = device.failed_at is None or device.failed_at + rules.DEVICE_SHUT <= moment
    device.failures = 1 if over else min(device.failures + 1, 1000)
    device.failed_at = moment
    device.save(update_fields=["failures", "failed_at"])
    return device


def forget_devices(moment: datetime) -> int:
    """Removes the devices that nobody signed in from for long; how many."""
    return KnownDevice.objects.forgotten_by(moment).delete()[0]
