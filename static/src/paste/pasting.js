// Pasting and dropping into a prose editor: foreign HTML is cleaned, and plain text is read as lines.
import { Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { fromHtml } from "../prose/html.js";
import { fitted, itemsBesideWords } from "./fit.js";
import { cleanPasted } from "./html.js";
import { NOTHING, TABLE } from "./notice.js";
import { ownSlice } from "./own.js";
import { plainToHtml } from "./plain.js";

/** The plugin of an editor; `tell` is called with the words for what the author cannot see. */
export function pasting(tell) {
  let read = null; // what is known of a paste that is not from one of our editors, until it is fitted
  let isForeign = false;
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        const own = ownSlice(html);
        read = own ? null : cleanPasted(html);
        if (read?.hadTable) tell(TABLE);
        return read?.html ?? own;
      },
      clipboardTextParser(text, $context, isPlain, view) {
        read = {};
        if (isPartOfLine(text, view.state.selection)) return null;
        return Slice.maxOpen(fromHtml(plainToHtml(text)).content);
      },
      transformPasted(slice, view) {
        const known = read;
        read = null; // what is dragged inside the editor comes by here alone
        isForeign = known !== null;
        return known ? fitted(slice, view.state.selection, known) : slice;
      },
      handlePaste(view, event, slice) {
        if (!slice.content.textBetween(0, slice.content.size)) {
          pasteWordsAlone(view, event, tell);
          return true;
        }
        const tr = isForeign ? itemsBesideWords(view.state, slice) : null;
        if (tr) view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
        return tr !== null;
      },
    },
  });
}

/** Some words, put into the line where the caret stands with the blanks around them. */
function isPartOfLine(text, { $from, $to }) {
  const isLine = $from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size;
  return isLine && !/[\n\r]/.test(text.trim()) && !plainToHtml(text).includes("<a ");
}

/** A picture takes no text away, and HTML without words may have plain text beside it. */
function pasteWordsAlone(view, event, tell) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.trim()) view.pasteText(text, new ClipboardEvent("paste")); // without data: tried once
  else tell(NOTHING);
}
