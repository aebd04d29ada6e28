"""Settings are literals that are read without running anything, and every fault in them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kyndig.settings import Settings, SettingsFault, from_mapping, read_settings


def _said(tmp_path: Path, text: str | bytes) -> list[str]:
    path = tmp_path / "publishconf.py"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SettingsFault) as caught:
        read_settings(path)
    assert str(caught.value) == "\n".join(map(str, caught.value.diagnostics))
    return [str(each).removeprefix("publishconf.py:") for each in caught.value.diagnostics]


def test_settings_are_read_with_what_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "publishconf.py"
    path.write_text(
        '"""Our site."""\nSITENAME = "Kurser"\nLANGUAGES = ["nb", "da"]\nPAGE_PATHS = ["x"]\nlocal = 1\n'
    )
    assert read_settings(path) == Settings(sitename="Kurser", languages=("nb", "da"))


def test_names_of_others_are_passed_over() -> None:
    assert from_mapping({"SITENAME": "A", "MARKDOWN": {}, "LANGUAGES": ["da"]}) == Settings(
        "A", languages=("da",)
    )


@pytest.mark.parametrize("line", [
    "import os", "SITENAME = open('/etc/passwd').read()", "SITENAME = 'a' + str(1)", "SITENAME += 'b'",
    "A = B = 'c'", "A, B = 'c', 'd'", "SITENAME = f'{1}'", "SITENAME = {[]: 1}", "print('x')", "if "
    "True: pass",
])  # fmt: skip
def test_only_literals_are_allowed(tmp_path: Path, line: str) -> None:
    assert _said(tmp_path, f"\n{line}\n") == [
        "2:1: error settings.literal: only NAME = literal is allowed here; write the value out"
    ]


@pytest.mark.parametrize(("line", "said"), [
    ('SITNAME = "a"', 'settings.unknown: unknown setting "SITNAME"; did you mean "SITENAME"?'),
    ('COLOUR = "a"', 'settings.unknown: unknown setting "COLOUR"; delete it'),
    ("SITENAME = 1", 'settings.type: SITENAME has another type; write a text, such as "a"'),
    ('SITENAME = ["a"]', 'settings.type: SITENAME has another type; write a text, such as "a"'),
    ('LANGUAGES = "da"', 'settings.type: LANGUAGES has another type; write a list of texts, such as '
     '["a", "b"]'),
    ("LANGUAGES = [1]", 'settings.type: LANGUAGES has another type; write a list of texts, such as '
     '["a", "b"]'),
    ('LANGUAGES = ["da", "no"]', 'language.unknown: unknown language "no"; did you mean "nb"?'),
    ('LANGUAGES = ["fr"]', 'language.unknown: unknown language "fr"; known are da, nb, en, nn, sv, se'),
    ("LANGUAGES = []", "settings.form: the site has no language; write each language once"),
    ('LANGUAGES = ["da", "da"]', "settings.form: a language stands twice; write each language once"),
    ('SITEURL = "example.org"', 'settings.form: SITEURL cannot be "example.org"; write a full '
     'address without a slash '
     "at the end: https://example.org"),
    ('SITEURL = "https://example.org/"', 'settings.form: SITEURL cannot be "https://example.org/"; '
     'write a full '
     "address without a slash at the end: https://example.org"),
    ('PATH = "../secret"', 'settings.form: PATH cannot be "../secret"; write the name of a folder beside the '
     "settings: content"),
    ('OUTPUT_PATH = ""', 'settings.form: OUTPUT_PATH cannot be ""; write the name of a folder: output'),
    ('TIMEZONE = "Europe/Kopenhagen"', 'settings.form: there is no time zone "Europe/Kopenhagen"; '
     'did you mean '
     '"Europe/Copenhagen"?'),
    ('REPOSITORY = "https://git.example/"', 'settings.form: REPOSITORY cannot be '
     '"https://git.example/"; write an '
     "address with {path} in it, or nothing"),
    ('CONTACT = "a@example.org"', 'settings.form: CONTACT cannot be "a@example.org"; begin it with '
     'https:// or '
     "mailto:, or write nothing"),
    ('CONTACT_PHONE = "ring"', 'settings.form: CONTACT_PHONE cannot be "ring"; write digits and spaces, such as '
     '"+45 00 00 00 00", or nothing'),
    ('ACCESSIBILITY_STATEMENT_DA = "https://example.org/was"', "settings.form: ACCESSIBILITY_STATEMENT_DA cannot "
     'be "https://example.org/was"; write the address that WAS-Tool gave: '
     "https://was.digst.dk/your-domain-dk, or nothing"),
    ('ACCESSIBILITY_STATEMENT_NB = "https://uustatus.no/"', "settings.form: ACCESSIBILITY_STATEMENT_NB cannot be "
     '"https://uustatus.no/"; write the address that uustatus.no gave, which begins with '
     "https://uustatus.no/, or nothing"),
    ('SECURITY_CONTACT = "a@example.org"', 'settings.form: SECURITY_CONTACT cannot be "a@example.org"; begin it '
     "with mailto:, https:// or tel:, or write nothing"),
    ('SECURITY_EXPIRES = "30/6 2027"', 'settings.form: SECURITY_EXPIRES cannot be "30/6 2027"; write a day less '
     "than a year ahead, such as 2027-06-30, or nothing"),
    ('PLACES = {}', 'settings.unknown: unknown setting "PLACES"; delete it'),
])  # fmt: skip
def test_a_setting_that_cannot_be_used_says_what_would_be_right(tmp_path: Path, line: str, said: str) -> None:
    assert _said(tmp_path, f"{line}\n") == [f"1:1: error {said}"]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    assert len(_said(tmp_path, "import os\nSITENAME = 1\nCOLOUR = 2\n")) == 3


def test_a_file_that_is_not_python_says_where(tmp_path: Path) -> None:
    said = _said(tmp_path, 'SITENAME = "a"\nSITEURL = "b\n')
    assert said == [
        "2:11: error settings.syntax: this is not Python: unterminated string literal (detected at "
        "line 2); write "
        "NAME = value in each line"
    ]


def test_bytes_that_are_not_utf_8_are_told(tmp_path: Path) -> None:
    said = ["1:1: error settings.syntax: the file is not UTF-8 text; save it as UTF-8"]
    assert _said(tmp_path, 'SITENAME = "Sår"\n'.encode("latin-1")) == said


def test_a_zero_byte_is_no_crash(tmp_path: Path) -> None:
    assert "settings.syntax" in _said(tmp_path, b"SITENAME = '\0'\n")[0]


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsFault) as caught:
        read_settings(tmp_path / "publishconf.py")
    assert str(caught.value) == (
        "publishconf.py:1:1: error settings.missing: the file cannot be read: No such file or "
        "directory; go to the "
        "site's folder, or name the file with -s"
    )
