// The title of a task: a pasted or typed "(MI 02) Udfyld …" fills reference and title.
(() => {
  "use strict";

  // The shape of a whole reference, as tasks/reference.py knows it
  const PASTED = /^\s*\((?=[^()]{1,40}\))(\s*[^()]*\p{L}[ \-–./_]*\d[\p{L}\p{N}_.-]*\s*)\)\s*(\S.*)$/su;

  const bare = (reference) => reference.replace(/[()\s]/g, "").toLowerCase();

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

  // What was typed is parted when the title is left, as the server parts it when it saves: from then
  // on the underlines of Tjek stand under the words of the title alone.
  document.addEventListener("change", ({ target }) => {
    const match = target.matches("#id_title") && PASTED.exec(target.value);
    if (!match) return;
    const reference = document.getElementById("id_reference");
    if (bare(reference.value) && bare(reference.value) !== bare(match[1])) return;
    set(reference, match[1].trim());
    set(target, match[2].trim());
    document.getElementById("announcer").textContent = "Referencen er flyttet til feltet Reference.";
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
