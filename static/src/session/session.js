// Makes sure that the one who wrote the page is the one who is logged in, before anything is sent.
import { askPassword } from "./ask_password.js";
import { say } from "./connection.js";
import { done, showDialog } from "./dialog.js";
import { element } from "./element.js";
import { whoIsHere } from "./here.js";
import { takeToken, token } from "./token.js";

const ASK_LATER = "Du er logget ud. Tryk Gem, når du vil logge ind igen. Din tekst står her endnu.";

const writer = document.body.dataset.person;
const writerName = document.body.dataset.personName;

let isPutOff = false; // "Ikke nu": what nobody pressed a button for asks no more
let underWay = null; // all who ask at once wait for the same answer

/** The one who wrote the page is not logged in, and nothing was sent in anybody's name. */
export class NotLoggedIn extends Error {
  constructor(sentence) {
    super(sentence);
    this.name = "NotLoggedIn";
  }
}

/**
 * Carry out a request, and once more if the login had ended or the secret was another login's.
 *
 * `send(token)` fetches with `redirect: "manual"` from an address that answers no redirect to whoever
 * is logged in. `asked` means that a person pressed a button for it: after "Ikke nu" others reject at
 * once. Resolves with the last Response, rejects with NotLoggedIn, NoAnswer or what `send` throws.
 */
export async function inSession(send, { asked = false } = {}) {
  const response = await send(token());
  if (!hasEnded(response)) return response;
  await ensureSession({ asked });
  const again = await send(token());
  if (hasEnded(again)) throw new NotLoggedIn(ASK_LATER);
  return again;
}

/** Resolves when the writer is logged in and the page holds a secret that works. */
export function ensureSession({ asked = false } = {}) {
  if (asked) isPutOff = false;
  underWay ??= ensure().finally(() => {
    underWay = null;
  });
  return underWay;
}

function hasEnded(response) {
  if (response.type === "opaqueredirect" || response.status === 401) return true;
  return response.status === 403 && response.headers.has("X-Csrf-Failed");
}

async function ensure() {
  let here = await whoIsHere();
  if (!here.user && !isPutOff) here = (await askPassword(writer)) ?? here;
  if (!here.user) putOff(ASK_LATER);
  if (here.user !== writer) await refuse(here.name);
  takeToken(here.token);
  isPutOff = false;
  say("");
}

function putOff(sentence) {
  isPutOff = true;
  say(sentence);
  throw new NotLoggedIn(sentence);
}

/** Somebody else is logged in: the text must not be saved in their name. */
async function refuse(name) {
  const sentence = `Teksten er skrevet af ${writerName}, men nu er ${name} logget ind i denne browser. Derfor er den ikke gemt.`;
  const close = element("button", { class: "btn btn-primary", type: "button", autofocus: true }, "Luk");
  close.addEventListener("click", () => done(close));
  if (!isPutOff) {
    await showDialog(`${name} er logget ind`,
      element("p", {}, sentence),
      element("p", {}, `Den står her stadig. Log ud i en anden fane, og gem igen: Så kan ${writerName} logge ind her.`),
      element("div", { class: "session-buttons" }, close));
  }
  putOff(sentence);
}
