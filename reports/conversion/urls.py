"""Addresses of conversion."""

from django.urls import path

from assurance.runtime.processes.lazy_modules import LazyViews

# Papers typed elsewhere are converted now and then.
views = LazyViews("reports.conversion.views")

app_name = "conversion"
urlpatterns = [
    path("reports/import/", views.upload_paper, name="import"),
    path("reports/import/made/", views.make, name="import-make"),
]
