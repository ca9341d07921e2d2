"""The models of this project, whichever app holds each."""

from django.apps import apps

PACKAGES = ("assurance.", "reports.")
# The labels of the apps of each package, and of both.
ASSURANCE, REPORTS = (
    tuple(config.label for config in apps.get_app_configs() if config.name.startswith(package))
    for package in PACKAGES
)
LABELS = ASSURANCE + REPORTS


def models_of(*labels, with_links=False):
    """The models of the apps of `labels`, `with_links` those of many-to-many fields too."""
    return [
        model
        for label in labels
        for model in apps.get_app_config(label).get_models(include_auto_created=with_links)
    ]


def model_called(name):
    """The model whose class is called `name`, in whatever letters."""
    (model,) = (
        one for one in models_of(*LABELS, with_links=True) if one._meta.model_name == name.lower()
    )
    return model
