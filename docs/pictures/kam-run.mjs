// Takes docs/pictures/kam-run.png anew: runs the README's first command on a terminal of its own and lets Chromium draw what it showed.
// Usage: node docs/pictures/kam-run.mjs   (needs Linux with `script` and Chromium; CHROMIUM names another browser)
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const columns = 160;
const command = "dotnet run --project local/Cli -- run --top 8";
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");

/** Runs the command on a terminal and answers everything it sent there. */
function record() {
  // Built before, so that the picture begins with the program and not with the compiler.
  execFileSync("dotnet", ["build", "local/Cli", "-v", "q", "-nologo"], { cwd: root, stdio: "ignore" });
  const built = command.replace("dotnet run", "dotnet run --no-build");
  const ran = spawnSync("script", ["-qec", `stty cols ${columns} rows 60 && ${built}`, "/dev/null"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, TERM: "xterm-256color", COLORTERM: "truecolor", CI: "" },
  });
  if (ran.status !== 0) throw new Error(`${command} ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}

/** What a terminal shows in the end: lines of cells, each a character and its style. Knows what progress bars use: moving up, erasing, colours. */
function screen(sent) {
  const lines = [[]];
  let row = 0;
  let column = 0;
  let style = {};
  const line = () => {
    while (lines.length <= row) lines.push([]);
    return lines[row];
  };
  const tokens = /\x1b\[([?0-9;]*)([A-Za-z])|\x1b\][^\x07]*\x07|\x1b[=>()][0-9A-Z]?|(\r)|(\n)|([^\x1b\r\n])/gu;
  for (const [, numbers, letter, back, feed, character] of sent.matchAll(tokens)) {
    const first = Number.parseInt(numbers, 10) || 0;
    if (character) line()[column++] = { character, style };
    else if (back) column = 0;
    else if (feed) row++;
    else if (letter === "m") style = restyled(style, numbers);
    else if (letter === "A") row = Math.max(0, row - (first || 1));
    else if (letter === "B") row += first || 1;
    else if (letter === "E" || letter === "F") {
      row = Math.max(0, row + (letter === "E" ? 1 : -1) * (first || 1));
      column = 0;
    } else if (letter === "C") column += first || 1;
    else if (letter === "D") column = Math.max(0, column - (first || 1));
    else if (letter === "G") column = Math.max(0, (first || 1) - 1);
    else if (letter === "K") line().splice(first === 2 ? 0 : column);
    else if (letter === "J") lines.splice(row + 1);
  }
  return lines;
}

const palette = ["#3b4048", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#c8ccd4", "#7f848e", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#ffffff"];

/** One of the 256 colours of a terminal. */
function colour(index) {
  if (index < 16) return palette[index];
  if (index >= 232) return `rgb(${Array(3).fill(8 + 10 * (index - 232)).join()})`;
  const level = (value) => (value === 0 ? 0 : 55 + 40 * value);
  const cube = index - 16;
  return `rgb(${level(Math.floor(cube / 36))},${level(Math.floor(cube / 6) % 6)},${level(cube % 6)})`;
}

function restyled(style, numbers) {
  const codes = (numbers || "0").split(";").map(Number);
  let next = { ...style };
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code === 0) next = {};
    else if (code === 1) next.bold = true;
    else if (code === 2) next.dim = true;
    else if (code >= 30 && code <= 37) next.colour = palette[code - 30];
    else if (code >= 90 && code <= 97) next.colour = palette[code - 82];
    else if (code === 39) delete next.colour;
    else if (code === 38 && codes[i + 1] === 5) next.colour = colour(codes[(i += 2)]);
    else if (code === 38 && codes[i + 1] === 2) next.colour = `rgb(${codes.slice(i + 2, (i += 4) + 1).join()})`;
  }
  return next;
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const css = ({ bold, dim, colour }) => `${bold ? "font-weight:bold;" : ""}${dim ? "opacity:.7;" : ""}${colour ? `color:${colour};` : ""}`;
// A cell of its own for each character: whatever font draws it, columns stay columns.
const cell = (c) => `<i style="${c ? css(c.style) : ""}">${c ? escaped(c.character) : " "}</i>`;

function page(lines) {
  const shown = lines.map((line) => `<p>${Array.from(line, cell).join("")}</p>`).join("");
  return `<!doctype html><meta charset="utf-8"><title>kam</title><style>
    body { margin: 0; padding: 36px; background: #181b21; }
    main { border-radius: 12px; background: #282c34; overflow: hidden; width: ${columns + 5}ch; font: 15px/1.25 "DejaVu Sans Mono", monospace; color: #c8ccd4; }
    header { padding: 12px 20px; background: #21252b; font-family: sans-serif; color: #9da5b4; }
    section { padding: 16px 2.5ch 20px; }
    p { margin: 0; height: 1.25em; white-space: pre; display: flex; }
    i { font-style: normal; width: 1ch; flex: none; }
  </style><main><header>${escaped(command)}</header><section>${shown}</section></main>`;
}

const lines = screen(record());
while (lines.length > 0 && !lines.at(-1)?.some((c) => c && c.character.trim())) lines.pop();
const folder = mkdtempSync(join(tmpdir(), "kam-picture-"));
try {
  const html = join(folder, "run.html");
  writeFileSync(html, page(lines));
  const height = Math.ceil(lines.length * 18.75) + 36 * 2 + 42 + 36;
  execFileSync(process.env.CHROMIUM ?? "chromium", [
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1.4",
    `--window-size=1570,${height}`, `--screenshot=${join(here, "kam-run.png")}`, `file://${html}`,
  ], { stdio: "ignore" });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
