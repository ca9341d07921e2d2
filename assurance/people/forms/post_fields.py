"""Fields that choose a post or an account, and the post of a reader that they begin with."""

from functools import partial

from django import forms

from assurance.accounts.models.accounts import User
from assurance.people.models.posts import Post
from assurance.runtime.periods import today


class AccountChoice(forms.ModelChoiceField):
    """One of the accounts of the council, named with its address: two may have one title."""

    def label_from_instance(self, account):
        """The choice's words."""
        return f"{account.name} ({account.email})"


class PostChoice(forms.ModelChoiceField):
    """One of the posts of the council's directory."""


def account_field(label, hint="", required=True):
    """A select of the council's accounts; the form bounds it with `offer_accounts`."""
    field = partial(AccountChoice, User.objects.none(), label=label, help_text=hint)
    return _select(field, "an account", "No one", f"Select “{label}”", required)


def offer_accounts(form, name, council, but=None):
    """Offers in the field `name` of `form` the accounts of `council` that can sign in, `but` that
    of one holder of a post."""
    rows = User.objects.filter(council=council).able_to_sign_in()
    form.fields[name].queryset = rows.exclude(pk=but.account_id) if but else rows


def post_field(label, hint="", required=True):
    """A select of the council's posts; the form bounds it with `offer_posts`."""
    field = partial(PostChoice, Post.objects.none(), label=label, help_text=hint)
    return _select(field, "a post", "No post", f"Select the post: “{label}”", required)


def _select(field, what, none, asked, required):
    return field(
        required=required,
        empty_label=f"Select {what}" if required else none,
        error_messages={"required": asked, "invalid_choice": f"Select {what} from the list"},
    )


def owner_filter():
    """The filter of a list by the post that owns what is listed; the form bounds it."""
    return forms.ModelChoiceField(Post.objects.none(), label="Owner", empty_label="Every owner")


def offer_posts(form, *names):
    """Offers in the fields `names` of the record form `form` every post of its council: a record
    may be of a day on which another post was there."""
    for name in names:
        form.fields[name].queryset = Post.objects.of(form.council)


def offer_own_posts(form, name, user):
    """Offers in the field `name` of `form` the posts whose tasks are those of `user` today; gives
    them."""
    posts = _own_posts(user)
    form.fields[name].queryset = posts
    if not form.is_bound:
        form.initial |= _only_post(user, name)
    return posts


def own_post_in(name):
    """The `proposed_for` of a record form whose field `name` is the post of who did something: that
    of a user whose tasks are those of one post today, or who is in one of them alone."""

    def proposed_for(user):
        return _only_post(user, name)

    return staticmethod(proposed_for)


def _own_posts(user):
    return Post.objects.of(user.council).held_by(user, today())


def _only_post(user, name):
    posts = list(_own_posts(user))
    if len(posts) > 1:
        # Who deputises for others acts for the own post, unless the choice says otherwise.
        posts = list(_own_posts(user).filled_by(user, today()))
    return {name: posts[0].pk} if len(posts) == 1 else {}
