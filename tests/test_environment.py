"""Settings come from the environment; a wrong value stops with its name and what is allowed."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.settings import environment

pytestmark = pytest.mark.once


def read(monkeypatch, function, value, *arguments):
    """What `function` makes of the variable NAME, or its refusal as text."""
    monkeypatch.setenv("NAME", value)
    try:
        return function("NAME", *arguments)
    except ImproperlyConfigured as error:
        return str(error)


@pytest.mark.parametrize(
    ("value", "is_on"),
    [("on", True), ("1", True), ("TRUE", True), ("yes", True), (" on ", True)]
    + [("off", False), ("0", False), ("False", False), ("no", False), ("", False)],
)
def test_a_switch_is_on_or_off(monkeypatch, value, is_on):
    assert read(monkeypatch, environment.switch, value) is is_on


def test_a_switch_that_is_neither_is_refused(monkeypatch):
    assert read(monkeypatch, environment.switch, "maybe") == (
        "NAME='maybe': allowed are on and off (1/0, true/false)"
    )


def test_a_word_outside_the_list_is_refused_with_the_list(monkeypatch):
    assert read(monkeypatch, environment.choice, "LOUD", ("INFO", "ERROR"), "INFO") == (
        "NAME='LOUD': allowed are INFO, ERROR"
    )
    assert read(monkeypatch, environment.choice, "ERROR", ("INFO", "ERROR"), "INFO") == "ERROR"


@pytest.mark.parametrize("value", ["http", "-1", "0", "1.5", "¹", "8 000", ""])
def test_a_number_that_is_none_or_too_small_is_refused(monkeypatch, value):
    assert read(monkeypatch, environment.number, value, 8000, 1) == (
        f"NAME={value!r}: a whole number from 1 up is needed"
    )


def test_a_number_is_read(monkeypatch):
    assert read(monkeypatch, environment.number, " 80 ", 8000, 1) == 80


def test_words_are_divided_by_commas(monkeypatch):
    assert read(monkeypatch, environment.words, "kopa.lv, www.kopa.lv ,") == [
        "kopa.lv", "www.kopa.lv",
    ]  # fmt: skip


def test_a_folder_is_relative_to_the_project(monkeypatch, tmp_path):
    assert read(monkeypatch, environment.folder, "var/x", tmp_path) == environment.ROOT / "var/x"
    assert read(monkeypatch, environment.folder, "", tmp_path) == tmp_path


def test_a_file_is_no_folder(monkeypatch, tmp_path):
    file = tmp_path / "file"
    file.touch()
    assert read(monkeypatch, environment.folder, str(file), tmp_path) == (
        f"NAME='{file}': a folder is needed, this is a file"
    )


@pytest.mark.parametrize(
    "value", ["kopa.lv", "ftp://kopa.lv", "https://", "http://kopa.lv:x", "http://["]
)
def test_half_an_address_is_refused_with_an_example(monkeypatch, value):
    assert read(monkeypatch, environment.web_address, value, "http://127.0.0.1:8000") == (
        f"NAME={value.rstrip('/')!r}: a whole address is needed, as http://127.0.0.1:8000"
    )
    assert read(monkeypatch, environment.web_addresses, f"https://a.lv,{value}") == (
        f"NAME={value!r}: whole addresses are needed, as https://example.org"
    )


def test_an_address_has_no_slash_at_its_end(monkeypatch):
    assert read(monkeypatch, environment.web_address, "https://kopa.lv/", "") == "https://kopa.lv"
    assert read(monkeypatch, environment.web_addresses, "https://a.lv, https://b.lv") == [
        "https://a.lv", "https://b.lv",
    ]  # fmt: skip
    assert read(monkeypatch, environment.web_addresses, "") == []


@pytest.mark.parametrize(
    "value", ["mysql://u@h/n", "hub.sqlite3", "", "postgres://", "postgres://h:x/n", "sqlite:"]
)
def test_another_database_is_refused_with_those_allowed(monkeypatch, value):
    assert read(monkeypatch, environment.database, value, "") == (
        f"NAME={value!r}: allowed are sqlite:///file and postgres://user:password@host/name"
    )


def test_both_databases_are_read(monkeypatch):
    lite = read(monkeypatch, environment.database, "sqlite:////var/hub.sqlite3", "")
    big = read(monkeypatch, environment.database, "postgres://hub:p%40r@db:5433/kopa", "")
    assert lite["NAME"] == "/var/hub.sqlite3"
    assert (big["HOST"], big["PORT"], big["USER"], big["PASSWORD"], big["NAME"]) == (
        "db", 5433, "hub", "p@r", "kopa",
    )  # fmt: skip


@pytest.mark.parametrize("value", ["mail.kopa.lv", "smtp://", "smtp://host", "smtp://host:x"])
def test_half_a_mail_server_is_refused_with_those_allowed(monkeypatch, value):
    assert read(monkeypatch, environment.mail, value) == (
        f"NAME={value!r}: allowed are smtp://, smtp+tls:// and smtp+ssl:// with"
        " user:password@host:port"
    )


def test_a_mail_server_is_read(monkeypatch):
    assert read(monkeypatch, environment.mail, "smtp+tls://hub:p%40r@mail.kopa.lv:587") == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "mail.kopa.lv",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "hub",
        "EMAIL_HOST_PASSWORD": "p@r",
        "EMAIL_USE_TLS": True,
    }


def test_without_a_mail_server_letters_are_written_to_the_log(monkeypatch):
    assert read(monkeypatch, environment.mail, "") == {
        "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"
    }


def test_a_secret_is_made_once_and_only_its_owner_reads_it(monkeypatch, tmp_path):
    file = tmp_path / "new" / "secret-key"
    made = read(monkeypatch, environment.secret, "", file)
    assert len(made) > 50
    assert read(monkeypatch, environment.secret, "", file) == made
    assert file.stat().st_mode & 0o777 == 0o600
    assert read(monkeypatch, environment.secret, "given", file) == "given"


@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_other_value_is_refused_in_words_or_read(monkeypatch, value):
    for function, *arguments in (
        (environment.switch,),
        (environment.number, 1),
        (environment.web_address, "http://127.0.0.1"),
        (environment.web_addresses,),
        (environment.database, ""),
        (environment.mail,),
    ):
        read(monkeypatch, function, value, *arguments)
