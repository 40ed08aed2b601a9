// A prose editor as the findings see it: a text whose words can be marked, shown and mended.
import { closeHistory } from "prosemirror-history";
import { TextSelection } from "prosemirror-state";
import { schema } from "../prose/schema.js";
import { blocksOf, placeOf } from "./positions.js";
import { drawing, drawnNow } from "./underlines.js";

export class ProseText {
  constructor(field) {
    this.field = field;
    this.name = field.name;
    this.box = field.box;
  }

  get view() {
    return this.field.view;
  }

  get element() {
    return this.view.dom;
  }

  get drawn() {
    return drawnNow(this.view.state);
  }

  /** Where the caret or the selection begins. */
  get caret() {
    return this.view.state.selection.from;
  }

  get selectionEnd() {
    return this.view.state.selection.to;
  }

  /** Where in the text the pointer pressed; null while words are selected, or beside underlined ones. */
  pressedAt({ target, clientX: left, clientY: top }) {
    const isOn = getSelection().isCollapsed && target.closest?.(".underlined");
    return isOn ? this.view.posAtCoords({ left, top })?.pos ?? null : null;
  }

  draw(places) {
    if (places.length > 0 || this.drawn.length > 0) this.view.dispatch(drawing(this.view.state, places));
  }

  /** Where the words stand on the screen, the first and the last of them. */
  rectangle({ from, to }) {
    const first = this.view.coordsAtPos(from, 1);
    const last = this.view.coordsAtPos(to, -1);
    return { left: first.left, top: first.top, bottom: last.bottom };
  }

  select({ from, to }) {
    const { tr, doc } = this.view.state;
    this.view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)).scrollIntoView());
    this.focus();
  }

  focus() {
    this.view.focus();
  }

  /** Put the new words in, as one step of undo; the new take the marks of the first they replace. */
  mend(changes) {
    const tr = closeHistory(this.view.state.tr);
    for (const { from, to, words } of [...changes].sort((a, b) => b.from - a.from)) {
      const { marks } = tr.doc.resolve(from).nodeAfter;
      if (words) tr.replaceWith(from, to, schema.text(words, marks));
      else tr.delete(from, to);
    }
    const last = tr.mapping.map(Math.max(...changes.map((change) => change.to)));
    this.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, last)).scrollIntoView());
    this.view.dispatch(closeHistory(this.view.state.tr));
    this.focus();
  }

  /** "block:offset" of the caret right behind a letter, as the server counts; else "". */
  behindLetter() {
    const { $from, empty } = this.view.state.selection;
    const before = $from.parent.textBetween(0, $from.parentOffset, "\n");
    if (!empty || !/[\p{L}\p{N}]$/u.test(before)) return "";
    const at = placeOf(blocksOf(this.view.state.doc), $from.pos);
    return at ? `${at.index}:${at.offset}` : "";
  }
}
