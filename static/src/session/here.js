// Asks the server who is logged in in this browser by now, and logs in without leaving the page.
import { NoAnswer } from "./connection.js";

const ADDRESS = "/log-ind/her/";
const PATIENCE = 10_000; // milliseconds

/** Return {user, name, token}; user and name are null when nobody is logged in. */
export async function whoIsHere() {
  return readable(await ask({}));
}

/** Return the same as whoIsHere, or {error} with the sentence to be shown. */
export async function logIn(username, password, token) {
  const body = new URLSearchParams({ username, password });
  const response = await ask({ method: "POST", body, headers: { "X-CSRFToken": token } });
  return response.status === 400 ? response.json() : readable(response);
}

async function ask(options) {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return await fetch(ADDRESS, { ...options, signal, cache: "no-store", redirect: "manual" });
  } catch {
    throw new NoAnswer(true);
  }
}

function readable(response) {
  if (!response.ok) throw new NoAnswer(false);
  return response.json();
}
