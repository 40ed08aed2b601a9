// The title of a task: a pasted "(MI 02) Udfyld …" fills reference and title at once.
(() => {
  "use strict";

  const PASTED = /^\s*\(([^()]*\p{L}[^()]*\d[^()]*)\)\s*(\S.*)$/su;

  function set(input, value) {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("paste", (event) => {
    if (!event.target.matches("#id_reference, #id_title")) return;
    const match = PASTED.exec(event.clipboardData.getData("text/plain"));
    if (!match) return;
    event.preventDefault();
    set(document.getElementById("id_reference"), match[1].trim());
    const title = document.getElementById("id_title");
    set(title, match[2].trim());
    title.focus();
  });

  // A suggested reference is one press away.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fill]");
    if (!button) return;
    const input = document.getElementById(button.dataset.fill);
    set(input, button.dataset.value);
    input.focus();
  });
})();
