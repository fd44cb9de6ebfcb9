"""A Keras 3 classifier as an ONNX file: python keras_shapes.py <folder>"""

import os
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"  # The export below works with TensorFlow's and JAX's backend too.
import keras

from expected import save_expected
from shapes import LABELS, shapes

folder = Path(sys.argv[1])
keras.utils.set_random_seed(0)

# The model does its own scaling and ends in softmax, so GridExplainer needs only "raw": levels 0 to 255 as they are.
model = keras.Sequential([
    keras.Input((32, 32, 3)),
    keras.layers.Rescaling(1 / 127.5, offset=-1),
    keras.layers.Conv2D(8, 5, strides=2, activation="relu"),
    keras.layers.Conv2D(16, 3, activation="relu"),
    keras.layers.MaxPooling2D(2),
    keras.layers.Conv2D(16, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(3, activation="softmax"),
])  # fmt: skip
pictures, answers = shapes(6000, seed=1)
model.compile(keras.optimizers.Adam(2e-3), "sparse_categorical_crossentropy")
model.fit(pictures.astype("float32"), answers, batch_size=64, epochs=3, verbose=0)

# The line that matters.
model.export(folder / "keras-shapes.onnx", format="onnx", verbose=False)


def score(pictures):
    return model.predict(pictures, verbose=0)


fresh, truth = shapes(600, seed=2)
print("right:", (score(fresh.astype("float32")).argmax(1) == truth).mean())
options = {"preprocessing": "raw"}
save_expected(folder, "keras-shapes", fresh[1], score=score, labels=LABELS, options=options)
