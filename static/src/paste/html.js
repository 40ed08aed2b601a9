// What is pasted from Word, a mail or a web page, as the HTML of a task's text: p, strong, em, lists
// and links.
import { written } from "./lines.js";
import { harmlessMarkup } from "./markup.js";
import { plainToHtml } from "./plain.js";
import { readLines } from "./reader.js";

/**
 * The clipboard's HTML in the form we store, and if a table was turned into lines. Never throws:
 * where it cannot be read its words are kept, line by line.
 */
export function cleanPasted(html) {
  const harmless = harmlessMarkup(String(html ?? ""));
  try {
    const parsed = new DOMParser().parseFromString(harmless, "text/html");
    const { lines, hadTable } = readLines(parsed.body);
    return { html: written(lines), hadTable };
  } catch {
    return { html: plainToHtml(wordsOnly(harmless)), hadTable: false };
  }
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
