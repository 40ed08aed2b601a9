// How much there is room for, said when a text comes near its limit; nobody is stopped or cut short.
//
// A control has its limit in data-count-to. With data-count-soft, which says why, more is allowed, up to
// data-count-most. data-count-with names an input that stands in brackets before the text.

const NEAR = 0.85;
const readers = new WeakMap();

/** Let an editor tell the text of the control it stands for; otherwise it is the control's value. */
export function countBy(control, read) {
  readers.set(control, read);
}

/** The code points of a text, as the server counts them. */
const lengthOf = (text) => [...text.trim()].length;
const number = (count) => count.toLocaleString("da-DK");

function textOf(control) {
  return readers.has(control) ? readers.get(control)() : control.value;
}

/** The text with its reference before it, as lists show it. */
function shownText(control) {
  const before = document.getElementById(control.dataset.countWith ?? "")?.value.trim();
  return before ? `(${before.replace(/^\((.*)\)$/u, "$1")}) ${textOf(control)}` : textOf(control);
}

/** What to say of a length, and which of the thresholds it has passed. */
function judge(length, most, soft) {
  const words = `${number(length)} af ${number(most)} tegn`;
  if (length < most * NEAR) return { passed: "", words: "" };
  if (length < most) return { passed: "near", words };
  if (length === most) return { passed: "full", words };
  if (soft) return { passed: "over", words: `${words}. ${soft}` };
  return { passed: "too-long", words: `${number(length - most)} tegn for meget (${words})` };
}

function verdict(control) {
  const { countTo, countMost, countSoft } = control.dataset;
  const length = lengthOf(textOf(control));
  if (countMost && length > Number(countMost)) return judge(length, Number(countMost));
  return judge(length ? lengthOf(shownText(control)) : 0, Number(countTo), countSoft);
}

/** Put the line under a control; empty for now, so that whoever copies its description has it. */
function addNote(control) {
  const note = document.createElement("p");
  note.className = "char-count";
  note.id = `${control.id}-tegn`;
  control.closest(".link-row > div, .field").append(note);
  const described = control.getAttribute("aria-describedby");
  control.setAttribute("aria-describedby", described ? `${described} ${note.id}` : note.id);
  return note;
}

/** Show the count, and say it only when a threshold is passed. */
function count(control, note, announcer) {
  const { passed, words } = verdict(control);
  if (announcer && passed !== note.dataset.passed) announcer.textContent = words;
  note.dataset.passed = passed;
  note.textContent = words;
}

function addAnnouncer() {
  const announcer = document.createElement("p");
  announcer.className = "visually-hidden";
  announcer.setAttribute("role", "status");
  document.body.append(announcer);
  return announcer;
}

/** Count every text of a form that has a limit; before an editor takes the place of its textarea. */
export function countCharacters(form) {
  const notes = new Map([...form.querySelectorAll("[data-count-to]")].map((control) => [control, addNote(control)]));
  const announcer = addAnnouncer();
  for (const [control, note] of notes) count(control, note);
  const recount = ({ target }) => {
    for (const [control, note] of notes) {
      if (control === target || control.dataset.countWith === target.id) count(control, note, announcer);
    }
  };
  for (const event of ["input", "text-arrived"]) form.addEventListener(event, recount);
}
