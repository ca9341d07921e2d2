"""The addresses of what a council prints on its public pages."""

from django.urls import path

from assurance.public_pages import views
from assurance.public_pages.brand.views import mark_and_colours
from assurance.registers.urls import register_urls

app_name = "public_pages"

urlpatterns = [
    *register_urls(views.CONTACTS),
    *register_urls(views.STATEMENTS),
    *register_urls(views.NOTICES),
    path("mark-and-colours/", mark_and_colours, name="brand"),
]
