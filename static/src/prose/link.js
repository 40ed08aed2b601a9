// Links: what may be one, and the dialog that asks for it.
import { TextSelection } from "prosemirror-state";
import { schema } from "./schema.js";

const { link } = schema.marks;
const WRONG = "Skriv en hel adresse, fx https://www.kombit.dk eller navn@kombit.dk.";
const MARKUP = `
  <form method="dialog" novalidate>
    <h2 id="link-titel">Link</h2>
    <div class="field" id="div_link-tekst">
      <label class="field-label" for="link-tekst">Tekst</label>
      <input class="form-control" id="link-tekst" autocomplete="off">
    </div>
    <div class="field" id="div_link-adresse">
      <label class="field-label" for="link-adresse">Adresse</label>
      <p class="field-error" id="link-fejl" hidden></p>
      <input class="form-control" id="link-adresse" inputmode="url" autocomplete="off" spellcheck="false">
    </div>
    <div class="dialog-buttons">
      <button type="submit" class="btn btn-primary" value="insert">Indsæt link</button>
      <button type="submit" class="btn btn-outline-primary" value="remove">Fjern link</button>
      <button type="submit" class="btn btn-outline-primary" value="cancel">Annuller</button>
    </div>
  </form>`;

/** The address a link may have, with what people leave out put in; "" when it is none. */
export function addressOf(typed) {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  const whole = /^(https?:|mailto:)/i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(whole)) return "";
  const url = new URL(whole);
  if (url.protocol === "mailto:") return url.pathname.includes("@") ? whole : "";
  return url.hostname.includes(".") || /^https?:/i.test(text) ? whole : "";
}

/** A command that asks for the address of the selected words, or of the link around the caret. */
export function editLink(state, dispatch, view) {
  if (!view) return true;
  const range = linkAround(state) ?? withoutBlanks(state);
  const text = state.doc.textBetween(range.from, range.to, " ");
  ask(text, range.href, (answer) => put(view, range, answer)).addEventListener("close", () => view.focus(), { once: true });
  return true;
}

/** Where the link around the caret or selection stands, or null. */
function linkAround(state) {
  const { $from, from, to } = state.selection;
  const mark = link.isInSet($from.marks()) ?? ($from.nodeAfter && link.isInSet($from.nodeAfter.marks));
  if (!mark) return null;
  let range = null;
  state.doc.nodesBetween($from.start(), $from.end(), (node, position) => {
    if (!node.isText || !mark.isInSet(node.marks)) return;
    const touches = range && range.to === position;
    if (touches) range.to = position + node.nodeSize;
    else if (!range || range.to < from) range = { from: position, to: position + node.nodeSize, href: mark.attrs.href };
  });
  return range && range.from <= from && to <= range.to ? range : null;
}

/** The selected words; a blank taken along, as a double click in Windows does, stays outside the link. */
function withoutBlanks({ doc, selection: { from, to } }) {
  const isBlank = (position) => /^\s$/.test(doc.textBetween(position, position + 1));
  while (from < to && isBlank(from)) from += 1;
  while (from < to && isBlank(to - 1)) to -= 1;
  return { from, to, href: "" };
}

function put(view, { from, to }, { text, href }) {
  const { tr, doc } = view.state;
  tr.removeMark(from, to, link);
  if (href) {
    const isSame = text === doc.textBetween(from, to, " ");
    if (!isSame) tr.replaceWith(from, to, schema.text(text, doc.resolve(from).marksAcross(doc.resolve(to)) ?? []));
    const end = isSame ? to : from + text.length;
    tr.addMark(from, end, link.create({ href })).setSelection(TextSelection.create(tr.doc, end));
    tr.removeStoredMark(link);
  }
  view.dispatch(tr.scrollIntoView());
}

/** Show the dialog; `answered` is given text and address, an empty address to remove the link. */
function ask(text, href, answered) {
  const dialog = document.getElementById("link-dialog") ?? newDialog();
  const [words, address] = dialog.querySelectorAll("input");
  words.value = text;
  address.value = href.replace(/^mailto:/i, "");
  dialog.querySelector("[value=remove]").hidden = !href;
  showError(dialog, "");
  dialog.querySelector("form").onsubmit = (event) => {
    const pressed = event.submitter?.value ?? "insert";
    if (pressed === "cancel") return;
    const found = pressed === "remove" ? "" : addressOf(address.value);
    if (!found && pressed === "insert") {
      event.preventDefault();
      showError(dialog, WRONG);
      address.focus();
      return;
    }
    answered({ text: words.value.trim() || address.value.trim(), href: found });
  };
  dialog.showModal();
  (text ? address : words).focus();
  return dialog;
}

function showError(dialog, words) {
  const [, address] = dialog.querySelectorAll("input");
  const error = dialog.querySelector("#link-fejl");
  error.textContent = words;
  error.hidden = !words;
  address.toggleAttribute("aria-invalid", Boolean(words));
  if (words) address.setAttribute("aria-describedby", error.id);
  else address.removeAttribute("aria-describedby");
  dialog.querySelector("#div_link-adresse").classList.toggle("field-invalid", Boolean(words));
}

function newDialog() {
  const dialog = document.createElement("dialog");
  dialog.id = "link-dialog";
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "link-titel");
  dialog.innerHTML = MARKUP;
  document.body.append(dialog);
  return dialog;
}
