"""The form that sets an authenticator app up, whose secret is encrypted in the session, and those
that take a code of it or a recovery code."""

from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.core.cache import cache

from assurance.accounts.models.step_secrets import decrypt, encrypt

# The name of the limit on codes, in `rules.RATE_LIMITS`.
LIMIT = "second_step"
# As long as a code of an app is taken, with the tolerance around its own half a minute. The
# library forgets a used one after that half a minute.
TAKEN = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)


class AppForm(ActivateTOTPForm):
    """The first code of a new app. Its secret waits in the session, which is in the database."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.secret = decrypt(self.secret)
        context.request.session[SECRET_SESSION_KEY] = encrypt(self.secret)

    def clean_code(self):
        """The code, which opens nothing more."""
        code = super().clean_code()
        _use_up(self.user, code)
        return code


class _LimitedCode:
    """A code of one account, of which few are tried, from wherever: who tries has its password, so
    that no outsider can shut a person out."""

    def clean_code(self):
        """The code; refuses a wrong one, and any after too many."""
        limit = {"action": LIMIT, "key": str(self.user.pk)}
        if not ratelimit.consume(context.request, **limit):
            raise get_adapter().validation_error("too_many_login_attempts")
        code = super().clean_code()
        if not _use_up(self.user, code):
            raise get_mfa_adapter().validation_error("incorrect_code")
        ratelimit.clear(context.request, **limit)
        return code


class CodeForm(_LimitedCode, AuthenticateForm):
    """The second step by a code."""


class CodeAgainForm(_LimitedCode, ReauthenticateForm):
    """The same, by a person who is signed in."""


def _use_up(user, code):
    """Notes that a code was used; False where it was before."""
    return cache.add(f"{LIMIT}:{user.pk}:{normalize_user_code(code)}", True, TAKEN)
