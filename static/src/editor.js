// The task form in the browser. Without this script the form works all the same: what is built here
// saves the author from losing, waiting and looking for things.
import { mountTaskPickers } from "./choosing/picker.js";
import { countBy, countCharacters } from "./comforts/counters.js";
import { nameThePage } from "./comforts/heading.js";
import { saveByKey } from "./comforts/keys.js";
import { previewBeside } from "./comforts/preview.js";
import { foldSections } from "./comforts/sections.js";
import { pickDates } from "./dates/picking.js";
import { keepOnOneLine } from "./findings/one_line.js";
import { mountFindings } from "./findings/findings.js";
import { mountProseFields } from "./prose/field.js";
import { sourceOf } from "./prose/source.js";
import { Autosave } from "./saving/autosave.js";
import { watchLeaving } from "./saving/leaving.js";
import { guardLiveAnswers, guardSubmits } from "./session/guard.js";
import { startPresence } from "./session/presence.js";
import { inSession } from "./session/session.js";

const form = document.querySelector("[data-task-form]");

if (form) {
  form.dataset.scripted = "";
  countCharacters(form);
  for (const area of form.querySelectorAll("[data-one-line]")) keepOnOneLine(area);
  const prose = mountProseFields(form);
  for (const field of prose.values()) countBy(field.area, () => sourceOf(field.view.state.doc));
  mountTaskPickers(form);
  pickDates(form);
  foldSections(form);
  nameThePage(form);
  previewBeside();
  const findings = mountFindings(form, prose);
  const autosave = new Autosave(form, prose);
  saveByKey(form, () => autosave.save({ asked: true }));
  guardSubmits(form, autosave);
  guardLiveAnswers();
  watchLeaving(autosave);
  const beSeen = () => startPresence(form, { onRevision: () => autosave.refresh() });
  beSeen();
  form.addEventListener("adopted", beSeen); // a new task could not be open anywhere else
  // For tests and the bench alone; nothing in the product reads it.
  window.klikEditor = { prose, sourceOf, findings, inSession, autosave };
}

for (const field of document.querySelectorAll("[data-prose-form]")) mountProseFields(field);

const message = document.querySelector("[data-announcement]");
if (message) window.klikEditor = { findings: mountFindings(message) };
