// Pasting and dropping into a prose editor: foreign HTML is cleaned, and plain text is read as lines.
import { Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { fromHtml } from "../prose/html.js";
import { fitted } from "./fit.js";
import { cleanPasted } from "./html.js";
import { ownSlice } from "./own.js";
import { plainToHtml } from "./plain.js";

/** The plugin of an editor; `onTable` is called when a pasted table was turned into lines. */
export function pasting(onTable) {
  let foreign = null;
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        const own = ownSlice(html);
        foreign = own ? null : cleanPasted(html);
        if (foreign?.hadTable) onTable();
        return foreign?.html ?? own;
      },
      clipboardTextParser(text, $context) {
        foreign = {};
        return isPartOfLine(text, $context) ? null : Slice.maxOpen(fromHtml(plainToHtml(text)).content);
      },
      transformPasted: (slice, view) => (foreign ? fitted(slice, view.state.selection, foreign) : slice),
    },
  });
}

/** Some words, put into the line where the caret stands with the blanks around them. */
function isPartOfLine(text, $context) {
  const isLine = $context.parent.content.size > 0 && !/[\n\r]/.test(text.trim());
  return isLine && !plainToHtml(text).includes("<a ");
}
