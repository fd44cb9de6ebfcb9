import { shownAlone } from "../attribution/shown-alone.ts"
import { allButOne as sets } from "../designs/all-but-one.ts"
import type { Method } from "./method.ts"

/** Hides everything, then everything but one region, with each fill: what does each part add on its own? */
export const allButOne: Method = {
  name: "all-but-one",
  means: "shown-alone",
  design: {
    size: ({ count, fills }) => (count + 1) * fills,
    *rounds({ count, fills }) {
      for (let fill = 0; fill < fills; fill++) yield [...sets(count)].map((set) => ({ ...set, fill }))
    },
  },
  estimator: shownAlone,
}
