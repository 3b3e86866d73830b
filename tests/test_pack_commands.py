"""The commands say in a few lines what they did, or in one why they did nothing."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hub.packs.records import PackRecord
from tests.pack_world import change, page_of, write, write_packs

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("bare_site")]


@pytest.fixture
def packs(tmp_path) -> Path:
    return write_packs(tmp_path / "packs")


def run(*words) -> tuple[str, str]:
    """What a command says on its two streams, but for how far it is."""
    out, err = StringIO(), StringIO()
    call_command(*map(str, words), stdout=out, stderr=err)
    lines = [line for line in out.getvalue().splitlines(True) if not line.endswith("…\n")]
    return "".join(lines), err.getvalue()


def refusal_of(*words) -> tuple[str, list[str]]:
    """Why a command did nothing, and the lines that it wrote before."""
    err = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command(*map(str, words), stdout=StringIO(), stderr=err)
    return str(refused.value), err.getvalue().splitlines()


def test_import_counts_what_it_did(packs):
    assert run("import_pack", packs) == ("    13 new\n", "")
    assert run("import_pack", packs) == ("    12 unchanged\n", "")


def test_import_tells_what_it_left_alone(packs):
    run("import_pack", packs)
    page_of("cesu/liepa", "en").delete()

    out, _err = run("import_pack", packs)

    assert out == (
        "     1 deleted here\n"
        "    11 unchanged\n"
        "cesu/kopienas/liepa.en.md:2: deleted by an editor: not made again\n"
    )


def test_dry_run_says_what_would_be(packs):
    assert run("import_pack", packs, "--dry-run") == ("    13 would be new\n", "")
    assert not PackRecord.objects.exists()


def test_one_owners_pack_can_be_imported_alone(packs):
    run("import_pack", packs, "--owner", "hub")

    owners = {key.split("/")[0] for key in PackRecord.objects.values_list("key", flat=True)}
    assert owners == {"hub"}


def test_pack_of_another_owner_is_refused(packs):
    reason, _lines = refusal_of("import_pack", packs / "cesu", "--owner", "pierigas")

    assert reason == f"{packs / 'cesu'}: no pack of „pierigas” here, only of „cesu”"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nowhere", "there is no such folder"),
        ("photos", "no pack.yaml here, nor in a folder in it"),
    ],
)
def test_wrong_folder_is_one_line(tmp_path, path, told):
    write(tmp_path, "photos/1.jpg", "a picture")

    reason, lines = refusal_of("import_pack", tmp_path / path)

    assert reason == f"{tmp_path / path}: {told}"
    assert lines == []


def test_broken_pack_file_is_one_line(packs):
    change(packs, "cesu/pack.yaml", "owner: cesu", "owner: Cēsis")

    reason, _lines = refusal_of("import_pack", packs)

    told = "„owner” is missing: the slug of the owner, small Latin letters"
    assert reason == f"cesu/pack.yaml:1: {told}"


def test_each_mistake_is_a_line_with_file_and_place(packs):
    change(packs, "cesu/kopienas/liepa.lv.md", "[turisms, vide]", "[turizms, vide]")
    change(packs, "cesu/kopienas/resursi.lv.yaml", "kind: places", "kind: place")

    reason, lines = refusal_of("import_pack", packs)

    assert reason == "nothing was imported: 2 mistakes"
    assert lines == [
        "cesu/kopienas/liepa.lv.md:8: there is no „turizms”; did you mean „turisms”?",
        "cesu/kopienas/resursi.lv.yaml:4: „place” is not in the list; did you mean „places”?",
    ]
    assert not PackRecord.objects.exists()


def test_export_counts_what_it_wrote(packs, tmp_path):
    run("import_pack", packs)

    assert run("export_pack", tmp_path / "out") == ("    13 written\n", "")


def test_export_refuses_a_folder_of_other_things(packs, tmp_path):
    write(tmp_path, "photos/1.jpg", "a picture")

    reason, _lines = refusal_of("export_pack", tmp_path / "photos")

    assert reason == f"{tmp_path / 'photos'}: no pack.yaml here, nor in a folder in it"
