// What is pasted from Word, a mail or a web page, as the HTML of a task's text: p, strong, em, lists
// and links.
import { written } from "./lines.js";
import { harmlessMarkup } from "./markup.js";
import { plainToHtml } from "./plain.js";
import { readLines } from "./reader.js";

const BLOCKS = "p, div, li, td, h1, h2, h3, h4, h5, h6, br";

/**
 * The clipboard's HTML in the form we store, if a table was turned into lines, and the blanks
 * around words from inside a line: who copies a word in Word gets the blank after it too. Never
 * throws: where the HTML cannot be read its words are kept, line by line.
 */
export function cleanPasted(html) {
  const harmless = harmlessMarkup(String(html ?? ""));
  try {
    const parsed = new DOMParser().parseFromString(harmless, "text/html");
    const { lines, hadTable } = readLines(parsed.body);
    return { html: written(lines), hadTable, ...blanksAround(parsed.body) };
  } catch {
    return { html: plainToHtml(wordsOnly(harmless)), hadTable: false };
  }
}

function blanksAround(body) {
  if (body.querySelector(BLOCKS)) return {};
  const words = body.textContent;
  return { hasBlankBefore: /^[ \u00a0]/.test(words), hasBlankAfter: /[ \u00a0]$/.test(words) };
}

/** The words of harmless markup, its blocks as lines. */
function wordsOnly(markup) {
  return markup
    .replace(/\s+/g, " ")
    .replace(/<(?:br|\/(?:p|div|li|td|h[1-6]))>/g, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
