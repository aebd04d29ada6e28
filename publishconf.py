"""The settings of this site: literals only. `kyndig build` and `pelican -s publishconf.py` both read them."""

SITENAME = "Kyndig"
SITEURL = "https://kyndig.example"
LANGUAGES = ["da", "nb", "en"]
PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/kyndig"
PLUGINS = ["kyndig.plugin"]
TIMEZONE = "Europe/Copenhagen"
REPOSITORY = "https://git.example/kyndig/edit/main/{path}"
FEED_DOMAIN = "kyndig.example,2026"
CONTACT = "mailto:redaktion@kyndig.example"
