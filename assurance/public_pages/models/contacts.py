"""Whom to contact about a child, as a council prints it."""

from django.db import models
from django.db.models import Q

from assurance.public_pages import rules
from assurance.public_pages.models.texts import DatedText
from assurance.records.named_record import plain


class ChildContact(DatedText):
    """The telephone numbers for a concern about a child, from a date on."""

    service = models.CharField(max_length=80)
    daytime_phone = models.CharField(max_length=30)
    daytime_hours = models.CharField(max_length=80)
    other_phone = models.CharField(max_length=30)

    history_prefix = "child_contacts"
    printed = ("service", "daytime_hours")
    history_verbs = ("add", "change", "withdraw")
    field_faults = staticmethod(rules.contact_faults)
    personal = {
        **plain("service daytime_phone daytime_hours other_phone"),
        **DatedText.personal,
    }

    class Meta(DatedText.Meta):
        verbose_name = "contact for concerns about a child"
        verbose_name_plural = "contacts for concerns about a child"
        constraints = [
            *DatedText.Meta.constraints,
            models.CheckConstraint(
                condition=~(Q(daytime_phone="") | Q(other_phone="")),
                name="child_contact_has_its_numbers",
            ),
        ]

    @property
    def numbers(self):
        """(when, telephone number, how a link calls it) of each number."""
        pairs = (
            (f"{self.service}, {self.daytime_hours}", self.daytime_phone),
            ("At any other time", self.other_phone),
        )
        return [(when, phone, rules.dialled(phone)) for when, phone in pairs]


def contact_words(council, day) -> tuple[str, ...]:
    """The sentences on whom to contact about a child in `council` on `day`, as files print them."""
    contact = ChildContact.objects.current(council, day)
    if contact is None:
        return (rules.DANGER, rules.MISSING.format(council=council.name))
    return (rules.DANGER, *(f"{when}: {phone}." for when, phone, _ in contact.numbers))
