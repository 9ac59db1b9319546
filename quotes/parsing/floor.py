"""How fast could the bundled model be at best?  What its encoder must compute, over what the processor can.

Operations are floating-point multiplications and additions, counted singly, as processors are rated.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

import torch
from stanza.models.common.doc import Document

from quotes.parsing.bundle import FOLDER, Bundle, load
from quotes.parsing.network import Shape
from quotes.parsing.newswire import windows

ROWS = 2048
SECONDS = 0.5
"""For how long a product is repeated to measure the processor."""

PRECISIONS = {"float32": torch.float32, "bfloat16": torch.bfloat16}


def bundled() -> Bundle:
    """The bundled model, without a pipeline around it."""
    return load(FOLDER, torch.device("cpu"))


def encoder_operations(documents: Iterable[Document], bundle: Bundle) -> float:
    """Operations of the encoder's layers on segmented documents, without padding, embeddings and heads."""
    lengths = (len(window.pieced.pieces) for document in documents for window in windows(document, bundle))
    return sum(layer_operations(bundle.network.shape, length) for length in lengths)


def layer_operations(shape: Shape, length: int) -> float:
    """Operations of all layers on one window of so many pieces: products with weights, and attention."""
    weights = 4 * shape.hidden**2 + 2 * shape.hidden * shape.feed
    return 2.0 * shape.layers * (length * weights + 2 * length**2 * shape.hidden)


def product_rates(shape: Shape, *, threads: int) -> dict[str, float]:
    """Operations a second of the encoder's largest product, by precision."""
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        return {name: _rate(shape, kind) for name, kind in PRECISIONS.items()}
    finally:
        torch.set_num_threads(before)


@torch.inference_mode()
def _rate(shape: Shape, kind: torch.dtype) -> float:
    left, right = torch.randn(ROWS, shape.hidden).to(kind), torch.randn(shape.hidden, shape.feed).to(kind)
    left @ right
    done, started = 0, time.perf_counter()
    while (elapsed := time.perf_counter() - started) < SECONDS:
        left @ right
        done += 1
    return done * 2.0 * ROWS * shape.hidden * shape.feed / elapsed
