// Small comforts on top of pages that work without any script. Written by hand; no build step.
(() => {
  "use strict";

  const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]";

  const SENT_FOR = 5000; // milliseconds in which a second press of a button is ignored

  // ---- Words for screen readers ------------------------------------------------------------

  /** Say a sentence politely; the same sentence twice in a row is said once. */
  function announce(text) {
    const announcer = document.getElementById("announcer");
    if (announcer && announcer.textContent !== text) announcer.textContent = text;
  }

  // ---- Error summary ------------------------------------------------------------------------

  /** Open every folded part around an element, so that it can be seen and focused. */
  function unfold(element) {
    for (let parent = element; parent; parent = parent.parentElement) {
      if (parent.tagName === "DETAILS") parent.open = true;
    }
  }

  /** Focus a field; a group of choices gives focus to its first choice. */
  function focusField(id) {
    const target = document.getElementById(id);
    if (!target) return false;
    unfold(target);
    const field = target.matches(FOCUSABLE) ? target : target.querySelector(FOCUSABLE);
    if (!field) return false;
    field.focus({ preventScroll: true });
    (target.closest(".field") || target).scrollIntoView({ block: "start" });
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-error-summary] a[href^='#'], a[data-focus-field]");
    if (link && focusField(decodeURIComponent(link.hash.slice(1)))) event.preventDefault();
  });

  function focusErrorSummary() {
    const summary = document.querySelector("[data-error-summary]");
    if (!summary) return;
    if (!document.title.startsWith("Fejl: ")) document.title = `Fejl: ${document.title}`;
    summary.focus();
  }

  // ---- Copy buttons -------------------------------------------------------------------------

  function plainText(source) {
    if (source.matches("input, textarea, select")) return source.value;
    return source.hidden ? source.textContent : source.innerText;
  }

  /** What goes on the clipboard: formatted text with its plain form, or plain text alone. */
  function clipboardItem(button, source) {
    const textSource = document.getElementById(button.dataset.copyText || "") || source;
    const parts = { "text/plain": new Blob([plainText(textSource)], { type: "text/plain" }) };
    if (source.firstElementChild) {
      parts["text/html"] = new Blob([source.innerHTML.trim()], { type: "text/html" });
    }
    return new ClipboardItem(parts);
  }

  function select(source) {
    if (typeof source.select === "function") {
      source.focus();
      source.select();
    } else {
      window.getSelection().selectAllChildren(source);
    }
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copySource);
    const status = button.parentElement.querySelector(".copy-status");
    try {
      await navigator.clipboard.write([clipboardItem(button, source)]);
      status.removeAttribute("data-failed");
      status.textContent = "Kopieret";
    } catch {
      select(source);
      status.setAttribute("data-failed", "");
      status.textContent = "Browseren giver ikke lov. Teksten er markeret: Tryk Ctrl+C.";
    }
    button.dispatchEvent(new CustomEvent("copied", { bubbles: true }));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy-source]");
    if (button) copy(button);
  });

  // A second "Kopieret" elsewhere must not leave the first one standing.
  document.addEventListener("copied", (event) => {
    for (const status of document.querySelectorAll(".copy-status")) {
      if (!event.target.parentElement.contains(status)) status.textContent = "";
    }
  });

  // ---- Pressing twice does it once ----------------------------------------------------------

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-submit-once]") || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    else form.dataset.sent = "true";
    // The page is still here when the answer was a file to download.
    setTimeout(() => delete form.dataset.sent, SENT_FOR);
  });

  // Back in the browser shows the page as it was left: let the form be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  // ---- Logging out --------------------------------------------------------------------------

  // The answer clears the browser's storage too, but older browsers do not heed it.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-logout]") || event.defaultPrevented) return;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("klik:")) localStorage.removeItem(key);
    }
  });

  // ---- htmx ---------------------------------------------------------------------------------

  function connectionNote(text) {
    const note = document.getElementById("connection");
    if (note && note.textContent !== text) note.textContent = text;
  }

  /** Say that the login has ended, unless somebody on the page takes care of it. */
  function loginEnded(event) {
    const told = new CustomEvent("login-ended", { bubbles: true, cancelable: true, detail: event.detail });
    if (event.detail.elt.dispatchEvent(told)) {
      connectionNote("Log ind igen i en ny fane. Din tekst står her endnu.");
    }
  }

  // An answer from another address means that the login has ended: never swap that page in.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, pathInfo } = event.detail;
    const asked = new URL(pathInfo.finalRequestPath || pathInfo.requestPath, location.href);
    if (xhr.responseURL && new URL(xhr.responseURL).pathname !== asked.pathname) {
      event.detail.shouldSwap = false;
      loginEnded(event);
    }
  });

  // Nor is any other whole page: it would stand inside this one, with its menu and its heading.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (!event.detail.shouldSwap || !/^\s*<!doctype/i.test(xhr.responseText)) return;
    event.detail.shouldSwap = false;
    connectionNote(xhr.status === 413
      ? "Der står mere tekst, end vi kan tage imod. Gør den kortere, før du gemmer."
      : "Serveren svarer ikke, som den skal. Du kan skrive videre.");
  });

  document.addEventListener("htmx:sendError", () =>
    connectionNote("Der er ikke forbindelse lige nu. Du kan skrive videre."));
  document.addEventListener("htmx:timeout", () =>
    connectionNote("Serveren svarer ikke lige nu. Du kan skrive videre."));
  document.addEventListener("htmx:responseError", (event) => {
    const { xhr } = event.detail;
    if (xhr.status === 401 || xhr.getResponseHeader("X-Csrf-Failed")) loginEnded(event);
    else connectionNote("Serveren svarer ikke, som den skal. Du kan skrive videre.");
  });

  // htmx keeps focus on an element whose id is still there; a removed one hands it to its panel.
  let focusedBefore = "";
  // What was unfolded stays unfolded in the fresh answer.
  let unfoldedBefore = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    focusedBefore = document.activeElement ? document.activeElement.id : "";
    unfoldedBefore = [...event.detail.target.querySelectorAll("details[id][open]")].map((part) => part.id);
  });

  document.addEventListener("htmx:afterSwap", () => {
    for (const id of unfoldedBefore) {
      const part = document.getElementById(id);
      if (part) part.open = true;
    }
    // htmx could not give the focus back to what was folded until now.
    const focused = document.getElementById(focusedBefore);
    if (focused && document.activeElement === document.body) focused.focus({ preventScroll: true });
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    connectionNote("");
    const target = event.detail.target;
    const spoken = target.matches("[data-announce]") ? target : target.querySelector("[data-announce]");
    if (spoken) announce(spoken.dataset.announce);
    if (document.activeElement !== document.body || !focusedBefore) return;
    const panel = target.closest("[tabindex]");
    if (!document.getElementById(focusedBefore) && panel) panel.focus({ preventScroll: true });
  });

  focusErrorSummary();
})();
