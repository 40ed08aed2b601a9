// What happens when the page is left: nothing typed is lost, and nobody is asked without need.

const GONE_WITHIN = 10_000; // milliseconds; after that the page stayed, after all

export function watchLeaving(autosave) {
  const { form } = autosave;
  let isLoggingOut = false;

  /** The page may be gone in a moment, so the answer is not waited for. */
  function hurry() {
    if (isLoggingOut) return; // the logout has just emptied this browser
    autosave.copies.write();
    if (autosave.isPaused || autosave.isNew || !autosave.unsaved.length) return;
    const token = form.elements.csrfmiddlewaretoken.value;
    autosave.post(token, { keepalive: true }).catch(() => {}); // the browser's copy stays
  }

  /** After the logout nothing can be saved, and no copy is kept: so it waits for the last save. */
  async function saveBeforeLogout(event) {
    if (!event.target.matches("[data-logout]") || isLoggingOut) return;
    event.preventDefault();
    event.stopPropagation();
    await autosave.save();
    isLoggingOut = true;
    setTimeout(() => { isLoggingOut = false; }, GONE_WITHIN);
    event.target.requestSubmit();
  }

  document.addEventListener("submit", saveBeforeLogout, true); // before the browser is emptied
  window.addEventListener("beforeunload", (event) => {
    if (!autosave.isPaused && isStuck(autosave)) event.preventDefault();
  });
  window.addEventListener("pagehide", hurry);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && autosave.unsaved.length) autosave.save();
  });
  window.addEventListener("pageshow", (event) => {
    autosave.goOn();
    if (event.persisted) autosave.refresh();
  });
}

/** True when something on the page cannot be saved by itself in this moment. */
function isStuck(autosave) {
  const left = autosave.unsaved;
  if (!left.length) return false;
  return autosave.isNew || autosave.isFailing || !navigator.onLine || left.some((field) => autosave.unsettled.has(field));
}
