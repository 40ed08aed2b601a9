// What the server answers to a save: which values stand, what others wrote, and what must be asked.
import { showConflicts, together } from "./conflicts.js";
import { showErrors } from "./field_errors.js";
import { read, valueOf } from "./fields.js";

/** Take an answer into the page of an Autosave that had sent the reading `sent`; return what others wrote. */
export function takeIn(autosave, answer, sent, asked) {
  const { form, saved } = autosave;
  const open = new Set([...Object.keys(answer.errors), ...answer.conflicts.map(({ field }) => field)]);
  const others = new Set(answer.theirs.map(({ field }) => field));
  for (const field of sent.keys()) {
    if (!open.has(field) && !others.has(field)) saved.set(field, sent.get(field));
  }
  const merged = answer.theirs.filter((theirs) => putIn(autosave, theirs, sent));
  carry(autosave, answer.settled, answer.revision);
  autosave.unsettled = open;
  ask(autosave, answer.conflicts);
  showErrors(form, answer.errors, { asked });
  showNextStep(answer.next_step);
  takeAwayAnswered(form);
  return merged;
}

/** Show what others wrote in a field, unless it has been touched here since it was sent. */
function putIn(autosave, { field, value, marks }, sent) {
  const { form, saved } = autosave;
  if (read(form).get(field) !== sent.get(field)) return false;
  if (!autosave.fill(field, value, { canUndo: false })) return false;
  carry(autosave, marks);
  saved.set(field, read(form).get(field));
  return true;
}

function ask(autosave, conflicts) {
  showConflicts(autosave.form, conflicts, (conflict, whose) => {
    carry(autosave, conflict.marks);
    autosave.unsettled.delete(conflict.field);
    if (whose !== "mine") putChosen(autosave, conflict, whose);
    document.getElementById(`id_${conflict.field}`)?.focus();
    autosave.save({ asked: true });
  });
}

function putChosen(autosave, { field, value }, whose) {
  const { form, prose, saved } = autosave;
  const mine = valueOf(form, field, read(form).get(field));
  const isBoth = whose === "both";
  autosave.fill(field, isBoth ? together(prose.get(field), mine, value) : value);
  if (!isBoth) saved.set(field, read(form).get(field));
}

/** Take new marks into the page, also for the buttons that send the whole form. */
function carry({ form, marks }, fresh, revision) {
  Object.assign(marks, fresh);
  form.elements.seen.value = JSON.stringify(marks);
  if (revision) form.elements.revision.value = revision;
}

/** A question that was answered with this save goes when Tjek draws the dates anew. */
function takeAwayAnswered(form) {
  const answered = form.querySelector("#id_confirm_waves:checked");
  answered?.dispatchEvent(new Event("text-arrived", { bubbles: true }));
}

function showNextStep(sentence) {
  const line = document.getElementById("naeste-skridt");
  if (line && line.textContent !== sentence) line.textContent = sentence;
}
