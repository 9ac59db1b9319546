"""Which words of a document mean the same?  Its mentions are linked to those before them, as their words' ``misc`` then says."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from stanza.models.common.doc import Document

from quotes.parsing import newswire_links
from quotes.parsing.bundle import Bundle
from quotes.parsing.linking import Linker, links
from quotes.parsing.mentions import Mentions, mentions_of

States = dict[int, np.ndarray]
"""The encoder's states of words, by their places in a document."""


def link(document: Document, states: States, bundle: Bundle, linker: Linker) -> None:
    """Write the links of a document's mentions, whose words' states are given, into ``misc``."""
    words = [word for sentence in document.sentences for word in sentence.words]
    mentions = mentions_of(document)
    for mention, found in links(linker, mentions, described(mentions, states, bundle)):
        place = int(mentions.places[mention])
        said = newswire_links.write([(place - int(mentions.places[one.earlier]), one.probability) for one in found])
        words[place]._misc = "|".join(filter(None, (words[place]._misc, said)))


@torch.inference_mode()
def described(mentions: Mentions, states: States, bundle: Bundle) -> torch.Tensor:
    """What the linker reads of mentions, [N, 2 H]: their states, and the means of the embeddings of their words' pieces."""
    table = bundle.network.encoder.pieces.weight
    if not mentions.texts:
        return torch.zeros(0, 2 * table.shape[1], device=table.device)
    pieces = [bundle.pieces.of(text) for text in mentions.texts]
    counts = torch.tensor([len(found) for found in pieces], device=table.device)
    numbers = torch.tensor([number for found in pieces for number in found], device=table.device)
    own = F.embedding_bag(numbers, table.float(), counts.cumsum(0) - counts, mode="mean")
    seen = torch.from_numpy(np.stack([states[place] for place in mentions.places.tolist()])).to(table.device)
    return torch.cat([seen.float(), own], dim=1)
