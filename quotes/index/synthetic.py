"""Made-up articles with quotes, for measuring: word frequencies as in English news, the same for the same seed.

A short list of everyday words comes first and thousands of made ones follow, drawn with Zipf-Mandelbrot frequencies.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from quotes.model import Affiliation, Cue, Document, Evidence, Kind, Quote, Span, Speaker, SpeakerKind, quote_id

COMMON = (
    "the of to and a in that is for on we it are not be have with this was will by as our they from at has but there "
    "been would more their an were which people can all who i one if about or what no so you when out up new also do "
    "time now year government should could into over than after because country many some its only first must work "
    "years need two these way very most make how other world well public even just against million take good state"
)
FIRST, SECOND = "b c d f g h l m n p r s t v w st tr pl gr ch", "a e i o u ai er on ar"
ROLES = "minister president spokesman director analyst mayor judge coach chairwoman professor owner captain"
KINDS = (Kind.DIRECT, Kind.DIRECT, Kind.DIRECT, Kind.INDIRECT, Kind.INDIRECT, Kind.MIXED)


class Writer:
    """Writes articles; ``words`` is how many different words it knows."""

    def __init__(self, seed: int = 0, words: int = 60_000) -> None:
        self.chance = random.Random(seed)
        self.syllables = [first + second for first in FIRST.split() for second in SECOND.split()]
        made = ("".join(self.chance.choices(self.syllables, k=self.chance.choice((2, 3, 3, 4)))) for _ in range(words))
        self.words = list(dict.fromkeys([*COMMON.split(), *made]))
        weights = [1 / (rank + 2.7) ** 1.07 for rank in range(len(self.words))]
        self.cumulative = list(itertools.accumulate(weights))
        self.names = [f"{self._name()} {self._name()}" for _ in range(20_000)]
        self.bodies = [f"{self._name()} {kind}" for kind in ("Ministry", "Bank", "Institute") for _ in range(1_500)]

    def _name(self) -> str:
        return "".join(self.chance.choices(self.syllables, k=self.chance.choice((2, 3)))).capitalize()

    def articles(self, number: int, quotes: int = 10) -> Iterator[Document]:
        """So many articles with so many quotes each."""
        for which in range(number):
            yield self.article(which, quotes)

    def sentence(self, length: int) -> str:
        """So many words, with a comma here and there, and now and then a number."""
        drawn = self.chance.choices(self.words, cum_weights=self.cumulative, k=length)
        if self.chance.random() < 0.15:
            drawn[length // 2] = str(self.chance.choice((3, 12, 40, 250, 1_500, 2019, 30_000)))
        if length > 12:
            drawn[length // 3] += ","
        return " ".join(drawn).capitalize()

    def article(self, which: int, quotes: int) -> Document:
        """One article: a paragraph for each quote, by three speakers, with narration between."""
        names = self.chance.sample(self.names, 3)
        posts = [(self.chance.choice(ROLES.split()), self.chance.choice(self.bodies)) for _ in names]
        parts = [f"{name}, {role} of {body}, spoke today." for name, (role, body) in zip(names, posts, strict=True)]
        plans = []
        for _ in range(quotes):
            speaker, kind = self.chance.randrange(3), self.chance.choice(KINDS)
            words = self.sentence(max(5, round(self.chance.lognormvariate(2.9, 0.45))))
            parts += [_paragraph(kind, words, names[speaker]), self.sentence(22) + "."]
            plans.append((len(parts) - 2, kind, speaker))
        text = "\n".join(parts)
        day = f"20{10 + which % 15:02d}-{1 + which % 12:02d}-{1 + which % 28:02d}"
        document = Document(text, f"wire/{which:07d}.txt", title=self.sentence(8), publisher="Wire", published=day)
        return _with_quotes(document, parts, plans, names, posts)


def _paragraph(kind: Kind, words: str, name: str) -> str:
    if kind is Kind.DIRECT:
        return f"“{words},” said {name}."
    if kind is Kind.INDIRECT:
        return f"{words}, said {name}."
    first, _, rest = words.partition(" ")
    return f"{first} “{rest},” said {name}."


def _with_quotes(
    document: Document,
    parts: list[str],
    plans: list[tuple[int, Kind, int]],
    names: list[str],
    posts: list[tuple[str, str]],
) -> Document:
    """The article with its quotes where the plan put them."""
    text, starts = document.text, [0, *itertools.accumulate(len(part) + 1 for part in parts)]
    speakers = [
        Speaker(name, SpeakerKind.PERSON, (Span.of(text, starts[i], starts[i] + len(name)),))
        for i, name in enumerate(names)
    ]
    affiliations = [_affiliation(text, starts[i], names[i], *posts[i]) for i in range(3)]
    quotes = []
    for part, kind, speaker in plans:
        said = text.rindex(" said ", starts[part], starts[part] + len(parts[part])) + 1
        end = said - 1 if kind is not Kind.INDIRECT else said - 2
        content = (Span.of(text, starts[part], end),)
        quotes.append(
            Quote(
                id=quote_id(document.id, content),
                kind=kind,
                content=content,
                cue=Cue(said, said + 4, "said", "say"),
                source=Span.of(text, said + 5, said + 5 + len(names[speaker])),
                speaker=speakers[speaker],
                affiliations=(affiliations[speaker],),
                confidence=0.9,
                evidence=(Evidence("nsubj-of-cue", f"said -> {names[speaker]}"), Evidence("full-name", names[speaker])),
            )
        )
    facts = {name: getattr(document, name) for name in ("source", "title", "publisher", "published")}
    return Document(text, quotes=tuple(quotes), **facts)


def _affiliation(text: str, start: int, name: str, role: str, body: str) -> Affiliation:
    at = start + len(name) + 2
    organization = at + len(role) + 4
    return Affiliation(
        span=Span.of(text, at, organization + len(body)),
        role=Span.of(text, at, at + len(role)),
        organization=Span.of(text, organization, organization + len(body)),
    )
