import re
def slugify(t,l):
    t=t.lower().translate({ord("æ"):"ae",ord("ø"):"oe",ord("å"):"aa",ord("é"):"e"})
    return re.sub(r"[^a-z0-9]+","-",t).strip("-")[:80]
