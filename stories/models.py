"""Video stories, the media they are made of, and the list that gathers them."""

from stories.index_pages import StoryIndexPage
from stories.media import Media, MediaTrack
from stories.story_pages import StoryPage

__all__ = ["Media", "MediaTrack", "StoryIndexPage", "StoryPage"]
