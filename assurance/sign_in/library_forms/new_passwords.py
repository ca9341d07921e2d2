"""The forms that take a new password, with the labels of this service."""

from allauth.account.forms import ChangePasswordForm, ResetPasswordKeyForm

from assurance.sign_in.library_forms.field_errors import name_empty_fields

LABELS = {
    "oldpassword": "Current password",
    "password1": "New password",
    "password2": "New password again",
}


class FirstPasswordForm(ResetPasswordKeyForm):
    """A new password by a link."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        label_passwords(self)


class OtherPasswordForm(ChangePasswordForm):
    """Another password of who is signed in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        label_passwords(self)


def label_passwords(form) -> None:
    """Gives the fields of `form` that are passwords their labels, and errors by these."""
    for name in LABELS.keys() & form.fields.keys():
        form.fields[name].label = LABELS[name]
    name_empty_fields(form)
