"""Moderation: submitting and deciding, private previews, locks, two editors at once."""
