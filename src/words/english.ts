import { type Texts, tied } from "./fill-in.ts"

const texts = {
  language: "en",
  direction: "ltr",
  units: {
    probability: { one: "{number}~point", other: "{number}~points" },
    logit: { one: "{number}~logit", other: "{number}~logits" },
    number: { one: "{number}~unit", other: "{number}~units" },
  },
  unitNames: { probability: "points", logit: "logits", number: "units" },
  lessThan: "less than {number}",
  logitScore: "logit~{number}",
  and: "{first} and {last}",
  comma: ", ",
  between: { short: "{low} to {high}", long: "{low}~…~{high}" },
  nouns: {
    grid: { one: "square", other: "squares" },
    window: { one: "window", other: "windows" },
    mask: { one: "region", other: "regions" },
  },
  places: { grid: "row~{row},~column~{column}", mask: "region~{number} of~{total}" },
  regions: { grid: "the square at {place}", window: "the window at {place}", mask: "{place}" },
  noLabel: { class: "class~{index}", function: "score function" },
  /** What is explained, and what falls and rises. */
  names: { class: "{label}", margin: "{label} rather than {other}", function: "{label}" },
  subjects: {
    class: { short: "{label}", long: "the score of “{label}”" },
    margin: { short: "the lead of {label} over {other}", long: "the lead of “{label}” over “{other}”" },
    function: { short: "{label}", long: "“{label}”" },
  },
  quantities: {
    class: "score",
    margin: "lead",
    function: { short: "score", long: "number" },
  },
  lowers: { short: "lowers", long: "lowered" },
  raises: { short: "raises", long: "raised" },
  zones: {
    "top-left": "in the upper left",
    top: "in the upper middle",
    "top-right": "in the upper right",
    left: "on the left side",
    middle: "in the middle",
    right: "on the right side",
    "bottom-left": "in the lower left",
    bottom: "in the lower middle",
    "bottom-right": "in the lower right",
    "upper-half": "in the upper half",
    "lower-half": "in the lower half",
    "left-half": "in the left half",
    "right-half": "in the right half",
  },
  fills: {
    blur: "blur",
    "image-mean": "the mean colour of the picture",
    "cell-mean": "the mean colour of each part",
    "cell-gray": "the mean grey of each part",
    noise: "noise",
    color: "the colour {color}",
    own: "a fill called “{name}”",
  },
  /** The parts of the evidence, for progress and for what was left out. */
  stages: {
    trial: "choosing what hides",
    noise: "harmless changes",
    alone: "one at a time",
    around: "larger parts",
    average: "random masks",
    strip: "strongest first",
    shifted: "shifted grid",
    sets: "smallest sets",
    pairs: "pairs",
    faithfulness: "random orders",
  },
  verdicts: {
    supports: "supports it",
    opposes: "speaks against it",
    none: "no measurable effect",
    depends: "depends on how we hide it",
    unknown: "not judged",
  },
  sets: { enough: "enough", needed: "needed" },
  noValue: "no value",
  notAsked: "not asked",

  title: {
    class: "“{label}”, {score}: where did hiding parts change this score?",
    margin: "“{label}” rather than “{other}”: where did hiding parts change the lead?",
    function: "“{label}”: where did hiding parts change this number?",
  },

  headings: {
    summary: "Summary",
    mattered: "Which areas mattered",
    sure: "How sure is this",
    answered: "What the model answered",
    asked: "What was asked",
    reading: "How to read this",
    checking: "For technical checking",
    role: "Role in the decision",
  },
  contents: "Contents",

  /** Parts of the headline. */
  theseRegions: "these {count}~{noun}",
  theseFew: "these {count}",
  inZone: ", {zone}",
  mostlyInZone: ", mostly {zone}",
  anyFill: "each way of hiding that was tried",

  sentences: {
    // What answers the question in one sentence.
    headlineSets: {
      short: "Without {those}{zone}, the model says {other}; with only {these} it still says {label}.",
      long: "Without {those}{zone}, the model says “{other}”; with only {these} it still says “{label}”.",
    },
    headlineNeeded: {
      short: "Without {those}{zone}, the model says {other}.",
      long: "Without {those}{zone}, the model says “{other}”.",
    },
    headlineEnough: {
      short: "With only {these}{zone}, the model still says {label}.",
      long: "With only {these}{zone}, the model still says “{label}”.",
    },
    headlineTurn: {
      short: {
        one: "With the strongest {singular} hidden, the model says {other}.",
        other: "With the {count} strongest {noun} hidden, the model says {other}.",
      },
      long: {
        one: "With the strongest {singular} hidden, the model says “{other}”.",
        other: "With the {count} strongest {noun} hidden, the model says “{other}”.",
      },
    },
    headlineRandom:
      "The model gave the very same picture scores up to {change} apart, so single numbers here are left to chance.",
    headlineUnhidden: {
      short: "Even with everything hidden, by {fill}, the model still says {label}, at {score}.",
      long: "Even with everything hidden, by {fill}, the model still says “{label}”, at {score}.",
    },
    headlineNothing: {
      short:
        "No single {singular} of {total} matters by itself: hiding one changes {subject} by at most {effect}, as noise does.",
      long: "No single {singular} of {total} matters by itself: hiding one changed {subject} by at most {effect}, as noise did.",
    },
    headlineNothingAround: {
      short:
        "No part of the picture matters: hiding any 3~×~3 {noun} changes {subject} by at most {effect}, as noise does.",
      long: "No part of the picture matters: hiding any 3~×~3 {noun} changed {subject} by at most {effect}, as noise did.",
    },
    tryCoarser: "Larger squares may tell more: try a grid of 4~×~4.",
    tryOtherFill: "Another way of hiding may tell more: try a plain colour.",
    tryPlain: "Another way of hiding, such as a plain colour, may hide more.",

    // The answer.
    firstAnswer:
      "The model’s first answer was “{first}” with a score of {score}; the second was “{second}” with {secondScore}.",
    onlyAnswer: "The model has one class, “{first}”, and gave it a score of {score}.",
    aboutClass: "This report is about “{label}”, which had a score of {score}.",
    aboutMargin: "This report is about the lead of “{label}” ({score}) over “{other}” ({otherScore}): {lead}.",
    aboutFunction: "This report is about “{label}”, a number worked out from the model’s scores. It was {score}.",
    ownNumber: "A score is the model’s own number. It is not a measured chance of being right.",
    logits: "It is a raw number of the model (a logit), not a per cent.",
    untouched: "For the untouched picture, the {quantity} is {score}.",

    // Which areas mattered.
    strongestAverage: {
      short: "On average, hiding {region} {lowers} {subject} by {effect}, between {near} and {far} (90~% sure).",
      long: "With others hidden at random too, hiding {region} {lowers} {subject} by {effect} on average.",
    },
    strongestMost: "No other of {total} {noun} has a larger effect on average.",
    strongestHidden: {
      short: "Hiding {region} {lowers} {subject} from {from} to {to}, the largest change among {total} {noun}.",
      long: "Hiding {region} {lowers} {subject} from {from} to {to}, the largest change of all {total} {noun}.",
    },
    strongestShown: {
      short:
        "Showing only {region} {lowers} {subject} from {from} (everything hidden) to {to}, the largest change among {total} {noun}.",
      long: "Showing only {region} {lowers} {subject} from {from} to {to}, the largest change of all {total} {noun}.",
    },
    strongestAround: {
      short:
        "Hiding {region} and those around it {lowers} {subject} from {from} to {to}, the largest change among {total} {noun}.",
      long: "Hiding {region} and those around it {lowers} {subject} from {from} to {to}, the largest change of all.",
    },
    claimedHidden: "Hiding {region} {lowers} {subject} from {from} to {to}.",
    claimedAround: "Hiding {region} and those around it {lowers} {subject} from {from} to {to}.",
    strongestBy: "On average, hiding {region} {lowers} {subject} by {effect}.",
    estimatedBy:
      "Estimated from many hidden together, not measured: hiding {region} {lowers} {subject} by about {effect}.",
    newAnswer: {
      short: "The first answer then becomes {label}.",
      long: "The first answer then became “{label}”.",
    },
    halfAsMuch: {
      one: "No other of {total} {noun} lowered it at least half as much.",
      other: "{count} of {total} {noun}, that one included, lowered it at least half as much.",
    },
    support: "More than half of what lowered the {quantity} lies {zone} of the part that the model was given.",
    spread: "What lowered the {quantity} is spread over the picture.",
    measurable: {
      short: {
        one: "{count} of {total} {noun} has a measurable effect.",
        other: "{count} of {total} {noun} have a measurable effect.",
      },
      long: {
        one: "For {count} of {total} {noun} the effect can be told from zero.",
        other: "For {count} of {total} {noun} the effect can be told from zero.",
      },
    },
    nothing: {
      short: "None of {total} {noun} has a measurable effect.",
      long: "For none of {total} {noun} can the effect be told from zero.",
    },
    nothingAgreed: "None of {total} {noun} has a measurable effect on which all ways of hiding agree.",
    underFloorOrUnsure: "Each is under the noise floor of {floor} or has an interval that holds zero.",
    underFloor: "Each is under the noise floor of {floor}.",
    still: {
      short: "No single {singular} moves the answer: hiding one of the {total} changes {subject} by at most {effect}.",
      long: "No single one of {total} {noun} changed {subject} by more than {effect}.",
    },
    stillEstimated: {
      short:
        "Estimated from many hidden together, not measured: hiding one of {total} {noun} changes {subject} by at most about {effect}.",
      long: "Estimated from many hidden together, not measured: hiding one of {total} {noun} changed {subject} by at most about {effect}.",
    },
    stillAround: {
      short: "Hiding any {singular} and those around it changes {subject} by at most {effect}.",
      long: "Hiding any {singular} and those around it changed {subject} by at most {effect}.",
    },
    stillShown: {
      short:
        "No single {singular} moves the answer: showing only one of the {total} changes {subject} by at most {effect}.",
      long: "Shown alone, no single one of {total} {noun} changed {subject} by more than {effect}.",
    },
    noneHasValue: "None of {total} {noun} has a value.",
    noValue: {
      one: "{count} of {total} {noun} has no value.",
      other: "{count} of {total} {noun} have no value.",
    },
    against: {
      one: "Hiding {region} raised it by {effect}: that area spoke against the answer.",
      other: "{count} {noun} raised it when hidden, most of all {place}, by {effect}: they spoke against the answer.",
    },
    noEffect: {
      one: "For {count} of {total} {noun} it was too small or too unsure.",
      other: "For {count} of {total} {noun} it was too small or too unsure.",
    },
    depends: {
      short: {
        one: "{count} of {total} {noun} depends on how we hide it: {fills} disagree.",
        other: "{count} of {total} {noun} depend on how we hide them: {fills} disagree.",
      },
      long: {
        one: "For {count} of {total} {noun} the ways of hiding disagree, so no number is given.",
        other: "For {count} of {total} {noun} the ways of hiding disagree, so no numbers are given.",
      },
    },
    sameAlone: "Hiding the same {singular} alone {lowers} {subject} by {effect}.",
    sameAloneNoise: {
      short: "Hiding the same {singular} alone changes {subject} by less than {floor}, which may be noise.",
      long: "Hiding the same {singular} alone changed {subject} by less than {floor}, which may be noise.",
    },
    sameAloneNothing: {
      short: "Hiding the same {singular} alone changes nothing.",
      long: "Hiding the same {singular} alone changed nothing.",
    },
    sameAverage:
      "With others hidden at random, hiding it {lowers} {subject} by {effect}, between {near} and {far} (90~% sure).",
    sameAverageNone: "With others hidden at random, hiding it has no measurable effect on average.",
    disagrees: "The two tests disagree about it.",

    // How sure.
    chanceHolds:
      "Hiding the strongest {noun} first {lowers} the {quantity} faster than {better} of {of} random orders.",
    chanceTies:
      "Hiding the strongest {noun} first {lowers} the {quantity} faster than {better} of {of} random orders; {equal} did as well.",
    chanceDoubt:
      "Hiding the strongest {noun} first may be no better than chance: {worse} of {of} random orders did as well.",
    chanceFails:
      "Hiding the strongest {noun} first is no better than chance: {worse} of {of} random orders did as well, so do not trust their order.",
    chanceNothing: "This map names no area, so there was nothing to compare with {of} random orders.",
    chanceUntested: "Whether the order of the {noun} is better than chance was not tested.",
    centreBeaten: "It did better than starting in the middle of the picture.",
    centreNot: "Starting in the middle of the picture did as well or better.",
    harmless: {
      short: "Changes that should not matter moved the {quantity} by {change} at most.",
      long: "Changes that should not matter, such as a shift by half a pixel, moved the {quantity} by {change} at most.",
    },
    floorAverage: {
      short: "Less than {floor} would be noise.",
      long: "An effect on average of less than {floor} counts as noise.",
    },
    floorAlone: {
      short: "Less than {floor} would be noise.",
      long: "An effect alone of less than {floor} counts as noise.",
    },
    floorAround: {
      short: "Less than {floor} would be noise.",
      long: "An effect of a square with those around it of less than {floor} counts as noise.",
    },
    floorUnlessTurned: "Less than {floor} would be noise; what is smaller here changed the answer.",
    noNoise: "No noise was found.",
    noiseUntested: "Noise was not measured: small numbers on this map may mean nothing.",
    sameAgain: "The same picture, asked again, gave the same score.",
    otherAgain: "The same picture, asked again, gave a score that differed by {change} at most.",
    fillsFirst: "With {fills} ways of hiding, the strongest {noun} came first in {first} of {fills}.",
    fillsAgree: {
      one: "The one measured effect is there with {agree} of {fills} ways.",
      other: "Of {count} measured effects, {agree} are there with all {fills} ways.",
    },
    fillChosen: "What hides is {fill}: of {count} ways that were tried it made least of itself.",
    fillsOne: "Only one way of hiding was used: {fill}. Another may give another map.",
    missingness: {
      short: "With {fill}, {count} of {pictures} pictures with half or more hidden are called {odd}.",
      long: "With half or more hidden with {fill}, the model answered “{odd}” for {count} of {pictures} pictures.",
    },
    missingnessMeaning: "So the map may show what hiding does, more than what the picture holds.",
    closeAnswers: {
      short:
        "The second answer, {second}, is only {lead} behind; changes that should not matter moved the score by {change} at most.",
      long: "The second answer, “{second}”, is only {lead} behind; changes that should not matter moved the score by {change} at most.",
    },
    vanished: {
      short: {
        one: "{count} of {total} {noun} loses its effect alone when the grid is shifted by half a square.",
        other: "{count} of {total} {noun} lose their effect alone when the grid is shifted by half a square.",
      },
      long: {
        one: "{count} of {total} {noun} lost its effect alone when the grid was shifted by half a square.",
        other: "{count} of {total} {noun} lost their effect alone when the grid was shifted by half a square.",
      },
    },
    shiftedNone: "No effect alone vanished when the grid was shifted by half a square.",
    notTested:
      "Not tested here: whether a copy of the model with scrambled numbers gives another map, and whether other software agrees.",
    notDone: { short: "Not done: {stages}.", long: "The run was stopped early. Not done: {stages}." },
    asked: {
      one: "The model was asked about {masks} pictures with several {noun} hidden, with one way of hiding.",
      other:
        "The model was asked about {masks} pictures with several {noun} hidden, with {count} ways of hiding in turn.",
    },

    // What would change the answer.
    needed: {
      short: {
        one: "Hiding this one of {total} {noun}{mark} {outcome}.",
        other: "Hiding these {count} of {total} {noun}{mark} {outcome}.",
      },
      long: {
        one: "Hiding only {region} {outcome}.",
        other: "Hiding these {count} {noun} together {outcome}.",
      },
    },
    neededNone: "No set of {noun} was found whose hiding changes the answer.",
    noSingle: "No single {singular} did that by itself.",
    smallest: { short: "No smaller set does.", long: "All smaller sets were tried: none does it." },
    perhapsSmaller: { short: "Fewer were not found.", long: "A smaller set may exist; it was not found." },
    unconfirmed: { short: "Asking again did not confirm it.", long: "Asking again did not give the same answer." },
    enough: {
      short: {
        one: "Showing only this one of {total} {noun}{mark} {outcome}.",
        other: "Showing only these {count} of {total} {noun}{mark} {outcome}.",
      },
      long: {
        one: "Showing only {region}, the rest hidden with {fill}, {outcome}.",
        other: "Showing only these {count} {noun}, the rest hidden with {fill}, {outcome}.",
      },
    },
    enoughNone: "No set of {noun} was found that alone keeps the answer.",
    enoughAll: "Only all {total} {noun} together keep the answer.",
    enoughEmpty: {
      short: "With all {total} {noun} hidden, the model still answers {label}, at {score}.",
      long: "With everything hidden the model still answers “{label}”, with {score}.",
    },
    enoughEmptyOnly: {
      short: "With all {total} {noun} hidden, {label} is still at {score}.",
      long: "With everything hidden, “{label}” is still at {score}.",
    },
    enoughEmptyLead: {
      short: "With all {total} {noun} hidden, {leader} is still ahead of {trailer}, by {lead}.",
      long: "With everything hidden, “{leader}” is still ahead of “{trailer}”, by {lead}.",
    },
    enoughTie: {
      short: "With all {total} {noun} hidden, neither is ahead by more than the noise.",
      long: "With everything hidden, neither is ahead by more than the noise.",
    },
    either: {
      short: "Either is enough: hiding {one} and {other} together takes {together}, alone {first} and {second}.",
      long: "Hiding {one} or {other} alone took {first} and {second}; hiding both took {together}: either was enough.",
    },
    changeUntested: "What would change the answer was not tested.",

    // What this does not show.
    noSum: "The effects of single {noun} do not add up to the score and should not be added.",
    notRight: "The map shows where hiding changed this model’s score. It does not show that the answer is right.",
    notReason: "It does not show why a person should agree with the answer.",
    unnatural: "A picture with hidden parts looks unlike the pictures that the model learned from.",
    onePicture: "It is about one picture and one model. Other pictures may give other maps.",
    cellSize:
      "Each square covers about {width}~×~{height} pixels of the picture. Smaller details cannot be told apart.",
    notGiven: "The model was not given what lies outside the squares.",
    overlap: "The windows overlap: a place belongs to several of them.",

    // What was done, in plain steps.
    brought: "The picture was brought to {width}~×~{height} pixels, which is what the model takes.",
    whole: "The model was asked about the picture as it is, {width}~×~{height} pixels.",
    cutGrid: "It was cut into {rows}~×~{columns} squares.",
    cutWindow: "A window of {width}~×~{height} pixels was moved over it, to {count} places.",
    cutMask: "It was cut into {count} regions.",
    hiddenOne: "Each of the {noun} was hidden by itself with {fill}, and the model was asked again.",
    shownOne: "Each of the {noun} was shown by itself, the rest hidden with {fill}, and the model was asked again.",
    difference: "An effect is the score of the untouched picture minus the score with the part hidden.",
    gain: "An effect is the score with the part shown minus the score with everything hidden.",
    masks:
      "Many {noun} at a time were hidden in {masks} pictures: {random} at random, the others chosen by what was known.",
    fillsInTurn: "They were hidden with {fills}, in turn.",
    fillAlways: "They were hidden with {fills}.",
    estimated: "From the random ones, the effect of each on average and its range were worked out.",
    aloneSome: "{count} of the {noun} were also hidden alone, with {fill}.",
    aloneAll: "Each of the {count} {noun} was also hidden alone, with {fill}.",
    noise: "The picture was asked about again with {count} changes that should not matter: this gives the noise.",
    setsTried: "Sets of {noun} were tried, to find few that keep or change the answer. What was found was asked again.",
    orders: "Hiding in the order of the map was compared with {count} random orders.",
    total: {
      one: "In all, the model was asked about {count} picture.",
      other: "In all, the model was asked about {count} pictures.",
    },
    seed: "All that was chosen at random began from the number {seed}: the same run can be repeated.",

    // Under the pictures of a report.
    onlyThese: {
      one: "Only this {singular} shown: {outcome}",
      other: "Only these {count} {noun} shown: {outcome}",
    },
    withoutThese: {
      one: "Without this {singular}: {outcome}",
      other: "Without these {count} {noun}: {outcome}",
    },
    stripStart: "Nothing hidden: {outcome}",
    stripStep: "{count} hidden: {outcome}",
    smallerSets: "Smaller sets that keep or change the answer may exist; none was found.",
    effectsMoved: "In pictures changed so little, the effects that were measured again moved by {change} at most.",
  },
  /** How sentences about sets end. */
  outcomes: {
    keptClass: {
      short: "keeps {label} as the first answer, at {score}",
      long: "kept “{label}” as the first answer, with {score}",
    },
    keptMargin: { short: "keeps {leader} ahead of {trailer}, by {lead}", long: "kept “{leader}” ahead, by {lead}" },
    keptHigh: { short: "keeps {label} at 50~% or more: {score}", long: "kept “{label}” at 50~% or more, with {score}" },
    keptLow: { short: "keeps {label} under 50~%: {score}", long: "kept “{label}” under 50~%, with {score}" },
    changedClass: {
      short: "changes the first answer to {label}, at {score}",
      long: "changed the first answer to “{label}”, with {score}",
    },
    changedMargin: { short: "puts {leader} ahead of {trailer}, by {lead}", long: "put “{leader}” ahead, by {lead}" },
    changedOnly: { short: "brings {label} to {score}", long: "brought “{label}” to {score}" },
  },
  /** After a set in a sentence: how the picture or terminal marks the set. */
  mark: " ({mark})",

  /** What changed from one explanation of a picture, A, to another, B. */
  difference: {
    changedUnknown: "Nothing tells which differences are more than noise: gather evidence for both.",
    changedNothing: "All {total} {noun} have the same effect in both.",
    changedNone: "None of {total} {noun} changed beyond the noise.",
    changedSome: {
      one: "{count} of {total} {noun} changed beyond the noise.",
      other: "{count} of {total} {noun} changed beyond the noise.",
    },
    untold: { one: "Of {count} nothing tells.", other: "Of {count} nothing tells." },
    largestChange: "The largest change: {place}, from {a} to {b}.",
    largestWithinNoise: "The largest difference: {place}, from {a} to {b}.",
    noiseReaches: "Noise reaches {limit}.",
    firstAnswers: "The first answer is {a} in A and {b} in B.",
    scoresOfTwo: "A explains {nameA}, {a}; B explains {nameB}, {b}.",
    scoresSame: "{subject} is {a} in both.",
    scoresChanged: "{subject} is {a} in A and {b} in B, more than harmless changes move it.",
    scoresWithinNoise: "{subject} is {a} in A and {b} in B, within the noise.",
    scoresUntold: "{subject} is {a} in A and {b} in B.",
    turned: {
      one: "{count} of {total} {noun} supports the answer in one and speaks against it in the other.",
      other: "{count} of {total} {noun} support the answer in one and speak against it in the other.",
    },
    strongestNeither: "No {singular} has a measurable effect in A or in B.",
    strongestOnlyA: "The strongest {singular} is {a} in A; B has none with a measurable effect.",
    strongestOnlyB: "The strongest {singular} is {b} in B; A has none with a measurable effect.",
    strongestSame: "The strongest {singular} is the same in both: {a}.",
    strongestOther: "The strongest {singular} is {a} in A and {b} in B.",
    order: "The rank correlation of the {noun} is {correlation}; 1 would be the same order.",
    enoughSame: "The {noun} that alone keep the answer are the same {a}.",
    enoughOther: "Of {noun} that alone keep the answer, {a} were found in A and {b} in B, {shared} of them in both.",
    neededSame: "The {noun} whose hiding changes the answer are the same {a}.",
    neededOther:
      "Of {noun} whose hiding changes the answer, {a} were found in A and {b} in B, {shared} of them in both.",
  },
  differenceNames: {
    subject: {
      class: "The score of {label}",
      margin: "The lead of {label} over {other}",
      function: "The score of {label}",
    },
    none: "none",
    title: "From A to B: {what}",
    sideA: "A: {title}",
    sideB: "B: {title}",
    map: "B − A, in {unit}",
    mapHeading: "what changed from A to B",
    sameWay: "made in the same way",
    elseSame: "all else is the same",
    untold: "nothing tells noise from change",
    within: "nothing beyond the noise",
    setUpSame: "The set-up is the same.",
    changedList: "The {noun} that changed:",
    changedLine: "{place}: {difference}, from {from} to {to}; noise reaches {reach}",
    quiet: "in B − A: no change beyond the noise",
    quietBoth: "no measurable effect; in B − A no change beyond the noise",
    signs: "A and B: − speaks against",
    lower: "B − A: − lower in B",
    higher: "+ higher in B",
  },
  setUp: {
    parts: {
      target: "target",
      "picture-file": "picture file",
      "picture-pixels": "picture pixels",
      model: "model",
      "model-file": "model file",
      runtime: "runtime",
      "input-size": "input size",
      preprocessing: "preprocessing",
      fit: "fit",
      fills: "fills",
      evidence: "evidence",
      seed: "seed",
      version: "version",
    },
    notSaid: "not said",
    size: "{width}~×~{height}",
  },

  /** The same picture, asked again. */
  rerun: {
    heading: "{what}: the model was asked again about {asked} pictures",
    states: { same: "same", differs: "DIFFERS", unknown: "?" },
    inRecord: "{now}, in the record {before}",
    answerSame: "First answer: {answer}, as in the record.",
    answerOther: "First answer: {answer}; in the record {before}.",
    score: "Largest difference of a score: {difference} of {label}; {floor}.",
    scoreSame: "Largest difference of a score: {difference}; {floor}.",
    effect: "Largest difference of {what}: {difference} at {place}; {floor}.",
    effectSame: "Largest difference of {what}: {difference}; {floor}.",
    effects: {
      average: "an effect on average",
      alone: "an effect alone",
      around: "an effect with those around it",
      "shown-alone": "an effect",
      plain: "an effect",
    },
    floor: "the noise floor is {floor}",
    noFloor: "no noise floor was measured",
    notCompared: "Not compared, since it was not finished: {stages}.",
    verdicts: {
      same: "Every number is the same.",
      differs: "It DIFFERS.",
      rounding: "The same but for rounding.",
      noise: "The same within noise.",
    },
  },

  /** Under, over and beside a drawing. */
  drawing: {
    answer: "{label}, {score}",
    firstAnswer: "The model's first answer: {answer}",
    scores: "The scores: {own}, {other}",
    scoreOf: "{label} {score}",
    workedOut: "{label} is worked out from the model's scores",
    model: "Model: {name}",
    grid: "{rows}~×~{columns} squares",
    window: "{count} windows of {width}~×~{height} pixels",
    mask: "{count} regions",
    asked: "{regions}, {how}",
    how: {
      average: "hidden at random in {masks} pictures",
      alone: "hidden one at a time",
      around: "hidden with those around them",
      "shown-alone": "shown one at a time",
      random: "hidden at random",
    },
    fill: { one: "fill: {fills}", other: "fills: {fills}" },
    bars: "squares in the bars that were added for the model are not drawn",
    faded: "no more of a picture is drawn than the model was given",
    given: "the model was given the middle {width}~×~{height} of {wholeWidth}~×~{wholeHeight} pixels",
    restHidden: "the rest hidden with {fill}",
    list: "{total} {noun}, strongest first:",
    hundred: "100 stands for that change, whatever its size, and signs are not shown.",
    hundredLargest: "100 stands for the largest change, whatever its size, and signs are not shown.",
    thePicture: "The picture",
    /** What the colours mean: `Orange (+) supports espresso: hiding it lowers the score; ...`. */
    meaning:
      "{plus} {supports}: {action} {lowers} the {quantity}; {minus} {opposes}: {action} {raises} the {quantity}.",
    plus: "{color} (+)",
    minus: "{color} (−)",
    supports: { class: "supports {label}", margin: "supports {label} over {other}", function: "supports {label}" },
    opposes: { class: "speaks against it", margin: "supports {other} over {label}", function: "speaks against it" },
    actions: {
      average: "hiding it while others are hidden at random",
      alone: "hiding it",
      around: "hiding it and those around it",
      "shown-alone": "showing it alone",
    },
    heading: {
      average: [
        "Expected fall when a {singular} is hidden while others are hidden at random, in {unit}",
        "Expected fall when a {singular} is hidden among others, in {unit}",
        "Expected fall when a {singular} is hidden, in {unit}",
        "Fall on average, in {unit}",
      ],
      alone: ["What hiding each {singular} changes, in {unit}", "Change in {unit}"],
      around: [
        "What hiding each {singular} and those around it changes, in {unit}",
        "Hidden with those around it, in {unit}",
        "Change in {unit}",
      ],
      "shown-alone": ["What showing each {singular} alone changes, in {unit}", "Change in {unit}"],
    },
    headingMean: {
      alone: "What hiding each {singular} changes on average, in {unit}",
      around: "What hiding each {singular} and those around it changes on average, in {unit}",
      "shown-alone": "What showing each {singular} alone changes on average, in {unit}",
    },
    headingOriginal: {
      average: ["How much hiding each {singular} changes, from 0 to 100", "From 0 to 100"],
      alone: ["How much hiding each {singular} changes, from 0 to 100", "From 0 to 100"],
      around: ["How much hiding each {singular} and those around it changes, from 0 to 100", "From 0 to 100"],
      "shown-alone": ["How much showing each {singular} alone changes, from 0 to 100", "From 0 to 100"],
    },
    smoothed: "{heading}, smoothed",
    /** Above small pictures that the model was shown, and under them what it said. */
    only: { one: "Only this one", other: "Only these {count}" },
    without: { one: "Without this one", other: "Without these {count}" },
    strip: "The {noun} that lower the {quantity} most, hidden one after another",
    hidden: "{count}~hidden:",
    kept: "still {said}",
  },
  /** The colour bar and the signs of a map. */
  legend: {
    noneMeasurable: "no measurable effect",
    noneMeasured: "no value was measured",
    middle: "0~{unit}",
    minus: "− against: {action} {raises} the {quantity}",
    plus: "+ supports: {action} {lowers} the {quantity}",
    minusBrief: "− speaks against",
    plusBrief: "+ supports",
    actions: {
      average: "hiding it",
      alone: "hiding it",
      around: "hiding it and those around it",
      "shown-alone": "showing it",
    },
    hundred: "100 stands for {largest}, the largest change here",
    hundredNone: "no change was measured",
    unsigned: "signs are not shown",
    signs: {
      dot: "no measurable effect",
      dotAlone: "no measurable effect by itself",
      noValue: "no value",
      enough: {
        one: "outlined: this one alone keeps the answer",
        other: "outlined: these {count} alone keep the answer",
      },
    },
    several: {
      enough: "outlined: these alone keep the answer",
    },
  },
  /** How drawings and terminals mark the sets that keep and change the answer. */
  marks: { enough: "outlined" },
  marksBeside: { enough: "middle", needed: "right" },
  terminal: {
    range: {
      average: "Expected fall when a {singular} is hidden while others are hidden at random: {low} to {high}~{unit}.",
      alone: "Measured: {low} to {high}~{unit}.",
      around: "Measured, each {singular} hidden with those around it: {low} to {high}~{unit}.",
      "shown-alone": "Measured: {low} to {high}~{unit}.",
    },
    shades: "{plus} support, {minus} oppose: up to 1/3, 2/3, all of {largest}.",
    strongest: "Strongest, in {unit}:",
    signs: "Signs: {signs}.",
    none: ". no measurable effect",
    depends: "{tilde} depends on how we hide it",
    enough: "* alone keep the answer",
    needed: "! hidden change the answer",
    sure: "90~% sure: {range}",
    alone: "alone {effect}",
    average: "on average {effect} ({sure})",
    fills: "fills {range}",
    agree: "{agree} agree",
  },
  /** One region in a table or a line. */
  region: {
    fromTo: "{lowers} {subject} from {from} to {to}",
    leaves: "leaves {subject} at {from}",
    line: "{place}: {effect}",
    lineRange: "{place}: {effect} ({range})",
    lineScores: "{place}: from {from} to {to}",
    hiding: "Hiding {region} {change}",
    hidingAround: "Hiding {region} and those around it {change}",
    showing: "Showing only {region} {change}",
    notAsked: "Hiding {region}: not asked",
    valueless: "{region} has no value",
    by: "{lowers} {subject} by {effect}",
    scores: "{lowers} {subject} from {from} to {to}",
    scoresShown: "{lowers} {subject} from {from} (everything hidden) to {to}",
  },
  /** A page of several pictures. */
  sheet: {
    pictures: "{count} pictures",
    onePicture: "One picture",
    answers: "{picture}: {count} answers",
    what: "{picture}: {name}",
    fills: "{picture}: {name}, {count} fills",
    oneScale: "one colour scale for all",
    noSingle: "no single change of a point or more",
    doubt: "maybe no better than chance",
    fails: "no better than chance",
  },
  /** Pictures that the model was shown. */
  shown: {
    before: "What the model saw",
    afterHidden: "The same with that place hidden",
    afterShown: "The same with everything else hidden",
    given: "What the model was given",
    enough: { one: "Only this one of {total} {noun}", other: "Only these {count} of {total} {noun}" },
    needed: { one: "Without this one of {total} {noun}", other: "Without these {count} of {total} {noun}" },
    lead: "the lead",
    score: "{what} {score}",
    was: "{what} {score}  (was {before})",
    first: "the model's first answer",
    firstStill: "still the model's first answer",
    firstOther: "the model's first answer: {label}, {score}",
    answer: "“{label}”, {score}",
  },
  markdown: {
    columns: {
      sure: "90~% sure",
      alone: "alone",
      average: "on average",
      effect: "effect",
      fills: "fills",
      agree: "fills that agree",
      sets: "sets",
    },
    agree: "{agree} of {of}",
    plus: "Plus",
    minus: "minus",
    runtime: "Runtime: {runtime}",
    modelHash: "SHA-256 of the model: {hash}",
    picture: "Picture: {name}, {width}~×~{height} pixels",
    noName: "Picture: {width}~×~{height} pixels",
    fileHash: "SHA-256 of the picture's file: {hash}",
    pixelsHash: "SHA-256 of its pixels: {hash}",
    asked: "Pictures asked about: {asked}; seed: {seed}",
    madeBy: "Made by GridExplainer {version}",
  },

  labels: {
    picture: "The picture",
    pictureCut: "The whole picture; the model was given only a part of it",
    pictureRedacted: "The picture is left out of this report",
    maps: {
      average: "Effect on average, in {unit}",
      alone: "Effect alone, in {unit}",
      around: "Effect with those around it, in {unit}",
      "shown-alone": "Effect when shown alone, in {unit}",
    },
    pictureText: "The picture that was explained.",
    mapText: "Map of the effects of {total} {noun}. {sentence} All values stand in the table “Every value”.",
    scale: "Colours from {low} to {high}",
    inWords: "In words",
    warning: "Warning",
    caution: "Caution",
    facts: {
      model: "Model",
      file: "Model file, SHA-256",
      runtime: "Computed by",
      classes: "Number of classes",
      scaleName: "Its scores are",
      probability: "numbers from 0 to 100~%",
      logit: "logits, raw numbers without a limit",
      picture: "Picture",
      size: "Size",
      pixels: "{width}~×~{height} pixels",
      pictureFile: "Picture file, SHA-256",
      picturePixels: "Decoded pixels, SHA-256",
      target: "What is explained",
      asked: "Questions to the model",
      fills: "Ways of hiding",
      cut: "Cut into",
      preprocessing: "Picture to numbers",
      prepared: "{size}, {fit}, {filter}, {order}, {layout}, range {range}, mean {mean}, std {std}",
      asker: "Asked by",
      writer: "Written by",
      seed: "Random seed",
      record: "Numbers of this report, SHA-256",
      shownPicture: "Picture shown above, SHA-256",
      givenPicture: "What the model was given, SHA-256",
      hiddenPicture: "All parts hidden, SHA-256",
      unknown: "not known",
      leftOut: "left out",
      noName: "without a name",
      date: "Date (to be filled in)",
      person: "Person (to be filled in)",
    },
    rank: "Rank",
    answer: "Answer",
    score: "Score",
    topFive: "The best answers for the untouched picture",
    ranking: "The largest effects",
    values: "Every value",
    valuesNote: "Effect in {unit}; below it the range (90~% sure) and the effect alone.",
    valuesNoteAlone: "Effect in {unit}.",
    list: "Every value as a list",
    row: "Row {row}",
    column: "Column {column}",
    corner: "Row and column",
    columns: {
      place: "Place",
      effect: "Effect",
      range: "Range (90~% sure)",
      alone: "Alone",
      answerAlone: "Answer when hidden alone",
      fills: "Lowest to highest of {count} ways",
      verdict: "Verdict",
      sets: "Belongs to",
    },
    method: "The method in plain steps",
    identity: "Files and hashes",
    commands: "To check this report",
    verifyText: "Do the numbers, sentences and pictures of this file belong together?",
    rerunText: "Ask the model again about the same picture and compare:",
    convertText: "Get the numbers as a table or as data:",
    commandPicture: "PICTURE",
    role: "A form for paper: print this report, and fill it in by hand.",
    roleFields: {
      purpose: "What the model is used for",
      decision: "The decision, and the part that the model’s answer has in it",
      data: "Other information that was used",
      review: "Who looked at this answer, and what they found",
      contact: "Where to object or ask",
    },
  },

  interactive: {
    help: "Point at a {noun}, tap it, or use the arrow keys to read its numbers.",
    helpPicture: "Point at a {noun}, tap it, or use the arrow keys: its numbers come up, and what the model was shown.",
    show: "Numbers on the map",
    average: "On average",
    alone: "Alone",
    cell: "Without {region}",
    cellShown: "Only {region}",
    none: "Nothing is chosen.",
    sort: "Press a heading to sort.",
    grid: "Map of effects; arrow keys move between the parts",
  },

  glossary: {
    model: ["Model", "An AI program that was trained on many pictures and gives each new one a name, with a score."],
    score: ["Score", "The model’s own number for an answer. 100~% is the highest."],
    scoreLogit: ["Score", "The model’s own number for an answer. It has no highest value."],
    hide: ["Hide", "Paint over a part of the picture, for example with a blurred copy of it."],
    effect: ["Effect", "How much the score fell when a part was hidden. Plus: it fell. Minus: it rose."],
    average: ["On average", "The fall of the score when a part is hidden while others are hidden at random."],
    alone: ["Alone", "The fall of the score when only this part is hidden."],
    point: ["Point", "One hundredth of a score: from 94~% to 90~% is 4~points."],
    noise: ["Noise", "Changes of the score that come from things that should not matter."],
    range: ["Range (90~% sure)", "Of ten such ranges about nine hold the true value."],
    random: ["Random order", "The parts hidden in a random order. A good map must do better than that."],
    around: ["With those around it", "The fall of the score when a part is hidden together with the parts around it."],
  },

  /** The first screen of a report. */
  page: {
    /** Under the headline. */
    writer: "GridExplainer~{version}",
    howTo: "How to read this",
    /** What the model says of a picture with parts hidden. */
    answer: "{label}, {score}",
    still: "still {label}, {score}",
    ahead: "{leader} ahead, by {lead}",
    strip: "The {noun} that lower the {quantity} most, hidden together, more and more",
    /** Which map is shown. */
    around: "With those around it",
    cellAround: "Without {region} and those around it",
    answerThen: "Answer then",
    limits: "What this does not show",
    glossary: "Words used here",
  },
} as const

/**
 * Every text of pictures, terminal, Markdown and reports, in English. Another language is one more file of this shape (`Words`).
 *
 * `{name}` is filled in by the code that uses the text; `~` is a no-break space. If a text has a `short` form, that is for pictures, terminal and
 * Markdown, and the `long` one for reports. Sentences have at most 24 words, are plain enough for a reader of 14, and claim no more than was measured: that
 * hiding lowered a score, not why. Tests check all of them.
 */
export const english: Texts<typeof texts> = tied(texts)

/** The texts of pictures, terminal, Markdown and reports: what another language must provide. */
export type Words = Texts<typeof texts>
