"""The administrator's addresses."""

from django.urls import path

from assurance.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.accounts, name="list"),
    path("yours/", views.your_account, name="yours"),
    path("add/", views.add_account, name="add"),
    path("<int:pk>/", views.account, name="account"),
    path("<int:pk>/add-role/", views.add_grant, name="add-grant"),
    path("<int:pk>/stop/", views.deactivate, name="deactivate"),
    path("<int:pk>/let-in/", views.reactivate, name="reactivate"),
    path("<int:pk>/sign-in-link/", views.sign_in_link, name="sign-in-link"),
    path("roles/<int:pk>/end/", views.end_grant, name="end-grant"),
]
