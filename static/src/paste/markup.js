// Foreign HTML rewritten tag by tag before any parser sees it, in time linear in its length: no
// script, no style and no live attribute is left. A strict policy blocks and reports `style=""` even
// in a document that is only parsed, so every attribute we read becomes a data attribute.
import { escaped } from "./lines.js";
import { OpenTags } from "./open_tags.js";

/** Left out with all that is in them. */
const LEFT_OUT = new Set(
  ("applet audio canvas datalist iframe math noembed noframes noscript object script select style " +
    "svg template title video xml").split(" "),
);
/** Left out, but not what is in them. */
const UNWRAPPED = new Set(
  "base basefont body col colgroup frame head html link meta param source track".split(" "),
);
/** Written as a div: a parser has rules of its own for what is in them. */
const ONLY_BLOCKS = new Set(
  "form frameset optgroup option plaintext textarea xmp".split(" "),
);
const DRAWN = new Set(["embed", "image", "img", "input"]); // the words beside it stay apart
const READ = new Set(
  "class data-aria-level data-aria-posinset hidden href role start style value".split(" "),
);

const TAG = /<(\/?)([a-z][^\s/>]*)/iy;
const GAP = /[\s/]+/y;
const ATTRIBUTE = /([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?/y;
const COMMENT = /<!--(?:-?>|([^]*?)--!?>)/y;

/** The HTML with only harmless tags; from the clipboard's fragment when it marks one. */
export function harmlessMarkup(html) {
  const scanner = new Scanner(html, /<!--\s*StartFragment/i.test(html));
  scanner.run();
  if (!scanner.isOutside) return scanner.written.join("");
  const whole = new Scanner(html, false); // what looked like a mark was none
  whole.run();
  return whole.written.join("");
}

class Scanner {
  written = [];
  position = 0;
  #open = new OpenTags();

  constructor(html, isOutside) {
    this.html = html;
    this.isOutside = isOutside;
  }

  run() {
    while (this.position < this.html.length) {
      const opening = this.html.indexOf("<", this.position);
      this.#words(opening === -1 ? this.html.length : opening);
      if (opening === -1) return;
      TAG.lastIndex = opening;
      const tag = TAG.exec(this.html);
      if (tag) this.#tag(tag[2].toLowerCase(), Boolean(tag[1]), TAG.lastIndex);
      else if (/[!?/]/.test(this.html[opening + 1] ?? "")) this.#remark(opening);
      else this.#lone(opening);
    }
  }

  #words(end) {
    if (!this.isOutside) this.written.push(this.html.slice(this.position, end));
    this.position = end;
  }

  /** A "<" that opens nothing is a word. */
  #lone(opening) {
    if (!this.isOutside) this.written.push("&lt;");
    this.position = opening + 1;
  }

  #tag(name, isEnd, position) {
    const attributes = this.#attributes(position);
    if (!attributes) this.#unfinished();
    else if (LEFT_OUT.has(name)) this.#leaveOut(name, isEnd);
    else if (DRAWN.has(name)) this.written.push(" ");
    else if (!UNWRAPPED.has(name)) {
      const safe = safeName(name);
      this.written.push(isEnd ? this.#open.closed(safe) : this.#open.opened(safe, attributes.join("")));
    }
  }

  /** The attributes we read, and the place after the tag; null when it is never closed. */
  #attributes(start) {
    const kept = [];
    let position = start;
    while (position < this.html.length) {
      GAP.lastIndex = position;
      if (GAP.test(this.html)) position = GAP.lastIndex;
      if (this.html[position] === ">") {
        this.position = position + 1;
        return kept;
      }
      ATTRIBUTE.lastIndex = position;
      const found = ATTRIBUTE.exec(this.html);
      if (!found) return null;
      position = ATTRIBUTE.lastIndex;
      kept.push(dataAttribute(found[1].toLowerCase(), found[2] ?? ""));
    }
    return null;
  }

  #unfinished() {
    if (!this.isOutside) this.written.push(escaped(this.html.slice(this.position)));
    this.position = this.html.length;
  }

  #leaveOut(name, isEnd) {
    const isEmpty = (name === "svg" || name === "math") && this.html[this.position - 2] === "/";
    if (isEnd || isEmpty) return;
    const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
    closing.lastIndex = this.position;
    this.position = closing.exec(this.html)?.index ?? this.html.length;
  }

  /** A comment, which may mark where the fragment begins and ends, a doctype or Word's `<![if …]>`. */
  #remark(opening) {
    COMMENT.lastIndex = opening;
    const comment = COMMENT.exec(this.html);
    const isComment = this.html.startsWith("<!--", opening);
    const end = isComment ? comment && COMMENT.lastIndex : this.html.indexOf(">", opening) + 1;
    this.position = end || this.html.length;
    const mark = comment?.[1]?.trim().toLowerCase();
    if (mark === "startfragment") this.isOutside = false;
    if (mark === "endfragment" && !this.isOutside) this.position = this.html.length;
  }
}

function safeName(name) {
  if (ONLY_BLOCKS.has(name)) return "div";
  return /^[a-z0-9-]+$/.test(name) ? name : "span";
}

function dataAttribute(name, quoted) {
  if (!READ.has(name)) return "";
  const value = /^["']/.test(quoted) ? quoted.slice(1, -1) : quoted;
  const safe = value.replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return ` data-${name.replace(/^data-/, "")}="${safe}"`;
}
