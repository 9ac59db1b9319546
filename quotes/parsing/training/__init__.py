"""How the bundled weights were made, start to finish, from public data; ``MODEL_CARD.md`` tells what came of it.

``python -m quotes.parsing.training --data ../shared/data --encoder WHEEL --out WORK`` makes them again.
"""
