"""Addresses of conversion."""

from django.urls import path

from reports.conversion import views as bringing

app_name = "conversion"
urlpatterns = [
    path("reports/import/", bringing.upload_paper, name="import"),
    path("reports/import/made/", bringing.make, name="import-make"),
]
