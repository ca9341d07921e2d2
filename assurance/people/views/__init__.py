"""The pages of teams, populations, posts and who holds them."""
