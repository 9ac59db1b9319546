"""How the bundled weights were made, start to finish, from public data.

Run ``python -m quotes.parsing.training --data ../shared/data --out WORK`` to make them again.
"""
