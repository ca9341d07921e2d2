"""The numbers that bear a share, a rate or a mean, and those that are of others."""
