def sort_key(t,l): return t.lower()
def index_letter(t,l): return t[:1].upper()
