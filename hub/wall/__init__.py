"""The wall between the houses: what Wagtail shows or takes across owners, closed in one place."""
