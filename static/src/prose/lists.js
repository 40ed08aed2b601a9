// Lists as Word's users know them: a button makes one, the same button takes it away again.
import { liftListItem, sinkListItem } from "prosemirror-schema-list";
import { AllSelection, TextSelection } from "prosemirror-state";
import { schema } from "./schema.js";

const { list_item: item, ordered_list: ordered, bullet_list: bullets } = schema.nodes;

/** Move an item in one level, and out one level; out of the outermost list it is a paragraph. */
export const indent = sinkListItem(item);
export const outdent = liftListItem(item);

/** The innermost list around both ends of the selection with its position, or null. */
export function listAround(state) {
  const { $from, $to } = linesOf(state);
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === ordered || node.type === bullets) return { node, position: $from.before(depth) };
  }
  return null;
}

/** The selection as it stands in the lines: Ctrl+A selects the whole document, around all of them. */
function linesOf({ doc, selection }) {
  const isAll = selection instanceof AllSelection;
  return isAll ? TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size)) : selection;
}

/** A command that makes the paragraphs items of such a list, or changes its kind, or ends it. */
function toggleList(type) {
  return (state, dispatch) => {
    const around = listAround(state);
    if (!around) return gather(state, dispatch, type);
    if (around.node.type === type) return outdent(state.apply(state.tr.setSelection(linesOf(state))), dispatch);
    if (dispatch) dispatch(state.tr.setNodeMarkup(around.position, type).scrollIntoView());
    return true;
  };
}

/** Make all that is selected one list: each paragraph an item, and the items of lists among them too. */
function gather(state, dispatch, type) {
  const { $from, $to } = linesOf(state);
  const range = $from.blockRange($to);
  if (!range || (range.parent.type === item && range.startIndex === 0)) return false;
  if (!dispatch) return true;
  const { tr } = state;
  for (const { node, position } of childrenFromBehind(tr.doc, range).filter(({ node: child }) => child.type !== type)) {
    if (node.isTextblock) tr.wrap(tr.doc.resolve(position + 1).blockRange(), [{ type }, { type: item }]);
    else tr.setNodeMarkup(position, type);
  }
  const lists = childrenFromBehind(tr.doc, range);
  for (const { position } of lists.slice(0, -1)) tr.join(position);
  dispatch(tr.scrollIntoView());
  return true;
}

/** The children in a range with their positions, the last one first, so that changes move none of the rest. */
function childrenFromBehind(doc, { start, startIndex, endIndex }) {
  const { parent } = doc.resolve(start);
  const children = [];
  let position = start;
  for (let index = startIndex; index < endIndex; index += 1) {
    children.unshift({ node: parent.child(index), position });
    position += parent.child(index).nodeSize;
  }
  return children;
}

export const toggleBullets = toggleList(bullets);
export const toggleNumbers = toggleList(ordered);
