// Plain text in, stored HTML out, line for line as the server's tasks/richtext/source.py reads it.
import { linkedRuns } from "./links.js";
import { tidyRuns, visible, written } from "./lines.js";

const TAB_WIDTH = 4;
const SPACE = "(?:[^\\S\\ufeff]|[\\x1c-\\x1f\\x85])"; // what Python takes for a space
const LINE_ENDS = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const EDGES = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");
const INDENT = new RegExp(`^${SPACE}*`);
const NOT_STEPS =
  "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår";
const BULLET = new RegExp(`^[-*•·][ \\u00a0]+(?!${SPACE}|$)`);
const STEP = new RegExp(
  `^([0-9]{1,3})[.)][ \\u00a0]+(?!${SPACE}|$)(?!(?:${NOT_STEPS})(?![\\p{L}\\p{N}_]))`, // "30. oktober"
  "u",
);

/** The HTML of a typed text: each line a paragraph or, after "- " or "1. ", an item of a list. */
export function plainToHtml(text) {
  const lines = withoutTabs(text).split(LINE_ENDS).map(typedLine);
  return written(lines.filter((line) => line.runs.length));
}

/** @returns {import("./lines.js").Line} */
function typedLine(typed) {
  const words = typed.replace(EDGES, "");
  const bullet = BULLET.exec(words);
  const step = STEP.exec(words);
  const length = (bullet ?? step)?.[0].length ?? 0;
  return {
    kind: bullet ? "ul" : step ? "ol" : "p",
    number: step ? Number(step[1]) : 0,
    column: INDENT.exec(typed)[0].length,
    runs: tidyRuns(linkedRuns(visible(words.slice(length)))),
  };
}

/** The text with each tab as the spaces it shows. */
function withoutTabs(text) {
  if (!text.includes("\t")) return text;
  let column = 0;
  let spaced = "";
  for (const sign of text) {
    const width = sign === "\t" ? TAB_WIDTH - (column % TAB_WIDTH) : 1;
    spaced += sign === "\t" ? " ".repeat(width) : sign;
    column = sign === "\n" || sign === "\r" ? 0 : column + width;
  }
  return spaced;
}
