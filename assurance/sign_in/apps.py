"""The app of signing in: how the accounts of a council prove who they are."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class SignInConfig(AppConfig):
    name = "assurance.sign_in"

    def ready(self):
        """Makes identity providers known to django-allauth, where the settings name any."""
        if settings.IDENTITY_PROVIDERS:
            import_module("assurance.sign_in.openid")
