// Forhåndsvisning: a page that shows something older than what is saved says so.
(() => {
  "use strict";

  const EVERY = 15_000; // milliseconds between two questions while the page is seen
  const line = document.querySelector("[data-changed-url]");
  if (!line) return;
  let timer = 0;
  let isAsking = false;

  /** True or false as the server says; null when there is nobody to ask any more. */
  async function isChanged() {
    const response = await fetch(line.dataset.changedUrl, { redirect: "manual", signal: AbortSignal.timeout(EVERY) });
    return response.status === 200 ? (await response.json()).is_changed : null;
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(ask, EVERY);
  }

  async function ask() {
    if (isAsking || document.hidden || !line.firstElementChild.hidden) return;
    isAsking = true;
    try {
      const answer = await isChanged();
      if (answer) line.firstElementChild.hidden = false;
      else if (answer === false) wait();
    } catch {
      wait(); // no connection just now
    } finally {
      isAsking = false;
    }
  }

  document.addEventListener("visibilitychange", ask);
  // Back in the browser shows the page as it was left.
  window.addEventListener("pageshow", (event) => (event.persisted ? ask() : wait()));
})();
