"""Two-step sign-in, the council's identity provider, known devices and reviews of access."""
