// #besked: only a saved text can be copied, and a text that is not saved is not left unasked.
(() => {
  "use strict";

  const form = document.querySelector("[data-announcement]");
  if (!form) return;
  let leaving = false;

  const isUnsaved = () =>
    "unsaved" in form.dataset ||
    [...form.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue) ||
    [...form.querySelectorAll("input[type=radio], input[type=checkbox]")].some((field) => field.checked !== field.defaultChecked);

  function show() {
    const unsaved = isUnsaved();
    for (const part of document.querySelectorAll("[data-when-saved]")) part.hidden = unsaved;
    for (const part of document.querySelectorAll("[data-when-unsaved]")) part.hidden = !unsaved;
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; show(); });
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved() && !leaving) event.preventDefault();
  });
})();
