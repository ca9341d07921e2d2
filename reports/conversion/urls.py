"""Addresses of conversion."""

from django.urls import path

from assurance.runtime.processes.lazy_modules import LazyViews

# Papers typed elsewhere are converted now and then.
bringing = LazyViews("reports.conversion.views")

app_name = "conversion"
urlpatterns = [
    path("reports/import/", bringing.upload_paper, name="import"),
    path("reports/import/made/", bringing.make, name="import-make"),
]
