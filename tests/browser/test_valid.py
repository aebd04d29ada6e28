"""The files of the site, against the Nu HTML checker: HTML, CSS and SVG."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import run

import pytest

from ..site.conftest import Whole
from . import tools
from .gates import Gate

OPTIONS = {"html": (), "css": ("--css",), "svg": ("--svg",)}
OF_A_FILE = "Resource violates Content Security Policy (meta tag): external "
"""A policy that allows `self` means a host, which a file has not; what it lets in is seen in a browser (test_quiet)."""

YOUNGER = (
    ("“text-box”: Property “text-box” doesn't exist.", "CSS Inline Layout 3, text-box"),
    ("“paint-order”: Property “paint-order” doesn't exist.", "SVG 2 and CSS Fill and Stroke 3, paint-order"),
    ("“container-type”: Property “container-type” doesn't exist.", "CSS Containment 3, container-type"),
    ("Unrecognized at-rule “@container”", "CSS Conditional Rules 5, @container"),
    ("CSS: “font-size”: Parse Error.", "CSS Values 4, clamp() with the container's unit cqi"),
)
"""What the checker says of CSS that is younger than it knows, and where that is defined."""


@pytest.mark.gate("valid")
@pytest.mark.parametrize("kind", OPTIONS)
def test_the_checker_has_no_error_and_no_warning(gate: Gate, whole: Whole, tmp_path: Path, kind: str) -> None:
    java, jar = tools.program("java", "default-jre-headless"), tools.module("vnu-jar/build/dist/vnu.jar")
    chosen = [path for path in whole.files if path.endswith(f".{kind}")]
    for path in chosen:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(whole.files[path])
    command = [java, "-jar", str(jar), "--Werror", *OPTIONS[kind], "--format", "json", str(tmp_path)]
    said = run(command, capture_output=True, text=True, check=False).stderr
    gate.saw(kind, count=len(chosen))
    for each in json.loads(said)["messages"]:
        note = each["type"] == "info" and each.get("subType") != "warning"
        younger = kind == "css" and any(message in each["message"] for message, _ in YOUNGER)
        if not note and not younger and not each["message"].startswith(OF_A_FILE):
            where = each.get("url", "").partition(f"{tmp_path.name}/")[2]
            gate.saw(f"{where}:{each.get('lastLine', '?')}", [each["message"]], count=0)
    gate.settle()
