"""Valid rows of signing in."""

from datetime import date

from assurance.runtime.periods import this_moment
from assurance.sign_in.models.devices import KnownDevice, digest_of
from assurance.sign_in.models.groups import ProviderGroup
from assurance.sign_in.models.reviews import GrantReview
from assurance.sign_in.models.two_step import TwoStepPolicy
from tests import cast


def two_step_policy(council=None, **fields):
    """A policy from long ago under which approvers, clerks, administrators and data protection need
    two-step sign-in."""
    usual = {"council": council or cast.make_council(), "from_date": date(2015, 1, 1)}
    return TwoStepPolicy.objects.create(**{**usual, **fields})


def provider_group(council=None, **fields):
    """A group that gives the clerk's role from long ago."""
    usual = {"group": "group-clerks", "label": "Clerks", "role": "clerk"}
    council = council or cast.make_council()
    place = {"council": council, "from_date": date(2015, 1, 1)}
    return ProviderGroup.objects.create(**{**place, **usual, **fields})


def known_device(user=None, token="a token of a device", **fields):
    """A device that an account signed in from just now."""
    now = {"made_at": this_moment(), "used_at": this_moment()}
    user = user or cast.clerk()
    return KnownDevice.objects.create(**{**now, "user": user, "digest": digest_of(token), **fields})


def grant_review(grant=None, **fields):
    """A grant that was kept."""
    by = fields.pop("reviewed_by", None) or cast.administrator()
    usual = {"reviewed_by": by, "reviewed_on": date(2016, 3, 1), "reason": "In post."}
    grant = grant or by.grants.get()
    return GrantReview.objects.create(**{**usual, "grant": grant, "outcome": "keep", **fields})
