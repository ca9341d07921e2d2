"""The forms that set up teams, posts and accounts, several in one submission."""

from django import forms

from assurance.accounts.access import Permission, Role
from assurance.accounts.models.accounts import User
from assurance.govuk.dates import PARTS
from assurance.govuk.forms import DatePartsField, Row, helper_for
from assurance.people.models.posts import Post
from assurance.registers.forms import RecordForm, line
from assurance.runtime.periods import half_year, today
from assurance.runtime.text import filled_lines, has_words
from assurance.runtime.typography import folded

LONGEST_TEAM, LONGEST_POST, LONGEST_TITLE = 120, 160, 100
USUAL_POSTS = (
    "Director of Children’s Services",
    "Assistant Director, Children’s Social Care",
    "Head of Legal Services",
    "Head of Democratic Services",
)
# Those whom a first report needs come first; the rest of the rows are for more of them.
ROLES_OF_ROWS = (Role.CLERK, Role.OFFICER, Role.APPROVER, Role.OFFICER, Role.APPROVER, Role.MEMBER)
NOTHING_LEFT = "All that is proposed here is there already: change it in its own list"
NO_PEOPLE = "Enter the e-mail address and post of at least one person"
TO_COME = "The start date must be today or earlier: add what starts later in its own list"


def first_day():
    """The day from which definitions are proposed: a first report compares with earlier ones."""
    start = half_year(today()).start
    return start.replace(year=start.year - 2)


class SinceField(DatePartsField):
    """The start date of all that a form adds. A later one would leave its step not done although
    it was saved."""

    def validate(self, value):
        """Refuses a day that is still to come."""
        super().validate(value)
        if value and value > today():
            self.widget.bad = PARTS
            raise forms.ValidationError(TO_COME)


def since_field(label):
    """The start date of all that a form adds."""
    return SinceField(what="the start date", label=label, initial=first_day)


def lines_field(label, hint, missing, rows=8):
    """A field of one entry on each line; `missing` is the sentence for none."""
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing},
    )


def checked_lines(text, fault_of):
    """The lines of `text`; raises the sentences of those that `fault_of(line)` finds wrong and of
    those that are there twice, with their numbers."""
    lines, faults = filled_lines(text), []
    for number, row in enumerate(lines, 1):
        again = "it is there twice" if row in lines[: number - 1] else ""
        mark = "" if has_words(row) else "it needs letters or numbers"
        if fault := again or mark or fault_of(row):
            faults.append(f"Line {number}, “{row[:60]}”: {fault}")
    if faults:
        raise forms.ValidationError(faults)
    return lines


class TeamsForm(RecordForm):
    """Teams within their services, one to a line."""

    submit = "Save the teams"

    teams = lines_field(
        "Teams",
        "One team on each line, its service first, then a colon: "
        "“Child in Need Service: North locality team”.",
        "Enter at least one team",
    )
    from_date = since_field("The teams have been there since")

    def clean_teams(self):
        """(service, name) of each line."""
        lines = checked_lines(self.cleaned_data["teams"], _fault_of_team)
        return [tuple(part.strip() for part in row.split(":", 1)) for row in lines]


def _fault_of_team(row):
    service, _, name = (part.strip() for part in row.partition(":"))
    if not (service and name):
        return "put its service first, then a colon, then the team"
    if max(len(service), len(name)) > LONGEST_TEAM:
        return f"service and team must have {LONGEST_TEAM} characters or fewer each"
    return ""


class PostsForm(RecordForm):
    """The posts that reports name, one to a line."""

    submit = "Save the posts"

    posts = lines_field(
        "Posts",
        "One title on each line. Do not enter people’s names: a post stays when its holder leaves.",
        "Enter at least one post",
    )
    from_date = since_field("The posts have been there since")

    def prepare_for(self, council):
        """Proposes the usual posts that are not there yet."""
        known = {post.title for post in Post.objects.of(council)}
        self.initial.setdefault("posts", "\n".join(t for t in USUAL_POSTS if t not in known))

    def clean_posts(self):
        """The title on each line."""
        return checked_lines(self.cleaned_data["posts"], _fault_of_post)


def _fault_of_post(row):
    long = f"a title must have {LONGEST_POST} characters or fewer"
    return long if len(row) > LONGEST_POST else ""


class AccountsForm(RecordForm):
    """Accounts of several people, each with a post and one role; `lacks_post` asks who adds them
    for their own post as well."""

    submit = "Add the accounts"

    own_post = line(
        "Your own post",
        LONGEST_POST,
        "The title of the post that you are in, such as “Performance and Information Manager”.",
    )
    own = forms.BooleanField(
        label="I write and publish reports myself: give my account the role of a clerk as well",
        required=False,
    )

    def __init__(self, *args, lacks_post=False, **kwargs):
        self.lacks_post = lacks_post
        super().__init__(*args, **kwargs)

    def prepare_for(self, council):
        """Draws the rows, and asks about the own account while no other account writes reports."""
        can_write = User.objects.with_permission(council, Permission.COMPOSE_PAPERS, today())
        if can_write:
            del self.fields["own"]
        if not self.lacks_post:
            del self.fields["own_post"]
        self.posts = Post.objects.of(council).on(today())
        for number, role in enumerate(ROLES_OF_ROWS, 1):
            self.fields |= _row_fields(number, role)
        groups = [(f"Person {number}", self._names(number)) for number in self._numbers()]
        self.helper = helper_for(self, submit=self.submit, groups=groups, group=Row)
        self.helper.mark_optional = False

    def clean(self):
        """Says of each row what is missing; refuses one address or post twice, and a form without
        any person."""
        fields = super().clean()
        self.people = []
        for number in self._numbers():
            row = {part: fields.get(f"{part}_{number}") for part in PARTS_OF_ROW}
            missing = self._missing(number, row)
            if missing:
                self.add_error(*missing)
            elif row["email"]:
                self._refuse_twice(number, row)
                self.people.append({**row, "name": row["name"] or row["post"]})
        if not (self.errors or self.people or fields.get("own") or fields.get("own_post")):
            self.add_error("email_1", NO_PEOPLE)
        return fields

    def _missing(self, number, row):
        # A member reads what is published: no record or task names their post.
        needed = "name" if row["role"] == Role.MEMBER else "post"
        if row["email"] and not row[needed]:
            return f"{needed}_{number}", f"Enter the {needed} of person {number}"
        is_named = row["name"] or row["post"]
        if is_named and not row["email"] and f"email_{number}" not in self.errors:
            return f"email_{number}", f"Enter the e-mail address of person {number}"
        return None

    def _refuse_twice(self, number, row):
        if row["email"].lower() in [person["email"].lower() for person in self.people]:
            self.add_error(f"email_{number}", f"Person {number}: this address is there twice")
        posts = [folded(person["post"]) for person in self.people if person["post"]]
        own = self.cleaned_data.get("own_post")
        if folded(row["post"]) in [*posts, *([folded(own)] if own else [])]:
            sentence = f"Person {number}: a post is one person’s, and this one is there twice"
            self.add_error(f"post_{number}", sentence)

    def _numbers(self):
        return range(1, len(ROLES_OF_ROWS) + 1)

    @staticmethod
    def _names(number):
        return [f"{part}_{number}" for part in PARTS_OF_ROW]


PARTS_OF_ROW = ("email", "name", "post", "role")


def _row_fields(number, role):
    wrong = f"Person {number}: enter an e-mail address such as name@council.gov.uk"
    roles = [(row.value, row.short_label) for row in Role]
    choose = f"Choose the role of person {number} from the list"
    return {
        f"email_{number}": forms.EmailField(
            label="E-mail address",
            required=False,
            max_length=254,
            error_messages={"invalid": wrong},
        ),
        f"name_{number}": forms.CharField(label="Name", required=False, max_length=LONGEST_TITLE),
        f"post_{number}": forms.CharField(
            label="Post",
            required=False,
            max_length=LONGEST_TITLE,
            widget=forms.TextInput({"list": "posts-there"}),
        ),
        f"role_{number}": forms.ChoiceField(
            label="Role",
            choices=roles,
            initial=role.value,
            error_messages={"required": choose, "invalid_choice": choose},
        ),
    }
