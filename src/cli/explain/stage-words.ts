import type { EvidenceStage } from "../../evidence-record.ts"

/** What the parts of the evidence are called where a run tells how far it is. */
export const stageWords: Readonly<Record<EvidenceStage, string>> = {
  noise: "noise",
  average: "on average",
  alone: "one at a time",
  shifted: "shifted grid",
  sets: "enough and needed",
  pairs: "pairs",
  faithfulness: "faithfulness",
}
