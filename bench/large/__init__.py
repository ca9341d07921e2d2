"""What a council of the largest size waits for, and what a server takes."""
