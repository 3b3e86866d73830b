"""What the two clips of the demo content say and show."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from clip_canvas import (
    BLUSH,
    EDGE,
    FIELD,
    INK,
    MIST,
    MUTED,
    PAPER,
    PINE,
    ROWAN,
    SKY,
    WATER,
    WHITE,
    Canvas,
    Point,
    shown,
)

LEFT = 48


@dataclass(frozen=True)
class Line:
    """One sentence: spoken in Latvian, shown as a caption in both languages."""

    lv: str
    en: str
    chapter: tuple[str, str] | None = None  # begins here: its name in Latvian and English


@dataclass(frozen=True)
class Scene:
    """Sentences over one drawing; the drawing is told the seconds since each of them began."""

    draw: Callable[[Canvas, list[float]], None]
    lines: list[Line]


@dataclass(frozen=True)
class Clip:
    """A film of scenes; its poster shows the end of one of them."""

    name: str
    scenes: list[Scene]
    poster_scene: int


# What several scenes use


def title_scene(name: str, title: str, below: str) -> Callable[[Canvas, list[float]], None]:
    """A wide woven band over the title of the clip."""

    def draw(canvas: Canvas, beats: list[float]) -> None:
        canvas.band((LEFT + 1, 64), name, 12, 13, 63, shown(beats[0], -0.7, 3.0))
        canvas.text((LEFT, 310), title, 54, INK, True, shown(beats[0], -0.6))
        canvas.text((LEFT, 360), below, 28, MUTED, False, shown(beats[0], 0.2))

    return draw


def step_name(canvas: Canvas, number: int, rows: list[str], seconds: float) -> None:
    """The number and the name of a move, at the left."""
    strength = shown(seconds, -0.5)
    canvas.text((LEFT, 138), str(number), 104, ROWAN, True, strength)
    for row, words in enumerate(rows):
        canvas.text((LEFT, 204 + 44 * row), words, 36, INK, True, strength)


def sheet(canvas: Canvas, at: Point, size: Point, title: str, strength: float) -> None:
    """A large sheet of paper on the wall, with its heading."""
    canvas.box(at, size, WHITE, EDGE, strength)
    canvas.text((at[0] + 22, at[1] + 44), title, 26, INK, True, strength)


def note(canvas: Canvas, at: Point, width: float, words: str, fill: str, strength: float) -> None:
    """A sticky note that comes to its place from the right."""
    if strength > 0:
        x = at[0] + 30 * (1 - strength)
        canvas.box((x, at[1]), (width, 50), fill, strength=strength)
        canvas.text((x + 16, at[1] + 33), words, 23, INK, strength=strength)


# A neighbourhood workshop in five moves


def draw_circle(canvas: Canvas, beats: list[float]) -> None:
    step_name(canvas, 1, ["Sasēdieties lokā", "un iepazīstieties"], beats[0])
    people = 9
    turns = [2 * math.pi * index / people for index in range(people)]
    places = [(592 + 168 * math.sin(turn), 200 - 128 * math.cos(turn)) for turn in turns]
    for index, place in enumerate(places):
        colour = (PINE, SKY, INK)[index % 3]
        canvas.person(place, colour, shown(beats[0], -0.4 + 0.14 * index, 0.4))
    if beats[0] > 1.4:
        x, y = places[int((beats[0] - 1.4) / 0.4) % people]
        canvas.ring((x, y + 3), 34, ROWAN)


def draw_strengths(canvas: Canvas, beats: list[float]) -> None:
    step_name(canvas, 2, ["Pierakstiet,", "kas jau ir"], beats[0])
    sheet(canvas, (380, 48), (426, 330), "Kas mums ir", shown(beats[0], -0.4))
    words = ["bibliotēka", "dīķis", "koris", "tukša klēts", "traktors", "ābeļdārzs"]
    for index, word in enumerate(words):
        at = (402 + 194 * (index % 2), 118 + 82 * (index // 2))
        note(canvas, at, 180, word, MIST, shown(beats[0], 0.5 + 0.4 * index))


def draw_needs(canvas: Canvas, beats: list[float]) -> None:
    step_name(canvas, 3, ["Nosauciet,", "kas traucē", "un kā trūkst"], beats[0])
    sheet(canvas, (380, 48), (426, 330), "Kas traucē, kā trūkst", shown(beats[0], -0.4))
    words = ["vakarā nav autobusa", "tumša pietura", "aizaudzis dīķis", "nav kur sanākt"]
    for index, word in enumerate(words):
        at = (402 + 24 * (index % 2), 112 + 64 * index)
        note(canvas, at, 340, word, BLUSH, shown(beats[0], 0.4 + 0.5 * index))


def draw_votes(canvas: Canvas, beats: list[float]) -> None:
    step_name(canvas, 4, ["Izvēlieties", "divus mērķus"], beats[0])
    sheet(canvas, (380, 48), (426, 330), "Ko gribam", shown(beats[0], -0.4))
    goals = [("soliņi pie dīķa", 7), ("lampa pieturā", 6), ("istaba korim", 3), ("tirdziņš", 2)]
    for row, (goal, votes) in enumerate(goals):
        y = 142 + 66 * row
        if row < 2:
            canvas.box((392, y - 32), (402, 52), MIST, strength=shown(beats[0], 3.2))
        canvas.text((404, y), goal, 24, INK, strength=shown(beats[0], 0.1 * row))
        for vote in range(votes):
            delay = 0.6 + 0.3 * vote + 0.1 * row
            canvas.dot((598 + 29 * vote, y - 8), 10, ROWAN, shown(beats[0], delay, 0.25))


def draw_jobs(canvas: Canvas, beats: list[float]) -> None:
    step_name(canvas, 5, ["Kurš sāk", "un kad"], beats[0])
    sheet(canvas, (380, 48), (426, 330), "Soliņi pie dīķa", shown(beats[0], -0.4))
    rows = [("Pirmais darbs", "izmērīt vietu"), ("Divi cilvēki", ""), ("Diena", "sestdiena")]
    for row, (name, words) in enumerate(rows):
        y, strength = 150 + 84 * row, shown(beats[0], 0.9 + 0.9 * row)
        canvas.text((402, y), name, 23, MUTED, strength=strength)
        canvas.text((590, y), words, 26, INK, True, strength)
    for index in range(2):
        strength = shown(beats[0], 1.8 + 0.4 * index)
        canvas.person((608 + 52 * index, 226), (PINE, SKY)[index], strength)


def draw_end(canvas: Canvas, beats: list[float]) -> None:
    canvas.band((LEFT + 1, 64), "pieraksts", 12, 13, 63, shown(beats[0], -0.5, 2.5))
    canvas.text((LEFT, 300), "Pieraksts – trīs dienās", 44, INK, True, shown(beats[0], -0.3))
    words = "Viss vakars pa minūtēm: „Rīki kopienai”"
    canvas.text((LEFT, 354), words, 28, MUTED, strength=shown(beats[0], 0.8))


WORKSHOP = Clip(
    "apkaimes-darbnica",
    [
        Scene(
            title_scene("apkaimes darbnīca", "Kas ir apkaimes darbnīca", "Pieci soļi vienā vakarā"),
            [
                Line(
                    "Kas ir apkaimes darbnīca?",
                    "What is a neighbourhood workshop?",
                    ("Kas tas ir", "What it is"),
                ),
                Line(
                    "Tas ir vakars, kurā ciema ļaudis kopā izlemj, ko darīt.",
                    "It is an evening when villagers decide together what to do.",
                ),
            ],
        ),
        Scene(
            draw_circle,
            [
                Line(
                    "Pirmais solis. Sasēdieties lokā un iepazīstieties.",
                    "Step one. Sit in a circle and get to know one another.",
                    ("1. Iepazīstas", "1. Getting to know one another"),
                )
            ],
        ),
        Scene(
            draw_strengths,
            [
                Line(
                    "Otrais. Uz lapiņām uzrakstiet, kas jums jau ir.",
                    "Two. Write on notes what you already have.",
                    ("2. Kas jau ir", "2. What is already there"),
                )
            ],
        ),
        Scene(
            draw_needs,
            [
                Line(
                    "Trešais. Nosauciet, kas traucē un kā trūkst.",
                    "Three. Say what is in the way and what is missing.",
                    ("3. Kas traucē", "3. What is in the way"),
                )
            ],
        ),
        Scene(
            draw_votes,
            [
                Line(
                    "Ceturtais. Balsojiet ar uzlīmēm un izvēlieties divus mērķus.",
                    "Four. Vote with stickers and choose two goals.",
                    ("4. Divi mērķi", "4. Two goals"),
                )
            ],
        ),
        Scene(
            draw_jobs,
            [
                Line(
                    "Piektais. Katram mērķim atrodiet pirmo darbu, divus cilvēkus un dienu.",
                    "Five. For each goal find a first job, two people and a day.",
                    ("5. Kurš sāk", "5. Who starts"),
                )
            ],
        ),
        Scene(
            draw_end,
            [
                Line(
                    "Trīs dienās izsūtiet pierakstu, un darbs var sākties.",
                    "Send out the notes within three days, and work can begin.",
                    ("Pēc darbnīcas", "After the workshop"),
                )
            ],
        ),
    ],
    poster_scene=0,
)


# What a resource map shows: Meņģele as the example

LAKE = [(78, 200), (96, 140), (172, 134), (232, 172), (226, 238), (150, 262), (92, 250)]
ROAD = [(48 + 758 * part / 40, 176 + 18 * math.sin(part / 5)) for part in range(41)]
PLACES = [("tautas nams", (290, 124)), ("skola", (290, 214)), ("skatu tornis", (600, 124))]
HALL, NEED_LINE = (600, 232), 346


def place(canvas: Canvas, at: Point, words: str, colour: str, strength: float) -> None:
    """A point on the map with its name."""
    if strength > 0:
        canvas.box((at[0] - 11, at[1] - 11), (22, 22), colour, strength=strength)
        canvas.text((at[0] + 20, at[1] + 8), words, 24, INK, True, strength)


def draw_map(canvas: Canvas, beats: list[float]) -> None:
    """What is there, each thing when it is named; below it what is needed."""
    places, groups, needs, rooms, hall, join = beats
    canvas.text((LEFT, 64), "Kas ir Meņģelē", 36, INK, True, shown(places, -0.5))
    canvas.text((806, 62), "zīmējums, nevis īsta karte", 20, MUTED, False, shown(places), "rs")
    canvas.box((LEFT, 84), (758, 218), FIELD, strength=shown(places, -0.5))
    canvas.ground = FIELD if places > 0.5 else canvas.ground
    canvas.stroke(ROAD, WHITE, 12, shown(places, 0.0, 0.1))
    canvas.shape(LAKE, WATER, shown(places, 0.5))
    canvas.text((154, 206), "Zvanezers", 24, SKY, True, shown(places, 1.0), "ms")
    for index, (words, at) in enumerate(PLACES):
        place(canvas, at, words, PINE, shown(places, 1.6 + 0.8 * index))
    for index in range(2):
        canvas.person((294 + 40 * index, 263), PINE, shown(groups, 0.2 + 0.3 * index))
    canvas.text((362, 262), "divas biedrības", 24, INK, True, shown(groups, 0.4))
    canvas.text((362, 290), "talcinieki", 24, INK, True, shown(groups, 1.6))
    draw_join(canvas, needs, rooms, hall, join)


def draw_join(canvas: Canvas, needs: float, rooms: float, hall: float, join: float) -> None:
    """A need below the map, and the place that answers it."""
    place(canvas, HALL, "bērnudārza zāle", ROWAN, shown(hall, 0.3))
    canvas.ground = PAPER
    canvas.box((LEFT, NEED_LINE - 30), (758, 60), WHITE, EDGE, shown(needs, -0.2))
    canvas.text((LEFT + 20, NEED_LINE + 9), "Vajag:", 25, ROWAN, True, shown(needs))
    words = "telpas, kur sanākt"
    canvas.text((LEFT + 116, NEED_LINE + 9), words, 25, INK, True, shown(rooms, 0.2))
    x, y = HALL
    canvas.stroke([(392, NEED_LINE), (x + 2, NEED_LINE)], ROWAN, 4, shown(join, 0.2, 0.8))
    canvas.stroke([(x, NEED_LINE), (x, y + 11)], ROWAN, 4, shown(join, 1.0, 0.8))


def draw_question(canvas: Canvas, beats: list[float]) -> None:
    sheet(canvas, (LEFT, 48), (758, 330), "", shown(beats[0], -0.5))
    canvas.text((427, 206), "Kas mums ir?", 76, INK, True, shown(beats[0], 0.2), "ms")
    canvas.band((LEFT + 64, 268), "Meņģele", 10, 7, 63, shown(beats[0], 0.6, 2.5))


MAP = Clip(
    "resursu-karte",
    [
        Scene(
            title_scene("resursu karte", "Ko rāda resursu karte", "Piemērs: Meņģele"),
            [
                Line(
                    "Ko rāda resursu karte?",
                    "What does a resource map show?",
                    ("Ko rāda karte", "What the map shows"),
                ),
                Line(
                    "Tā nesākas ar trūkumiem. Tā sākas ar to, kas jau ir.",
                    "It does not begin with what is lacking, but with what is there.",
                ),
            ],
        ),
        Scene(
            draw_map,
            [
                Line(
                    "Meņģelē tur būtu ezers, tautas nams, skola un skatu tornis.",
                    "Meņģele’s would hold a lake, a village hall, a school and a viewing tower.",
                    ("Kas ir Meņģelē", "What Meņģele has"),
                ),
                Line(
                    "Būtu divas biedrības un talcinieki, jauni un veci.",
                    "Two associations as well, and volunteers young and old.",
                ),
                Line(
                    "Blakus pieraksta vajadzības.",
                    "Needs are written beside it.",
                    ("Kā trūkst", "What is missing"),
                ),
                Line(
                    "Meņģelē trūkst telpu, kur sanākt kopā.",
                    "Meņģele is short of rooms to meet in.",
                ),
                Line(
                    "Taču ir zāle bijušajā bērnudārzā, un to meņģelieši remontē paši.",
                    "But the old kindergarten has a hall, and villagers are repairing it.",
                    ("Kas ar ko savienojas", "What joins with what"),
                ),
                Line(
                    "Karte palīdz savienot to, kas ir, ar to, kas vajadzīgs.",
                    "The map helps to join what there is with what is needed.",
                ),
            ],
        ),
        Scene(
            draw_question,
            [
                Line(
                    "Sāciet ar lielu papīru un vienu jautājumu. Kas mums ir?",
                    "Begin with a big sheet and one question: what do we have?",
                    ("Ar ko sākt", "How to begin"),
                )
            ],
        ),
    ],
    poster_scene=1,
)
