// A long list of tasks to tick: searched in as one types, with those that are ticked named on top.
// The boxes stay the form's own, so saving, merging and the page without a script know nothing of it.
import { isMeant, isNamed, searchable } from "./matching.js";

const FEW = 8; // tasks that are shown before anybody has searched
const MOST = 20; // tasks that are shown of those that were found

/** Make every list of tasks in a form searchable, also one that was put in since. */
export function mountTaskPickers(form) {
  const mount = () => {
    for (const box of form.querySelectorAll("[data-task-picker]:not([data-mounted])")) new Picker(box);
  };
  mount();
  document.body.addEventListener("htmx:load", mount);
}

class Picker {
  constructor(box) {
    box.dataset.mounted = "";
    [this.search, this.found, this.chosen] = ["search", "found", "chosen"].map((name) => box.querySelector(`[data-${name}]`));
    this.list = box.querySelector(".choices");
    this.rows = [...this.list.querySelectorAll(".form-check")].map(rowOf);
    for (const event of ["input", "change"]) this.search.addEventListener(event, (typed) => this.searched(typed));
    box.addEventListener("change", () => this.nameChosen());
    box.addEventListener("text-arrived", () => this.nameChosen());
    box.addEventListener("keydown", (event) => this.pressed(event));
    this.chosen.addEventListener("click", (event) => this.removed(event));
    this.nameChosen();
    this.show();
  }

  /** What is searched for is no text of the task: neither saved nor checked. */
  searched(event) {
    event.stopPropagation();
    if (event.type === "input") this.show();
  }

  get isAsked() {
    return this.search.value.trim() !== "";
  }

  get shown() {
    return this.rows.filter((row) => !row.element.hidden);
  }

  show() {
    const isFew = this.rows.length <= FEW;
    const meant = this.rows.filter((row) => (this.isAsked ? isMeant(row.task, this.search.value) : isFew));
    const shown = new Set(meant.slice(0, MOST));
    for (const row of this.rows) row.element.hidden = !shown.has(row);
    this.list.hidden = !shown.size;
    this.found.textContent = this.isAsked ? foundWords(meant.length) : isFew ? "" : `Projektet har ${this.rows.length} andre opgaver.`;
  }

  nameChosen() {
    const ticked = this.rows.filter((row) => row.input.checked);
    this.chosen.replaceChildren(...ticked.map((row) => chosenLine(row)));
    this.chosen.hidden = !ticked.length;
  }

  /** Untick what was removed, and keep the focus near. */
  removed(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const place = [...this.chosen.children].indexOf(button.closest("li"));
    tick(this.rows.find((row) => row.input.value === button.value), false);
    const left = this.chosen.querySelectorAll("button");
    (left[Math.min(place, left.length - 1)] ?? this.search).focus();
  }

  pressed(event) {
    const act = { ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1), Enter: () => this.entered(), Escape: () => this.cleared() }[event.key];
    const isOurs = event.target === this.search || event.target.type === "checkbox";
    if (act && isOurs && act() !== false) event.preventDefault();
  }

  /** Up and down through the search field and the boxes that are shown. */
  step(by) {
    const stops = [this.search, ...this.shown.map((row) => row.input)];
    const next = stops[stops.indexOf(document.activeElement) + by];
    next?.focus();
    return Boolean(next);
  }

  /** Enter never sends the form from here: it ticks the box it stands on, or the one that is meant. */
  entered() {
    const here = this.rows.find((row) => row.input === document.activeElement);
    if (here) return tick(here, !here.input.checked);
    const only = this.shown.find((row) => isNamed(row.task, this.search.value)) ?? (this.shown.length === 1 ? this.shown[0] : null);
    if (!this.isAsked || !only) return;
    tick(only, true);
    this.search.select();
  }

  cleared() {
    if (!this.isAsked) return false;
    this.search.value = "";
    this.show();
    this.search.focus();
  }
}

function rowOf(element) {
  const label = element.querySelector("label").textContent.trim();
  return { element, input: element.querySelector("input"), label, task: searchable(label) };
}

function tick(row, isTicked) {
  row.input.checked = isTicked;
  for (const event of ["input", "change"]) row.input.dispatchEvent(new Event(event, { bubbles: true }));
}

function chosenLine(row) {
  const line = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-link btn-sm", value: row.input.value });
  button.textContent = "Fjern";
  button.setAttribute("aria-label", `Fjern ${row.label}`);
  line.append(row.label, " ", button);
  return line;
}

function foundWords(count) {
  if (!count) return "Ingen opgave passer. Søg på en reference, fx MI 01, eller på et ord fra titlen.";
  const words = count === 1 ? "1 opgave passer." : `${count} opgaver passer.`;
  return count > MOST ? `${words} De første ${MOST} vises. Skriv mere for at finde de andre.` : words;
}
