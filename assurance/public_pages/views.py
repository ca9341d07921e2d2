"""The registers of what a council prints on its public pages."""

from assurance.accounts.access import Permission
from assurance.public_pages.forms import AccessibilityForm, ContactForm, PrivacyForm
from assurance.public_pages.models.contacts import ChildContact
from assurance.public_pages.models.statements import AccessibilityStatement, PrivacyNotice
from assurance.registers.declaration import Column, Item, Register, items
from assurance.registers.forms import ListFilters

OF_EVERY = {
    "namespace": "public_pages",
    "permission": Permission.MANAGE_POLICIES,
    "filters": ListFilters,
    "first": "-from_date",
    "related": ("council", "withdrawn_by"),
}
VALID_FROM = Column("Valid from", "from_date", sort="from_date", link=True)

CONTACTS = Register(
    **OF_EVERY,
    name="contact",
    path="child-contacts/",
    model=ChildContact,
    noun="contact for concerns about a child",
    plural="contacts for concerns about a child",
    form=ContactForm,
    columns=(
        VALID_FROM,
        Column("Team or service", "service", sort="service"),
        Column("In the daytime", "daytime_phone"),
        Column("At any other time", "other_phone"),
    ),
    summary=items("service daytime_phone daytime_hours other_phone from_date"),
)

STATEMENTS = Register(
    **OF_EVERY,
    name="accessibility",
    path="accessibility/",
    model=AccessibilityStatement,
    noun="accessibility statement",
    plural="accessibility statements",
    form=AccessibilityForm,
    columns=(
        VALID_FROM,
        Column("Compliance", "get_status_display", sort="status"),
        Column("Last reviewed", "reviewed_on", sort="reviewed_on"),
        Column("Last tested", "tested_on", sort="tested_on"),
    ),
    summary=(
        Item("Compliance", "get_status_display", "status"),
        *items("non_compliance burden out_of_scope improvements prepared_on reviewed_on"),
        *items("tested_on tested_by method email phone response_days from_date"),
    ),
)

NOTICES = Register(
    **OF_EVERY,
    name="privacy",
    path="privacy/",
    model=PrivacyNotice,
    noun="privacy notice",
    plural="privacy notices",
    form=PrivacyForm,
    columns=(
        VALID_FROM,
        Column("Controller", "controller", sort="controller"),
        Column("Post to write to", "officer"),
        Column("E-mail address", "email"),
    ),
    summary=items("controller officer email phone full_notice from_date"),
)
