"""Accounts: coming in, second factor, sessions, invitations, leaving, and the log of it all."""
