// Choosing rows of a list: all on the page at once, and how many are chosen, said politely.
(() => {
  "use strict";

  for (const form of document.querySelectorAll("[data-select-form]")) {
    const all = form.querySelector("[data-select-all]");
    const rows = [...form.querySelectorAll("[data-select-row]")];
    const count = form.querySelector("[data-select-count]");
    if (!all || !count) continue;

    function tell() {
      const chosen = rows.filter((row) => row.checked).length;
      all.checked = rows.length > 0 && chosen === rows.length;
      all.indeterminate = chosen > 0 && chosen < rows.length;
      count.textContent = chosen === 0 ? "" : `${chosen} valgt`;
    }

    all.disabled = rows.length === 0;
    all.addEventListener("change", () => {
      for (const row of rows) row.checked = all.checked;
      tell();
    });
    form.addEventListener("change", (event) => {
      if (event.target.matches("[data-select-row]")) tell();
    });
    // Back in the browser may bring the ticks back.
    window.addEventListener("pageshow", tell);
  }
})();
