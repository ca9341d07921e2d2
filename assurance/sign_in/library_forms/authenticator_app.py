"""The form that sets an authenticator app up, whose secret is encrypted in the session, and those
that take a code of it or a recovery code."""

from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY

from assurance.accounts.models.step_secrets import decrypt, encrypt

# The name of the limit on codes, in `rules.RATE_LIMITS`.
LIMIT = "second_step"


class AppForm(ActivateTOTPForm):
    """The first code of a new app. Its secret waits in the session, which is in the database."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.secret = decrypt(self.secret)
        context.request.session[SECRET_SESSION_KEY] = encrypt(self.secret)


class _LimitedCode:
    """A code of one account, of which few are tried, from wherever: who tries has its password, so
    that no outsider can shut a person out."""

    def clean_code(self):
        """The code; refuses a wrong one, and any after too many."""
        limit = {"action": LIMIT, "key": str(self.user.pk)}
        if not ratelimit.consume(context.request, **limit):
            raise get_adapter().validation_error("too_many_login_attempts")
        code = super().clean_code()
        ratelimit.clear(context.request, **limit)
        return code


class CodeForm(_LimitedCode, AuthenticateForm):
    """The second step by a code."""


class CodeAgainForm(_LimitedCode, ReauthenticateForm):
    """The same, by a person who is signed in."""
