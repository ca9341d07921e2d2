"""What the demonstration's boards are shown."""
