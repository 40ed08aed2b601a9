// Text an earlier visit left unsaved in this browser: shown beside what is saved, never put back unasked.
import { fromHtml } from "../prose/html.js";
import { element } from "../session/element.js";
import { labelOf, read, valueOf } from "./fields.js";

const WHEN = new Intl.DateTimeFormat("da-DK", { timeZone: "Europe/Copenhagen", weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

/**
 * Show the copies of a page above its form. `take(field, value)` puts a text into the form;
 * `keep(copies)` stores those that are still undecided.
 */
export function offerCopies(form, prose, copies, { take, keep }) {
  let left = copies.map((copy) => without(form, copy)).filter((copy) => Object.keys(copy.fields).length);
  keep(left);
  if (!left.length) return;
  const notice = frame();
  for (const copy of left) {
    for (const [field, value] of Object.entries(copy.fields)) notice.list.append(row(copy, field, value));
  }
  form.before(notice.section);

  function row(copy, field, value) {
    const item = element("section", { class: "copy-offer", "aria-label": labelOf(form, field) });
    const mine = element("button", { type: "button", class: "btn btn-sm btn-outline-primary" }, "Brug teksten herfra", hidden(` i ${labelOf(form, field)}`));
    const saved = element("button", { type: "button", class: "btn btn-sm btn-outline-primary" }, "Behold det gemte", hidden(` i ${labelOf(form, field)}`));
    mine.addEventListener("click", () => { take(field, value); decide(); });
    saved.addEventListener("click", decide);
    item.append(
      element("h3", { class: "h4" }, labelOf(form, field)),
      element("div", { class: "columns before-after" },
        side("Gemt nu", words(prose, form, field, valueOf(form, field, read(form).get(field) ?? "[]"))),
        side(`Skrevet ${moment(copy.at)}`, words(prose, form, field, value))),
      element("div", { class: "conflict-buttons" }, mine, saved),
    );
    return item;

    function decide() {
      delete copy.fields[field];
      left = left.filter((one) => Object.keys(one.fields).length);
      keep(left);
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      if (!left.length) notice.section.remove();
      (left.length ? next.querySelector("button") : document.getElementById(`id_${field}`))?.focus();
    }
  }
}

/** A moment as the house writes it, by the Danish clock: "torsdag den 26. november kl. 15.10". */
function moment(at) {
  const part = Object.fromEntries(WHEN.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${part.weekday} den ${part.day}. ${part.month} kl. ${Number(part.hour)}.${part.minute}`;
}

/** A copy without the fields that hold the same by now, or that the page does not have. */
function without(form, copy) {
  const now = read(form);
  const differs = ([field, value]) => now.has(field) && JSON.stringify(value) !== JSON.stringify(valueOf(form, field, now.get(field)));
  return { at: copy.at, fields: Object.fromEntries(Object.entries(copy.fields).filter(differs)) };
}

function frame() {
  const list = element("div", {});
  const title = element("h2", { class: "notice-title h4", id: "kopi-titel" }, "Du har tekst her, som ikke nåede at blive gemt");
  const body = element("div", { class: "notice-body" }, title, element("p", {}, "Den ligger kun i denne browser. Vælg for hvert felt, hvad der skal stå."), list);
  return { section: element("section", { class: "notice notice-warning", "aria-labelledby": title.id, id: "kopi" }, body), list };
}

const side = (heading, text) => element("div", {}, element("h4", { class: "h5" }, heading), element("p", { class: "typed-text" }, text || "(tomt)"));
const hidden = (text) => element("span", { class: "visually-hidden" }, text);

/** A value in words: prose as lines, choices by their labels, links by title and address. */
function words(prose, form, field, value) {
  if (prose.has(field)) return lines(fromHtml(value));
  if (typeof value === "boolean") return value ? "Ja" : "Nej";
  if (Array.isArray(value)) return value.map((one) => (Array.isArray(one) ? one.filter(Boolean).join(" ") : choiceLabel(form, field, one))).join("\n");
  return choiceLabel(form, field, value);
}

function lines(doc) {
  const found = [];
  doc.descendants((node) => {
    if (node.isTextblock && node.textContent.trim()) found.push(node.textContent);
  });
  return found.join("\n");
}

function choiceLabel(form, field, value) {
  const input = [...form.elements].find((one) => one.name === field && one.value === value && ["radio", "checkbox"].includes(one.type));
  if (input) return input.labels[0]?.textContent.trim() ?? value;
  const select = form.querySelector(`select[name="${field}"]`);
  return [...(select?.options ?? [])].find((option) => option.value === value)?.textContent ?? value;
}
