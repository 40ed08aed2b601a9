// The form's secret (Django's CSRF token): read from the page, and renewed there after a new login.

const FIELDS = "input[name=csrfmiddlewaretoken]";
const HEADERS = "hx-headers";

export function token() {
  return document.querySelector(FIELDS)?.value ?? "";
}

/** Let every form of the page, and htmx, send a fresh secret from now on. */
export function takeToken(fresh) {
  for (const field of document.querySelectorAll(FIELDS)) field.value = fresh;
  const headers = JSON.parse(document.body.getAttribute(HEADERS) || "{}");
  document.body.setAttribute(HEADERS, JSON.stringify({ ...headers, "X-CSRFToken": fresh }));
}
