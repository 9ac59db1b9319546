"""Which lemmas and features do the treebanks teach?  Sentences -> the tables of ``quotes.parsing.lexicon``."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from attrs import asdict

from quotes.parsing.lexicon import CLOSED, Lexicon, key, regular_lemma
from quotes.parsing.training.treebanks import TreeSentence, TreeWord


def learn(sentences: Iterable[TreeSentence]) -> Lexicon:
    """The tables: a word stands in ``lemmas`` only where the rules get it wrong."""
    words = [word for sentence in sentences for word in sentence.words if not _is_typo(word)]
    bases = frozenset(key(word.lemma, word.upos) for word in words if word.xpos in ("NN", "VB", "VBP", "JJ", "RB"))
    lemmas: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        tags[f"{word.upos}/{word.xpos}"][_features(word)] += 1
        if word.upos in CLOSED:
            forms[f"{word.form.lower()}/{word.xpos}"][_features(word)] += 1
        if word.upos in ("PROPN", "PUNCT", "NUM", "SYM", "X") or word.xpos.startswith("NNP"):
            continue
        lemmas[key(word.form, word.upos)][word.lemma] += 1
        kinds[key(word.form, word.upos)].add(word.xpos)
    table: dict[str, str] = {}
    for name, counts in lemmas.items():
        form, _, upos = name.rpartition("/")
        lemma = counts.most_common(1)[0][0]
        if any(regular_lemma(form, upos, xpos, bases) != lemma for xpos in kinds[name]):
            table[name] = lemma
    return Lexicon(
        table,
        bases,
        {name: counts.most_common(1)[0][0] for name, counts in forms.items()},
        {name: counts.most_common(1)[0][0] for name, counts in tags.items()},
    )


def write(lexicon: Lexicon, path: Path) -> None:
    """Write the tables as the JSON that ``Lexicon.read`` reads."""
    tables = asdict(lexicon) | {"bases": sorted(lexicon.bases)}
    path.write_text(json.dumps(tables, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _is_typo(word: TreeWord) -> bool:
    return "Typo=Yes" in word.feats or word.upos == "_" or word.lemma == "_"


def _features(word: TreeWord) -> str:
    dropped = ("Style=", "Typo=", "Abbr=", "ExtPos=", "NumForm=", "Foreign=")
    return "|".join(part for part in word.feats.split("|") if not part.startswith(dropped) and part != "_")
