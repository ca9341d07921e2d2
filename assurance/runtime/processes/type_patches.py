"""Classes that packages subscript to write types, without what `django_stubs_ext` loads for them.

That package names classes of the whole of Django, its admin, feeds and site maps among them, which
a process that answers pages would load for it.
"""

import sys
from collections.abc import Sequence
from types import ModuleType

from django.utils.module_loading import import_string

NAME = "django_stubs_ext"


def patch_only(classes: Sequence[str]) -> None:
    """Lets `django_stubs_ext.monkeypatch()` make the classes of those names subscriptable, and no
    others; called before anything imports that package."""

    def monkeypatch():
        for name in classes:
            import_string(name).__class_getitem__ = classmethod(lambda kind, _types: kind)

    module = ModuleType(NAME)
    module.monkeypatch = monkeypatch
    sys.modules[NAME] = module
