"""Reminding people of their re-check, by letter or e-mail, and the wordings an administrator
keeps."""

from collections import defaultdict
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.dbs.forms.reminders import ReminderForm, WordingFilters, WordingForm
from assurance.dbs.jobs import deliver, remind_all
from assurance.dbs.letters.file import letters_pdf
from assurance.dbs.models.populations import position_summary
from assurance.dbs.models.reminders import Reminder, ReminderWording
from assurance.dbs.operations import policies, reminders
from assurance.dbs.rules import captions, second_persons
from assurance.dbs.rules import reminders as rules
from assurance.dbs.views.people import PEOPLE
from assurance.dbs.views.second_steps import second_step
from assurance.records import email
from assurance.records.refusals import Refused
from assurance.registers.declaration import Column, Item, Parent, Register
from assurance.registers.forms import RecordForm
from assurance.registers.history import step_date
from assurance.runtime.email_states import SENT, WAITING
from assurance.runtime.periods import say_day, today

STYLE = Path(settings.BASE_DIR) / "static" / "css" / "letters.css"

REMINDERS = Register(
    namespace="dbs",
    name="reminder",
    path="reminders/sent/",
    parent=Parent(PEOPLE, "person"),
    model=Reminder,
    permission=Permission.RECORD_DBS,
    noun="reminder",
    plural="reminders",
    form=RecordForm,
    add=None,
    change=None,
    related=("council", "withdrawn_by", "person", "wording", "sent_by"),
    verbs={
        **{"Send": "Sent", "Send again": "To be sent again"},
        **{"Take up": "Sending began", "Settle": "Outcome kept"},
    },
    columns=(
        Column("Sent", "sent_on", link=True),
        Column("How", "delivery_words"),
        Column("Re-check due", "due_on"),
        Column("By", "sent_by"),
    ),
    summary=(
        Item("Person", "person.name"),
        Item("Re-check due", "due_on"),
        Item("Sent", "sent_on"),
        Item("How", "get_how_display"),
        Item("Outcome", "delivery_words"),
        Item("By", "sent_by"),
        Item("A further one of the same day", "again"),
        Item("Wording", "wording"),
    ),
)

WORDINGS = Register(
    namespace="dbs",
    name="wording",
    path="reminders/wordings/",
    model=ReminderWording,
    permission=Permission.MANAGE_POLICIES,
    noun="reminder wording",
    plural="reminder wordings",
    form=WordingForm,
    filters=WordingFilters,
    add=policies.record_wording,
    change=None,
    also=second_step(second_persons.why_not_approve_text),
    first="-from_date",
    related=("council", "approver", "recorded_by"),
    verbs={"Word": "Added", "Approve": "Approved"},
    columns=(
        Column("Start date", "from_date", sort="from_date", link=True),
        Column("End date", "to_date", sort="to_date"),
        Column("Subject", "subject"),
        Column("Approved by", "approved_by", sort="approver__title"),
    ),
    summary=(
        Item("Start date", "from_date"),
        Item("End date", "to_date"),
        Item("Subject", "subject"),
        Item("Words", "body"),
        Item("Written by", "recorded_by"),
        Item("Approved by", "approved_by"),
        Item("Approved on", step_date("approver"), lapses=True),
    ),
)


@requires(Permission.RECORD_DBS)
def show_due(request):
    """Those due in a month, or overdue, with what each has been sent; sends what is asked for."""
    form = ReminderForm(request.GET, council=request.user.council)
    result, key, listed = _due(request.user, form)
    if request.method == "POST" and listed:
        how = Reminder.EMAIL if "email" in request.POST else Reminder.LETTER
        chosen = set(request.POST.getlist("person"))
        queries = [line["stood"] for line in listed if str(line["stood"].person.pk) in chosen]
        return _reminded(request, queries, how)
    queries = {
        "filter_form": form,
        "heading": captions.words_of(key, {}),
        "lines": listed,
        "seen": result,
        "reminded": sum(bool(line["sent"]) for line in listed),
        "without": sum(not line["stood"].person.work_email for line in listed),
        "can_post": email.can_post(),
        "true_on": today(),
    }
    return render(request, "dbs/reminders.html", queries)


def _taken_out(user, day):
    """The letters of one date, with a line in the access log: each has a name."""
    letters = list(_letters(user, day))
    log_access(user, LoggedAccess.EXPORT, f"Reminder letters of {day}", len(letters))
    return letters


@requires(Permission.RECORD_DBS)
def show_letters(request, day):
    """The letters recorded on a day, one to a sheet when they are printed."""
    context = {"letters": _taken_out(request.user, day), "day": _day(day)}
    return render(request, "dbs/letters.html", context)


@requires(Permission.RECORD_DBS)
def letters_file(request, day):
    """The letters recorded on a day as a PDF, a page for each."""
    values = {"letters": _taken_out(request.user, day), "council": request.user.council}
    pdf = letters_pdf(render_to_string("dbs/letters-file.html", values), STYLE.read_text("utf-8"))
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="reminder-letters-{day}.pdf"'
    return answer


@requires(Permission.RECORD_DBS)
def show_e_mails(request, day):
    """What became of each e-mail of a day; sends again what is asked for, and what still waits."""
    rows = Reminder.objects.visible_to(request.user).e_mails_of(_day(day))
    if not rows:
        raise Http404
    if request.method == "POST":
        return _sent_again(request, rows, day)
    lines = [
        {"reminder": row, "again": rules.why_not_send_again(row.delivery) is None} for row in rows
    ]
    context = {
        "lines": lines,
        "sent": sum(row.delivery in ("", SENT) for row in rows),
        "waiting": sum(row.delivery == WAITING for row in rows),
        "again": sum(line["again"] for line in lines),
        "day": _day(day),
        "back": reverse("dbs:reminders"),
    }
    return render(request, "dbs/e-mails.html", context)


def _due(user, form):
    cohort = form.population()
    if not cohort or not cohort.groups:
        return None, "", []
    result = position_summary(user.council, cohort, None, today())
    picture = result.picture
    key = form.recipients(picture.count)
    previous = [item for item in picture.people(picture.numbers_of(key)) if item.now.due]
    previous.sort(key=lambda item: (item.now.due, item.person.name.casefold(), item.person.pk))
    sent = defaultdict(list)
    for row in Reminder.objects.visible_to(user).for_people([item.person for item in previous]):
        sent[row.person_id, row.due_on].append(row)
    lines = [
        {
            "stood": item,
            "address": PEOPLE.address("record", item.person.pk),
            "sent": sent[item.person.pk, item.now.due],
        }
        for item in previous
    ]
    return result, key, lines


def _reminded(request, query, how):
    back = f"{reverse('dbs:reminders')}?{request.GET.urlencode()}"
    if not query:
        messages.error(request, "Choose at least one person to remind.")
        return redirect(back)
    again = "again" in request.POST
    came = remind_all(query, how=how, again=again, by=request.user, on=today())
    gone = [item for item in came.sent if item.delivery in ("", SENT)]
    _show_success(request, gone, how)
    for sentence in dict.fromkeys(values for _, values in came.refused):
        names = ", ".join(person.name for person, values in came.refused if values == sentence)
        messages.warning(request, f"Not reminded: {names}. {sentence}.")
    if came.sent and how == Reminder.LETTER:
        return redirect("dbs:letters", today().isoformat())
    if len(gone) < len(came.sent):
        return redirect("dbs:e-mails", today().isoformat())
    return redirect(back)


def _show_success(request, gone, how):
    many = "1 reminder" if len(gone) == 1 else f"{len(gone)} reminders"
    ways = {Reminder.EMAIL: "sent by e-mail", Reminder.LETTER: "recorded as letters"}
    if gone:
        messages.success(request, f"{many} {ways[how]}.")


def _sent_again(request, rows, day):
    chosen = set(request.POST.getlist("reminder"))
    made = [item for item in rows if item.delivery == WAITING]
    for row in rows:
        if f"{row.pk}:{row.version}" in chosen:
            try:
                fields = {"version": row.version, "by": request.user, "on": today()}
                made.append(reminders.send_again(record=row, **fields))
            except Refused as refused:
                messages.warning(request, f"Not sent again: {row.person.name}. {refused.sentence}")
    came = deliver(made, by=request.user, on=today())
    _show_success(request, [item for item in came if item.delivery == SENT], Reminder.EMAIL)
    if not came:
        messages.error(request, "Choose at least one e-mail to send again.")
    return redirect("dbs:e-mails", max(day, today().isoformat()) if came else day)


def _day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def _letters(user, day):
    rows = Reminder.objects.visible_to(user).letters_of(_day(day))
    if not rows:
        raise Http404
    return [(row, *row.words, say_day(row.sent_on)) for row in rows]
