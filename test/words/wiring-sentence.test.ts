import { describe, expect, test } from "vitest"
import type { Preprocessing } from "../../src/types.ts"
import type { WiringCheck } from "../../src/wiring/wiring-record.ts"
import { wiringSentence } from "../../src/words/wiring-sentence.ts"

const declared: Preprocessing = {
  size: { width: 8, height: 8 },
  fit: "squash",
  filter: "bilinear",
  layout: "NCHW",
  order: "RGB",
  range: [0, 255],
  mean: [0],
  std: [1],
}
const best: Preprocessing = { ...declared, order: "BGR", range: [0, 1], mean: [0.5, 0.4, 0.3], std: [0.2, 0.2, 0.2] }
const names = { kind: "names", agreement: 0.8, authority: "labels", labels: true, classes: 9 } as const

/** Each sentence that a check can say. */
const sentences: readonly (readonly [
  WiringCheck["name"],
  WiringCheck["state"],
  WiringCheck["finding"],
  sentence: string,
])[] = [
  [
    "answers",
    "ok",
    { kind: "spread", views: 96, share: 0.62 },
    "different pictures get different answers (62 % of the possible spread)",
  ],
  [
    "answers",
    "flagged",
    { kind: "spread", views: 96, share: 0.004 },
    "96 different views get nearly the same answer (0.4 % of the possible spread)",
  ],
  ["answers", "untold", { kind: "one-class" }, "one class alone cannot be judged by its spread"],
  ["answers", "untold", { kind: "too-few-views", views: 3, needed: 8 }, "3 views are too few, 8 are needed"],
  [
    "scale",
    "ok",
    { kind: "scale", declared: "probability", found: "probability" },
    "all scores lie from 0 to 1, as probabilities do",
  ],
  [
    "scale",
    "ok",
    { kind: "scale", declared: "logit", found: "logit", score: -3 },
    "the scores are no probabilities, and said to be logits",
  ],
  [
    "scale",
    "flagged",
    { kind: "scale", declared: "probability", found: "logit", score: 7.25 },
    "the scores are said to be probabilities, but one is 7.25: they are logits",
  ],
  [
    "scale",
    "flagged",
    { kind: "scale", declared: "logit", found: "probability" },
    "the scores are said to be logits, but lie from 0 to 1 and add up to 1: they are probabilities",
  ],
  [
    "scale",
    "flagged",
    { kind: "scale", declared: "logit", found: "probability", isRefused: true },
    "the scores are said to be logits, and they are probabilities",
  ],
  [
    "scale",
    "flagged",
    { kind: "scale", declared: undefined, found: "logit", isRefused: true },
    "nobody said what the scores are, and they are logits",
  ],
  ["softmax", "ok", { kind: "one-softmax" }, "the scores did not go through a second softmax"],
  ["softmax", "untold", { kind: "one-class" }, "there is one class only"],
  ["softmax", "untold", { kind: "too-flat" }, "the answers are too flat to tell one softmax from two"],
  [
    "softmax",
    "flagged",
    { kind: "two-softmaxes", most: 0.475, inner: 0.85, classes: 3 },
    "softmax was taken twice: no score is above 48 %, and before the second one the best class had 85 % on average; leave one out when the model is exported",
  ],
  ["label-count", "untold", { kind: "label-count", labels: undefined, classes: 3 }, "the 3 classes have no labels"],
  ["label-count", "ok", { kind: "label-count", labels: 3, classes: 3 }, "3 labels for 3 classes"],
  [
    "label-count",
    "flagged",
    { kind: "label-count", labels: 2, classes: 3 },
    "2 labels for 3 classes: the first class is often the background, which lists leave out",
  ],
  [
    "label-count",
    "flagged",
    { kind: "label-count", labels: 4, classes: 3 },
    "4 labels for 3 classes: the list may begin with a heading or the background",
  ],
  ["label-count", "flagged", { kind: "label-count", labels: 9, classes: 3 }, "9 labels for 3 classes"],
  [
    "label-names",
    "ok",
    { ...names, shift: 0 },
    "the labels fit the answers (agreement 0.80 with the labels of the pictures)",
  ],
  [
    "label-names",
    "flagged",
    { ...names, shift: 1, inPlace: 0.2 },
    "the labels stand one place too early (agreement 0.80 against 0.20 with the labels of the pictures)",
  ],
  [
    "label-names",
    "flagged",
    { ...names, shift: -1, inPlace: 0.2, authority: { model: "lite" } },
    "the labels stand one place too late (agreement 0.80 against 0.20 with the answers of lite)",
  ],
  [
    "label-names",
    "flagged",
    { ...names, shift: null, agreement: 0.1 },
    "the model tells pictures apart, but the labels do not fit (agreement 0.10, no better than with the names of other pictures with the labels of the pictures): they may be in another order, or the model does not know such pictures",
  ],
  [
    "label-names",
    "untold",
    { ...names, shift: 0, labels: false, classes: 1000 },
    "no labels were given; the answers fit the 1000 classes of ImageNet in their usual order (agreement 0.80 with the labels of the pictures)",
  ],
  [
    "label-names",
    "untold",
    { kind: "too-few-known", views: 2, needed: 8 },
    "only 2 views show a class that both sides know, 8 are needed",
  ],
  ["label-names", "untold", { kind: "answers-alike" }, "the answers are too much alike to tell"],
  [
    "levels",
    "flagged",
    {
      kind: "setting",
      declared,
      best,
      measured: [
        { by: "layers", value: 0.05, other: 0.9 },
        { by: "names", authority: "labels", value: 0.81, other: 0.72 },
      ],
    },
    "0 to 1, mean 0.5 0.4 0.3, std 0.2 0.2 0.2 scored clearly better than 0 to 255 (distance of the first layers from their training 0.05 against 0.90; agreement with the labels of the pictures 0.81 against 0.72)",
  ],
  [
    "channel-order",
    "flagged",
    { kind: "setting", declared, best, measured: [{ by: "spread", value: 1.5, other: 1 }] },
    "BGR scored clearly better than RGB (how well answers tell pictures apart, in nats, 1.50 against 1.00)",
  ],
  [
    "layout",
    "ok",
    { kind: "setting", declared, best, measured: [{ by: "spread", value: 1.5, other: 1 }] },
    "nothing scored clearly better than NCHW (how well answers tell pictures apart, in nats, 1.50 against 1.00)",
  ],
  ["channel-order", "ok", { kind: "one-channel" }, "the model takes one channel"],
  ["channel-order", "untold", { kind: "needs-labels" }, "to tell RGB from BGR takes pictures of known classes"],
  [
    "layout",
    "flagged",
    { kind: "layout", declared: "NHWC", found: "NCHW" },
    "the model takes NCHW; as NHWC, which was said, it does not answer",
  ],
  [
    "fit",
    "ok",
    { kind: "fit", declared: "squash", next: "crop", agreement: 0.7, nextAgreement: 0.71, pictures: 20 },
    "nothing scored clearly better than squash (next crop, agreement with the labels 0.71 against 0.70 on 20 pictures)",
  ],
  [
    "fit",
    "flagged",
    { kind: "fit", declared: "squash", next: "crop", agreement: 0.7, nextAgreement: 0.8, pictures: 20 },
    "crop scored clearly better than squash (agreement with the labels 0.80 against 0.70 on 20 pictures)",
  ],
  [
    "fit",
    "untold",
    { kind: "too-few-pictures", pictures: 3, needed: 12 },
    "to tell crop from squash takes 12 pictures of known classes that are longer than wide or wider than long, got 3",
  ],
  [
    "repeat",
    "ok",
    { kind: "difference", largest: 0, batch: 8 },
    "asked twice, the model answers the same (largest difference under 0.0001 points)",
  ],
  [
    "repeat",
    "flagged",
    { kind: "difference", largest: 0.4, batch: 8 },
    "asked twice, the model answers differently (largest difference 40 points)",
  ],
  [
    "batch",
    "ok",
    { kind: "difference", largest: 0.0005, batch: 8 },
    "a picture is answered the same alone and among 8, in any order (largest difference 0.050 points)",
  ],
  [
    "batch",
    "flagged",
    { kind: "difference", largest: 0.4, batch: 8 },
    "the answer to a picture depends on its neighbours in the batch (largest difference 40 points)",
  ],
]

describe("what a check of the wiring found, in a sentence", () => {
  test.each(sentences)("%s, %s: %j", (name, state, finding, sentence) => {
    expect(wiringSentence({ name, state, finding })).toBe(sentence)
  })

  test("names no option of the command", () => {
    for (const [name, state, finding] of sentences) expect(wiringSentence({ name, state, finding })).not.toMatch(/--\w/)
  })
})
