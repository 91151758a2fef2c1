import powerApps from "@microsoft/eslint-plugin-power-apps";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "src/generated/", "controls/"] },
  {
    files: ["src/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { "@microsoft/power-apps": powerApps },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Every rule of the Power Apps checker as an error: the service that takes the solution runs the same ones.
      ...Object.fromEntries(Object.keys(powerApps.configs.paCheckerHosted.rules).map((rule) => [rule, "error"])),
      eqeqeq: "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["src/**/*.test.ts"],
    // A test that finds nothing there has failed anyway.
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
