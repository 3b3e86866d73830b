"""The engine that answers: today the one inside the database."""

from django.db import connection

from search.engines.base import Engine, Scope, SearchResult

__all__ = ["Engine", "Scope", "SearchResult", "get_engine"]


def get_engine() -> Engine:
    """The engine of the database in use."""
    if connection.vendor == "postgresql":
        from search.engines.postgresql import PostgreSQLEngine

        return PostgreSQLEngine()
    from search.engines.sqlite import SQLiteEngine

    return SQLiteEngine()
