"""The app of inspections and peer reviews."""

from importlib import import_module

from django.apps import AppConfig

from assurance.reviews import national


class ReviewsConfig(AppConfig):
    name = "assurance.reviews"
    national = (national,)

    def ready(self):
        """Registers figures, file kinds and quotable records."""
        import_module("assurance.reviews.registration").register()
