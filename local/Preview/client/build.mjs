// Writes dist/: the page, its script and its style sheet. Everything the browser needs is in there.
import { copyFile, mkdir } from "node:fs/promises";
import { build } from "esbuild";

await mkdir(new URL("dist/", import.meta.url), { recursive: true });
for (const file of ["index.html", "page.css"])
  await copyFile(new URL(`src/${file}`, import.meta.url), new URL(`dist/${file}`, import.meta.url));
await build({
  entryPoints: ["src/main.tsx"],
  outfile: "dist/main.js",
  absWorkingDir: import.meta.dirname,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  logLevel: "warning",
});
