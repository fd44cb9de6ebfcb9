/** What is said of the noise floor of each kind of effect. */
export const floorNames = {
  average: "floorAverage",
  alone: "floorAlone",
  around: "floorAround",
  "shown-alone": "floorAlone",
} as const
