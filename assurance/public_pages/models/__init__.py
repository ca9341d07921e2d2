"""Every model of the app, for Django; nothing else imports from here."""

from assurance.public_pages.models import contacts, statements

__all__ = ["contacts", "statements"]
