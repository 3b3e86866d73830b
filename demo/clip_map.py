"""What a resource map shows, with Meņģele as the example."""

import math

from clip_canvas import (
    EDGE,
    FIELD,
    INK,
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
from clip_parts import LEFT, Clip, Line, Scene, sheet, title_scene

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
