// A parsed clipboard in, flat lines out, in one walk: blocks, cells and line breaks part the lines.
import { MAX_NUMBER, tidyRuns } from "./lines.js";
import { isHidden, lookInside, PLAIN, stylesOf } from "./looks.js";
import { joinedRows } from "./table.js";
import { isAside, isListMarker, isMarkerGap, paragraphIn, statedLevel } from "./word.js";
import { INSIDE_ITEM, WordLists } from "./word_lists.js";

const LISTS = { ul: "ul", ol: "ol", menu: "ul", dir: "ul" };
const INSIDE_WORDS = new Set(
  ("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp " +
    "small span strike strong sub sup time tt u var wbr").split(" "),
);
const FEW = 9; // runs a marker is made of at most
const TYPED_MARKER = /^(?:\S|\(?[0-9a-z.]{1,6}[.)])$/i;

/** The lines below an element of a parsed document, and if a table was turned into lines. */
export function readLines(root) {
  const reader = new Reader();
  reader.readInside(root, PLAIN);
  reader.endLine(PLAIN);
  return { lines: reader.lines, hadTable: reader.hadTable };
}

class Reader {
  lines = [];
  hadTable = false;
  #runs = [];
  /** The item that gets the next line, fx `{kind: "ol", number: 3, column: 1}`. */
  #item = null;
  /** The paragraph we are in, as Word sees it. */
  #paragraph = null;
  #wordLists = new WordLists();

  readInside(parent, look) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.#readWords(node.data, look);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#readElement(node, look);
    }
  }

  /** Makes the words read so far a line: the first of its item, or a paragraph. */
  endLine(look) {
    const runs = tidyRuns(this.#runs);
    this.#runs = [];
    if (!runs.length) return;
    const column = this.#paragraph?.column || look.column;
    this.lines.push({ ...(this.#item ?? { kind: "p", number: 0, column }), runs });
    if (!this.#item && !column) this.#wordLists.close();
    this.#item = null;
  }

  #readWords(words, look) {
    const typed = words.replace(/[\u00a0\u202f]/g, " ");
    const [first, ...others] = look.isTyped ? typed.split(/\r\n|[\r\n]/) : [typed];
    this.#runs.push({ ...look, text: first });
    for (const other of others) {
      this.endLine(look);
      this.#runs.push({ ...look, text: other });
    }
  }

  #readElement(element, look) {
    const styles = stylesOf(element);
    if (isHidden(element, styles) || isAside(element, styles)) return;
    const inside = lookInside(element, styles, look);
    if (element.localName === "br") this.endLine(look);
    else if (isListMarker(styles)) this.#takeMarker(element, inside);
    else if (this.#paragraph?.hangs && isMarkerGap(element, styles)) this.#takeTypedMarker(inside);
    else if (INSIDE_WORDS.has(element.localName)) this.readInside(element, inside);
    else this.#readBlock(element, styles, inside, look);
  }

  #readBlock(element, styles, inside, look) {
    this.endLine(look);
    if (LISTS[element.localName]) this.#readList(element, inside);
    else if (element.localName === "li") this.#readItem(element, styles, inside);
    else if (element.localName === "table") this.#readTable(element, inside);
    else this.#readParagraph(element, styles, inside);
  }

  #readParagraph(element, styles, look) {
    const [outer, outerItem] = [this.#paragraph, this.#item];
    const paragraph = paragraphIn(element, styles);
    this.#paragraph = { ...paragraph, column: look.column || this.#wordLists.columnAt(paragraph.margin) };
    this.readInside(element, look);
    this.endLine(look);
    if (this.#item !== outerItem) this.#item = null; // a marker without words is no item
    this.#paragraph = outer;
  }

  #readList(element, look) {
    const start = wholeNumber(element, "data-start");
    const list = { kind: LISTS[element.localName], next: start, depth: (look.list?.depth ?? 0) + 1 };
    this.readInside(element, { ...look, list });
    this.endLine(look);
  }

  #readItem(element, styles, look) {
    const list = look.list ?? { kind: "ul", next: 1, depth: 1 };
    const place = wholeNumber(element, "data-aria-posinset") ?? 1;
    const number = wholeNumber(element, "data-value") ?? list.next ?? place;
    const column = statedLevel(element, styles) || list.depth;
    list.next = number + 1;
    const item = { kind: list.kind, number: list.kind === "ol" ? number : 0, column };
    this.#readOwn(element, item, { ...look, column: column + INSIDE_ITEM });
  }

  /** Reads an item; without words it has no line of its own. */
  #readOwn(element, item, look) {
    const outer = this.#paragraph;
    this.#paragraph = null;
    this.#item = item;
    this.readInside(element, look);
    this.endLine(look);
    if (this.#item === item) this.#item = null;
    this.#paragraph = outer;
  }

  #takeMarker(element, look) {
    const drawn = shownText(element).replace(/\u00a0/g, " ").trim();
    if (look.isHeading) this.#readWords(`${drawn} `, look);
    else this.#beginItem(drawn);
  }

  /** Takes the words before a gap as a marker, when they look like one. */
  #takeTypedMarker(look) {
    const drawn = this.#runs.slice(0, FEW).map((run) => run.text).join("").trim();
    const isMarker = this.#runs.length < FEW && TYPED_MARKER.test(drawn);
    if (this.#item || !isMarker) return this.#readWords(" ", look);
    this.#runs = [];
    this.#beginItem(drawn);
  }

  #beginItem(drawn) {
    const paragraph = this.#paragraph ?? { level: 1, margin: 0 };
    this.#item = this.#wordLists.begin(drawn, paragraph);
    paragraph.column = paragraph.level + INSIDE_ITEM;
  }

  #readTable(element, look) {
    if (element.caption) this.#readElement(element.caption, look);
    const joined = joinedRows([...element.rows].map((row) => this.#readRow(row, look)));
    this.hadTable ||= joined.wasJoined;
    for (const line of joined.lines) this.lines.push(line);
  }

  /** The lines of each cell that holds words. */
  #readRow(row, look) {
    const before = this.lines;
    const cells = [];
    for (const cell of isHidden(row, stylesOf(row)) ? [] : row.cells) {
      this.lines = [];
      this.#readElement(cell, look);
      if (this.lines.length) cells.push(this.lines);
    }
    this.lines = before;
    return cells;
  }
}

/** The text of an element without what was deleted from it. */
function shownText(element) {
  const clone = element.cloneNode(true);
  for (const part of clone.querySelectorAll("*")) if (isAside(part, stylesOf(part))) part.remove();
  return clone.textContent;
}

/** The number an attribute states, undefined when it states none. */
function wholeNumber(element, name) {
  const found = /^\s*\+?([0-9]{1,6})\s*$/.exec(element.getAttribute(name) ?? "");
  return found ? Math.min(Number(found[1]), MAX_NUMBER) : undefined;
}
