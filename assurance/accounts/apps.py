"""The app of accounts: history has what opens an account whenever a page of allauth changes it."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "assurance.accounts"

    def ready(self):
        """Joins what is done at each change, once models can be imported."""
        import_module("assurance.accounts.sign_in_changes").connect()
