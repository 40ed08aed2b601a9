// The form's sections fold. Which of them are shut is how a person works, so it holds for every task.

const KEPT = "klik-afsnit";

/** The numbers of the sections that were shut last; without a store, or with nonsense in it, none. */
function shutBefore() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return new Set(Array.isArray(kept) ? kept : []);
  } catch {
    return new Set();
  }
}

function keep(shut) {
  try {
    localStorage.setItem(KEPT, JSON.stringify([...shut].sort()));
  } catch {
    // A browser that keeps nothing still folds.
  }
}

function folds(form) {
  return [...form.querySelectorAll("details[data-section]")];
}

/** What the address points to, fx a field or a section. */
function target(hash) {
  return hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
}

/** Open the section an element stands in, or the one it is; so that it can be seen and focused. */
export function openSectionOf(element) {
  const fold = element?.closest(".form-section")?.querySelector("details[data-section]");
  if (fold) fold.open = true;
}

function shutWhatWasShut(form) {
  const shut = shutBefore();
  for (const fold of folds(form)) {
    if (shut.has(fold.dataset.section) && !fold.querySelector(".field-invalid")) fold.open = false;
  }
  openSectionOf(target(location.hash));
}

// Only a press on the heading is an answer to keep: a section also opens for a link or a search in the page.
function rememberPress(event) {
  const fold = event.target.closest("summary")?.parentElement;
  if (!fold?.matches("[data-section]")) return;
  const shut = shutBefore();
  if (fold.open) shut.add(fold.dataset.section);
  else shut.delete(fold.dataset.section);
  keep(shut);
}

export function foldSections(form) {
  shutWhatWasShut(form);
  form.addEventListener("click", rememberPress);
  document.addEventListener("click", (event) => openSectionOf(target(event.target.closest("a[href^='#']")?.hash ?? "")));
  window.addEventListener("hashchange", () => openSectionOf(target(location.hash)));
}
