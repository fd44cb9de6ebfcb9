"""A PyTorch classifier as an ONNX file: python pytorch_shapes.py <folder>"""

import sys
from pathlib import Path

import torch
from torch import nn

from expected import save_expected, without_traces
from shapes import LABELS, shapes

folder = Path(sys.argv[1])
torch.manual_seed(0)
torch.set_num_threads(1)

# The mean and standard deviation that torchvision's models use: "torchvision" in GridExplainer.
MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
STD = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)


def prepare(pictures):
    """Levels 0 to 255, channels last -> what the model takes, channels first."""
    return (torch.as_tensor(pictures).permute(0, 3, 1, 2) / 255 - MEAN) / STD


model = nn.Sequential(
    nn.Conv2d(3, 8, 5, stride=2), nn.ReLU(),
    nn.Conv2d(8, 16, 3), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(16, 16, 3), nn.ReLU(),
    nn.Flatten(), nn.Linear(16 * 4 * 4, 3),
)  # fmt: skip
pictures, answers = shapes(6000, seed=1)
inputs, wanted = prepare(pictures), torch.as_tensor(answers)
loss = nn.CrossEntropyLoss(label_smoothing=0.1)
optimizer = torch.optim.AdamW(model.parameters(), 2e-3, weight_decay=0.3)
for epoch in range(6):
    for batch in torch.randperm(len(inputs)).split(64):
        optimizer.zero_grad()
        loss(model(inputs[batch]), wanted[batch]).backward()
        optimizer.step()
model.eval()

# The four lines that matter: any number of pictures a call, and one file with the weights inside.
torch.onnx.export(
    model, (inputs[:2],), folder / "pytorch-shapes.onnx",
    input_names=["picture"], output_names=["logits"],
    dynamic_shapes=({0: torch.export.Dim("batch")},), external_data=False,
)  # fmt: skip
without_traces(folder / "pytorch-shapes.onnx")


def score(pictures):
    with torch.no_grad():
        return model(prepare(pictures)).numpy()


fresh, truth = shapes(600, seed=2)
print("right:", (score(fresh).argmax(1) == truth).mean())
options = {"preprocessing": "torchvision", "scale": "logit"}
save_expected(folder, "pytorch-shapes", fresh[2], score=score, labels=LABELS, options=options)
