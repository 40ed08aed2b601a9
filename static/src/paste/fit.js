// How pasted lines meet those of the text: no two words join, and lists keep their numbers.
import { Fragment, Slice } from "prosemirror-model";
import { schema } from "../prose/schema.js";

const { ordered_list: ordered, bullet_list: bullets, paragraph } = schema.nodes;

/** The slice as it goes into the selection; in a list its items join the list. */
export function fitted(slice, { $from, $to }, { hadTable, hasBlankBefore, hasBlankAfter }) {
  const before = $from.parent.textBetween(0, $from.parentOffset).slice(-1);
  const after = $to.parent.textBetween($to.parentOffset, $to.parent.content.size).slice(0, 1);
  const { firstChild, lastChild, childCount } = slice.content;
  if (childCount === 1 && firstChild.type === paragraph && !hadTable) {
    return spaced(slice, hasBlankBefore && isWord(before), hasBlankAfter && !isBlank(after));
  }
  if ($from.depth > 1) return slice;
  const isApart = (node, beside) => hadTable || isList(node) || isWord(beside);
  return new Slice(
    slice.content,
    isApart(firstChild, before) ? 0 : slice.openStart,
    isApart(lastChild, after) ? 0 : slice.openEnd,
  );
}

const isBlank = (sign) => sign !== "" && sign.trim() === "";
const isWord = (sign) => sign.trim() !== "";
const isList = (node) => node?.type === ordered || node?.type === bullets;

/** Words for the middle of a line, with the blanks that were copied with them. */
function spaced(slice, isBefore, isAfter) {
  let { content } = slice.content.firstChild;
  if (isBefore) content = Fragment.from(schema.text(" ")).append(content);
  if (isAfter) content = content.addToEnd(schema.text(" "));
  return new Slice(Fragment.from(paragraph.create(null, content)), slice.openStart, slice.openEnd);
}
