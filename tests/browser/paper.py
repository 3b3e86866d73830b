"""Paper: how large a sheet is on the screen, and how many of them a page takes."""

# A4 without the margins of the print style sheet, in CSS pixels.
SHEET = {"width": 680, "height": 1028}


def sheets(page) -> int:
    """How many sheets of A4 the page takes when printed."""
    return page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
