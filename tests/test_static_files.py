"""The theme's files get names that change with their bytes, and scripts name each other by these."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kyndig.resources import static_files


def _theme(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "static" / (name.replace("__", "/") + ".js")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_a_script_names_others_by_the_path_they_are_published_at(tmp_path: Path) -> None:
    made = static_files(_theme(
        tmp_path, notes__page='import "./maths.js"; import "../filter.js"; new URL("../root/worker.js", x)',
        notes__maths="export const a = 1", filter="", root__worker="caches",
    ))  # fmt: skip
    page, text = made["notes/page.js"]
    assert re.fullmatch(r"theme/notes/page\.[0-9a-f]{10}\.js", page)
    assert made["root/worker.js"] == ("worker.js", b"caches")
    names = re.findall(r'"([^"]+)"', text.decode())
    paths = [str(Path(page).parent / name) for name in names]
    assert [re.sub(r"[^/]+/\.\./", "", re.sub(r"[^/]+/\.\./", "", path)) for path in paths] == [
        made["notes/maths.js"][0], made["filter.js"][0], "worker.js",
    ]  # fmt: skip


def test_the_name_of_a_script_changes_with_what_it_imports(tmp_path: Path) -> None:
    before = static_files(_theme(tmp_path, a='import "./b.js"', b="1"))
    after = static_files(_theme(tmp_path, b="2"))
    assert before["a.js"][0] != after["a.js"][0]


def test_a_name_of_no_file_of_the_theme_stays_as_it_is(tmp_path: Path) -> None:
    assert static_files(_theme(tmp_path, a='import "./gone.js"'))["a.js"][1] == b'import "./gone.js"'


def test_scripts_that_name_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"circle: a\.js, b\.js"):
        static_files(_theme(tmp_path, a='import "./b.js"', b='import "./a.js"'))
