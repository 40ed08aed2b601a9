// The server's plain blocks of a text, and where each of their letters stands in the editor.
import { schema } from "../prose/schema.js";
import { blanksBefore, cellsOf, tidied } from "./tidying.js";

// A paragraph that was not touched is the same node in the next document.
const known = new WeakMap();

/** The blocks of a document as the server counts them: paragraphs without words are none. */
export function blocksOf(doc) {
  const blocks = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const block = blockOf(node);
    if (block.text) blocks.push({ ...block, base: position + 1 });
    return false;
  });
  return blocks;
}

/** The one block of a plain text; `isStripped` when the server cuts the blanks around it. */
export function plainBlock(text, isStripped) {
  const base = isStripped ? blanksBefore(text) : 0;
  return { text: text.slice(base), base, starts: (unit) => unit, ends: (unit) => unit };
}

/** Where the code units `start` to `end` of a block stand in the document. */
export function rangeOf(block, start, end) {
  return { from: block.base + block.starts(start), to: block.base + block.ends(end) };
}

/**
 * Where a place and its fixes stand, or null when its words do not stand there to the letter.
 * `wordsOf(range)` are the words as they are now; whoever moves the place compares them later.
 */
export function standing(blocks, place, wordsOf) {
  const block = blocks[place.block];
  const measured = ({ start, end, phrase }) => {
    if (!block || start >= end || block.text.slice(start, end) !== phrase) return null;
    const range = rangeOf(block, start, end);
    return { ...range, words: wordsOf(range) };
  };
  const range = measured(place);
  return range && { place, ...range, fixes: place.fixes.map(measured) };
}

/** The same places after an edit; those whose words were touched are gone. */
export function moved(drawn, map, wordsOf) {
  const shifted = ({ from, to, words }) => {
    const range = { from: map(from, 1), to: map(to, -1) };
    return range.from < range.to && wordsOf(range) === words ? { ...range, words } : null;
  };
  return drawn.flatMap((mark) => {
    const range = shifted(mark);
    return range ? [{ place: mark.place, ...range, fixes: mark.fixes.map((fix) => fix && shifted(fix)) }] : [];
  });
}

/** The block a document position stands in with the code units before it, or null. */
export function placeOf(blocks, position) {
  const index = blocks.findLastIndex((block) => block.base <= position);
  const block = blocks[index];
  if (!block) return null;
  let offset = 0;
  while (offset < block.text.length && block.base + block.ends(offset + 1) <= position) offset += 1;
  return { index, block, offset };
}

function blockOf(paragraph) {
  if (!known.has(paragraph)) known.set(paragraph, readBlock(paragraph));
  return known.get(paragraph);
}

/** Text and map of a paragraph, counted from its start; read twice, as stored text is read again. */
function readBlock(paragraph) {
  const texts = [];
  paragraph.forEach((child, position) => texts.push({ text: child.text, position, marks: marksOf(child) }));
  const cells = tidied(tidied(cellsOf(texts)));
  const starts = cells.flatMap((cell) => Array(cell.text.length).fill(cell.from));
  const ends = cells.flatMap((cell) => Array(cell.text.length).fill(cell.to));
  return {
    text: cells.map((cell) => cell.text).join(""),
    starts: (unit) => starts[unit] ?? ends.at(-1) ?? 0,
    ends: (unit) => ends[unit - 1] ?? 0,
  };
}

/** What the server can tell apart: strong, emphasised, and each address. */
function marksOf(node) {
  const { strong, em, link } = schema.marks;
  const has = (type) => Boolean(type.isInSet(node.marks));
  return `${has(strong)} ${has(em)} ${link.isInSet(node.marks)?.attrs.href ?? ""}`;
}
