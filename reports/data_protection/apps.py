"""The app of data protection: what is kept how long, holds, and people's rights over their data."""

from django.apps import AppConfig


class DataProtectionConfig(AppConfig):
    name = "reports.data_protection"
