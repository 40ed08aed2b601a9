// What the server says of a value that cannot be stored, at its field, as a posted page shows it.

/**
 * Show these errors (by field) and take away those that are mended.
 * Nobody is told in the middle of typing in a field, unless they `asked`.
 */
export function showErrors(form, errors, { asked }) {
  for (const box of form.querySelectorAll(".field-invalid[data-saved-error]")) {
    if (!(box.dataset.savedError in errors)) clear(box);
  }
  for (const [field, sentences] of Object.entries(errors)) {
    const box = document.getElementById(`div_id_${field}`);
    if (!box || (!asked && isTypingIn(box))) continue;
    clear(box);
    put(box, field, sentences);
  }
}

/** A box that is ticked is an answer already, and a search changes nothing of the field. */
function isTypingIn(box) {
  const at = document.activeElement;
  return box.contains(at) && !at.matches("[type=checkbox], [type=radio], [type=search]");
}

function put(box, field, sentences) {
  if (box.querySelector(`#id_${field}_error`)) return; // the page itself came with it
  const list = document.createElement("div");
  list.id = `id_${field}_error`;
  list.append(...sentences.map(paragraph));
  const control = controlOf(box, field);
  const firstChoice = control?.querySelector(":scope > .chosen-tasks, :scope > .choices");
  (firstChoice ?? control?.closest(".prose-editor, .input-group, .overlaid") ?? control ?? box.lastElementChild).before(list);
  box.classList.add("field-invalid");
  box.dataset.savedError = field;
  control?.setAttribute("aria-invalid", "true");
  describe(control, list.id, true);
}

function paragraph(sentence) {
  const words = document.createElement("p");
  words.className = "field-error";
  const spoken = document.createElement("span");
  spoken.className = "visually-hidden";
  spoken.textContent = "Fejl: ";
  words.append(spoken, sentence);
  return words;
}

function clear(box) {
  const field = box.dataset.savedError;
  if (!field) return;
  document.getElementById(`id_${field}_error`)?.remove();
  const control = controlOf(box, field);
  control?.removeAttribute("aria-invalid");
  describe(control, `id_${field}_error`, false);
  box.classList.remove("field-invalid");
  delete box.dataset.savedError;
}

const controlOf = (box, field) => box.querySelector(`#id_${CSS.escape(field)}`);

function describe(control, id, isDescribed) {
  if (!control) return;
  const ids = (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((one) => one && one !== id);
  if (isDescribed) ids.push(id);
  if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}
