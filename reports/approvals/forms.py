"""Forms of approval: given, returned, left out in an emergency, asked of guests, and required."""

from django import forms

from assurance.accounts.models.accounts import User
from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.people import rules as people
from assurance.registers.forms import RecordForm
from reports.approvals import requirements
from reports.approvals import rules as approving
from reports.approvals.models.approvals import KINDS, OTHER
from reports.approvals.models.emergency_issue import OUTCOMES
from reports.approvals.models.guests import APPROVED, RETURNED
from reports.editor.forms.directory import StandingFilters
from reports.papers.manuscript import template_in
from reports.papers.models.templates import ReportTemplate


class ApproveAgainForm(GovukForm):
    """One press on the content whose digest somebody has before them, who approved it before."""

    submit = "Approve it as changed"

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ApproveForm(ApproveAgainForm):
    """An approval of the content whose digest the approver has before them."""

    submit = "Approve this paper"

    read = forms.BooleanField(
        label="I have read the whole paper and I approve it for issue",
        error_messages={"required": "Confirm that you have read the paper and approve it"},
    )


class TakeLaterForm(ApproveAgainForm):
    """Later values, as shown, taken into a sent paper."""

    submit = "Take these values"


class ReturnForm(GovukForm):
    """What an approver asks to be changed."""

    submit = "Return it to its writers"

    remarks = forms.CharField(
        label="What should change?",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say what should change"},
    )


class ConfirmForm(GovukForm):
    """A step that needs one press and nothing else."""

    def __init__(self, data=None, *, submit, **kwargs):
        self.submit = submit
        super().__init__(data, **kwargs)


class EmergencyForm(GovukForm):
    """Why a paper cannot wait for its approvals."""

    submit = "Issue it now, alone"

    reason = forms.CharField(
        label="Why it cannot wait",
        help_text=(
            "Readers see this at the top of the paper, on its page and in every file. Do not name "
            "a child or a member of staff."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        error_messages={"required": "Say why it cannot wait"},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class EmergencyReviewForm(GovukForm):
    """A second person's word on what was issued in an emergency."""

    submit = "Record what you found"

    outcome = forms.ChoiceField(
        label="What you found",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you found"},
    )
    words = forms.CharField(
        label="Remarks",
        help_text="For colleagues. Readers see the day, your post and what you found.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def clean(self):
        """Refuses a wrong paper without what is wrong with it."""
        fields = super().clean()
        if fields.get("outcome") == OUTCOMES[1][0] and not fields.get("words", "").strip():
            self.add_error("words", "Say what has to be corrected")
        return fields


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
            self.add_error("who", "Choose somebody here, or give a post and address: not both")
        if not fields.get("who") and "who" not in self.errors:
            for name, text in (("post", "Say which post"), ("email", "Give their e-mail address")):
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
        help_text="The paper prints it with their post, once they have approved it",
    )
    post = forms.CharField(
        label="Post", max_length=110, help_text="Such as “Chair of the Safeguarding Board”"
    )
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="They are sent a link that opens this paper alone and works for one decision.",
    )
    is_needed = forms.BooleanField(
        label="The paper is not approved without them", required=False, initial=True
    )

    def guest(self):
        """Whom, as the operation takes it."""
        return {**self.cleaned_data, "email": self.cleaned_data["email"].lower()}


class OutsideDecisionForm(GovukForm):
    """What somebody from outside decides on what they read."""

    submit = "Send your decision"

    decision = forms.ChoiceField(
        label="Your decision",
        choices=[
            (APPROVED, "I have read the whole paper and I approve it for issue"),
            (RETURNED, "Something should change first"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide"},
    )
    remarks = forms.CharField(
        label="Remarks",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What should change, if you send it back. Those who write the paper read it.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def clean(self):
        """Refuses a paper sent back without what should change."""
        fields = super().clean()
        if fields.get("decision") == RETURNED and not fields.get("remarks", "").strip():
            self.add_error("remarks", "Say what should change")
        return fields


class ApproverForm(RecordForm):
    """One line of a council's rule: whose approval papers need, of what, from when to when."""

    kind = forms.ChoiceField(
        label="Which approval is it?",
        choices=KINDS,
        widget=forms.RadioSelect,
        help_text="The report author signs off and may have written the paper. Every other "
        "approver has written nothing of it in this round.",
        error_messages={"required": "Choose which approval it is"},
    )
    called = forms.CharField(
        label="What another approval is called",
        required=False,
        max_length=60,
        help_text="Such as “Equalities”. Only for another approval than those above.",
    )
    approver = forms.ModelChoiceField(
        queryset=None,
        label="Who gives it",
        empty_label="Choose an account",
        help_text="Where two lines ask for the same approval, either account may give it.",
        error_messages={"required": "Choose who gives the approval"},
    )
    scope = forms.ChoiceField(
        label="What it is given to",
        help_text="An approval of a part stands for as long as that part prints the same.",
    )
    template = forms.ModelChoiceField(
        queryset=None,
        label="Only papers of the template",
        required=False,
        empty_label="Papers of every template",
        help_text="A line for one template stands in place of those for every template that ask "
        "for the same.",
    )
    from_date = DatePartsField(what="the first day of the rule", label="First day")
    to_date = DatePartsField(what="the last day of the rule", label="Last day", required=False)

    def prepare_for(self, council):
        accounts = User.objects.filter(council=council)
        self.fields["approver"].queryset = accounts.able_to_sign_in()
        rows = ReportTemplate.objects.of(council)
        # A line made for a template that has changed since stays a line for it.
        templates = (rows.current() | rows.filter(approval_rules__isnull=False)).distinct()
        self.fields["template"].queryset = templates
        parts = dict(
            pair
            for template in templates
            for pair in requirements.scopes_offered(template_in(template))
        )
        whole = (requirements.WHOLE, requirements.THE_WHOLE.capitalize())
        self.fields["scope"].choices = [whole, *parts.items()]

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if sentence := people.why_not_end_post(fields.get("from_date"), fields.get("to_date")):
            self.add_error("to_date", sentence)
        is_other = fields.get("kind") == OTHER
        if sentence := approving.why_not_name(fields.get("called", ""), is_other):
            self.add_error("called", sentence)
        return fields


class ApproverFilters(StandingFilters):
    """A filter by template and by day."""

    template = forms.ModelChoiceField(queryset=None, label="Template", empty_label="Any")
    on = DatePartsField(what="the day", label="Holds on")

    def prepare_for(self, council):
        self.fields["template"].queryset = ReportTemplate.objects.of(council)
