"""The addresses of attached files."""

from django.urls import path

from assurance.attachments import views

app_name = "attachments"

urlpatterns = [
    path("of-a-review/<int:pk>/add/", views.add_to_review, name="review-add"),
    path("of-a-finding/<int:pk>/add/", views.add_to_finding, name="finding-add"),
    path("of-a-plan/<int:pk>/add/", views.add_to_plan, name="plan-add"),
    path("of-an-action/<int:pk>/add/", views.add_to_action, name="action-add"),
    path("reviews/<int:pk>/", views.show_of_reviews, name="reviews-record"),
    path("reviews/<int:pk>/file/", views.download_of_reviews, name="reviews-download"),
    path("reviews/<int:pk>/withdraw/", views.withdraw_of_reviews, name="reviews-withdraw"),
    path("reviews/<int:pk>/undo/", views.undo_of_reviews, name="reviews-undo"),
    path("actions/<int:pk>/", views.show_of_actions, name="actions-record"),
    path("actions/<int:pk>/file/", views.download_of_actions, name="actions-download"),
    path("actions/<int:pk>/withdraw/", views.withdraw_of_actions, name="actions-withdraw"),
    path("actions/<int:pk>/undo/", views.undo_of_actions, name="actions-undo"),
]
