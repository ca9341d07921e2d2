"""The posts of an account, on its page."""

from django import template

from assurance.people.models.holders import Absence, PostHolder
from assurance.runtime.periods import today

register = template.Library()


@register.inclusion_tag("people/account-posts.html")
def posts_of(account):
    """The posts that `account` is in from today on, and the absences of which it is the deputy."""
    day = today()
    return {
        "account": account,
        "holders": PostHolder.objects.lasting(day).of_account(account),
        "standing_in": Absence.objects.stood_in_for(account, day),
    }
