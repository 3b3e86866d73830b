"""The gallery of components, for developers: each in all its states, without a database."""
