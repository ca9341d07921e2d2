"""The form that puts somebody on the list of who may read a paper before it is issued."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm

SOMEBODY_ELSE = "Somebody else, by e-mail"


class EarlyReaderForm(GovukForm):
    """An account, a post of the directory, or another post with an e-mail address; from when."""

    submit = "Put them on the list"

    who = forms.ChoiceField(
        label="Who",
        required=False,
        help_text="An account signs in and finds the paper on its home page. A post of the "
        "directory is sent a link.",
    )
    post = forms.CharField(
        label="Post of somebody else",
        max_length=120,
        required=False,
        help_text="Such as “Chair of the Safeguarding Board”, without a name: readers see it once "
        "the paper is issued.",
    )
    email = forms.EmailField(
        label="Their e-mail address",
        max_length=254,
        required=False,
        help_text="They are sent a link that opens this paper alone.",
    )
    from_on = DatePartsField(what="the day from which they may read it", label="From")

    def __init__(self, *args, accounts, posts, **kwargs):
        super().__init__(*args, **kwargs)
        self.accounts = {f"account-{one.pk}": one for one in accounts}
        self.posts = {f"post-{one.pk}": one for one in posts}
        signing_in = [(key, f"{one.name} (signs in)") for key, one in self.accounts.items()]
        by_link = [(key, f"{one.title} (by link)") for key, one in self.posts.items()]
        self.fields["who"].choices = [("", SOMEBODY_ELSE), *signing_in, *by_link]

    def clean(self):
        """Refuses nobody, and two at once."""
        said = super().clean()
        given = [name for name in ("post", "email") if said.get(name)]
        if said.get("who") and given:
            self.add_error("who", "Choose somebody here, or give a post and address: not both")
        if not said.get("who") and "who" not in self.errors:
            for name, words in (("post", "Say which post"), ("email", "Give their e-mail address")):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return said

    def named(self):
        """Whom and from when, as the operation takes it."""
        said = self.cleaned_data
        first = {"from_on": said["from_on"]}
        if account := self.accounts.get(said["who"]):
            return {"post": account.name, "reader": account, **first}
        if post := self.posts.get(said["who"]):
            return {"post": post.title, "email": post.email.lower(), **first}
        return {"post": said["post"], "email": said["email"].lower(), **first}
