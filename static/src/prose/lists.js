// Lists as Word's users know them: a button makes one, the same button takes it away again.
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";
import { schema } from "./schema.js";

const { list_item: item, ordered_list: ordered, bullet_list: bullets } = schema.nodes;

/** Move an item in one level, and out one level; out of the outermost list it is a paragraph. */
export const indent = sinkListItem(item);
export const outdent = liftListItem(item);

/** The innermost list around the selection with its position, or null. */
export function listAround(state) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === ordered || node.type === bullets) return { node, position: $from.before(depth) };
  }
  return null;
}

/** A command that makes the paragraphs items of such a list, or changes its kind, or ends it. */
function toggleList(type) {
  return (state, dispatch) => {
    const around = listAround(state);
    if (!around) return wrapInList(type)(state, dispatch);
    if (around.node.type === type) return outdent(state, dispatch);
    if (dispatch) dispatch(state.tr.setNodeMarkup(around.position, type).scrollIntoView());
    return true;
  };
}

export const toggleBullets = toggleList(bullets);
export const toggleNumbers = toggleList(ordered);
