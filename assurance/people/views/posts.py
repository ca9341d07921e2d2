"""The directory of posts, who holds them, handing one over, being away, and second persons."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import post_data
from assurance.people import operations
from assurance.people.forms.posts import (
    AbsenceForm,
    HandOverForm,
    HolderForm,
    PostFilters,
    PostForm,
    SecondPersonForm,
    TakePostForm,
)
from assurance.people.models.holders import Absence, PostHolder, holder_order
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import SecondPersonPolicy
from assurance.records.operations import change
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Parent, Register, columns, items
from assurance.registers.forms import ListFilters
from assurance.runtime.periods import say_day, say_short_day, today


class NoFilters(ListFilters):
    """The list of a handful of policies asks nothing."""

    withdrawn = None


def present_holder(post, say=say_day, nobody="no one"):
    """The account in `post` today, with the deputy of one that is away, in words; `nobody` where it
    is vacant."""
    day = today()
    holder = post.holder_on(day)
    if holder is None:
        return nobody
    notes = ["for the time being"] if holder.interim else []
    rows = holder.absences.all()
    absence = next((row for row in rows if row.from_date <= day <= row.to_date), None)
    if absence is None:
        return _named(holder.account, notes)
    deputy = _named(absence.stand_in) if absence.stand_in else "no one"
    return f"{_named(holder.account, notes)}, away until {say(absence.to_date)}. Deputy: {deputy}"


def _named(account, notes=()):
    notes = [*notes, *([] if account.is_active else ["cannot sign in"])]
    return f"{account} ({', '.join(notes)})" if notes else str(account)


def its_holders(_request, post):
    """Who holds a post, has held it and will hold it, each with what they are away."""
    rows = post.holders.select_related("account").prefetch_related("absences__stand_in")
    return {"holders": list(rows), "present": present_holder(post)}


def its_absences(_request, holder):
    """The absences of who holds a post."""
    return {"absences": list(holder.absences.select_related("stand_in"))}


DIRECTORY = {"namespace": "people", "permission": Permission.KEEP_POSTS}

POSTS = Register(
    **DIRECTORY,
    name="post",
    path="posts/",
    model=Post,
    noun="post",
    plural="posts",
    form=PostForm,
    filters=PostFilters,
    first="title",
    related=("council",),
    fetched=("holders__account", "holders__absences__stand_in"),
    also=its_holders,
    verbs={"Hand over": "Handed over"},
    columns=(
        Column("Post", "title", sort="title", link=True),
        Column("Department", "department", sort="department"),
        Column(
            "In the post",
            lambda post: present_holder(post, say_short_day, "No one"),
            sort="holder",
            order=holder_order,
        ),
        Column("Telephone", "telephone", file_only=True),
        Column("E-mail", "email", file_only=True),
        *columns("from_date to_date", sorts=True),
    ),
    summary=items("title department telephone email from_date to_date"),
)

HOLDERS = Register(
    **DIRECTORY,
    name="holder",
    path="holders/",
    parent=Parent(POSTS, "post"),
    model=PostHolder,
    noun="holder",
    plural="holders",
    form=HolderForm,
    related=("post", "account"),
    also=its_absences,
    summary=(Item("Post", "post.title"), *items("account from_date to_date interim")),
)

ABSENCES = Register(
    **DIRECTORY,
    name="absence",
    path="absences/",
    parent=Parent(HOLDERS, "holder"),
    model=Absence,
    noun="absence",
    plural="absences",
    form=AbsenceForm,
    related=("holder__post", "holder__account", "stand_in"),
    summary=(
        Item("Post", "holder.post.title"),
        Item("Who is away", "holder.account"),
        *items("from_date to_date stand_in"),
    ),
)

SECOND_PERSONS = Register(
    namespace="people",
    permission=Permission.MANAGE_POLICIES,
    name="second-persons",
    path="second-persons/",
    model=SecondPersonPolicy,
    noun="policy on second persons",
    plural="second persons",
    form=SecondPersonForm,
    filters=NoFilters,
    first="-from_date",
    related=("council",),
    columns=(
        Column("From", "from_date", sort="from_date", link=True),
        Column("Another person checks an action", "actions", sort="actions"),
        Column("Another person moderates a grade", "audits", sort="audits"),
        Column("Another person closes a breach", "breaches", sort="breaches"),
        Column("Another person approves a set-aside", "set_asides", sort="set_asides"),
        Column("Reason", "reason", sort="reason"),
    ),
    summary=(
        *items("from_date actions audits breaches set_asides"),
        *items("reason", lapses=True),
    ),
)


@requires(Permission.KEEP_POSTS)
def hand_over(request, pk):
    """Asks who holds a post from which day on, and lets who holds it until then hold it no
    longer."""
    post = get_object_or_404(POSTS.rows(request.user), pk=pk)
    form = HandOverForm(post_data(request), post=post)
    home = POSTS.address("record", pk)
    if form.is_valid():
        values = form.cleaned_data
        with refusals_shown_on(form):
            days = {"from_date": values["on"], "to_date": values["until"]}
            operations.hand_over(
                post=post, account=values["account"], **days, by=request.user, on=today()
            )
            messages.success(request, _handed_over(**values))
            return redirect(home)
    context = {"form": form, "heading": "Hand over the post", "caption": post, "back": home}
    context |= {"cancel_url": home, "present": present_holder(post)}
    return render(request, "people/hand-over.html", context)


def _handed_over(account, on, **_until):
    """The message once a post is handed over, with the date where that is still to come."""
    if on > today():
        return f"From {say_day(on)} {account.name} is in the post."
    return "The post has been handed over."


@requires(Permission.MANAGE_ACCOUNTS)
def take_post(request, pk):
    """Asks which post an account takes, from which date on."""
    accounts = User.objects.visible_to(request.user).able_to_sign_in()
    account = get_object_or_404(accounts, pk=pk)
    form = TakePostForm(post_data(request), council=request.user.council)
    home = reverse("accounts:account", args=[pk])
    if form.is_valid():
        post, first, last = (form.cleaned_data[name] for name in ("post", "on", "until"))
        with refusals_shown_on(form):
            operations.hand_over(
                post=post,
                account=account,
                from_date=first,
                to_date=last,
                by=request.user,
                on=today(),
            )
            messages.success(request, "The post has been saved.")
            return redirect(home)
    context = {"form": form, "heading": "Choose the post of this account", "caption": account}
    context |= {"back": home, "cancel_url": home}
    return render(request, "people/take-post.html", context)


@requires(Permission.SEE_HOME)
def your_posts(request):
    """The posts that the account holds today, with its absences, and those it stands in for."""
    user, day = request.user, today()
    context = {
        "holders": PostHolder.objects.visible_to(user).on(day).of_account(user),
        "may_keep": may(user, Permission.KEEP_POSTS),
        "standing_in": Absence.objects.visible_to(user).stood_in_for(user, day),
    }
    return render(request, "people/your-posts.html", context)


@requires(Permission.SEE_HOME)
def be_away(request, pk):
    """Asks on which days the account is away from a post that it holds, and who stands in."""
    own = PostHolder.objects.visible_to(request.user).of_account(request.user)
    holder = get_object_or_404(own, pk=pk)
    form = AbsenceForm(post_data(request), council=request.user.council, parent=holder)
    home = reverse("people:your-posts")
    if form.is_valid():
        with refusals_shown_on(form):
            operations.be_away(holder=holder, by=request.user, on=today(), **form.values_to_save())
            messages.success(request, "Your absence has been recorded.")
            return redirect(home)
    context = {"form": form, "heading": "Record when you are away", "caption": holder.post}
    return render(request, "layouts/form.html", {**context, "back": home, "cancel_url": home})


@requires(Permission.SEE_HOME)
def change_absence(request, pk):
    """Asks for other days or another deputy of an absence of the account itself."""
    user = request.user
    absence = get_object_or_404(Absence.objects.visible_to(user).recorded_for(user), pk=pk)
    form = AbsenceForm(
        post_data(request), council=user.council, parent=absence.holder, record=absence
    )
    home = reverse("people:your-posts")
    if form.is_valid():
        with refusals_shown_on(form):
            change(record=absence, by=user, on=today(), **form.values_to_save())
            messages.success(request, "Your absence has been changed.")
            return redirect(home)
    context = {"form": form, "heading": "Change when you are away", "caption": absence.holder.post}
    return render(request, "layouts/form.html", {**context, "back": home, "cancel_url": home})
