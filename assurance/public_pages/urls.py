"""The addresses of what a council prints on its public pages."""

from assurance.public_pages import views
from assurance.registers.urls import register_urls

app_name = "public_pages"

urlpatterns = [
    *register_urls(views.CONTACTS),
    *register_urls(views.STATEMENTS),
    *register_urls(views.NOTICES),
]
