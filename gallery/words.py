"""The words that the examples are made of, in both languages: usual ones and the longest."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What the examples say in one language."""

    language: str
    title: str
    long_title: str
    place: str
    long_place: str
    summary: str
    long_summary: str
    theme: str
    long_theme: str
    text: str
    role: str
    alternative: str


LATVIAN = Words(
    language="lv",
    title="Kopīga siltumnīca",
    long_title="Lauksaimniecībaspakalpojumukooperatīvsabiedrības pieredzes nodošana kaimiņu ciemam",
    place="Babīte",
    long_place="Starppaaudžulīdzdarbībaspieredzesapmaiņas apkaime",
    summary="Kaimiņi uzcēla siltumnīcu, kurā tomāti aug visiem.",
    long_summary="Divdesmit kaimiņi trijās talkās uzcēla siltumnīcu pie skolas. " * 5,
    theme="Tūrisms",
    long_theme="Enerģija, energokopienas un klimatneitrāla saimniekošana",
    text="<p>Sākām ar <b>tēju</b> un vienu jautājumu.</p><ul><li>Kas mums ir?</li></ul>",
    role="kopj taku un aizdod krāsu",
    alternative="Māja starp pakalniem",
)
ENGLISH = Words(
    language="en",
    title="A shared greenhouse",
    long_title="Intergenerationalagriculturalservicescooperative passes on what it has learned",
    place="Babīte",
    long_place="Intergenerationalexperienceexchange neighbourhood",
    summary="Neighbours built a greenhouse where tomatoes grow for all.",
    long_summary="Twenty neighbours built a greenhouse by the school in three work days. " * 5,
    theme="Tourism",
    long_theme="Energy, energy communities and climate-neutral housekeeping",
    text="<p>We began with <b>tea</b> and one question.</p><ul><li>What have we got?</li></ul>",
    role="keeps the path and lends the paint",
    alternative="A house among hills",
)
WORDS = {words.language: words for words in (LATVIAN, ENGLISH)}
