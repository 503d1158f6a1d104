"""`python -m app.cli` is `linli`."""

from app.cli import main

main()
