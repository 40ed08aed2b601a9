// The fields of the task form by their Danish form's own names: read, compared and filled in.

// What the form carries besides the author's own words and choices
const CARRIED = new Set(["csrfmiddlewaretoken", "creation_key", "task", "revision", "seen", "action", "confirm_project", "confirm_waves"]);
const LINKS = "attachments";

const isWritten = (name) => !CARRIED.has(name) && !/-format$|^keep_|^(fix|keep|unkeep|use_|typing|check_)/.test(name);
const fieldOf = (name) => (name.startsWith(`${LINKS}_`) ? LINKS : name);

/** All fields of a form, each with what it holds as one text that can be compared. */
export function read(form) {
  const fields = new Map([...form.elements].filter((e) => e.name && isWritten(e.name)).map((e) => [fieldOf(e.name), []]));
  for (const [name, value] of new FormData(form)) {
    if (fields.has(fieldOf(name)) && isWritten(name)) fields.get(fieldOf(name)).push([name, value]);
  }
  return new Map([...fields].map(([field, pairs]) => [field, JSON.stringify(held(field, pairs))]));
}

/** What a field holds: a text, a list of rows, or the filled rows of links. */
function held(field, pairs) {
  const values = pairs.map(([, value]) => value);
  if (field !== LINKS) return values;
  const half = values.length / 2;
  const rows = values.slice(0, half).map((_, row) => [pairs[row * 2]?.[1] ?? "", pairs[row * 2 + 1]?.[1] ?? ""]);
  return rows.filter(([title, url]) => title.trim() || url.trim());
}

/** The names of the fields that differ between two readings. */
export function differing(before, after) {
  return [...after.keys()].filter((field) => before.get(field) !== after.get(field));
}

/** The value of a reading as the server sends it: a text, a list of keys, or rows of links. */
export function valueOf(form, field, reading) {
  const values = JSON.parse(reading);
  if (field === LINKS || isSeveral(form, field)) return values;
  return isTick(form, field) ? values.length > 0 : (values[0] ?? "");
}

/**
 * Fill a field in, and tell the rest of the page; false when the page has no such choice.
 * `prose` are the editors by name, which tell of it themselves.
 */
export function fill(form, prose, field, value, options) {
  if (prose.has(field)) {
    prose.get(field).setHtml(value, options);
    return true;
  }
  const inputs = field === LINKS ? linkInputs(form) : inputsOf(form, field);
  const isFilled = field === LINKS ? fillLinks(inputs, value) : fillInputs(inputs, [value].flat());
  if (isFilled) for (const input of inputs) input.dispatchEvent(new Event("text-arrived", { bubbles: true }));
  return isFilled;
}

const inputsOf = (form, field) => [...form.elements].filter((element) => element.name === field);
const isSeveral = (form, field) => inputsOf(form, field).length > 1 && inputsOf(form, field)[0].type === "checkbox";
const isTick = (form, field) => inputsOf(form, field)[0]?.type === "checkbox";

function fillInputs(inputs, values) {
  if (!inputs.length) return values.every((value) => value === "" || value === false);
  if (inputs[0].type === "checkbox" && typeof values[0] === "boolean") inputs[0].checked = values[0];
  else if (["checkbox", "radio"].includes(inputs[0].type)) return tick(inputs, values);
  else if (inputs[0] instanceof HTMLSelectElement) return choose(inputs[0], values[0]);
  else type(inputs[0], values[0]);
  return true;
}

function tick(inputs, values) {
  const wanted = values.filter(Boolean);
  if (!wanted.every((value) => inputs.some((input) => input.value === value))) return false;
  for (const input of inputs) input.checked = wanted.includes(input.value);
  return true;
}

function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) return false;
  select.value = value;
  return true;
}

/** The caret stays where it was, as far as the text is long enough. */
function type(input, value) {
  const caret = document.activeElement === input ? input.selectionStart : null;
  input.value = value;
  if (caret !== null) input.setSelectionRange(caret, caret);
}

const linkInputs = (form) => [...form.elements].filter((element) => element.name.startsWith(`${LINKS}_`));

function fillLinks(inputs, rows) {
  if (rows.length * 2 > inputs.length) return false;
  inputs.forEach((input, place) => { input.value = rows[Math.floor(place / 2)]?.[place % 2] ?? ""; });
  return true;
}

/** A field's label as it stands on the page, without the star. */
export function labelOf(form, field) {
  const box = document.getElementById(`div_id_${field}`);
  const label = box?.querySelector(".field-label, .form-check-label")?.cloneNode(true);
  label?.querySelectorAll(".required-mark, .visually-hidden").forEach((part) => part.remove());
  return label?.textContent.replace("\u2060", "").trim() || field;
}
