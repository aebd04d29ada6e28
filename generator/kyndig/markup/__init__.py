from dataclasses import dataclass
import markdown, nh3, re
@dataclass
class ResolvedLink:
    href: str
    text: str=""
    lang: str|None=None
@dataclass
class LinkFault:
    message: str
    remedy: str=""
def convert(text,place,links):
    def fix(m):
        r=links(m[2])
        if isinstance(r,LinkFault): return m[1]
        return f"[{m[1] or r.text}]({r.href})"
    text=re.sub(r"\[([^\]]*)\]\(([^)\s]+)\)",fix,text)
    return nh3.clean(markdown.markdown(text,extensions=["tables"])),()
