"""The fixed sentences of an accessibility statement, and what refuses its facts.

The wording follows the model statement under the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018 (SI 2018/952), regulation 8.
"""

from assurance.public_pages.rules import why_not_phone

FULLY, PARTIALLY, NOT = "fully", "partially", "not"
STATUSES = [
    (FULLY, "Fully compliant"),
    (PARTIALLY, "Partially compliant"),
    (NOT, "Not compliant"),
]
STANDARD = "the Web Content Accessibility Guidelines version 2.2 AA standard"
NONE_LISTED = "Enter what is not accessible, or select that the website is fully compliant"
SOME_LISTED = "Leave this empty, or select that the website is not fully compliant"
BACKWARDS = "It must be the date on which the statement was prepared, or later"
FEWEST_DAYS, MOST_DAYS = 1, 60
EXEMPTIONS = ("burden", "out_of_scope")
LISTED = ("non_compliance", *EXEMPTIONS)


def reasons(values) -> str:
    """What keeps a website from full compliance: `non-compliances`, `exemptions` or both."""
    parts = ["non-compliances"] * bool(values["non_compliance"])
    parts += ["exemptions"] * any(values[name] for name in EXEMPTIONS)
    return " and ".join(parts)


def status_sentence(values) -> str:
    """The sentence on compliance that the model statement fixes for a status."""
    if values["status"] == FULLY:
        return f"This website is fully compliant with {STANDARD}."
    if values["status"] == NOT:
        listed = f"The {reasons(values)} are listed below."
        return f"This website is not compliant with {STANDARD}. {listed}"
    return (
        f"This website is partially compliant with {STANDARD}, due to the {reasons(values)} "
        "listed below."
    )


def faults(values):
    """(field, sentence) of the facts that do not fit together."""
    yield from phone_faults(values)
    if values["status"] == FULLY:
        yield from ((name, SOME_LISTED) for name in LISTED if values[name])
    elif values["status"] and not reasons(values):
        yield "non_compliance", NONE_LISTED
    prepared, reviewed = values["prepared_on"], values["reviewed_on"]
    if prepared and reviewed and reviewed < prepared:
        yield "reviewed_on", BACKWARDS
    days = values["response_days"]
    if days is not None and not FEWEST_DAYS <= days <= MOST_DAYS:
        yield "response_days", f"Enter working days from {FEWEST_DAYS} to {MOST_DAYS}"


def phone_faults(values):
    """(field, sentence) of a telephone number that is none."""
    if values["phone"]:
        yield "phone", why_not_phone(values["phone"])
