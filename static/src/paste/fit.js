// How pasted lines meet those of the text: no two words join, and lists keep their numbers.
import { Fragment, Slice } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import { schema } from "../prose/schema.js";

const { ordered_list: ordered, bullet_list: bullets, paragraph } = schema.nodes;

/** The slice as it goes into the selection; in a list its items join the list. */
export function fitted(slice, selection, { hadTable, hasBlankBefore, hasBlankAfter }) {
  const [before, after] = signsBeside(selection);
  const { firstChild, lastChild, childCount } = slice.content;
  if (childCount === 1 && firstChild.type === paragraph && !hadTable) {
    return spaced(slice, hasBlankBefore && isWord(before), hasBlankAfter && !isBlank(after));
  }
  const isApart = (node, beside) =>
    isList(node) ? !isInList(selection) : hadTable || isWord(beside);
  return new Slice(
    slice.content,
    isApart(firstChild, before) ? 0 : slice.openStart,
    isApart(lastChild, after) ? 0 : slice.openEnd,
  );
}

/** The paste of items beside a word of a list, for which the list opens; null for any other. */
export function itemsBesideWords(state, slice) {
  const tr = state.tr.deleteSelection();
  if (!isInList(tr.selection)) return null;
  const [before, after] = signsBeside(tr.selection);
  if (isList(slice.content.firstChild) && isWord(before)) tr.split(tr.selection.from, 2);
  if (isList(slice.content.lastChild) && isWord(after)) {
    const caret = tr.selection.from;
    tr.split(caret, 2).setSelection(TextSelection.create(tr.doc, caret));
  }
  return tr.docChanged ? tr.replaceSelection(slice) : null;
}

const isBlank = (sign) => sign !== "" && sign.trim() === "";
const isWord = (sign) => sign.trim() !== "";
const isList = (node) => node?.type === ordered || node?.type === bullets;
const isInList = ({ $from }) => $from.depth > 1;

/** The letters between which the selection stands; "" at the end of a line. */
function signsBeside({ $from, $to }) {
  const before = $from.parent.textBetween(0, $from.parentOffset);
  const after = $to.parent.textBetween($to.parentOffset, $to.parent.content.size);
  return [before.slice(-1), after.slice(0, 1)];
}

/** Words for the middle of a line, with the blanks that were copied with them. */
function spaced(slice, isBefore, isAfter) {
  let { content } = slice.content.firstChild;
  if (isBefore) content = Fragment.from(schema.text(" ")).append(content);
  if (isAfter) content = content.addToEnd(schema.text(" "));
  return new Slice(Fragment.from(paragraph.create(null, content)), slice.openStart, slice.openEnd);
}
