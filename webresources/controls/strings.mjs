// Completes the texts of each built control, which reads no other resource file than its own: those every visual has, and where the control
// shows sentences of the server, all of the dimension they come from (strings/dimensions.json names it).
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;
const out = path.join(here, "out", "controls");

for (const control of readdirSync(out).sort()) {
  // What was built of a control that is no longer here.
  if (!existsSync(path.join(here, control))) {
    rmSync(path.join(out, control), { recursive: true });
    continue;
  }
  const list = path.join(here, control, "strings", "dimensions.json");
  const dimensions = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const file of readdirSync(path.join(here, control, "strings")).filter((name) => name.endsWith(".resx"))) {
    const language = file.split(".")[1];
    const texts = new Map();
    for (const source of [
      path.join(here, control, "strings", file),
      path.join(here, "src", "strings", `visual.${language}.resx`),
      ...dimensions.map((dimension) => path.join(here, "..", "text", `${dimension}.${language}.resx`)),
    ]) {
      for (const [entry, key] of readFileSync(source, "utf8").matchAll(/^ *<data name="([^"]+)"[\s\S]*?<\/data>\n/gm)) {
        if (texts.has(key)) throw new Error(`${source} has ${key} once more.`);
        texts.set(key, entry);
      }
    }
    const head = readFileSync(path.join(here, control, "strings", file), "utf8").split(/^ *<data /m)[0];
    writeFileSync(path.join(out, control, "strings", file), `${head}${[...texts.values()].join("")}</root>\n`);
  }
}
