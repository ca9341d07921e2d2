"""The app of signing in: how the accounts of a council prove who they are."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings

from assurance.sign_in import rules


class SignInConfig(AppConfig):
    name = "assurance.sign_in"

    def ready(self):
        """Makes identity providers known to django-allauth, where the settings name any, and
        the labels of second steps and reviews known to pages of history; sessions note when they
        began."""
        import_module("assurance.sign_in.session_ends").connect()
        history_page = import_module("assurance.accounts.history_page")
        history_page.GRANTED |= {"removed": rules.STEPS, "outcome": rules.OUTCOMES}
        if settings.IDENTITY_PROVIDERS:
            import_module("assurance.sign_in.openid")
