"""Real components that tests start or use, and how to get those that are missing."""
