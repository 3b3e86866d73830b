"""A neighbourhood workshop in five moves."""

import math

from clip_canvas import BLUSH, INK, MIST, MUTED, PINE, ROWAN, SKY, Canvas, shown
from clip_parts import LEFT, Clip, Line, Scene, note, sheet, step_name, title_scene


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
