"""A form that asks for an account, or for the name and address of somebody without one."""

from assurance.govuk.forms import GovukForm

NOBODY = "A person without an account"


class AccountOrAddressForm(GovukForm):
    """Has the fields `asked_of`, `name` and `email`, of which it refuses none and both; `both` and
    `lacking` (field, sentence) say so."""

    both = ""
    lacking = ()

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.accounts = {str(account.pk): account for account in accounts}
        named = [(key, item.name) for key, item in self.accounts.items()]
        self.fields["asked_of"].choices = [("", NOBODY), *named]

    def clean(self):
        """Refuses nobody, and two at once."""
        fields = super().clean()
        # A field with an error is in `fields` no more: what is wrong is not called missing as well.
        asked = fields.get("asked_of") or "asked_of" in self.errors
        if fields.get("asked_of") and (fields.get("name") or fields.get("email")):
            self.add_error("asked_of", self.both)
        for name, text in self.lacking:
            if not (asked or fields.get(name) or name in self.errors):
                self.add_error(name, text)
        return fields

    @property
    def account(self):
        """The account that was chosen, or None."""
        return self.accounts.get(self.cleaned_data["asked_of"])
