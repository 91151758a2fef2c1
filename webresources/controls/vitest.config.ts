import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globals: true,
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}", "*/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", "out/**"],
  },
});
