"""The two first pages: the public's, and that of somebody signed in."""

from django.shortcuts import render

from assurance.accounts.access import Permission, public, requires
from assurance.runtime.periods import say_day, today
from reports.editions.models.editions import Edition
from reports.tasks.all_tasks import needs_of


@public
def front(request):
    """The public front page: what has been issued."""
    context = {"editions": Edition.objects.public_anywhere(), "is_front": True}
    return render(request, "tasks/front.html", context)


@requires(Permission.SEE_HOME)
def home(request):
    """What is waiting for the person signed in."""
    day = today()
    tasks = [need.as_task() for need in needs_of(request.user, day)]
    return render(request, "tasks/home.html", {"tasks": tasks, "true_on": say_day(day)})
