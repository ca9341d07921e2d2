"""The addresses of censuses and of held returns."""

from django.urls import path

from assurance.looked_after.views import definitions, offers, performance, published, returns
from assurance.looked_after.views.censuses import (
    AREAS,
    CENSUSES,
    list_missing,
    state_costs,
    state_locations,
)
from assurance.registers.urls import register_urls

app_name = "looked_after"

urlpatterns = [
    *register_urls(CENSUSES),
    path("missing/", list_missing, name="missing"),
    path("<int:pk>/unit-costs/", state_costs, name="unit-costs"),
    path("<int:pk>/locations/", state_locations, name="locations"),
    *register_urls(AREAS),
    path("published/<int:pk>/", published.show_published, name="published-record"),
    path("performance/", performance.show_performance, name="performance"),
    path("counted-by/", definitions.show, name="definitions"),
    path("counted-by/age-bands/add/", definitions.add_bands, name="bands-add"),
    path("counted-by/age-bands/correct/", definitions.correct_bands, name="bands-correct"),
    path("counted-by/days/", definitions.change_days, name="days-change"),
    path("offers/<int:pk>/", offers.take_offer, name="offer"),
    path("recounts/", offers.offer_recounts, name="recounts"),
    path("returns/", returns.list_returns, name="return-list"),
    path("returns/<int:pk>/", returns.show_return, name="return-record"),
    path("returns/<int:pk>/offers/", offers.take_offers, name="return-offers"),
    path("returns/<int:pk>/validation/", performance.show_validation, name="return-validation"),
    path("returns/<int:pk>/count/", returns.count, name="return-count"),
    path("returns/<int:pk>/remove-rows/", returns.remove_rows, name="return-remove-rows"),
    path("returns/<int:pk>/withdraw/", returns.withdraw, name="return-withdraw"),
    path("returns/<int:pk>/undo/", returns.undo_withdrawal, name="return-undo"),
]
