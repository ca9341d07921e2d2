"""A copy of everything that a service keeps, and a service made from a copy."""
