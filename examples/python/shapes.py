"""Pictures to learn from: a circle, a square or a triangle somewhere on a noisy background, 32x32 pixels, RGB."""

import numpy as np
from PIL import Image, ImageDraw

LABELS = ["circle", "square", "triangle"]


def shapes(count, seed):
    """`count` pictures as bytes [count, 32, 32, 3], and the index of each one's label."""
    chance = np.random.default_rng(seed)
    pictures = np.empty((count, 32, 32, 3), np.uint8)
    answers = np.arange(count) % len(LABELS)
    for picture, answer in zip(pictures, answers):
        background, color = chance.integers(0, 256, (2, 3))
        while abs(int(background.sum()) - int(color.sum())) < 200:
            color = chance.integers(0, 256, 3)
        canvas = Image.new("RGB", (32, 32), tuple(map(int, background)))
        radius = int(chance.integers(6, 10))
        x, y = (int(place) for place in chance.integers(radius + 1, 31 - radius, 2))
        box = (x - radius, y - radius, x + radius, y + radius)
        corners = [(x, y - radius), (x - radius, y + radius), (x + radius, y + radius)]
        draw, fill = ImageDraw.Draw(canvas), tuple(map(int, color))
        if answer == 0:
            draw.ellipse(box, fill)
        elif answer == 1:
            draw.rectangle(box, fill)
        else:
            draw.polygon(corners, fill)
        noise = chance.normal(0, 20, picture.shape)
        picture[:] = np.clip(np.asarray(canvas) + noise, 0, 255)
    return pictures, answers
