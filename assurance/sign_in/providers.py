"""The identity providers of councils, as the settings name them."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

USUAL_MINUTES = 30


@dataclass(frozen=True)
class IdentityProvider:
    """One council's provider: `asked_every` so many minutes it is asked again about a person."""

    key: str
    name: str
    council: str
    groups_claim: str
    asked_every: int


def provider_called(key: str) -> IdentityProvider | None:
    """The provider with this key, or None."""
    return next((item for item in all_providers() if item.key == key), None)


def provider_of(council) -> IdentityProvider | None:
    """The provider of `council`, or None."""
    slug = council.slug if council else ""
    return next((item for item in all_providers() if item.council == slug), None)


def all_providers() -> list[IdentityProvider]:
    """Every provider, in the order of the settings."""
    return [
        IdentityProvider(
            key=entry["key"],
            name=entry["name"],
            council=entry["council"],
            groups_claim=entry.get("groups_claim", "groups"),
            asked_every=entry.get("asked_every", USUAL_MINUTES),
        )
        for entry in settings.IDENTITY_PROVIDERS.values()
    ]


def login_address(provider: IdentityProvider) -> str:
    """Where signing in with the provider begins."""
    return reverse("sign_in:provider", args=[provider.key])
