// The task form in the browser. Without this script the form works all the same: what is built here
// saves the author from losing, waiting and looking for things.
import { nameThePage } from "./comforts/heading.js";
import { saveByKey } from "./comforts/keys.js";
import { previewBeside } from "./comforts/preview.js";
import { foldSections } from "./comforts/sections.js";

const form = document.querySelector("[data-task-form]");

if (form) {
  form.dataset.scripted = "";
  foldSections(form);
  nameThePage(form);
  saveByKey(form);
  previewBeside();
}
