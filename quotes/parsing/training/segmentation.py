"""How are Stanza's tokenizer and multi-word-token expander trained?  By Stanza's own code.

The treebanks' paragraphs are written out as the raw text and character labels that
``stanza.models.tokenizer`` reads (Qi et al. 2018): 1 ends a token, 2 a sentence, 3 a multi-word
token, 4 both.  Treebanks hold mostly straight quotation marks and newsrooms mostly curly ones, so
each paragraph is seen with marks of several styles.
"""

from __future__ import annotations

import json
import logging
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve

from quotes.parsing.training.treebanks import SurfaceToken, TreeSentence

log = logging.getLogger(__name__)

FEATURES = "space_before,capitalized,numeric,end_of_para,start_of_para,labeled_field,phone_id,date_pattern,currency"


def paragraphs(sentences: Iterable[TreeSentence]) -> Iterator[list[TreeSentence]]:
    """Runs of sentences that share a paragraph."""
    run: list[TreeSentence] = []
    for sentence in sentences:
        if sentence.opens_paragraph and run:
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def restyle(paragraph: list[TreeSentence], rng: random.Random) -> list[TreeSentence]:
    """The paragraph with its straight marks as they are, or made curly; lengths never change."""
    double, single = rng.random() < 0.5, rng.random() < 0.5
    opening = True

    def changed(text: str) -> str:
        nonlocal opening
        if single:
            text = text.replace("'", "’")
        while double and '"' in text:
            text = text.replace('"', "“" if opening else "”", 1)
            opening = not opening
        return text

    def styled(token: SurfaceToken) -> SurfaceToken:
        return evolve(token, text=changed(token.text))

    return [evolve(s, tokens=tuple(styled(t) for t in s.tokens)) for s in paragraph]


def raw_and_labels(paragraph: list[TreeSentence]) -> tuple[str, str]:
    """Raw text of a paragraph and one label a character."""
    text, labels = [], []
    for number, sentence in enumerate(paragraph):
        for position, token in enumerate(sentence.tokens):
            last = position == len(sentence.tokens) - 1
            text.append(token.text)
            labels.append("0" * (len(token.text) - 1) + str((3 if token.is_multiword else 1) + last))
            if token.space_after and not (last and number == len(paragraph) - 1):
                text.append(" ")
                labels.append("0")
    return "".join(text), "".join(labels)


def conllu_lines(sentences: Iterable[TreeSentence]) -> Iterator[str]:
    """The sentences as CoNLL-U, with token text as it stands now and without features."""
    for sentence in sentences:
        yield "# text = " + raw_and_labels([sentence])[0]
        for token in sentence.tokens:
            misc = "_" if token.space_after else "SpaceAfter=No"
            words = sentence.words[token.first : token.last]
            pieces = split_like(token.text, [w.form for w in words])
            if token.is_multiword:
                yield "\t".join([f"{token.first + 1}-{token.last}", token.text, *"_______", misc])
                misc = "_"
            for offset, (word, form) in enumerate(zip(words, pieces, strict=True)):
                row = [str(token.first + 1 + offset), form, word.lemma, word.upos, "_", "_", str(word.head)]
                yield "\t".join([*row, word.deprel, "_", misc])
        yield ""


def split_like(text: str, forms: list[str]) -> list[str]:
    """A token's text cut where its words' forms are cut, or the forms where they do not add up."""
    if sum(map(len, forms)) != len(text):
        return forms
    ends = [sum(map(len, forms[: i + 1])) for i in range(len(forms))]
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def write_data(folder: Path, part: str, sentences: list[TreeSentence], rng: random.Random | None) -> None:
    """Write PART.txt, PART.labels, PART.conllu and PART-mwt.json into a folder."""
    runs = list(paragraphs(sentences))
    if rng is not None:
        runs = [restyle(run, rng) for run in runs]
    pairs = [raw_and_labels(run) for run in runs]
    (folder / f"{part}.txt").write_text("\n\n".join(text for text, _ in pairs) + "\n\n", encoding="utf-8")
    (folder / f"{part}.labels").write_text("\n\n".join(labels for _, labels in pairs) + "\n\n", encoding="utf-8")
    flat = [sentence for run in runs for sentence in run]
    (folder / f"{part}.conllu").write_text("\n".join(conllu_lines(flat)) + "\n", encoding="utf-8")
    expansions = Counter(
        (token.text, tuple(split_like(token.text.lower(), [w.form.lower() for w in s.words[token.first : token.last]])))
        for s in flat
        for token in s.tokens
        if token.is_multiword
    )
    (folder / f"{part}-mwt.json").write_text(json.dumps(list(expansions.items())), encoding="utf-8")


def train_tokenizer(folder: Path, *, steps: int, seed: int) -> Path:
    """Train Stanza's tokenizer on ``train`` with ``dev`` beside it; the model file's path."""
    from stanza.models import tokenizer

    arguments = ["--txt_file", str(folder / "train.txt"), "--label_file", str(folder / "train.labels")]
    arguments += ["--dev_txt_file", str(folder / "dev.txt"), "--dev_label_file", str(folder / "dev.labels")]
    arguments += ["--dev_conll_gold", str(folder / "dev.conllu"), "--mwt_json_file", str(folder / "dev-mwt.json")]
    arguments += ["--conll_file", str(folder / "dev.predicted.conllu"), "--feat_funcs", FEATURES]
    arguments += ["--lang", "en", "--shorthand", "en_newswire", "--max_seqlen", "400", "--seed", str(seed)]
    arguments += ["--steps", str(steps), "--eval_steps", str(min(steps, 500)), "--cpu"]
    tokenizer.main([*arguments, "--save_dir", str(folder), "--save_name", "tokenizer.pt"])
    return folder / "tokenizer.pt"


def train_expander(folder: Path, *, epochs: int, seed: int) -> Path:
    """Train Stanza's multi-word-token expander (exact pieces); the model file's path."""
    from stanza.models import mwt_expander

    shutil.copyfile(folder / "dev.conllu", folder / "dev.gold.conllu")
    arguments = ["--train_file", str(folder / "train.conllu"), "--eval_file", str(folder / "dev.conllu")]
    arguments += ["--gold_file", str(folder / "dev.gold.conllu"), "--lang", "en", "--shorthand", "en_newswire"]
    arguments += ["--num_epoch", str(epochs), "--seed", str(seed), "--cpu", "--force_exact_pieces"]
    mwt_expander.main([*arguments, "--save_dir", str(folder), "--save_name", "mwt.pt"])
    return folder / "mwt.pt"
