"""Django's own database of this name, as `assurance.runtime.databases` has it."""
