"""Events and the calendar that gathers them."""

from events.event_pages import EventPage
from events.index_pages import EventIndexPage

__all__ = ["EventIndexPage", "EventPage"]
