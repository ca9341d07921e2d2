"""Every model of the app, for Django; nothing else imports from here."""

from assurance.public_pages.models import brands, contacts, statements

__all__ = ["brands", "contacts", "statements"]
