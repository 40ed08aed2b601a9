// The source of a document, to the letter what tasks/richtext/source.py makes of its HTML: the server
// measures a text by it.
import { schema } from "./schema.js";

const { ordered_list: ordered, list_item: item } = schema.nodes;
const INDENT = "  ";

/** Return the text as a person would type it, with "- " and "1. " and addresses in brackets. */
export function sourceOf(doc) {
  let source = "";
  let wasInList = false;
  for (const line of linesIn(doc, 0)) {
    if (!line.words) continue;
    if (source) source += line.isInList && wasInList ? "\n" : "\n\n";
    source += line.before + line.words;
    wasInList = line.isInList;
  }
  return source;
}

/** Every paragraph of a node, in lists of that depth; the first one of an item has its marker. */
function* linesIn(node, depth, marker = "") {
  for (let index = 0; index < node.childCount; index += 1) {
    const child = node.child(index);
    if (child.type === item) yield* linesIn(child, depth, node.type === ordered ? `${node.attrs.start + index}. ` : "- ");
    else if (child.isTextblock) yield lineOf(child, depth, index === 0 ? marker : "");
    else yield* linesIn(child, depth + 1);
  }
}

function lineOf(paragraph, depth, marker) {
  const before = marker ? INDENT.repeat(depth - 1) + marker : INDENT.repeat(depth);
  return { before, words: wordsOf(paragraph), isInList: depth > 0 };
}

/** A link tells its address too, unless that is what it says. */
function wordsOf(paragraph) {
  const parts = [];
  paragraph.forEach((child) => {
    const href = child.marks.find((mark) => mark.type === schema.marks.link)?.attrs.href ?? "";
    if (parts.at(-1)?.href === href) parts.at(-1).words += child.text;
    else parts.push({ href, words: child.text });
  });
  return parts.map(({ href, words }) => withAddress(words, href)).join("").trim();
}

function withAddress(words, href) {
  const address = href.replace(/^mailto:/, "");
  const said = words.trim();
  if (!href || said === href || said === address) return words;
  return `${words.trimEnd()} (${address})${words.slice(words.trimEnd().length)}`;
}
