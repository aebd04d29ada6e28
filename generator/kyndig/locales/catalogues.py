import os
from dataclasses import dataclass
from babel.messages.pofile import read_po
@dataclass(frozen=True)
class Catalogue:
    language: str
    messages: dict
    def gettext(self,m):
        return self.messages.get(m) or m.split("/")[-1]
    def ngettext(self,a,b,n):
        return a if n==1 else b
def read_catalogue(path):
    m={}
    if path.exists():
        for x in read_po(path.open("rb")):
            if isinstance(x.id,str): m[x.id]=x.string
    return Catalogue(path.stem,m)
