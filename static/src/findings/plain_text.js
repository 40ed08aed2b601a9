// A textarea as the findings see it: a text whose words can be marked, shown and mended.
import { Overlay } from "./overlay.js";
import { moved, plainBlock, standing } from "./positions.js";

export class PlainText {
  /** `isStripped`: the server cuts the blanks around this text before it reads it. */
  constructor(area, isStripped) {
    this.name = area.name;
    this.element = area;
    this.isStripped = isStripped;
    this.overlay = new Overlay(area);
    this.box = this.overlay.box;
    this.drawn = [];
    this.known = area.value;
    for (const event of ["input", "text-arrived"]) area.addEventListener(event, () => this.move());
  }

  get caret() {
    return this.element.selectionStart;
  }

  get selectionEnd() {
    return this.element.selectionEnd;
  }

  get hasSelection() {
    return this.caret !== this.selectionEnd;
  }

  get block() {
    return plainBlock(this.element.value, this.isStripped);
  }

  draw(places) {
    const { block } = this;
    this.drawn = places.flatMap((place) => standing([block], place, this.wordsOf) ?? []);
    this.drawn.sort((a, b) => a.from - b.from || a.to - b.to);
    this.known = this.element.value;
    this.overlay.show(this.drawn);
  }

  /** Move what is drawn along with an edit. */
  move() {
    this.drawn = moved(this.drawn, mapping(this.known, this.element.value), this.wordsOf);
    this.known = this.element.value;
    this.overlay.show(this.drawn);
  }

  /** Where in the text the pointer pressed; null while words are selected, or beside underlined ones. */
  pressedAt({ clientX: x, clientY: y }) {
    const isIn = ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
    return !this.hasSelection && this.overlay.lines().some(isIn) ? this.caret : null;
  }

  rectangle(mark) {
    const lines = this.overlay.lines(mark);
    return { left: lines[0].left, top: lines[0].top, bottom: lines.at(-1).bottom };
  }

  select({ from, to }) {
    this.focus();
    this.element.setSelectionRange(from, to);
    this.element.scrollIntoView({ block: "nearest" });
  }

  focus() {
    this.element.focus({ preventScroll: true });
  }

  /** Put the new words in through the browser, whose own undo takes them back in one step. */
  mend(changes) {
    const from = Math.min(...changes.map((change) => change.from));
    const to = Math.max(...changes.map((change) => change.to));
    let words = this.element.value.slice(from, to);
    for (const change of [...changes].sort((a, b) => b.from - a.from)) {
      words = words.slice(0, change.from - from) + change.words + words.slice(change.to - from);
    }
    this.select({ from, to });
    document.execCommand(words ? "insertText" : "delete", false, words);
  }

  /** "block:offset" of the caret right behind a letter, as the server counts; else "". */
  behindLetter() {
    const { base, text } = this.block;
    const offset = this.caret - base;
    return !this.hasSelection && /[\p{L}\p{N}]$/u.test(text.slice(0, Math.max(0, offset))) ? `0:${offset}` : "";
  }

  wordsOf = ({ from, to }) => this.element.value.slice(from, to);
}

/** How positions move from one text to the next, known by what is the same at both its ends. */
function mapping(before, now) {
  let start = 0;
  while (start < before.length && before[start] === now[start]) start += 1;
  const most = Math.min(before.length, now.length) - start;
  let same = 0;
  while (same < most && before.at(-1 - same) === now.at(-1 - same)) same += 1;
  const [end, newEnd] = [before.length - same, now.length - same];
  return (position, side) => {
    if (position < start || (position === start && (side < 0 || start < end))) return position;
    if (position >= end) return position + newEnd - end;
    return side > 0 ? newEnd : start;
  };
}
