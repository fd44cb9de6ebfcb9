import { fallAlone } from "../attribution/fall-alone.ts"
import { oneAtATime as sets } from "../designs/one-at-a-time.ts"
import type { Method } from "./method.ts"

/** Hides one region at a time, with each fill: the question of the original GridExplainer (occlusion, Zeiler and Fergus 2014, arXiv 1311.2901). */
export const oneAtATime: Method = {
  name: "one-at-a-time",
  means: "alone",
  design: {
    size: ({ count, fills }) => count * fills,
    *rounds({ count, fills }) {
      for (let fill = 0; fill < fills; fill++) yield [...sets(count)].map((set) => ({ ...set, fill }))
    },
  },
  estimator: fallAlone,
}
