// What a typed line turns into: "- " a bullet, "1. " a step, an address followed by a blank a link.
import { InputRule, inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { schema } from "./schema.js";

const { ordered_list: ordered, bullet_list: bullets } = schema.nodes;

// Only 1 begins a list, since "30. " may become "30. oktober"; a greater number goes on with the
// list right above it.
const beginsList = wrappingInputRule(/^(1)[.)]\s$/, ordered);
const bullet = wrappingInputRule(/^[-*•]\s$/, bullets);

const goesOn = new InputRule(/^(\d{1,3})[.)]\s$/, (state, match, start, end) => {
  const $start = state.doc.resolve(start);
  const index = $start.index($start.depth - 1);
  const above = index > 0 ? $start.node($start.depth - 1).child(index - 1) : null;
  if (above?.type !== ordered || above.attrs.start + above.childCount !== Number(match[1])) return null;
  return joined(state, start, end);
});

// Word's users type the marker of the next item from habit, though it stands there already.
const alreadyThere = new InputRule(/^(?:(\d{1,3})[.)]|[-*•])\s$/, (state, match, start, end) => {
  const $start = state.doc.resolve(start);
  const list = $start.depth > 2 && $start.index(-1) === 0 ? $start.node(-2) : null;
  const number = list?.type === ordered ? list.attrs.start + $start.index(-2) : null;
  const isSame = match[1] ? Number(match[1]) === number : list?.type === bullets;
  return isSame ? state.tr.delete(start, end) : null;
});

/** Make the paragraph the next item of the list above it. */
function joined(state, start, end) {
  const tr = state.tr.delete(start, end);
  const $inside = tr.doc.resolve(start);
  const range = $inside.blockRange();
  tr.wrap(range, [{ type: ordered }, { type: schema.nodes.list_item }]);
  return tr.join(range.start);
}

const address = new InputRule(/(?:^|\s)(https?:\/\/[^\s<>"”]+)\s$/, (state, match, start, end) => {
  const href = match[1].replace(/[.,;:!?'’]+$/, "");
  const from = start + match[0].indexOf(match[1]);
  const link = schema.marks.link.create({ href });
  if (!URL.canParse(href) || state.doc.rangeHasMark(from, end, schema.marks.link)) return null;
  return state.tr.addMark(from, from + href.length, link).insertText(match[0].slice(-1), end);
});

export const typedRules = inputRules({ rules: [alreadyThere, bullet, beginsList, goesOn, address] });
