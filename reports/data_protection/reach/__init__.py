"""The data that an account could have seen: its roles over time, and what each of them opens."""
