"""What Python says about one picture, so that another program can be held against it."""

import json
from pathlib import Path

import numpy as np
import onnx
from PIL import Image


def without_traces(file):
    """PyTorch writes paths of this computer beside every node of an ONNX file: not for others to read."""
    model = onnx.load(file)
    graph = model.graph
    for part in [graph, *graph.node, *graph.input, *graph.output, *graph.value_info, *graph.initializer]:
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    onnx.save(model, file)


def save_expected(folder, name, picture, *, score, labels, options):
    """Writes the picture, the labels, and the scores of every variant with one square of a 4x4 grid hidden.

    `score` takes float pictures [n, height, width, channels] with levels from 0 to 255 and answers [n, classes].
    `options` are those that GridExplainer's loadModel needs for the file.
    """
    folder = Path(folder)
    Image.fromarray(picture.squeeze()).save(folder / f"{name}.png")
    (folder / f"{name}.txt").write_text("\n".join(labels) + "\n")
    rows, columns = np.array_split(np.arange(picture.shape[0]), 4), np.array_split(np.arange(picture.shape[1]), 4)
    variants = [picture.astype(np.float32)]
    for cell in (np.ix_(row, column) for row in rows for column in columns):
        hidden = variants[0].copy()
        hidden[cell] = hidden[cell].mean(axis=(0, 1))  # Every channel keeps its mean.
        variants.append(hidden)
    scores = np.asarray(score(np.stack(variants)), np.float64)
    target = int(scores[0].argmax())
    expected = {
        "options": options,
        "label": labels[target],
        "scores": scores[0].tolist(),
        "effects": (scores[0, target] - scores[1:, target]).tolist(),
    }
    (folder / f"{name}.json").write_text(json.dumps(expected, indent=2) + "\n")
    print(f"{name}: {labels[target]} {scores[0, target]:.4f}")
