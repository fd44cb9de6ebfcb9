/** Beginnings and pieces that a reader which goes back and forth never gets through, each repeated to a size. @param {number} megabytes */
export function* worstTexts(megabytes) {
  const pieces = [
    '<image id="gx-photo"',
    '<image id="gx-photo" href="data:image/png;base64,',
    '<image id="gx-photo">',
    "<",
    "<a ",
    '<a b="',
    "<!--",
    "&amp;",
    '<script type="application/json" id="gridexplainer-explanation">',
    '<script type="application/json" id="gridexplainer-seal">',
    "</script>",
    "<style>",
    '"documentSha256":"',
    ' data-path="',
    "{",
    "[",
    "[],",
    '{"format":"gridexplainer-explanation","version":3},',
    '"',
    "\\",
    "\n",
    "{}\n",
    "} ",
    " ",
    "\ufeff",
    "\u2028",
    "1,",
    "-",
    "0.",
  ]
  for (const piece of pieces)
    yield { piece, text: piece.repeat(Math.floor((megabytes * 1e6) / Buffer.byteLength(piece))) }
}
