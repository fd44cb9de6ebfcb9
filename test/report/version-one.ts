/** A record as the last package with version 1 of the format wrote it, spaces aside. */
export const versionOne = `{
  "format": "gridexplainer-explanation",
  "version": 1,
  "picture": {"name": "two.png", "size": {"width": 2, "height": 1}, "pixelsSha256": "5345134df060397fc23fef59e57a2c285f1e9a351e963d48590279ae2419b4b7"},
  "model": {"name": "function", "classes": 2, "scale": "probability"},
  "seen": {"size": {"width": 2, "height": 1}, "source": {"left": 0, "top": 0, "width": 2, "height": 1}},
  "regions": {"layout": {"kind": "grid", "rows": 1, "columns": 2}, "boxes": [{"left": 0, "top": 0, "width": 1, "height": 1}, {"left": 1, "top": 0, "width": 1, "height": 1}]},
  "fill": {"name": "color", "options": {"color": [0, 0, 0]}},
  "design": "one-at-a-time",
  "target": {"index": 0, "label": "left", "score": 0.8, "chosenBy": "predicted"},
  "effects": [0.8, 0],
  "top": [{"index": 0, "label": "left", "score": 0.8}, {"index": 1, "label": "right", "score": 0.2}],
  "topPerRegion": [{"index": 1, "label": "right", "score": 0.2}, {"index": 0, "label": "left", "score": 0.8}],
  "asked": 3,
  "seed": 0,
  "versions": {"gridexplainer": "0.1.0"}
}`
