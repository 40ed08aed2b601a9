// The task form in the browser. Without this script the form works all the same: what is built here
// saves the author from losing, waiting and looking for things.
import { countBy, countCharacters } from "./comforts/counters.js";
import { nameThePage } from "./comforts/heading.js";
import { saveByKey } from "./comforts/keys.js";
import { previewBeside } from "./comforts/preview.js";
import { foldSections } from "./comforts/sections.js";
import { keepOnOneLine } from "./findings/one_line.js";
import { mountFindings } from "./findings/findings.js";
import { mountProseFields } from "./prose/field.js";
import { sourceOf } from "./prose/source.js";
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
  foldSections(form);
  nameThePage(form);
  saveByKey(form);
  previewBeside();
  guardSubmits(form);
  guardLiveAnswers();
  startPresence(form);
  // For tests and the bench alone; nothing in the product reads it.
  window.klikEditor = { prose, sourceOf, findings: mountFindings(form, prose), inSession };
}

const message = document.querySelector("[data-announcement]");
if (message) window.klikEditor = { findings: mountFindings(message) };
