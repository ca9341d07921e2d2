"""What pages of this service store on the device of whoever opens them, for its privacy pages."""

from dataclasses import dataclass

from django.conf import settings

from assurance.govuk.page_messages import COOKIE as MESSAGE_COOKIE
from assurance.sign_in.devices.cookie import NAME as DEVICE_COOKIE
from assurance.sign_in.rules import DEVICE_KEPT

COOKIE, SCRIPT, TAB = "Cookie", "Local storage", "Storage of the tab"
CACHE = "Cache of the browser"
SIGNED_IN = "If you sign in: "


@dataclass(frozen=True)
class Stored:
    """One thing on a device: its name there, its kind, why, and until when."""

    name: str
    kind: str
    purpose: str
    until: str


def stored() -> tuple[Stored, ...]:
    """Everything that is stored, what readers meet first."""
    return (*_of_readers(), *_of_accounts())


def _of_readers():
    return (
        Stored(
            *("candour-look, candour-size", SCRIPT, "The colours and text size that you choose."),
            "You clear it",
        ),
        Stored(
            *("candour-paper, candour-shell", CACHE),
            "The copies that you asked to keep, so that you can read them without a network.",
            "You remove the copy, or the report is removed from publication",
        ),
        Stored(
            *(settings.CSRF_COOKIE_NAME, COOKIE),
            "Proves that a form you send came from this service. Set by pages with a form.",
            "A year",
        ),
    )


def _of_accounts():
    return (
        Stored(
            *(settings.SESSION_COOKIE_NAME, COOKIE),
            f"{SIGNED_IN}keeps you signed in.",
            "You sign out, close the browser or use no page for a while, or after eight hours",
        ),
        Stored(
            *("candour-notes", CACHE),
            f"{SIGNED_IN}your own notes on a report of which you keep a copy.",
            "You sign out or remove the copy",
        ),
        Stored(
            *("candour-show-notes", SCRIPT),
            f"{SIGNED_IN}whether your own notes are shown.",
            "You clear it",
        ),
        Stored(
            *(MESSAGE_COOKIE, COOKIE),
            "If you send a form without signing in: a notice such as “Saved” for the next page.",
            "The next page",
        ),
        *_of_writers(),
        Stored(
            *(DEVICE_COOKIE, COOKIE),
            f"{SIGNED_IN}that this browser signed in before, so that wrong passwords from "
            "elsewhere cannot shut you out.",
            f"{DEVICE_KEPT.days} days",
        ),
    )


def _of_writers():
    return (
        Stored(
            *("candour:", TAB),
            f"{SIGNED_IN}keeps what you typed and did not save.",
            "You save it or close the tab",
        ),
        Stored(
            *("candour-detour:", TAB),
            f"{SIGNED_IN}keeps what you typed in a form while you add what one of its lists lacks.",
            "You return to the form, open another form or close the tab",
        ),
        Stored(
            *("candour-as-text", SCRIPT),
            f"{SIGNED_IN}whether you write reports as text.",
            "You clear it",
        ),
        Stored(
            *("moved-block", TAB),
            f"{SIGNED_IN}which part of a report you moved last.",
            "You close the tab",
        ),
    )
