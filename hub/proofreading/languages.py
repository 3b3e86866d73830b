"""Which language a text is in, guessed by its letters and smallest words."""

import re

_LETTERS = re.compile("[āčēģīķļņšūž]", re.I)
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_QUOTED = re.compile("„[^”]*”|“[^”]*”")
_LATVIAN = set(
    "un ir ar no par kas ka uz lai vai bet tas tā to ja jo kā kad kur pie pēc līdz arī nav viņi"
    " šo šis šī var kuru kura kurš vai tiek savu mēs jūs pa starp tikai vēl bez ko katrs".split()
)
_ENGLISH = set(
    "the of and to in is are for with that this it on by or from as at be not who what how an"
    " was were their they you your we our which can has have where when only".split()
)
_ENOUGH_WORDS = 5  # fewer are a name or a title


def guess(text: str) -> str:
    """The code of the language the text is in; empty where too little speaks for either."""
    words = _WORD.findall(_QUOTED.sub(" ", text))
    if len(words) < _ENOUGH_WORDS:
        return ""
    latvian = sum(word.lower() in _LATVIAN for word in words)
    # A name keeps its letters in any language.
    latvian += sum(word[0].islower() and bool(_LETTERS.search(word)) for word in words)
    english = 2 * sum(word.lower() in _ENGLISH for word in words)
    if latvian * 4 >= len(words) and latvian > english:
        return "lv"
    return "en" if english * 4 >= len(words) and english > latvian else ""


def is_foreign(text: str, language: str) -> bool:
    """Whether the text is surely in another language than it should be."""
    return guess(text) not in ("", language)
