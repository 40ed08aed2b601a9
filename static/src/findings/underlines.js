// The underlines of one prose editor: decorations, which move with the words and are never saved.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { blocksOf, moved, standing } from "./positions.js";

const key = new PluginKey("underlines");
const NONE = { drawn: [], decorations: DecorationSet.empty };

export const underlines = new Plugin({
  key,
  state: {
    init: () => NONE,
    apply(transaction, before) {
      const places = transaction.getMeta(key);
      if (places) return drawnIn(transaction.doc, places);
      return transaction.docChanged && before !== NONE ? after(before, transaction) : before;
    },
  },
  props: { decorations: (state) => key.getState(state).decorations },
});

/** The transaction that draws these places instead of those drawn before; it cannot be undone. */
export const drawing = (state, places) => state.tr.setMeta(key, places).setMeta("addToHistory", false);

/** What is drawn now: each with its place, its range and the ranges of its fixes. */
export const drawnNow = (state) => key.getState(state)?.drawn ?? [];

const wordsIn = (doc) => ({ from, to }) => doc.textBetween(from, to, "\n");

function drawnIn(doc, places) {
  if (places.length === 0) return NONE;
  const blocks = blocksOf(doc);
  const drawn = places.flatMap((place) => standing(blocks, place, wordsIn(doc)) ?? []);
  drawn.sort((a, b) => a.from - b.from || a.to - b.to);
  return { drawn, decorations: DecorationSet.create(doc, drawn.map(decoration)) };
}

function after(before, { doc, mapping }) {
  const drawn = moved(before.drawn, (position, side) => mapping.map(position, side), wordsIn(doc));
  if (drawn.length === before.drawn.length) {
    return { drawn, decorations: before.decorations.map(mapping, doc) };
  }
  return { drawn, decorations: DecorationSet.create(doc, drawn.map(decoration)) };
}

function decoration({ from, to, place }) {
  return Decoration.inline(from, to, { class: `underlined underlined-${place.severity}` });
}
