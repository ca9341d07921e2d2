"""The form that sets an authenticator app up, whose secret is encrypted in the session."""

from allauth.core import context
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY

from assurance.accounts.models.step_secrets import decrypt, encrypt


class AppForm(ActivateTOTPForm):
    """The first code of a new app. Its secret waits in the session, which is in the database."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.secret = decrypt(self.secret)
        context.request.session[SECRET_SESSION_KEY] = encrypt(self.secret)
