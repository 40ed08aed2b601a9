// Bundles editor.js and what it imports into static/dist/editor.js, the same bytes every time.
// Its first line names the licence and the hash of what it was made from; a test compares the hash.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));

/** Every file the bundle is made from, sorted by its path with "/" between the parts. */
function sources() {
  return readdirSync(HERE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|mjs|json)$/.test(entry.name))
    .map((entry) => relative(HERE, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.startsWith("node_modules/"))
    .sort();
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const path of sources()) hash.update(`${path}\n`).update(readFileSync(join(HERE, path))).update("\n");
  return hash.digest("hex");
}

await build({
  entryPoints: [join(HERE, "editor.js")],
  outfile: process.argv[2] || join(HERE, "..", "dist", "editor.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome111", "firefox115", "safari16.4"],
  charset: "utf8",
  legalComments: "none",
  banner: {
    js: `/* Built from static/src ${sourceHash()}; holds ProseMirror, see licenses/prosemirror.txt (MIT) */`,
  },
});
