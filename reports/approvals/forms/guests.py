"""Forms of those who read a report early or approve it from outside."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.registers.confirmed_words import ConfirmedWordsForm
from reports.approvals.forms.decisions import ParagraphRequests
from reports.approvals.models.guests import APPROVED, RETURNED

SOMEBODY_ELSE = "Someone else, by e-mail"


class EarlyReaderForm(GovukForm):
    """An account, a post of the directory, or another post with an e-mail address; from when."""

    submit = "Put them on the list"

    who = forms.ChoiceField(
        label="Who",
        required=False,
        help_text=(
            "An account signs in and finds the report on its home page. A post of the directory "
            "is sent a link."
        ),
    )
    post = forms.CharField(
        label="Post of someone else",
        max_length=120,
        required=False,
        help_text=(
            "Such as “Chair of the Safeguarding Board”, without a name: readers see it once the "
            "report is published."
        ),
    )
    email = forms.EmailField(
        label="Their e-mail address",
        max_length=254,
        required=False,
        help_text="They are sent a link that opens this report alone.",
    )
    from_on = DatePartsField(what="the date from which they may read it", label="From")

    def __init__(self, *args, accounts, posts, **kwargs):
        super().__init__(*args, **kwargs)
        self.accounts = {f"account-{account.pk}": account for account in accounts}
        self.posts = {f"post-{post.pk}": post for post in posts}
        signing_in = [(key, f"{item.name} (signs in)") for key, item in self.accounts.items()]
        by_link = [(key, f"{item.title} (by link)") for key, item in self.posts.items()]
        self.fields["who"].choices = [("", SOMEBODY_ELSE), *signing_in, *by_link]

    def clean(self):
        """Refuses nobody, and two at once."""
        fields = super().clean()
        values = [name for name in ("post", "email") if fields.get(name)]
        if fields.get("who") and values:
            self.add_error("who", "Choose a person here, or give a post and address, not both")
        if not fields.get("who") and "who" not in self.errors:
            for name, text in (("post", "Enter the post"), ("email", "Give their e-mail address")):
                if not fields.get(name) and name not in self.errors:
                    self.add_error(name, text)
        return fields

    def guest(self):
        """Whom and from when, as the operation takes it."""
        fields = self.cleaned_data
        first = {"from_on": fields["from_on"]}
        if account := self.accounts.get(fields["who"]):
            return {"post": account.name, "reader": account, **first}
        if post := self.posts.get(fields["who"]):
            return {"post": post.title, "email": post.email.lower(), **first}
        return {"post": fields["post"], "email": fields["email"].lower(), **first}


class AskOutsideForm(GovukForm):
    """Who is asked, as the paper will print it, and whether it waits for them."""

    submit = "Ask them"

    name = forms.CharField(
        label="Name",
        max_length=80,
        help_text="The report prints it with their post, once they have approved it",
    )
    post = forms.CharField(
        label="Post", max_length=110, help_text="Such as “Chair of the Safeguarding Board”"
    )
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="They are sent a link that opens this report alone and works for one decision.",
    )
    is_needed = forms.BooleanField(
        label="The report is not approved without them", required=False, initial=True
    )

    def guest(self):
        """Whom, as the operation takes it."""
        return {**self.cleaned_data, "email": self.cleaned_data["email"].lower()}


class OutsideDecisionForm(ParagraphRequests, ConfirmedWordsForm):
    """What somebody from outside decides on what they read, and what should change where."""

    draws_each = True

    submit = "Send your decision"

    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=[
            (APPROVED, "I have read the whole report and I approve it for issue"),
            (RETURNED, "Something should change first"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide"},
    )
    remarks = forms.CharField(
        label="Comments",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Changes needed, if you send it back. The writers of the report read this.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def decision_fields(self):
        """What the operation takes of it."""
        names = ("decision", "remarks", "seen")
        fields = {name: self.cleaned_data[name] for name in names}
        return {**fields, "paragraphs": self.requests()}

    def clean(self):
        """Refuses a paper sent back without what should change."""
        fields = super().clean()
        asks = fields.get("remarks", "").strip() or self.requests()
        if fields.get("decision") == RETURNED and not asks:
            self.add_error("remarks", "Enter what should change")
        return fields
