"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.sign_in.models.devices import KnownDevice
from assurance.sign_in.models.groups import ProviderGroup
from assurance.sign_in.models.reviews import GrantReview
from assurance.sign_in.models.sessions import Session
from assurance.sign_in.models.two_step import TwoStepPolicy

__all__ = ["GrantReview", "KnownDevice", "ProviderGroup", "Session", "TwoStepPolicy"]
