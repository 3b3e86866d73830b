"""Latvian letters in plain Latin ones, for slugs and anchors."""

import unicodedata


def to_ascii(text: str) -> str:
    """The same text without diacritics: „Ēdole” becomes „Edole”."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
