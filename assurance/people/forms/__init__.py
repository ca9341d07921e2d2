"""The forms of teams, populations, posts and who holds them."""
