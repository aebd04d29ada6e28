"""Duties: settings that fit together and to the day of the build, with which a public body does what laws ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from .diagnostics import Diagnostic
from .locales.dates import DateFault, parse_date
from .settings import Settings

_WARNED = timedelta(days=60)
"""How long before `security.txt` expires somebody is told."""

SECURITY = ".well-known/security.txt"
"""Where those who have found a weakness look for whom to tell (RFC 9116)."""


def duties(settings: Settings, today: date) -> tuple[Diagnostic, ...]:
    """Run every rule over the settings and return what they find."""
    return tuple(finding for rule in _RULES for finding in rule(settings, today))


def _both_ways_to_write_and_call(settings: Settings, _: date) -> Iterator[Diagnostic]:
    """A Danish public body can be written to and called."""
    given = {"CONTACT": settings.contact, "CONTACT_PHONE": settings.contact_phone}
    for name, value in given.items():
        if settings.accessibility_statement_da and not value:
            yield Diagnostic(
                settings.place("ACCESSIBILITY_STATEMENT_DA"),
                "duty.contact",
                f"{name} is missing: a Danish public body must be open to faults in writing and by phone",
                remedy=f"write {name} in the settings",
                severity="warning",
            )


def _security_expires(settings: Settings, today: date) -> Iterator[Diagnostic]:
    """Where a security contact is given, the day until which it holds is given too, and it is not over."""
    if not settings.security_contact:
        return
    place, remedy = settings.place("SECURITY_EXPIRES"), "write a day less than a year ahead"
    if not settings.security_expires:
        message = "SECURITY_CONTACT is given, but not until when it holds"
        yield Diagnostic(
            settings.place("SECURITY_CONTACT"),
            "duty.security",
            message,
            remedy=f"{remedy} as SECURITY_EXPIRES",
        )
        return
    try:
        last = parse_date(settings.security_expires)
    except DateFault as fault:
        yield Diagnostic(place, "duty.security", fault.message, remedy=fault.remedy)
        return
    remedy = f"make sure that {settings.security_contact} is still right, then {remedy}"
    if last <= today:
        yield Diagnostic(place, "duty.security", f"security.txt has expired: {last}", remedy=remedy)
    elif last - today < _WARNED:
        message = f"security.txt expires soon: {last}, days left: {(last - today).days}"
        yield Diagnostic(place, "duty.security", message, remedy=remedy, severity="warning")


_RULES: tuple[Callable[[Settings, date], Iterator[Diagnostic]], ...] = (
    _both_ways_to_write_and_call,
    _security_expires,
)


def security_txt(settings: Settings, address: str) -> bytes:
    """Return the text of `security.txt`; `address` is its own, which makes it clear whose it is."""
    return (
        f"Contact: {settings.security_contact}\n"
        f"Expires: {settings.security_expires}T00:00:00Z\n"
        f"Preferred-Languages: {', '.join(settings.languages)}\n"
        f"Canonical: {address}\n"
    ).encode()
