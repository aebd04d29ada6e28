"""Settings for what laws ask of public bodies: they fit together and to the day, and become what they promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kyndig.cli import main
from kyndig.diagnostics import Place
from kyndig.duties import duties, security_txt
from kyndig.scaffold import init
from kyndig.settings import Settings, read_settings

DAY = date(2026, 11, 22)
SECURE = Settings(security_contact="mailto:a@example.org", security_expires="2027-06-30")
STATED = Settings(
    contact="mailto:a@example.org",
    contact_phone="+45 00 00 00 00",
    accessibility_statement_da="https://was.digst.dk/example-org",
)


def said(settings: Settings) -> list[str]:
    return [str(each).removeprefix("publishconf.py:1:1: ") for each in duties(settings, DAY)]


@pytest.mark.parametrize("settings", [Settings(), SECURE, STATED], ids=["none", "security", "statement"])
def test_settings_that_fit_together_are_not_spoken_of(settings: Settings) -> None:
    assert said(settings) == []


@pytest.mark.parametrize("name", ["contact", "contact_phone"])
def test_a_danish_public_body_can_be_written_to_and_called(name: str) -> None:
    assert said(replace(STATED, **{name: ""})) == [
        f"warning duty.contact: {name.upper()} is missing: a Danish public body must be open to faults in writing "
        f"and by phone; write {name.upper()} in the settings"
    ]


@pytest.mark.parametrize(("expires", "expected"), [
    ("", "error duty.security: SECURITY_CONTACT is given, but not until when it holds; "),
    ("2026-13-01", "error duty.security: "),
    ("2026-11-22", "error duty.security: security.txt has expired: 2026-11-22; "),
    ("2026-11-23", "warning duty.security: security.txt expires soon: 2026-11-23, days left: 1; "),
    ("2027-01-20", "warning duty.security: security.txt expires soon: 2027-01-20, days left: 59; "),
])  # fmt: skip
def test_the_day_that_security_txt_expires_is_watched(expires: str, expected: str) -> None:
    (finding,) = said(replace(SECURE, security_expires=expires))
    assert finding.startswith(expected)


def test_two_months_before_nothing_is_said() -> None:
    assert said(replace(SECURE, security_expires="2027-01-21")) == []


def test_security_txt_says_what_rfc_9116_asks_for() -> None:
    assert security_txt(SECURE, "https://example.org/.well-known/security.txt").decode() == (
        "Contact: mailto:a@example.org\n"
        "Expires: 2027-06-30T00:00:00Z\n"
        "Preferred-Languages: da, nb, en\n"
        "Canonical: https://example.org/.well-known/security.txt\n"
    )


def test_a_setting_knows_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "settings.py"
    path.write_text('SITENAME = "A"\nSECURITY_EXPIRES = "2027-06-30"\n', "utf-8")
    settings = read_settings(path)
    assert settings.place("SECURITY_EXPIRES") == Place("settings.py", 2)
    assert settings.place("CONTACT") == Place("publishconf.py")


def test_an_expired_contact_stops_the_build_and_the_check(tmp_path: Path) -> None:
    init(tmp_path / "site")
    path = tmp_path / "site" / "publishconf.py"
    text = path.read_text("utf-8").replace(
        'SECURITY_CONTACT = ""', 'SECURITY_CONTACT = "mailto:a@example.org"'
    )
    path.write_text(text.replace('SECURITY_EXPIRES = ""', 'SECURITY_EXPIRES = "2026-11-01"'), "utf-8")
    for command in ("check", "build"):
        result = CliRunner().invoke(main, [command, "-s", str(path), "--date", "2026-11-22"])
        assert result.exit_code == 1
        assert "security.txt has expired: 2026-11-01" in result.output
    assert not (tmp_path / "site" / "output" / "index.html").exists()
