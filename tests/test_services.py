"""The real components answer: what is skipped elsewhere is skipped for a true reason."""

import subprocess

import psycopg
import pytest
from elasticsearch import Elasticsearch

from hub.settings import environment
from tests.services import components, postgresql

pytestmark = pytest.mark.once


@pytest.mark.needs("elasticsearch")
def test_elasticsearch_node_answers_its_client(elasticsearch_url):
    client = Elasticsearch(elasticsearch_url)

    health = client.cluster.health()

    assert health["number_of_nodes"] == 1
    assert health["status"] in ("green", "yellow")


@pytest.mark.needs("elasticsearch")
def test_elasticsearch_finds_what_was_written(elasticsearch_url):
    client = Elasticsearch(elasticsearch_url)
    client.index(index="trial", id="1", document={"title": "Ēdoles talka"}, refresh=True)

    hits = client.search(index="trial", query={"match": {"title": "talka"}})["hits"]["hits"]

    assert [hit["_id"] for hit in hits] == ["1"]


@pytest.mark.needs("postgresql")
def test_postgresql_answers_at_the_address_given(monkeypatch):
    with postgresql.running_server() as address:
        monkeypatch.setenv("DATABASE_URL", address)
        settings = environment.database("DATABASE_URL", "")
        with psycopg.connect(
            host=settings["HOST"], user=settings["USER"], dbname=settings["NAME"]
        ) as connection:
            assert connection.execute("SELECT upper('ēdole')").fetchone() == ("ĒDOLE",)


@pytest.mark.needs("ffmpeg")
def test_ffmpeg_makes_a_film(tmp_path):
    film = tmp_path / "film.mp4"

    subprocess.run(
        ["ffmpeg", "-loglevel", "error", "-f", "lavfi", "-i", "testsrc=duration=1:size=64x36"]
        + ["-pix_fmt", "yuv420p", film],
        check=True,
    )

    assert film.stat().st_size > 1000


@pytest.mark.needs("espeak")
def test_espeak_speaks_latvian(tmp_path):
    speech = tmp_path / "speech.wav"

    subprocess.run(["espeak-ng", "-v", "lv", "-w", speech, "Labdien"], check=True)

    assert speech.read_bytes()[:4] == b"RIFF"


@pytest.mark.needs("hunspell")
def test_hunspell_knows_latvian_words():
    from hunspell import Hunspell

    dictionary = Hunspell("lv_LV", hunspell_data_dir=str(components.path_of("hunspell")))

    assert dictionary.spell("kopiena")
    assert not dictionary.spell("kopeina")


@pytest.mark.needs("nu-checker")
def test_nu_checker_refuses_a_page_without_a_title():
    checker = ["java", "-jar", str(components.path_of("nu-checker")), "-"]

    good = subprocess.run(
        checker, input=b'<!DOCTYPE html><html lang="lv"><title>Babite</title></html>'
    )
    bad = subprocess.run(
        checker, input=b'<!DOCTYPE html><html lang="lv"></html>', capture_output=True
    )

    assert good.returncode == 0
    assert bad.returncode == 1
    assert b"title" in bad.stderr


@pytest.mark.needs("chromium")
def test_chromium_reads_a_page(tmp_path):
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}"]
    page = "data:text/html;charset=utf-8,<script>document.write('V' + 'ārme')</script>"

    read = subprocess.run(
        [components.path_of("chromium"), *options, "--dump-dom", page],
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert "Vārme" in read.stdout


@pytest.mark.parametrize("key", components.COMPONENTS)
def test_each_component_says_how_to_get_it(key):
    assert "is missing: run  " in components.COMPONENTS[key].advice


def test_missing_component_raises_its_advice(monkeypatch):
    monkeypatch.setenv("ELASTICSEARCH_HOME", "/nowhere")

    with pytest.raises(FileNotFoundError, match="Elasticsearch is missing: run  make components"):
        components.path_of("elasticsearch")
