"""The forms that take what a browser says of a passkey. The library reads it trusting its shape:
what cannot be read is refused here like a wrong one."""

import struct
from contextlib import contextmanager

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms

UNREADABLE = (LookupError, ValueError, TypeError, AttributeError, struct.error)
LONGEST_NAME = 100


class AddPasskeyForm(AddWebAuthnForm):
    """A new passkey and its name."""

    def clean(self):
        """Refuses what cannot be read."""
        with unreadable_refused():
            return super().clean()


class _FailureSignal:
    """Sends the library's signal of a failure, which it sends itself of codes alone."""

    def clean_credential(self):
        """Refuses what cannot be read."""
        try:
            with unreadable_refused():
                return super().clean_credential()
        except forms.ValidationError:
            authentication_failed.send(
                sender=Authenticator,
                request=context.request,
                user=self.user,
                authenticator=Authenticator(user=self.user, type=Authenticator.Type.WEBAUTHN),
                reauthentication=self.reauthenticated,
            )
            raise


class PasskeyForm(_FailureSignal, AuthenticateWebAuthnForm):
    """The second step by a passkey."""


class PasskeyAgainForm(_FailureSignal, ReauthenticateWebAuthnForm):
    """The same, by somebody who is signed in."""


class PasskeyNameForm(EditWebAuthnForm):
    """The name of a passkey."""

    name = forms.CharField(label="Name of the passkey", max_length=LONGEST_NAME)


@contextmanager
def unreadable_refused():
    """Refuses as a wrong passkey what cannot be read inside."""
    try:
        yield
    except UNREADABLE as error:
        raise get_adapter().validation_error("incorrect_code") from error
