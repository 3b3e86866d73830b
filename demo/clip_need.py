"""How to write down a need so that somebody can begin, in four questions."""

from clip_canvas import BLUSH, EDGE, INK, MIST, MUTED, PINE, ROWAN, SKY, WHITE, Canvas, shown
from clip_parts import LEFT, Clip, Line, Scene, note, sheet, step_name, title_scene

RIGHT, TOP, WIDE, HIGH = 380, 48, 426, 330  # where the drawing of each question stands
FALLING = [(23, 7), (88, 60), (140, 22), (196, 96), (251, 41), (305, 118), (352, 15), (398, 74)]
WAYS = ["bibliotēka vakaros", "skolas zāle", "istaba tautas namā"]
DAYS = ["P", "O", "T", "C", "P", "S", "Sv"]
FINISHED = [
    ("Kam", "divpadsmit pusaudžiem"),
    ("Kad", "ziemas vakaros, divreiz nedēļā"),
    ("Kā trūkst", "nav kur satikties"),
    ("Atrisināta, kad", "divus vakarus nedēļā ir silta istaba"),
]


def draw_vague(canvas: Canvas, beats: list[float]) -> None:
    """A note that says little, and what one would ask of it."""
    said, asked = beats
    canvas.box((217, 128), (420, 104), BLUSH, strength=shown(said, -0.4))
    canvas.text((427, 192), "Vajag kaut ko jauniešiem", 32, INK, True, shown(said, 0.9), "ms")
    questions = [("Kam tieši?", (192, 92)), ("Kad?", (690, 108)), ("Ko?", (150, 300))]
    questions += [("Cik bieži?", (640, 308))]
    for index, (words, at) in enumerate(questions):
        canvas.text(at, words, 36, ROWAN, True, shown(asked, 0.1 + 0.35 * index), "ms")


def draw_who(canvas: Canvas, beats: list[float]) -> None:
    """Three people at a bus stop on a winter evening."""
    asked, evening = beats
    step_name(canvas, 1, ["Kam un kad", "tas traucē"], asked)
    canvas.box((RIGHT, TOP), (WIDE, HIGH), INK, strength=shown(asked, -0.4))
    canvas.ground = INK if asked > 0.2 else canvas.ground
    for across, down in FALLING:
        height = (down + 26 * max(asked, 0)) % 250
        canvas.dot((RIGHT + 12 + across, TOP + 12 + height), 3, WHITE, shown(asked, 0.2))
    canvas.dot((RIGHT + 356, TOP + 62), 24, BLUSH, shown(asked, 0.2))
    roof = [(RIGHT + 84, TOP + 278), (RIGHT + 84, TOP + 138), (RIGHT + 300, TOP + 138)]
    canvas.stroke(roof, MIST, 7, shown(asked, 0.3))
    for index in range(3):
        at = (RIGHT + 132 + 60 * index, TOP + 258)
        canvas.person(at, MIST, shown(evening, 0.1 + 0.4 * index))
    canvas.box((RIGHT, TOP + 278), (WIDE, 52), MIST, strength=shown(asked, 0.1))


def draw_missing(canvas: Canvas, beats: list[float]) -> None:
    """A building is struck out; what is missing leads to several ways."""
    told, ways = beats
    step_name(canvas, 2, ["Kā trūkst,", "nevis", "ko būvēt"], told)
    note(canvas, (402, 56), 380, "uzbūvēt jauniešu centru", BLUSH, shown(told, -0.3))
    canvas.stroke([(394, 81), (790, 81)], ROWAN, 5, shown(told, 1.9, 0.5))
    note(canvas, (402, 128), 380, "nav kur satikties", MIST, shown(told, 0.9))
    for index, words in enumerate(WAYS):
        height, strength = 228 + 62 * index, shown(ways, 0.2 + 0.6 * index)
        branch = [(424, 178), (424, height), (462, height)]
        canvas.stroke(branch, PINE, 4, strength)
        canvas.box((462, height - 24), (320, 48), WHITE, EDGE, strength)
        canvas.text((480, height + 8), words, 23, INK, strength=strength)


def draw_count(canvas: Canvas, beats: list[float]) -> None:
    """Twelve people and two evenings of the week."""
    counted = beats[0]
    step_name(canvas, 3, ["Cik cilvēku", "un cik bieži"], counted)
    for index in range(12):
        at = (414 + 68 * (index % 6), 84 + 78 * (index // 6))
        canvas.person(at, (PINE, SKY, INK)[index % 3], shown(counted, 0.4 + 0.16 * index, 0.3))
    for index, day in enumerate(DAYS):
        left, strength = 384 + 60 * index, shown(counted, 2.0)
        canvas.box((left, 254), (54, 84), WHITE, EDGE, strength)
        canvas.text((left + 27, 284), day, 23, MUTED, strength=strength, anchor="ms")
        if index in (4, 5):
            canvas.dot((left + 27, 313), 12, ROWAN, shown(counted, 2.9 + 0.3 * (index - 4)))


def draw_solved(canvas: Canvas, beats: list[float]) -> None:
    """A house with a light in it, and a tick."""
    known = beats[0]
    step_name(canvas, 4, ["Kā zināsiet,", "ka atrisināta"], known)
    canvas.box((RIGHT, TOP), (WIDE, HIGH), MIST, strength=shown(known, -0.4))
    canvas.ground = MIST if known > 0.2 else canvas.ground
    canvas.box((RIGHT + 54, TOP + 138), (206, 150), PINE, strength=shown(known, 0.1))
    eaves = [(RIGHT + 34, TOP + 142), (RIGHT + 157, TOP + 54), (RIGHT + 280, TOP + 142)]
    canvas.stroke(eaves, PINE, 14, shown(known, 0.1))
    canvas.dot(eaves[1], 7, PINE, shown(known, 0.4))
    canvas.ground = PINE if known > 0.7 else canvas.ground
    for left in (78, 142):
        canvas.box((RIGHT + left, TOP + 172), (46, 52), BLUSH, strength=shown(known, 1.0))
    canvas.box((RIGHT + 206, TOP + 194), (40, 94), BLUSH, strength=shown(known, 1.4))
    tick = [(RIGHT + 306, TOP + 196), (RIGHT + 336, TOP + 232), (RIGHT + 394, TOP + 146)]
    canvas.stroke(tick[:2], ROWAN, 14, shown(known, 2.2, 0.3))
    canvas.stroke(tick[1:], ROWAN, 14, shown(known, 2.5, 0.4))


def draw_finished(canvas: Canvas, beats: list[float]) -> None:
    """The same need, so that somebody can begin."""
    sheet(canvas, (LEFT, 40), (758, 258), "Vajadzība", shown(beats[0], -0.5))
    for row, (name, words) in enumerate(FINISHED):
        y, strength = 136 + 44 * row, shown(beats[0], -0.1 + 0.5 * row)
        canvas.text((LEFT + 22, y), name, 23, MUTED, strength=strength)
        canvas.text((LEFT + 216, y), words, 26, INK, True, strength)
    canvas.band((LEFT + 1, 322), "vajadzība", 12, 5, 63, shown(beats[0], 1.4, 2.0))


NEED = Clip(
    "vajadzibas-pieraksts",
    [
        Scene(
            title_scene("vajadzība", "Kā pierakstīt vajadzību", "Tā, lai kāds var sākt"),
            [
                Line(
                    "Kā pierakstīt vajadzību?",
                    "How do you write down a need?",
                    ("Par ko ir runa", "What it is about"),
                ),
                Line(
                    "Tā, lai pēc tam ir skaidrs, ko darīt.",
                    "So that afterwards it is clear what to do.",
                ),
            ],
        ),
        Scene(
            draw_vague,
            [
                Line(
                    "Uz lapiņas ir rakstīts: vajag kaut ko jauniešiem.",
                    "A note says: something is needed for young people.",
                    ("Lapiņa, kas pasaka maz", "A note that says little"),
                ),
                Line(
                    "Ar to neviens nevar sākt. Uzdodiet četrus jautājumus.",
                    "Nobody can begin with that. Ask four questions.",
                ),
            ],
        ),
        Scene(
            draw_who,
            [
                Line(
                    "Pirmais. Kam tas traucē, un kad?",
                    "One. Whom does it trouble, and when?",
                    ("1. Kam un kad", "1. Who and when"),
                ),
                Line(
                    "Pusaudžiem ziemas vakaros.",
                    "Teenagers, on winter evenings.",
                ),
            ],
        ),
        Scene(
            draw_missing,
            [
                Line(
                    "Otrais. Kā trūkst? Pierakstiet to, nevis ko būvēt.",
                    "Two. What is missing? Write that, not what to build.",
                    ("2. Kā trūkst", "2. What is missing"),
                ),
                Line(
                    "Ja nav kur satikties, risinājumi var būt vairāki.",
                    "If there is nowhere to meet, there can be several solutions.",
                ),
            ],
        ),
        Scene(
            draw_count,
            [
                Line(
                    "Trešais. Cik cilvēku tas skar, un cik bieži? Saskaitiet.",
                    "Three. How many people does it touch, and how often? Count.",
                    ("3. Cik un cik bieži", "3. How many and how often"),
                )
            ],
        ),
        Scene(
            draw_solved,
            [
                Line(
                    "Ceturtais. Kā zināsiet, ka vajadzība ir atrisināta?",
                    "Four. How will you know that the need is met?",
                    ("4. Kad atrisināta", "4. When it is met"),
                )
            ],
        ),
        Scene(
            draw_finished,
            [
                Line(
                    "Tagad lapiņa pasaka visu, un kāds var sākt.",
                    "Now the note says it all, and somebody can begin.",
                    ("Gatavā lapiņa", "The finished note"),
                )
            ],
        ),
    ],
    poster_scene=6,
)
