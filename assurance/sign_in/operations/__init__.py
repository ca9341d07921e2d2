"""What is done to how accounts sign in; each writes one entry of history."""
