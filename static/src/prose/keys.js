// The keys of the editor. Tab is not among them: it leaves the field, as in every other field.
import { baseKeymap, chainCommands, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { splitListItem } from "prosemirror-schema-list";
import { indent, outdent, toggleBullets, toggleNumbers } from "./lists.js";
import { schema } from "./schema.js";

const newLine = chainCommands(splitListItem(schema.nodes.list_item), baseKeymap.Enter);

/** The key plugins of one field; `editLink` is the command that opens the link dialog. */
export function editorKeys(editLink) {
  return [
    keymap({
      "Mod-b": toggleMark(schema.marks.strong),
      "Mod-i": toggleMark(schema.marks.em),
      "Mod-k": editLink,
      "Mod-z": undo,
      "Mod-y": redo,
      "Mod-Shift-z": redo,
      "Mod-Shift-7": toggleNumbers,
      "Mod-Shift-8": toggleBullets,
      "Mod-]": indent,
      "Mod-[": outdent,
      // Word's own keys, and within reach on a Danish keyboard
      "Alt-Shift-ArrowRight": indent,
      "Alt-Shift-ArrowLeft": outdent,
      Enter: newLine,
      "Shift-Enter": newLine,
      Backspace: undoInputRule,
    }),
    keymap(baseKeymap),
  ];
}
