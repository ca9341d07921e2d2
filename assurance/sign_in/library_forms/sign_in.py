"""The form to sign in with a password."""

from allauth.account.forms import LoginForm

from assurance.sign_in.library_forms.field_errors import EMAIL, name_empty_fields


class SignInForm(LoginForm):
    """Asks for an address and a password with nothing between: the page links to a new password
    after them, where Tab does not stop on the way from one to the other."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = EMAIL
        self.fields["password"].help_text = ""
        name_empty_fields(self)
