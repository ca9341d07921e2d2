"""Which of django-allauth's pages are served, and who may use each."""

from django.urls import URLPattern, path

from assurance.accounts.access import PUBLIC, Permission, public, requires

# By the name of the address. What is not named here is not served: an e-mail address is an
# administrator's to change.
PAGES = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    # Answers that sign-up is closed; allauth writes links to it.
    "account_signup": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "account_change_password": Permission.KEEP_OWN_ACCOUNT,
    "account_set_password": Permission.KEEP_OWN_ACCOUNT,
    "account_reauthenticate": Permission.KEEP_OWN_ACCOUNT,
    # The second step of signing in, before anybody is signed in.
    "mfa_authenticate": PUBLIC,
    "mfa_index": Permission.KEEP_OWN_ACCOUNT,
    "mfa_reauthenticate": Permission.KEEP_OWN_ACCOUNT,
    "mfa_activate_totp": Permission.KEEP_OWN_ACCOUNT,
    "mfa_deactivate_totp": Permission.KEEP_OWN_ACCOUNT,
    "mfa_list_webauthn": Permission.KEEP_OWN_ACCOUNT,
    "mfa_add_webauthn": Permission.KEEP_OWN_ACCOUNT,
    "mfa_remove_webauthn": Permission.KEEP_OWN_ACCOUNT,
    "mfa_edit_webauthn": Permission.KEEP_OWN_ACCOUNT,
    "mfa_reauthenticate_webauthn": Permission.KEEP_OWN_ACCOUNT,
    "mfa_view_recovery_codes": Permission.KEEP_OWN_ACCOUNT,
    "mfa_generate_recovery_codes": Permission.KEEP_OWN_ACCOUNT,
    "mfa_download_recovery_codes": Permission.KEEP_OWN_ACCOUNT,
}


def declared(patterns, pages):
    """Those of `patterns`, nested ones too, that `pages` (name → access) names, each declared."""
    served = []
    for pattern in patterns:
        if not isinstance(pattern, URLPattern):
            inner = declared(pattern.url_patterns, pages)
            served.append(path(str(pattern.pattern), (inner, None, None)))
        elif pattern.name in pages:
            _declare(pattern.callback, pages[pattern.name])
            served.append(pattern)
    return served


def _declare(view, access):
    declare = public if access == PUBLIC else requires(access)
    declare(view)
