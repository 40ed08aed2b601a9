// Word's lists, which are paragraphs with a marker: which items are open, and where they stand.
import { markerOf } from "./marker.js";

export const INSIDE_ITEM = 0.5; // a line that continues an item begins right of it
const SAME = 1; // points: two margins that differ by less are one

export class WordLists {
  /** The open items, fx `{column: 1, margin: 36}`, outermost first. */
  #open = [];
  /** The last number at each column. */
  #numbers = new Map();

  /** The item that begins with this marker in this paragraph. */
  begin(drawn, { level, margin }) {
    const item = { ...markerOf(drawn, this.#numbers.get(level)), column: level };
    for (const column of this.#numbers.keys()) if (column > level) this.#numbers.delete(column);
    this.#numbers.set(level, item.number);
    this.#open = this.#open.filter((open) => open.column < level);
    this.#open.push({ column: level, margin });
    return item;
  }

  /** The column of a paragraph without a marker; right of an item when it is moved in under it. */
  columnAt(margin) {
    const owner = this.#open.findLast((item) => margin > 0 && item.margin <= margin + SAME);
    return owner ? owner.column + INSIDE_ITEM : 0;
  }

  /** An ordinary paragraph closes the lists; their numbers may go on below it. */
  close() {
    this.#open = [];
  }
}
