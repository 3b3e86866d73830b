"""Which components besides Python are on this machine, and how to get a missing one."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NU_CHECKER = ROOT / "var/nu-checker/node_modules/vnu-jar/build/dist/vnu.jar"
HUNSPELL_FOLDER = Path("/usr/share/hunspell")
ARE_REQUIRED = os.environ.get("REQUIRE_COMPONENTS", "") not in ("", "0")


def chromium() -> Path | None:
    """Debian's browser."""
    return program("chromium")


def program(name: str) -> Path | None:
    """The program of that name, if it is on the path."""
    found = shutil.which(name)
    return Path(found) if found else None


def postgresql() -> Path | None:
    """The folder of the newest PostgreSQL server's programs."""
    candidates = [*Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    if candidates:
        return max(candidates, key=lambda file: int(file.parts[-3])).parent
    found = shutil.which("postgres")
    return Path(found).parent if found else None


def elasticsearch() -> Path | None:
    """The folder of an Elasticsearch that can be started here."""
    home = Path(os.environ.get("ELASTICSEARCH_HOME") or ROOT / "var/elasticsearch")
    return home if (home / "bin/elasticsearch").is_file() and program("java") else None


def nu_checker() -> Path | None:
    """The Nu HTML checker, if Java is there to run it."""
    return NU_CHECKER if NU_CHECKER.is_file() and program("java") else None


def hunspell() -> Path | None:
    """The folder of dictionaries, if the Latvian and the English one are in it."""
    is_whole = all((HUNSPELL_FOLDER / f"{name}.dic").is_file() for name in ("lv_LV", "en_GB"))
    return HUNSPELL_FOLDER if is_whole else None


@dataclass(frozen=True)
class Component:
    """A thing that tests use: its name in sentences, how to find it, how to get it."""

    name: str
    find: Callable[[], Path | None]
    how_to_get: str

    @property
    def advice(self) -> str:
        """One line for whoever lacks it."""
        return f"{self.name} is missing: run  {self.how_to_get}"


COMPONENTS = {
    "chromium": Component("Chromium", chromium, "apt install chromium"),
    "elasticsearch": Component("Elasticsearch", elasticsearch, "make components"),
    "espeak": Component("eSpeak NG", lambda: program("espeak-ng"), "apt install espeak-ng"),
    "ffmpeg": Component("ffmpeg", lambda: program("ffmpeg"), "apt install ffmpeg"),
    "hunspell": Component(
        "A dictionary of hunspell", hunspell, "apt install hunspell-lv hunspell-en-gb"
    ),
    "nu-checker": Component("The Nu HTML checker", nu_checker, "make components"),
    "postgresql": Component("PostgreSQL", postgresql, "apt install postgresql"),
}


def path_of(key: str) -> Path:
    """Where the component is; raises FileNotFoundError with the advice if it is not here."""
    component = COMPONENTS[key]
    found = component.find()
    if found is None:
        raise FileNotFoundError(component.advice)
    return found
