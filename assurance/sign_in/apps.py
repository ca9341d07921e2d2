"""The app of signing in: how the accounts of a council prove who they are."""

from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "assurance.sign_in"
