from babel import numbers
from .languages import LANGUAGES
def format_money(a,c,l): return numbers.format_currency(a,c,locale=LANGUAGES[l].babel)
def format_decimal(a,l): return numbers.format_decimal(a,locale=LANGUAGES[l].babel)
def join_list(items,l,open=False): return ", ".join(items)
