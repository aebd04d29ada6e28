"""Everything that depends on a language, and the only door to Babel and pyphen.

Language is always an argument: the process has none. Whatever is true of one language stands in `languages`,
in the alphabets of `collation` or in the gettext catalogues, so that a new language is data, not code.
"""
