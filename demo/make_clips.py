"""Draws the clips of the demo content, with their voice, captions, chapters and posters.

    python demo/make_clips.py [CLIP …] [--frames FOLDER]

CLIP is the name of a clip's file; without one all are made. Needs Pillow, ffmpeg and espeak-ng.
Everything is drawn and nobody is filmed; the voice is a computer's. With --frames, a picture of
each sentence is written there, to be looked at.
"""

import argparse
import subprocess
import tempfile
import textwrap
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clip_canvas import HEIGHT, WIDTH, Canvas
from clip_map import MAP
from clip_need import NEED
from clip_parts import Clip, Line
from clip_workshop import WORKSHOP

MEDIA = Path(__file__).parent / "hub" / "media"
CLIPS = {clip.name: clip for clip in (WORKSHOP, MAP, NEED)}
RATE = 20  # frames a second
LEAD, PAUSE, SCENE_PAUSE, TAIL = 0.8, 0.45, 0.9, 2.2  # seconds of silence
WORDS_A_MINUTE = 145
CUE_WIDTH, CUE_ROWS, SHORTEST_CUE = 42, 2, 1.0
AUDIBLE = 150  # of 32,768


@dataclass(frozen=True)
class Cue:
    """A sentence with its place in time, in seconds."""

    line: Line
    scene: int
    start: float
    end: float


def run(*command: object) -> None:
    """Run a program. Raises CalledProcessError."""
    subprocess.run([str(part) for part in command], check=True)


def without_silence(sound: bytes) -> bytes:
    """16-bit samples without the quiet ones at their end."""
    samples = memoryview(sound).cast("h")
    end = next(at for at in range(len(samples), 0, -1) if abs(samples[at - 1]) > AUDIBLE)
    return sound[: 2 * end]


def speak(clip: Clip, folder: Path) -> tuple[list[Cue], float]:
    """The voice of a clip as voice.wav, with the time of each sentence and of the whole."""
    sounds: list[bytes] = []
    cues: list[Cue] = []
    now = LEAD
    for scene_number, scene in enumerate(clip.scenes):
        for line in scene.lines:
            file = folder / "line.wav"
            run("espeak-ng", "-v", "lv", "-s", WORDS_A_MINUTE, "-w", file, line.lv)
            with wave.open(str(file)) as sound:
                frequency = sound.getframerate()
                content = without_silence(sound.readframes(sound.getnframes()))
            length = len(content) / 2 / frequency
            cues.append(Cue(line, scene_number, now, now + length))
            last = line is scene.lines[-1]
            quiet = SCENE_PAUSE if last else PAUSE
            sounds += [content, bytes(2 * round(quiet * frequency))]
            now += length + round(quiet * frequency) / frequency
    silence = bytes(2 * round(LEAD * frequency)), bytes(2 * round(TAIL * frequency))
    with wave.open(str(folder / "voice.wav"), "wb") as voice:
        voice.setparams((1, 2, frequency, 0, "NONE", ""))
        voice.writeframes(b"".join([silence[0], *sounds, silence[1]]))
    return cues, now + TAIL


def draw(canvas: Canvas, clip: Clip, cues: list[Cue], seconds: float) -> None:
    """The frame at a moment: scenes change in the silence between two sentences."""
    begun = [cue for cue in cues if cue.start - 0.6 <= seconds] or cues[:1]
    scene = begun[-1].scene
    beats = [seconds - cue.start for cue in cues if cue.scene == scene]
    canvas.clear()
    clip.scenes[scene].draw(canvas, beats)


def frames(canvas: Canvas, clip: Clip, cues: list[Cue], length: float) -> Iterator[bytes]:
    for number in range(round(length * RATE)):
        draw(canvas, clip, cues, number / RATE)
        yield canvas.frame().tobytes()


def film(canvas: Canvas, clip: Clip, cues: list[Cue], length: float, folder: Path) -> None:
    """The MP4 file: H.264 and mono AAC, ready to play before all of it is there."""
    picture = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", RATE]
    profile = ["-c:v", "libx264", "-preset", "slow", "-crf", 27, "-profile:v", "high"]
    sound = ["-af", "loudnorm=I=-18:TP=-3,aresample=44100", "-c:a", "aac", "-b:a", "48k"]
    command = ["ffmpeg", "-v", "error", "-y", *picture, "-i", "-", "-i", folder / "voice.wav"]
    command += [*profile, "-level", "3.1", "-pix_fmt", "yuv420p", "-g", 3 * RATE, *sound]
    command += ["-ac", 1, "-map_metadata", -1, "-movflags", "+faststart"]
    command += [MEDIA / f"{clip.name}.mp4"]
    process = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE)
    with process.stdin as pipe:
        for content in frames(canvas, clip, cues, length):
            pipe.write(content)
    if process.wait():
        raise RuntimeError("ffmpeg could not make the film")


def moment(seconds: float) -> str:
    """A time as WebVTT writes it."""
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"00:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def write_vtt(file: Path, cues: list[tuple[float, float, str]]) -> None:
    parts = [f"{moment(start)} --> {moment(end)}\n{words}\n" for start, end, words in cues]
    file.write_text("\n".join(["WEBVTT\n", *parts]), "utf-8")


def wrapped(words: str) -> str:
    """A caption in two rows at most. Raises ValueError where it is longer."""
    rows = textwrap.wrap(words, CUE_WIDTH)
    if len(rows) > CUE_ROWS:
        raise ValueError(f"„{words}” takes more than {CUE_ROWS} rows")
    if len(rows) == CUE_ROWS:  # of about the same length
        narrower = range(max(map(len, words.split())), CUE_WIDTH)
        fitting = (textwrap.wrap(words, width) for width in narrower)
        rows = next((even for even in fitting if len(even) == CUE_ROWS), rows)
    return "\n".join(rows)


def write_tracks(clip: Clip, cues: list[Cue], length: float) -> None:
    """Captions and chapters, in Latvian and English."""
    for at, language in enumerate(("lv", "en")):
        captions = []
        for cue in cues:
            end = max(cue.end + 0.3, cue.start + SHORTEST_CUE)
            captions.append((cue.start, end, wrapped(getattr(cue.line, language))))
        write_vtt(MEDIA / f"{clip.name}.{language}.vtt", captions)
        begun = [cue for cue in cues if cue.line.chapter]
        starts = [0.0, *(cue.start for cue in begun[1:])]
        ends = [*starts[1:], length]
        names = [cue.line.chapter[at] for cue in begun]
        chapters = list(zip(starts, ends, names, strict=True))
        write_vtt(MEDIA / f"{clip.name}.chapters.{language}.vtt", chapters)


def make(clip: Clip, canvas: Canvas, pictures: Path | None) -> None:
    """All files of a clip."""
    with tempfile.TemporaryDirectory() as name:
        cues, length = speak(clip, Path(name))
        write_tracks(clip, cues, length)
        poster = [cue for cue in cues if cue.scene == clip.poster_scene][-1]
        draw(canvas, clip, cues, poster.end)
        canvas.frame().save(MEDIA / f"{clip.name}.webp", quality=80, method=6)
        for number, cue in enumerate(cues if pictures else []):
            draw(canvas, clip, cues, cue.end)
            canvas.frame().save(pictures / f"{clip.name}-{number:02}.png")
        film(canvas, clip, cues, length, Path(name))
    size = (MEDIA / f"{clip.name}.mp4").stat().st_size
    print(f"{clip.name}: {length:.1f} s, {size:,} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("clips", nargs="*", choices=CLIPS, metavar="CLIP", help=", ".join(CLIPS))
    parser.add_argument("--frames", type=Path, help="a folder for a picture of each sentence")
    given = parser.parse_args()
    MEDIA.mkdir(parents=True, exist_ok=True)
    for name in given.clips or CLIPS:
        make(CLIPS[name], Canvas(), given.frames)


if __name__ == "__main__":
    main()
