"""Addresses of conversion."""

from django.urls import path

from reports.conversion import views as bringing

urlpatterns = [
    path("papers/bring-in/", bringing.upload_paper, name="bring"),
    path("papers/bring-in-made/", bringing.make, name="bring-make"),
]
