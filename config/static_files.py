"""How scripts and styles are kept: on a server each under a name that tells its bytes."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, StaticFilesStorage

_FILES, _IMPORTS = ManifestStaticFilesStorage._js_module_import_aggregation_patterns


class ModuleFilesStorage(ManifestStaticFilesStorage):
    """Our modules import one another by those names too, or an old one would meet a new one.

    Only ours: a package's scripts may name in a comment a module that it does not bring.
    """

    patterns = (*ManifestStaticFilesStorage.patterns, (f"js/{_FILES}", _IMPORTS))


class PlainFilesStorage(StaticFilesStorage):
    """On a laptop, each as it lies."""
