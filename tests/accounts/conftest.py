import pytest


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Hashing a password is slow on purpose, and no test of accounts is about how slow."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
