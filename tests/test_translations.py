"""Catalogues are compiled when they changed, and only then."""

import gettext
import os

import pytest

from hub.translations import compile_catalogues

CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "village"
msgstr "ciems"
"""


@pytest.fixture
def catalogue(tmp_path):
    source = tmp_path / "lv" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE)
    return source


def test_compiled_catalogue_translates(catalogue, tmp_path):
    assert compile_catalogues([tmp_path]) == [catalogue]

    translation = gettext.translation("django", tmp_path, languages=["lv"])
    assert translation.gettext("village") == "ciems"


def test_unchanged_catalogue_is_left_alone(catalogue, tmp_path):
    compile_catalogues([tmp_path])

    assert compile_catalogues([tmp_path]) == []


def test_changed_catalogue_is_compiled_again(catalogue, tmp_path):
    compile_catalogues([tmp_path])
    later = catalogue.stat().st_mtime + 10
    os.utime(catalogue, (later, later))

    assert compile_catalogues([tmp_path]) == [catalogue]


def test_broken_catalogue_names_file_and_line(catalogue, tmp_path):
    catalogue.write_text('msgid "village"\nmsgfoo "ciems"\n')

    with pytest.raises(OSError, match=r"django\.po \(line 2\)"):
        compile_catalogues([tmp_path])
