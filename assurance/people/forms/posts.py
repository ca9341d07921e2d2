"""The forms of posts, of who holds them, of absences and of the policy on second persons."""

from django import forms

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import DatePartsField, GovukForm, search_box
from assurance.people import rules
from assurance.people.forms.post_fields import PostChoice, account_field, offer_accounts
from assurance.people.models.posts import NO_ONE, STOPPED, Post
from assurance.people.models.second_persons import STEPS
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import ListFilters, RecordForm, day, ends_by, line, yes_or_no
from assurance.registers.lacks import Lack
from assurance.registers.short_forms.addresses import AddressField
from assurance.runtime.periods import today

ACCOUNT = Lack("account", Permission.MANAGE_ACCOUNTS, "accounts:add")
UNTIL = "Only where the post is filled until a person is appointed."
NARROW = {"class": "govuk-input--width-20"}


class PostForm(RecordForm):
    """A post in the directory: records and papers name it, not who holds it."""

    field_faults = ends_by(rules.why_not_end_post)

    title = line("Title of the post", 160, "Such as “Head of Early Help”. It names no person.")
    department = line("Department", 160, required=False)
    telephone = forms.CharField(
        label="Telephone", required=False, max_length=40, widget=forms.TextInput(attrs=NARROW)
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        error_messages={"invalid": "Enter an e-mail address such as name@council.example"},
    )
    from_date = DatePartsField(what="the start date of the post", label="Start date")
    to_date = day(
        "the end date of the post",
        "End date",
        "Leave empty while the post exists. Published reports do not change.",
    )
    slug = AddressField(
        "Short name by which reports find it",
        more="A post that follows another keeps its name.",
    )

    def values_to_save(self):
        """The cleaned values; of a post that is changed its name only where one is given."""
        values = super().values_to_save()
        if self.record and not values["slug"]:
            values["slug"] = self.record.slug
        return values


class PostFilters(ListFilters):
    """The filter of the directory of posts, which are never withdrawn."""

    withdrawn = None
    text = search_box("posts", "title, department or name in addresses")
    person = forms.ChoiceField(
        label="In the post",
        choices=[
            ("", "Anyone, or no one"),
            (NO_ONE, "No one"),
            (STOPPED, "An account that cannot sign in"),
        ],
    )
    on = DatePartsField(what="the date", label="There on")


class HolderForm(RecordForm):
    """Who holds a post, from one day to another."""

    chosen_from = {"account": ACCOUNT}

    account = account_field("Person in the post", "The tasks of the post are theirs on these days.")
    from_date = DatePartsField(what="the start date", label="Start date")
    to_date = day("the end date", "End date", "Leave empty while they are in the post.")
    interim = yes_or_no(
        label="Is the post filled only until a person is appointed?",
        initial=False,
        error_messages={"required": "Select whether the post is filled for the time being"},
    )

    def prepare_for(self, council):
        """Offers the council's accounts, that of the present holder included."""
        offer_accounts(self, "account", council)
        if self.record:
            rows = self.fields["account"].queryset
            self.fields["account"].queryset = rows | User.objects.filter(pk=self.record.account_id)

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        days = fields.get("from_date"), fields.get("to_date")
        sentence = rules.why_not_end_holder(*days, is_interim=fields.get("interim"))
        if sentence and not {"from_date", "to_date", "interim"} & set(self.errors):
            self.add_error("to_date", sentence)
        return fields


class AbsenceForm(RecordForm):
    """Days on which who holds a post is away, and who stands in."""

    chosen_from = {"stand_in": ACCOUNT}

    field_faults = staticmethod(
        lambda values: [
            ("to_date", rules.why_not_end_absence(values["from_date"], values["to_date"]))
        ]
    )

    from_date = DatePartsField(what="the start date of the absence", label="Away from")
    to_date = DatePartsField(what="the end date of the absence", label="Away until")
    stand_in = account_field(
        "Deputy",
        "They do the tasks of the post in this time. The access of accounts does not change.",
        required=False,
    )

    def prepare_for(self, council):
        """Offers the council's accounts but that of who is away."""
        away = self.record.holder if self.record else self.parent
        offer_accounts(self, "stand_in", council, but=away)


class HandOverForm(ConfirmedWordsForm):
    """Who holds a post from which day on."""

    chosen_from = {"account": ACCOUNT}

    submit = "Hand over the post"

    account = account_field("New person in the post")
    on = DatePartsField(what="the start date", label="Start date")
    until = day("the end date", "End date", UNTIL)

    def __init__(self, data=None, *, post, **kwargs):
        super().__init__(data, **kwargs)
        holder = post.holder_on(today())
        # Who is in it until a date may be appointed for good.
        stays = holder if holder and holder.to_date is None else None
        offer_accounts(self, "account", post.council, but=stays)


class HeldPostChoice(PostChoice):
    """One of the posts of today, named with who is in it."""

    def label_from_instance(self, post):
        """The choice's words."""
        holder = post.holder_on(today())
        return f"{post} (in it today: {holder.account if holder else 'no one'})"


class TakePostForm(GovukForm):
    """The post that an account takes, from which date on."""

    submit = "Save the post"

    post = HeldPostChoice(
        Post.objects.none(),
        label="Post",
        help_text="Who is in it today stays in it until the day before.",
        empty_label="Select a post",
        error_messages={
            "required": "Select the post",
            "invalid_choice": "Select a post from the list",
        },
    )
    on = DatePartsField(what="the start date", label="Start date", initial=today)
    until = day("the end date", "End date", UNTIL)

    def __init__(self, data=None, *, council, **kwargs):
        super().__init__(data, **kwargs)
        posts = Post.objects.of(council).on(today())
        self.fields["post"].queryset = posts.prefetch_related("holders__account")


class SecondPersonForm(RecordForm):
    """Which steps need a second person, from a day on."""

    from_date = DatePartsField(what="the start date", label="Start date")
    actions = yes_or_no(
        "Yes, another person checks it",
        "No, who marked it done may check it",
        label="Does another person check that an action is done?",
        initial=True,
        error_messages={"required": "Select whether another person checks an action"},
    )
    audits = yes_or_no(
        "Yes, another person moderates it",
        "No, who audited it may moderate it",
        label="Does another person moderate the grade of an audit?",
        initial=True,
        error_messages={"required": "Select whether another person moderates a grade"},
    )
    breaches = yes_or_no(
        "Yes, another person closes it",
        "No, who recorded how it was put right may close it",
        label="Does another person close a breach of the DBS policy?",
        initial=True,
        error_messages={"required": "Select whether another person closes a breach"},
    )
    set_asides = yes_or_no(
        "Yes, another person approves it",
        "No, who recorded it may approve it",
        label="Does another person approve that a person is set aside from DBS re-checks?",
        initial=True,
        error_messages={"required": "Select whether another person approves a set-aside"},
    )
    policies = yes_or_no(
        "Yes, another person approves it",
        "No, who wrote it may approve it",
        label="Does another person approve a DBS policy or a wording of reminders?",
        initial=True,
        error_messages={"required": "Select whether another person approves a policy or wording"},
    )
    reason = line(
        "Why one person may take a step alone",
        200,
        "Such as “There is one auditor.” Needed for each “No”.",
        required=False,
    )

    @staticmethod
    def field_faults(values):
        """Refuses a step that one person takes alone without a reason."""
        needs_all = all(values[step] is not False for step in STEPS)
        yield "reason", rules.why_not_alone(needs_all, values["reason"])
