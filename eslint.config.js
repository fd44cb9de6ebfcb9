import { defineConfig, globalIgnores } from "eslint/config"
import tseslint from "typescript-eslint"
import { coreFolders, rimFolders } from "./scripts/rooms.mjs"

/** Files whose code must give the same bytes everywhere: no clock, no chance, no locale. */
const core = ["src/*.ts", `src/{${coreFolders.join(",")}}/**/*.ts`]
const rim = rimFolders.map((folder) => `src/${folder}/**/*.ts`)

const noDefaultExport = { selector: "ExportDefaultDeclaration", message: "Export by name." }
const noDoubleCast = {
  selector: "TSAsExpression > TSAsExpression > TSUnknownKeyword.typeAnnotation",
  message: "`as unknown as` hides a wrong type; check the value instead.",
}
const noLocale = {
  selector: "CallExpression[callee.property.name=/^(localeCompare|toLocale.*)$/]",
  message: "The core gives the same bytes in every locale.",
}

export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".tmp/", "node_modules/"]),
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: {
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }], // Spreading counts code points.
      "@typescript-eslint/prefer-readonly": "error",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true, allow: ["URL"] },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      "no-console": "error",
      "no-restricted-syntax": ["error", noDefaultExport, noDoubleCast],
      // Off, each for a reason. Typed arrays under noUncheckedIndexedAccess make `!` the honest form.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Callers without TypeScript are checked while running, where types say that nothing can be wrong.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-unnecessary-type-conversion": "off",
      // `async` also turns a throw into a rejection.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/max-params": ["error", { max: 3 }],
    },
  },
  {
    files: core,
    ignores: rim,
    rules: {
      "no-restricted-globals": [
        "error",
        ...["Date", "Intl", "performance", "process", "Buffer", "window", "document"].map((name) => ({
          name,
          message: "The core knows no clock, locale, chance or host.",
        })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Chance comes from a seed: use random()." },
      ],
      "no-restricted-syntax": ["error", noDefaultExport, noDoubleCast, noLocale],
    },
  },
  { files: ["src/cli/**/*.ts", "bench/**/*.ts", "examples/**/*.ts"], rules: { "no-console": "off" } },
  {
    files: ["test/**/*.ts"],
    rules: {
      // A test gives wrong values on purpose and reads what nobody declared.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "no-restricted-syntax": ["error", noDefaultExport],
    },
  },
  { files: ["*.config.ts"], rules: { "no-restricted-syntax": "off" } }, // Their tools ask for a default export.
)
