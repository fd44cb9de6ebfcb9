"""A scikit-learn classifier as an ONNX file: python sklearn_digits.py <folder>"""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import to_onnx
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

from expected import save_expected

folder = Path(sys.argv[1])
digits, answers = load_digits(return_X_y=True)  # 8x8 pixels, levels 0 to 16, one row a picture
known, fresh, truth, wanted = train_test_split(digits, answers, random_state=0)
model = MLPClassifier((24,), alpha=20, random_state=0, max_iter=600).fit(known, truth)
print("right:", model.score(fresh, wanted))

# scikit-learn takes rows of 64 numbers, GridExplainer gives pictures: a Reshape goes in front.
file = to_onnx(model, known[:1].astype(np.float32), options={"zipmap": False})
graph = file.graph
rows = graph.input.pop().name
graph.input.append(helper.make_tensor_value_info("picture", TensorProto.FLOAT, [None, 1, 8, 8]))
graph.initializer.append(numpy_helper.from_array(np.array([-1, 64]), "one_row_a_picture"))
graph.node.insert(0, helper.make_node("Reshape", ["picture", "one_row_a_picture"], [rows]))
# Of its two outputs, the answer and the probabilities, only the second is needed.
del graph.output[0]
onnx.checker.check_model(file)
onnx.save(file, folder / "sklearn-digits.onnx")


def score(pictures):
    """Levels 0 to 255 -> what the model takes, rows with levels 0 to 16."""
    return model.predict_proba(pictures.reshape(len(pictures), 64) / 255 * 16)


picture = np.round(fresh[wanted == 3][0].reshape(8, 8, 1) / 16 * 255).astype(np.uint8)
labels = [str(digit) for digit in range(10)]
options = {"preprocessing": {"order": "gray", "range": [0, 16]}, "scale": "probability"}
save_expected(folder, "sklearn-digits", picture, score=score, labels=labels, options=options)
