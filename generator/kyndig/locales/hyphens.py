def soft_hyphenate(t,l,exceptions=None): return t
