"""The pages of two-step sign-in, identity providers and reviews of roles."""
