"""The types of everything an author may write: frozen, slotted, free of any library.

A field that holds words is a `Text`; every other field is a fact, written once, in the original file.
`kyndig.records.shape` reads these annotations; nothing else needs to look at them.
"""
