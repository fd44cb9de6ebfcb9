import { doors } from "./scripts/doors.mjs"
import { coreFolders, rimFolders } from "./scripts/rooms.mjs"

/** The import law, one clause a rule. See ARCHITECTURE.md. */
const stages = "regions|fills|designs|scoring|attribution"
const core = `^src/([^/]+\\.ts$|(${coreFolders.join("|")})/)`
const rim = `^src/(${rimFolders.join("|")})/`
const roots =
  "^src/((types|method|evidence-record|explanation|measured|errors|import-optional|keeps-answer|nearest|random|until-aborted|version|check-scores)\\.ts$|math/)"

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Data flows one way: a file that needs its user's code is two files in one.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nobody imports and that is no door is dead.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: "^src/(cli/bin|models/onnx/(worker|child|no-worker-session)|report/explanation-schema)\\.ts$",
      },
      to: {},
    },
    {
      name: "nouns-import-nothing",
      comment:
        "types, errors, keeps-answer, nearest, random, until-aborted, version and check-scores stand at the bottom; only types and errors serve the others.",
      severity: "error",
      from: { path: roots },
      to: { pathNot: "^src/((types|method|evidence-record|explanation|errors)\\.ts$|math/)" },
    },
    {
      name: "image-imports-nouns",
      comment: "image knows the nouns and itself.",
      severity: "error",
      from: { path: "^src/image/" },
      to: { pathNot: [roots, "^src/image/"] },
    },
    {
      name: "stages-stand-alone",
      comment:
        "A stage knows the nouns, image and itself, never another stage: that is what makes methods combinations.",
      severity: "error",
      from: { path: `^src/(${stages})/` },
      to: { pathNot: [roots, "^src/image/", "^src/$1/"] },
    },
    {
      name: "evidence-composes-stages",
      comment: "Asking and evidence put stages together; they never draw, write or learn what a model is made of.",
      severity: "error",
      from: { path: "^src/(asking|methods|evidence)/" },
      to: { path: "^src/(models|node|cli|pictures|words|render|report|wiring)/" },
    },
    {
      name: "asking-serves-whoever-asks",
      comment: "asking knows stages, not who asks: a method, evidence or the road on one page.",
      severity: "error",
      from: { path: "^src/asking/" },
      to: { path: "^src/((methods|evidence)/|(explain|predict|repeat-explanation)\\.ts$)" },
    },
    {
      name: "reading-needs-the-record-alone",
      comment: "What a record says is worked out from the record, so that pictures, words and reports agree.",
      severity: "error",
      from: { path: "^src/reading/" },
      to: { path: "^src/", pathNot: [roots, "^src/reading/"] },
    },
    {
      name: "words-say-what-was-read",
      comment:
        "Words say what reading or wiring found; drawings and reports use words, never the other way round. A colour's name stands with the colour.",
      severity: "error",
      from: { path: "^src/words/" },
      to: {
        path: "^src/",
        pathNot: [
          roots,
          "^src/(reading|words)/",
          "^src/wiring/wiring-record\\.ts$",
          "^src/render/color/palettes\\.ts$",
        ],
      },
    },
    {
      name: "wiring-tries-any-classifier",
      comment: "wiring knows the nouns, image, itself, and of the models only the names of settings.",
      severity: "error",
      from: { path: "^src/wiring/" },
      to: { path: "^src/", pathNot: [roots, "^src/(image|wiring)/", "^src/models/preprocessing-presets\\.ts$"] },
    },
    {
      name: "pictures-and-words-need-no-model",
      comment: "render and report work from the record alone.",
      severity: "error",
      from: { path: "^src/(render|report)/" },
      to: { path: "^src/(models|scoring|evidence|node|cli)/" },
    },
    {
      name: "pictures-join-record-and-photo",
      comment:
        "Drawings, reports and files of a record and its photo need no model: a host gives the codec and nothing else.",
      severity: "error",
      from: { path: "^src/pictures/" },
      to: { path: "^src/(models|scoring|asking|methods|evidence|wiring|node|cli)/" },
    },
    {
      name: "only-hosts-use-pictures",
      comment: "What is put together from drawings and reports is no part of them.",
      severity: "error",
      from: { path: core, pathNot: [rim, "^src/pictures/"] },
      to: { path: "^src/pictures/" },
    },
    {
      name: "core-knows-no-host",
      comment: "The core never learns the name of a runtime, a file system or a command.",
      severity: "error",
      from: { path: core, pathNot: rim },
      to: { path: rim },
    },
    {
      name: "models-import-image-and-models",
      comment: "An adapter knows the nouns, image and what adapters share, never a stage, a picture or the command.",
      severity: "error",
      from: { path: "^src/models/" },
      to: { path: "^src/", pathNot: [roots, "^src/image/", "^src/models/"] },
    },
    {
      name: "onnx-and-keras-stand-apart",
      comment: "keras may end in onnx (a converted model is an ONNX model); onnx never needs keras.",
      severity: "error",
      from: { path: "^src/models/onnx/" },
      to: { path: "^src/models/keras/" },
    },
    {
      name: "nobody-imports-the-command",
      comment: "The command is the last user of everything.",
      severity: "error",
      from: { pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "the-command-is-a-client",
      comment:
        "The command takes values from doors, what help needs from three leaves, and completion, which a shell runs at every start, lists of names.",
      severity: "error",
      from: { path: "^src/cli/", pathNot: "^src/cli/completion/completion-script\\.ts$" },
      to: {
        path: "^src/",
        pathNot: ["^src/cli/", "^src/(errors|nearest|version)\\.ts$", ...doors.map(({ file }) => `^${file}$`)],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "node-only-at-the-rim",
      comment: "Only node, cli and the native half of the ONNX adapter may use node:*.",
      severity: "error",
      from: {
        pathNot:
          "^src/(node|cli)/|^src/models/onnx/(worker|worker-session|child|process-session|built-file|load-runtime)\\.ts$",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-has-no-dependency",
      comment: "Nothing in the core comes from npm; report may check records with zod.",
      severity: "error",
      from: { path: core, pathNot: [rim, "^src/report/"] },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "only-report-uses-zod",
      comment: "zod is the one hard dependency, and one place speaks it.",
      severity: "error",
      from: { pathNot: "^src/report/" },
      to: { path: "(^|/)node_modules/zod/|^zod(/|$)" },
    },
    {
      name: "report-uses-only-zod",
      comment: "report's one npm package.",
      severity: "error",
      from: { path: "^src/report/" },
      to: { path: "(^|/)node_modules/", pathNot: "(^|/)node_modules/zod/" },
    },
    {
      name: "heavy-packages-are-loaded-late",
      comment:
        "An optional package is imported by import() where it is needed, so that `--omit=optional` leaves a library.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { dependencyTypes: ["npm-optional"], dependencyTypesNot: ["dynamic-import", "type-only"], dynamic: false },
    },
    {
      name: "no-development-packages",
      comment: "What ships imports only what ships.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "everything-resolves",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^#onnx-(worker|child)$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
}
