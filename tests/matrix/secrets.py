"""Words in the titles of what is not public, and from whom each place's things are kept."""

BABITE = "Bebrslepens"
PIERIGA = "Vardslepens"
CESIS = "Cirulslepens"
HUB = "Kraukslepens"

# The supporters' own place is Babīte, that of the neighbour Mārupe, whose word is Pierīga's.
KEPT_FROM = {
    "anonymous": (BABITE, PIERIGA, CESIS, HUB),
    "author": (CESIS, HUB),
    "editor": (CESIS, HUB),
    "supporter": (PIERIGA, CESIS, HUB),
    "neighbour": (BABITE, CESIS, HUB),
    "stranger": (BABITE, PIERIGA, HUB),
    "coordinator": (),
    "admin": (),
}


def secrets_told(person: str, text: str) -> list[str]:
    """The words in `text` that `person` should never read."""
    return [word for word in KEPT_FROM[person] if word.lower() in text.lower()]
