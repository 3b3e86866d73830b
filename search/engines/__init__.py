"""The engine that finds words: today the one inside the database."""

from django.db import connection

from search.engines.base import Engine

__all__ = ["Engine", "get_engine"]


def get_engine() -> Engine:
    """The engine of the database in use."""
    if connection.vendor == "postgresql":
        from search.engines.postgresql import PostgreSQLEngine

        return PostgreSQLEngine()
    from search.engines.sqlite import SQLiteEngine

    return SQLiteEngine()
