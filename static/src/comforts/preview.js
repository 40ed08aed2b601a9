// Beside the form stands Tjek or the preview of what is typed. Which of them is how a person works,
// so it holds for every task.

const KEPT = "klik-ved-siden-af";
const TJEK = "tjek";
const PREVIEW = "forhaandsvisning";

function keep(name) {
  try {
    localStorage.setItem(KEPT, name);
  } catch {
    // A browser that keeps nothing still shows what is asked for.
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Let ``name`` stand beside the form; the preview is asked for anew each time it comes. */
export function showBeside(name) {
  const aside = document.querySelector("[data-form-aside]");
  for (const box of aside.children) box.hidden = box.id !== name;
  aside.setAttribute("aria-labelledby", `${name}-titel`);
  if (name === PREVIEW) content().dispatchEvent(new Event("shown"));
}

function content() {
  return document.getElementById(`${PREVIEW}-indhold`);
}

/** The button that was pressed is gone: its place is taken by the one that leads back. */
function change(name) {
  showBeside(name);
  keep(name);
  document.querySelector(`#${name} [data-show]`).focus({ preventScroll: true });
}

/** Nothing is asked for what nobody sees. */
function waitWhileHidden(event) {
  if (event.target === content() && content().parentElement.hidden) event.preventDefault();
}

export function previewBeside() {
  document.addEventListener("htmx:confirm", waitWhileHidden);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-form-aside] [data-show]");
    if (button) change(button.dataset.show);
    else if (event.target.closest(`a[href='#${TJEK}']`)) showBeside(TJEK);
  });
  // htmx listens from here on: it was loaded first.
  document.addEventListener("DOMContentLoaded", () => {
    if (kept() === PREVIEW && location.hash !== `#${TJEK}`) showBeside(PREVIEW);
  });
}
