"""`python -m kyndig` is `kyndig`."""

from .cli import main

main()
