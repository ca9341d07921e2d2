"""The posts of an account, on its page."""

from django import template

from assurance.people.models.holders import Absence, PostHolder
from assurance.runtime.periods import today

register = template.Library()


@register.inclusion_tag("people/account-posts.html")
def posts_of(account, stopping=False):
    """The posts that `account` is in from today on, and the absences of which it is the deputy;
    with what it means for them that it is `stopping`."""
    day = today()
    return {
        "account": account,
        "stopping": stopping,
        "holders": PostHolder.objects.lasting(day).of_account(account),
        "standing_in": Absence.objects.stood_in_for(account, day),
    }
