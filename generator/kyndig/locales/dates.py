import re
from datetime import date, datetime
from zoneinfo import ZoneInfo
from babel import dates
from .languages import LANGUAGES
class DateFault(ValueError):
    def __init__(self,message,remedy=""):
        super().__init__(message); self.message=message; self.remedy=remedy
def parse_date(t):
    try: return date.fromisoformat(t)
    except ValueError: raise DateFault(f'"{t}" is not a date','write 2026-11-22') from None
def parse_local(t):
    return datetime.fromisoformat(t) if "T" in t else parse_date(t)
def in_daylight_gap(m,zone): return False
def _l(l): return LANGUAGES[l].babel
def format_date(d,l,width="long"): return dates.format_date(d,width,locale=_l(l))
def format_day(d,l): return dates.format_date(d,"full",locale=_l(l))
def format_month(d,l,width="wide"): return dates.get_month_names(width,locale=_l(l))[d.month].rstrip(".")
def format_time(d,l): return dates.format_time(d,"short",locale=_l(l))
def format_span(a,b,l): return format_day(a,l)+(" – "+format_day(b,l) if b!=a else "")
def week_number(d): return d.isocalendar()[1]
def format_vague(t,l): return t
def vague_key(t): return t
