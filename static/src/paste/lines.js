// A pasted text as flat lines, and the lines as the HTML that is stored: the same form and the same
// spaces as the server's tasks/richtext/lines.py and writer.py, so that saving changes nothing.

/**
 * @typedef {{text: string, isStrong?: boolean, isEmphasised?: boolean, href?: string}} Run
 * @typedef {{kind: "p"|"ul"|"ol", number: number, column: number, runs: Run[]}} Line
 *   `column` tells how far in the line begins; only which of two is greater has a meaning.
 */

export const MAX_DEPTH = 6;
export const MAX_NUMBER = 999_999;

const SPACES = /[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029 ]+/g;
const UNSEEN =
  /[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
const LOOSE_ACCENT = /\p{L}[\u0300-\u036f]{1,8}(?![\u0300-\u036f])/gu;

/** The text without characters nobody sees; a loose accent joins its letter. */
export function visible(text) {
  return text.replace(UNSEEN, "").replace(LOOSE_ACCENT, (found) => found.normalize("NFC"));
}

/** The runs with single spaces only and none at the edges; neighbours with the same marks are one. */
export function tidyRuns(runs) {
  const tidy = [];
  let isAfterSpace = true;
  for (const run of merged(runs)) {
    let text = visible(run.text).replace(SPACES, " ");
    if (!tidy.length) text = text.trimStart();
    else if (isAfterSpace) text = text.replace(/^ /, "");
    if (!text) continue;
    if (tidy.length && hasSameMarks(tidy.at(-1), run)) tidy.at(-1).text += text;
    else tidy.push({ ...run, text });
    isAfterSpace = text.endsWith(" ");
  }
  while (tidy.length && !tidy.at(-1).text.trim()) tidy.pop();
  if (tidy.length) tidy.at(-1).text = tidy.at(-1).text.trimEnd();
  return tidy;
}

/** The lines as stored HTML, nested by their columns: `<ol start="10"><li><p>…</p></li></ol>`. */
export function written(lines) {
  const html = [];
  const open = [];
  for (const line of nested(lines)) {
    const isNext = continuesList(line, open[line.depth]);
    while (open.length > line.depth + isNext) html.push(`</li></${open.pop().kind}>`);
    if (line.kind !== "p") {
      html.push(isNext ? "</li>" : listStart(line), "<li>");
      open[line.depth] = { kind: line.kind, next: line.number + 1 };
    }
    html.push(`<p>${inlineHtml(line.runs)}</p>`);
  }
  while (open.length) html.push(`</li></${open.pop().kind}>`);
  return html.join("");
}

export function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Neighbours with the same marks joined: looking for what ends before a mark begins would miss it. */
function merged(runs) {
  const joined = [];
  for (const { text, isStrong = false, isEmphasised = false, href = "" } of runs) {
    const run = { texts: [text], isStrong, isEmphasised, href };
    const last = joined.at(-1);
    if (last && hasSameMarks(last, run)) last.texts.push(text);
    else joined.push(run);
  }
  return joined.map(({ texts, ...marks }) => ({ ...marks, text: texts.join("") }));
}

function hasSameMarks(one, other) {
  return (
    one.isStrong === other.isStrong &&
    one.isEmphasised === other.isEmphasised &&
    one.href === other.href
  );
}

/** The lines that hold words, each with its depth: inside the items that begin left of it. */
function nested(lines) {
  const columns = [];
  return lines.map((line) => {
    while (columns.length && line.column <= columns.at(-1)) columns.pop();
    if (line.kind !== "p" && columns.length < MAX_DEPTH) columns.push(line.column);
    return { ...line, depth: columns.length - (line.kind !== "p") };
  });
}

function continuesList(line, list) {
  if (!list || line.kind === "p") return false;
  return line.kind === list.kind && (line.kind === "ul" || line.number === list.next);
}

function listStart({ kind, number }) {
  return kind === "ul" || number === 1 ? `<${kind}>` : `<ol start="${number}">`;
}

/** The runs as text with a, strong and em, always nested in that order. */
function inlineHtml(runs) {
  return runs
    .map((run, at) => {
      const begins = run.href && runs[at - 1]?.href !== run.href;
      const ends = run.href && runs[at + 1]?.href !== run.href;
      const link = begins ? `<a href="${escaped(run.href).replace(/"/g, "&quot;")}">` : "";
      return link + marked(run) + (ends ? "</a>" : "");
    })
    .join("");
}

function marked(run) {
  let words = escaped(run.text);
  if (run.isEmphasised) words = `<em>${words}</em>`;
  return run.isStrong ? `<strong>${words}</strong>` : words;
}
