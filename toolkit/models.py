"""Methods, guides and the page that gathers them by phase."""

from toolkit.guide_pages import GuidePage
from toolkit.index_pages import ToolkitIndexPage
from toolkit.method_pages import MethodPage

__all__ = ["GuidePage", "MethodPage", "ToolkitIndexPage"]
