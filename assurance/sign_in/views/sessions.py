"""Ending sessions of an account: its holder's others, or all of them by an administrator."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.accounts import User
from assurance.runtime.periods import today
from assurance.sign_in.operations.logout import end_sessions

ELSEWHERE = "You are signed out everywhere else."
EVERYWHERE = "The account is signed out everywhere."


@requires(Permission.KEEP_OWN_ACCOUNT)
@require_POST
def end_others(request):
    """Ends the sessions of one's own account but for this one."""
    user = end_sessions(user=request.user, by=request.user, on=today())
    update_session_auth_hash(request, user)
    messages.success(request, ELSEWHERE)
    return redirect("accounts:yours")


@requires(Permission.MANAGE_ACCOUNTS)
@require_POST
def end_all(request, pk):
    """Ends the sessions of an account."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    end_sessions(user=user, by=request.user, on=today())
    messages.success(request, EVERYWHERE)
    return redirect("accounts:account", user.pk)
