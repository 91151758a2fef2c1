// Writes dist/kam_/…: for each form and for the commands of each table one script, for each page its HTML, script and style sheet. The same input gives the same bytes.
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const dist = new URL("dist/", import.meta.url);
const written = new Set();

for (const dimension of ["valueInsights", "structure", "solutions", "pricing", "commands"]) {
  const source = new URL(`src/${dimension}/`, import.meta.url);
  const target = new URL(`kam_/${dimension}/`, dist);
  await mkdir(target, { recursive: true });
  const files = await readdir(source);
  for (const file of files.filter((name) => name.endsWith(".html")).sort())
    await put(new URL(file, target), await readFile(new URL(file, source)));
  // A command script serves one table and is named as it; in a dimension only forms and pages are scripts of their own.
  const isScript = (name) => (dimension === "commands" ? /^\w+\.ts$/ : /(Form|Page)\.ts$/).test(name);
  for (const file of files.filter(isScript).sort()) {
    const name = file.replace(/(Page)?\.ts$/, "");
    const { outputFiles } = await build({
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
      write: false,
    });
    for (const output of outputFiles) await put(pathToFileURL(output.path), output.contents);
  }
}

for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (entry.isFile() && file.startsWith(fileURLToPath(new URL("kam_/", dist))) && !file.endsWith(".tmp") && !written.has(file))
    await rm(file);
}

// Whoever reads at the same time, a packer or a browser, finds the old file or the new one, never half of one and never none.
async function put(url, contents) {
  const file = fileURLToPath(url);
  written.add(file);
  const unfinished = `${file}.${process.pid}.tmp`;
  await writeFile(unfinished, contents);
  await rename(unfinished, file);
}

function capitalized(name) {
  return name[0].toUpperCase() + name.slice(1);
}
