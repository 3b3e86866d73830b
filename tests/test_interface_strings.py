"""Every string of the interface is there in Latvian, whole, with its placeholders and plurals."""

import ast
import re
import textwrap
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

pytestmark = pytest.mark.once

ROOT = Path(__file__).parent.parent
APPS = ["hub", "home", "communities", "stories", "toolkit", "events", "search", "gallery"]
CATALOGUE = ROOT / "hub" / "locale" / "lv" / "LC_MESSAGES" / "django.po"
FUNCTIONS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w*\}")
CALL = re.compile(r"""\b(?:_|gettext|ngettext)\(\s*(u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))""")


def strings_of_code(source: str) -> set[str]:
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in FUNCTIONS
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def strings_of_template(source: str) -> set[str]:
    return {ast.literal_eval(match) for match in CALL.findall(templatize(source))}


def interface_strings() -> set[str]:
    found = set()
    for app in APPS:
        for file in (ROOT / app).rglob("*.py"):
            if "migrations" not in file.parts:
                found |= strings_of_code(file.read_text())
    for file in (ROOT / "templates").rglob("*.*"):
        found |= strings_of_template(file.read_text())
    return found


@pytest.fixture(scope="module")
def catalogue():
    return {entry.msgid: entry for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete}


def test_strings_are_found_in_code_and_templates():
    code = 'title = _("village"); n = ngettext("%(n)d day", "%(n)d days", 2)'
    template = textwrap.dedent("""\
        {% load i18n %}{% translate "What we need" %}
        {% blocktranslate trimmed count n=n %}
          {{ n }} day
        {% plural %}
          {{ n }} days
        {% endblocktranslate %}""")

    assert strings_of_code(code) == {"village", "%(n)d day"}
    assert strings_of_template(template) == {"What we need", "%(n)s day"}


def test_every_string_is_in_the_latvian_catalogue(catalogue):
    assert sorted(interface_strings() - set(catalogue)) == []


def test_no_translation_is_missing_or_fuzzy(catalogue):
    unfinished = [
        entry.msgid for entry in catalogue.values() if entry.fuzzy or not entry.translated()
    ]
    assert unfinished == []


def test_translations_keep_placeholders(catalogue):
    broken = []
    for entry in catalogue.values():
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for said in [entry.msgstr, *entry.msgstr_plural.values()]:
            if said and set(PLACEHOLDER.findall(said)) != wanted:
                broken.append(entry.msgid)
    assert broken == []


def test_plurals_have_the_three_latvian_forms(catalogue):
    plurals = [entry for entry in catalogue.values() if entry.msgid_plural]
    assert [entry.msgid for entry in plurals if len(entry.msgstr_plural) != 3] == []
