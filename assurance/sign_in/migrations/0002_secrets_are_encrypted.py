"""Secrets of second steps are encrypted. What history has of them is of the secrets themselves, and
stays as it is."""

from django.db import migrations

from assurance.accounts.models.step_secrets import data_decrypted, data_encrypted


def encrypt(apps, schema_editor):
    """Encrypts the secret of each authenticator app and of each set of recovery codes."""
    _change(apps, data_encrypted)


def decrypt(apps, schema_editor):
    """Writes them as they were."""
    _change(apps, data_decrypted)


def _change(apps, data_of):
    for row in apps.get_model("mfa", "Authenticator").objects.order_by("pk"):
        row.data = data_of(row.data)
        row.save(update_fields=["data"])


class Migration(migrations.Migration):

    dependencies = [
        ('mfa', '0003_authenticator_type_uniq'),
        ('sign_in', '0001_initial'),
    ]

    operations = [migrations.RunPython(encrypt, decrypt)]
