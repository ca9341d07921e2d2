"""Forms of the accounts library as this service asks them."""
