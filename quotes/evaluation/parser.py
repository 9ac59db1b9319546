"""Does the bundled parser reach what it must?  Every figure, on treebanks, entity corpora and PolNeAR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from quotes.evaluation.articles import article_of, read_articles
from quotes.evaluation.entities import entity_scores, read_universal_ner, read_worldwide
from quotes.evaluation.figures import Figure
from quotes.evaluation.footprint import footprint_of
from quotes.evaluation.hard import hard_figures
from quotes.evaluation.links import link_scores
from quotes.evaluation.parses import Parses
from quotes.evaluation.polnear import read_polnear
from quotes.evaluation.regions import person_recall
from quotes.evaluation.tagging import Tags, tag_scores
from quotes.evaluation.trees import raw_text_scores, tree_scores
from quotes.parsing.training.chains import gum_chains

LONG_ARTICLE = 5_000
"""Words of the article whose memory is measured."""

ENTITIES_AT_LEAST = {"all": 80.0, "person": 92.0, "organization": 68.0}
TAGS_AT_LEAST = {"content": 90.0, "source": 81.0, "cue": 70.0}


def parser_figures(parser: Parses, tags: Tags, data: Path) -> Iterator[Figure]:
    """The figures as they are measured; ``data`` holds the folders ``ud``, ``ner``, ``polnear`` and ``worldnews``."""
    yield from gold_word_figures(parser, data / "ud")
    yield from raw_text_figures(parser, data / "ud")
    yield from entity_figures(parser, data / "ner")
    yield from region_figures(parser, data / "ner")
    yield from tag_figures(parser, tags, data / "polnear" / "dev")
    yield from link_figures(parser, data / "ud")
    articles = read_articles(data / "worldnews" / "articles.tar.xz", 100)
    yield from footprint_figures(articles)
    yield from hard_figures(parser, articles)


def gold_word_figures(parser: Parses, folder: Path) -> Iterator[Figure]:
    """Trees on gold words of both test sets."""
    for name, upos in (("ewt", 96.5), ("gum", None)):
        scores = tree_scores(parser, folder / f"en_{name}-ud-test.conllu.xz")
        part = f"{name.upper()} test, gold words"
        yield Figure(part=part, name="UPOS", value=100 * scores.upos, at_least=upos)
        yield Figure(part=part, name="UAS", value=100 * scores.uas)
        yield Figure(part=part, name="LAS", value=100 * scores.las, at_least=88.5)


def raw_text_figures(parser: Parses, folder: Path) -> Iterator[Figure]:
    """Everything from raw text, on EWT."""
    scores = raw_text_scores(parser, folder / "en_ewt-ud-test.conllu.xz")
    asked = {"LAS": 85.0, "Sentences": 88.0, "Tokens": 98.5, "Words": None, "UPOS": None, "UAS": None}
    for name, at_least in asked.items():
        yield Figure(part="EWT test, raw text", name=f"{name} F1", value=100 * scores[name].f1, at_least=at_least)


def entity_figures(parser: Parses, folder: Path) -> Iterator[Figure]:
    """Span F1 of named entities: every class worldwide, persons on EWT."""
    for name, counts in entity_scores(parser, read_worldwide(folder / "en_worldwide-dev.tsv.xz")).items():
        at_least = ENTITIES_AT_LEAST.get(name)
        yield Figure(part="entities, worldwide dev", name=f"{name} F1", value=100 * counts.f1, at_least=at_least)
    scores = entity_scores(parser, read_universal_ner(folder / "en_ewt-uner-test.iob2.xz"))
    yield Figure(part="entities, EWT test", name="person F1", value=100 * scores["person"].f1, at_least=88.0)


def region_figures(parser: Parses, folder: Path) -> Iterator[Figure]:
    """Recall of persons by the region of the newspaper, with how many there are to be found."""
    for region, counts in person_recall(parser, folder / "en_worldwide-dev.tsv.xz").items():
        part = "persons, worldwide dev, recall by region"
        yield Figure(part=part, name=f"{region} ({counts.gold:,} names)", value=100 * counts.recall)


def tag_figures(parser: Parses, tags: Tags, folder: Path) -> Iterator[Figure]:
    """Word F1 of the attribution tags."""
    for role, counts in tag_scores(parser, read_polnear(folder), tags).items():
        at_least = TAGS_AT_LEAST[role]
        yield Figure(part="PolNeAR dev, tags", name=f"{role} F1", value=100 * counts.f1, at_least=at_least)


def link_figures(parser: Parses, folder: Path) -> Iterator[Figure]:
    """Of the pronouns and common nouns that mean somebody mentioned before, how many are linked to such a mention."""
    for kind, share in link_scores(parser, gum_chains(folder / "en_gum-ud-test.conllu.xz")).items():
        yield Figure(part="GUM test, links", name=f"{kind} ({share.gold:,})", value=100 * share.value)


def footprint_figures(articles: Sequence[str]) -> Iterator[Figure]:
    """Memory on a long article, and the time to load."""
    footprint = footprint_of(article_of(list(articles), LONG_ARTICLE))
    part = f"an article of {LONG_ARTICLE:,} words"
    yield Figure(part=part, name="resident", value=footprint.resident / 1e9, unit="GB", at_most=1.2)
    yield Figure(part="load", name="beyond importing Stanza", value=footprint.loading, unit="s", at_most=1.0)
    yield Figure(part="load", name="importing Stanza", value=footprint.importing, unit="s")
