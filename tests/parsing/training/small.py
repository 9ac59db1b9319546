"""Corpora and an encoder of a few sentences and numbers, in the files that the training reads."""

from __future__ import annotations

import io
import json
import lzma
import string
import tarfile
from pathlib import Path

import torch
from safetensors.torch import save_file

CONLLU = """# newdoc id = small
# newpar
# text = "We won't sink," she said.
1	"	"	PUNCT	``	_	5	punct	_	SpaceAfter=No
2	We	we	PRON	PRP	Case=Nom|Number=Plur	5	nsubj	_	_
3-4	won't	_	_	_	_	_	_	_	_
3	wo	will	AUX	MD	VerbForm=Fin	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	sink	sink	VERB	VB	VerbForm=Inf	9	ccomp	_	SpaceAfter=No
6	,	,	PUNCT	,	_	5	punct	_	SpaceAfter=No
7	"	"	PUNCT	''	_	5	punct	_	_
8	she	she	PRON	PRP	Case=Nom|Number=Sing	9	nsubj	_	_
9	said	say	VERB	VBD	Tense=Past	0	root	_	SpaceAfter=No
10	.	.	PUNCT	.	_	9	punct	_	_

# text = Ada Brandt wrote letters.
1	Ada	Ada	PROPN	NNP	Number=Sing	3	nsubj	_	_
2	Brandt	Brandt	PROPN	NNP	Number=Sing	1	flat	_	_
3	wrote	write	VERB	VBD	Tense=Past	0	root	_	_
3.1	not	not	PART	RB	_	_	_	_	_
4	letters	letter	NOUN	NNS	Number=Plur	3	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

# newpar id = small-2
# text = The boats came back.
1	The	the	DET	DT	Definite=Def	2	det	_	_
2	boats	boat	NOUN	NNS	Number=Plur	3	nsubj	_	_
3	came	come	VERB	VBD	Tense=Past	0	root	_	_
4	back	back	ADV	RB	_	3	advmod	_	SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

"""

ENTITIES = """# doc small_1
Ada\tB-Person
Brandt\tI-Person
left\tO
Lindau\tB-Location
.\tO

She\tO
slept\tO
.\tO

# doc small_2
Lindau\tB-Location
burned\tO
.\tO
"""

ARTICLE = "“We won’t sink,” said Ada Brandt. The boats came back.\n\nShe said it rained.\n"
CONTENT, CUE, SOURCE = "“We won’t sink,”", "said", "Ada Brandt"


def brat(text: str = ARTICLE) -> str:
    """The article's attributions as brat stand-off: one whole, and one of two pieces."""

    def mark(number: int, role: str, *words: str) -> str:
        ranges = [(text.index(w), text.index(w) + len(w)) for w in words]
        return f"T{number}\t{role} {';'.join(f'{start} {end}' for start, end in ranges)}\t{' '.join(words)}"

    return "\n".join(
        [
            mark(1, "Content", CONTENT),
            mark(2, "Cue", CUE),
            mark(3, "Source", SOURCE),
            mark(4, "Content", "The boats", "came back"),
            mark(5, "Attribution", CUE),
            "E1\tAttribution:T5 Content:T1 Cue:T2 Source:T3",
            "E2\tAttribution:T5 Content:T4",
            "",
        ]
    )


def write_article(folder: Path) -> Path:
    """The article and its attributions, as PolNeAR has them; the folder."""
    for name, text in (("text/a.txt", ARTICLE), ("attributions/a_x.ann", brat())):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def write_data(folder: Path, times: int = 12) -> Path:
    """All corpora, where the training looks for them; the folder."""
    for name in ("en_ewt-ud-train", "en_gum-ud-train", "en_ewt-ud-dev"):
        _write_xz(folder / "ud" / f"{name}.conllu.xz", CONLLU * times)
    _write_xz(folder / "ner" / "en_worldwide-train.tsv.xz", ENTITIES * times)
    (folder / "polnear").mkdir()
    marked = {"train/text/a.txt": ARTICLE, "train/attributions/a_x.ann": brat()}
    write_archive(folder / "polnear" / "train.tar.xz", marked)
    (folder / "worldnews").mkdir()
    write_archive(folder / "worldnews" / "articles.tar.xz", {"articles/a.txt": ARTICLE})
    return folder


def write_archive(path: Path, texts: dict[str, str]) -> Path:
    """A tar archive of texts by name; its path."""
    with tarfile.open(path, "w:xz") as archive:
        for name, text in texts.items():
            data = text.encode()
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def place(words: str) -> str:
    """The characters of some words of the article, as marks write them."""
    return f"{ARTICLE.index(words)}-{ARTICLE.index(words) + len(words)}"


def write_names(path: Path) -> Path:
    """The one person whom the article names, and a word that says nothing; the path."""
    rows = [("a", "Person", place(SOURCE)), ("a", "?", place("boats")), ("elsewhere", "Location", "0-3")]
    path.write_text("\n".join(["# names", *map("\t".join, rows)]) + "\n", encoding="utf-8")
    return path


def write_marks(path: Path) -> Path:
    """The speech of the article by its characters, and its last sentence as doubtful; the path."""
    rows = [
        ("a", place(SOURCE), place(CUE), place(CONTENT)),
        ("a", "?", "", place("She said it rained")),
    ]
    path.write_text("# marks\n" + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def write_chains(path: Path) -> Path:
    """The one who speaks in the article, named once and meant by a pronoun that is no source of a quote; and the boats; the path."""
    rows = [f"a\t{place(SOURCE)}* {place('She')}", f"a\t{place('The boats')}* 0-0"]
    path.write_text("\n".join(["# chains", *rows]) + "\n", encoding="utf-8")
    return path


def _write_xz(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(text)


VOCABULARY = [
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]"),
    *string.ascii_lowercase,
    *("##" + letter for letter in string.ascii_lowercase),
    *string.digits,
    *"“”‘’\"'.,",
    *("said", "boats", "brandt"),
]


def bert(hidden: int = 32, layers: int = 2, feed: int = 64, positions: int = 512) -> dict[str, torch.Tensor]:
    """Random weights of a BERT under their published names."""
    chance = torch.Generator().manual_seed(3)
    sizes = {
        "embeddings.word_embeddings": (len(VOCABULARY), hidden),
        "embeddings.token_type_embeddings": (2, hidden),
        "embeddings.position_embeddings": (positions, hidden),
    }
    for number in range(layers):
        prefix = f"encoder.layer.{number}."
        sizes |= {f"{prefix}attention.self.{part}": (hidden, hidden) for part in ("query", "key", "value")}
        sizes[f"{prefix}attention.output.dense"] = (hidden, hidden)
        sizes[f"{prefix}intermediate.dense"] = (feed, hidden)
        sizes[f"{prefix}output.dense"] = (hidden, feed)
    weights = {f"{name}.weight": 0.1 * torch.randn(size, generator=chance) for name, size in sizes.items()}
    biases = {f"{name}.bias": torch.zeros(rows) for name, (rows, _) in sizes.items() if "embeddings" not in name}
    norms = ["embeddings.LayerNorm"]
    norms += [f"encoder.layer.{n}.{part}.LayerNorm" for n in range(layers) for part in ("attention.output", "output")]
    scales = {f"{name}.weight": torch.ones(hidden) for name in norms}
    return weights | biases | scales | {f"{name}.bias": torch.zeros(hidden) for name in norms}


def write_encoder(folder: Path) -> Path:
    """An encoder of two layers; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file(bert(), folder / "model.safetensors")
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
    (folder / "config.json").write_text(json.dumps({"num_attention_heads": 4}), encoding="utf-8")
    return folder
