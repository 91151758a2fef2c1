// Takes docs/pictures/app anew: every main form, tab by tab, and every dashboard of the app with the sample in it, in light and dark, each at most 150 KB.
// Usage: node docs/pictures/app.mjs   (needs the .NET SDK, Node.js and Chromium, as the tests do)
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

// A form that is gone leaves no picture behind.
rmSync(join(here, "app"), { recursive: true, force: true });
const ran = spawnSync("dotnet", ["run", "--project", "tests/Local.Preview.Tests", "--", "-class", "Local.Preview.Tests.AppTourTests"], {
  cwd: resolve(here, "../.."),
  stdio: "inherit",
  env: { ...process.env, KAM_TAKE_PICTURES: "1", KAM_REQUIRE_BROWSER: "1" },
});
process.exitCode = ran.status ?? 1;
