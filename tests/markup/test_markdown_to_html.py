"""Markdown becomes the HTML that readers need, pinned whole."""

from __future__ import annotations

import pytest

from .site_links import html

CASES = {
    "a paragraph": ("En *vigtig* og **meget** vigtig `kode`.", "<p>En <em>vigtig</em> og <strong>meget</strong> vigtig <code>kode</code>.</p>"),
    "nothing": ("", ""),
    "white space": (" \n\n \n", ""),
    "characters of HTML": ("5 < 6 & 7 > 3, p<0.05, R&D, &copy; &lt;b&gt;", "<p>5 &lt; 6 &amp; 7 &gt; 3, p&lt;0.05, R&amp;D, © &lt;b&gt;</p>"),
    "line endings of Windows and of old Macs": ("a\r\nb\rc\r\n\r\nd", "<p>a\nb\nc</p>\n<p>d</p>"),
    "the highest heading is a level below the title, and no level is left out": ("# Ét\n\n## To\n\n### Tre\n\n###### Seks", '<h2 id="et">Ét</h2>\n<h3 id="to">To</h3>\n<h4 id="tre">Tre</h4>\n<h5 id="seks">Seks</h5>'),
    "headings that begin with the second level": ("## Ét\n\n#### To", '<h2 id="et">Ét</h2>\n<h3 id="to">To</h3>'),
    "headings of all levels": ("".join(f"{'#' * n} {n}\n\n" for n in range(1, 7)), "\n".join(f'<h{min(n + 1, 6)} id="{n}">{n}</h{min(n + 1, 6)}>' for n in range(1, 7))),
    "headings with the same words": ("# A\n\n# A\n\n# A 2\n\n# A", '<h2 id="a">A</h2>\n<h2 id="a-2">A</h2>\n<h2 id="a-2-2">A 2</h2>\n<h2 id="a-3">A</h2>'),
    "a heading of no letters": ("# 日本\n\n# con", '<h2 id="section">日本</h2>\n<h2 id="section-2">con</h2>'),
    "a heading with marks": ("# Sår & `x < y` *ærlig*", '<h2 id="saar-og-x-y-aerlig">Sår &amp; <code>x &lt; y</code> <em>ærlig</em></h2>'),
    "an underlined heading": ("Ét\n==\n\nTo\n--", '<h2 id="et">Ét</h2>\n<h3 id="to">To</h3>'),
    "lists": ("- a\n- b\n    1. c\n    2. d\n\n5. e", "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n</li>\n</ul>\n<ol start=\"5\">\n<li>e</li>\n</ol>"),
    "a list right after text stays text": ("a\n- b", "<p>a\n- b</p>"),
    "a quote and a rule": ("> a\n> b\n\n---\n\nc  \nd", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<hr>\n<p>c<br>\nd</p>"),
    "definitions": ("Ord\n:   forklaring", "<dl>\n<dt>Ord</dt>\n<dd>forklaring</dd>\n</dl>"),
    "a table": (
        "| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | *3* |",
        '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th class="align-right" scope="col">b</th>\n'
        '<th class="align-center" scope="col">c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n'
        '<td class="align-right">2</td>\n<td class="align-center"><em>3</em></td>\n</tr>\n</tbody>\n</table>',
    ),
    "fenced code": ("```python\nif a < b:\n\n    [x](y) <b> &amp;\n```\n\ntekst", "<pre><code>if a &lt; b:\n\n    [x](y) &lt;b&gt; &amp;amp;\n</code></pre>\n<p>tekst</p>"),
    "fenced code of tildes with fences inside": ("~~~~ {.x}\n```\n~~~\n~~~~", "<pre><code>```\n~~~\n</code></pre>"),
    "fenced code in a list": ("- a\n\n    ```\n    b\n      c\n    ```\n\n- d", "<ul>\n<li>\n<p>a</p>\n<pre><code>b\n  c\n</code></pre>\n</li>\n<li>\n<p>d</p>\n</li>\n</ul>"),
    "code in a line with backticks": ("``a`b`` og ```x```", "<p><code>a`b</code> og <code>x</code></p>"),
    "indented code": ("    <b> [x](y)", "<pre><code>&lt;b&gt; [x](y)\n</code></pre>"),
    "no attributes": ("# h {: onclick=alert(1)}\n\na{.b #c}", '<h2 id="h-onclick-alert-1">h {: onclick=alert(1)}</h2>\n<p>a{.b #c}</p>'),
    "no table of contents and no abbreviations": ("[TOC]\n\n*[A]: b\n\nA", "<p>[TOC]</p>\n<p>*[A]: b</p>\n<p>A</p>"),
    "escaped marks": (r"\*a\* \[b\](c) \<b> \\", "<p>*a* [b](c) &lt;b&gt; \\</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_markdown_becomes_html(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_text_among_others_has_ids_of_its_own() -> None:
    text = "# A\n\n[op](#a) b[^x]\n\n[^x]: Note"
    assert html(text, prefix="p2-") == (
        '<h2 id="p2-a">A</h2>\n<p><a href="#p2-a">op</a> b<sup id="p2-fnref:1"><a class="footnote-ref" href="#p2-fn:1" '
        'role="doc-noteref">1</a></sup></p>\n<section aria-label="Noter" class="footnotes" role="doc-endnotes">\n<ol>\n'
        '<li id="p2-fn:1">\n<p>Note&nbsp;<a aria-label="Tilbage til teksten ved note 1" class="footnote-backref" '
        'href="#p2-fnref:1" role="doc-backlink">↩︎</a></p>\n</li>\n</ol>\n</section>'
    )


def test_one_text_leaves_no_trace_in_the_next() -> None:
    text = "# A\n\na[^x] [r]\n\n[^x]: N\n\n[r]: https://example.org\n\n*b **c"
    assert html(text) == html(text)
    assert html("a\\[^x] [r] b*") == "<p>a[^x] [r] b*</p>"
