// Writes dist/kam_/…: for each form one script, for each page its HTML, script and style sheet. The same input gives the same bytes.
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const dist = new URL("dist/", import.meta.url);
await rm(dist, { recursive: true, force: true });

for (const dimension of ["valueInsights"]) {
  const source = new URL(`src/${dimension}/`, import.meta.url);
  const target = new URL(`kam_/${dimension}/`, dist);
  await mkdir(target, { recursive: true });
  const files = await readdir(source);
  for (const file of files.filter((name) => name.endsWith(".html")).sort()) await copyFile(new URL(file, source), new URL(file, target));
  for (const file of files.filter((name) => /(Form|Page)\.ts$/.test(name)).sort()) {
    const name = file.replace(/(Page)?\.ts$/, "");
    await build({
      entryPoints: [path.join("src", dimension, file)],
      outfile: path.join("dist", "kam_", dimension, `${name}.js`),
      absWorkingDir: import.meta.dirname,
      bundle: true,
      minify: true,
      format: "iife",
      globalName: `Kam.${capitalized(dimension)}.${capitalized(name)}`,
      target: "es2022",
      charset: "utf8",
      // Beside the script for whoever debugs, without a reference in it: the maps do not ship.
      sourcemap: "external",
      legalComments: "none",
      logLevel: "warning",
    });
  }
}

function capitalized(name) {
  return name[0].toUpperCase() + name.slice(1);
}
