from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class Language:
    name: str
    babel: str
    fallbacks: tuple
LANGUAGES = {"da": Language("Dansk","da",("nb","en")),"nb": Language("Norsk","nb",("da","en")),"en": Language("English","en_GB",("nb","da"))}
def fallbacks(l): return LANGUAGES[l].fallbacks
def normalise_tag(t):
    t=t.split("-")[0].lower()
    t="nb" if t=="no" else t
    return t if t in LANGUAGES else None
