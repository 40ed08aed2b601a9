// "Log ind igen": the password of whoever wrote the page, asked for above what they wrote.
import { done, showDialog } from "./dialog.js";
import { element } from "./element.js";
import { logIn, whoIsHere } from "./here.js";

/** Ask until somebody is logged in; resolves with who it is, or undefined for "Ikke nu". */
export function askPassword(username) {
  const form = element("form", { novalidate: true });
  const error = element("p", { class: "field-error", id: "session-error", role: "alert" });
  const password = passwordField();
  form.append(
    element("p", {}, "Din tekst står her stadig."),
    element("p", {}, "Brugernavn: ", element("strong", {}, username)),
    // For password managers, which look for a name beside a password.
    element("input", { name: "username", value: username, autocomplete: "username", readonly: true, hidden: true }),
    element("div", { class: "field" },
      element("label", { class: "field-label", for: password.id }, "Adgangskode"), error, password),
    buttons(),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tryOnce(form, username, password, error);
  });
  return showDialog("Log ind igen", form);
}

function passwordField() {
  return element("input", {
    class: "form-control", id: "session-password", name: "password", type: "password",
    autocomplete: "current-password", "aria-describedby": "session-error", autofocus: true,
  });
}

function buttons() {
  const logIn = element("button", { class: "btn btn-primary", type: "submit" }, "Log ind");
  const notNow = element("button", { class: "btn btn-outline-primary", type: "button" }, "Ikke nu");
  notNow.addEventListener("click", () => done(notNow));
  return element("div", { class: "session-buttons" }, logIn, notNow);
}

/** Pressing again while the server thinks does nothing. */
async function tryOnce(form, username, password, error) {
  if (form.dataset.busy) return;
  form.dataset.busy = "true";
  error.textContent = ""; // so that the same sentence is read aloud again
  try {
    const answer = await enter(username, password.value);
    if (answer.error) refuse(password, error, answer.error);
    else done(form, answer);
  } catch (trouble) {
    refuse(password, error, trouble.message);
  }
  delete form.dataset.busy;
}

/** Whoever logged in in another tab meanwhile needs no password here. */
async function enter(username, password) {
  const here = await whoIsHere();
  return here.user ? here : logIn(username, password, here.token);
}

function refuse(password, error, sentence) {
  error.textContent = sentence;
  password.setAttribute("aria-invalid", "true");
  password.classList.add("is-invalid");
  password.select();
}
