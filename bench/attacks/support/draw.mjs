/** Numbers that look random and are the same for the same seed. @param {number} seed @returns {(below: number) => number} */
export function draw(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
