"""Words too common to look for, where a query has others."""

STOP_WORDS = {
    "lv": frozenset(
        "un ar par no uz ir kas kā pie lai ja jo vai bet pēc pa līdz tas tā to ko kur kad"
        " kopš arī nav bija būs es tu mēs jūs viņi viņš viņa šis šī tie tās".split()
    ),
    "en": frozenset(
        "the a an and or of to in on for with by at from is are was were be as it that this"
        " how what where who when we you they our your".split()
    ),
}
