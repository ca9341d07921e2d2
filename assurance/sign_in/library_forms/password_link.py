"""The form that asks for a new password: the same work in the request whether or not an account has
the address, the rest in a job."""

from allauth.account.forms import ResetPasswordForm
from django.conf import settings

from assurance.accounts.models.accounts import User
from assurance.sign_in.jobs import send_password_link
from assurance.sign_in.library_forms.field_errors import EMAIL, name_empty_fields


class PasswordLinkForm(ResetPasswordForm):
    """Takes an address, and never says whether an account has it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = EMAIL
        name_empty_fields(self)

    def clean_email(self):
        """The address as it was typed; what is known of it is asked when the link is sent."""
        self.users = []
        return self.cleaned_data["email"]

    def save(self, request, **kwargs):
        """Puts in the queue that the account with this address, or none, gets a link."""
        email = self.cleaned_data["email"].strip().lower()
        account = User.objects.filter(email=email).values_list("pk", flat=True).first() or 0
        root = settings.PUBLIC_ADDRESS.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
        send_password_link.enqueue(account, root)
        return email
