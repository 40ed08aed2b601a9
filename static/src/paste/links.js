// Which addresses a link may have, and where bare addresses stand in a text: as the server has it in
// tasks/web_address.py and tasks/richtext/links.py.
import { visible } from "./lines.js";

const IGNORED = /[\0-\x1f\x85\u2028\u2029]/g;
const WEB =
  /^https?:\/\/(?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_]|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:[/?#].*)?$/iu;
const MAIL = /^mailto:[^@?]+@[\p{L}\p{N}_.-]*[\p{L}\p{N}_](?:[?,;].*)?$/iu;
const BARE = /(?<![\p{L}\p{N}_])https?:\/\/[^\s\x1c-\x1f\x85<>"”]+/giu;
const SAFE_LINKS = /^https:\/\/[a-z0-9]+\.safelinks\.protection\.outlook\.com\/[^#]*[?&]url=/i;

/** The address when a link may have it, else "". */
export function safeHref(address) {
  const href = visible(address.replace(IGNORED, "")).trim().replace(/ /g, "%20");
  return WEB.test(href) || MAIL.test(href) ? href : "";
}

/** The address a mail's link leads to: Outlook's detour around it names the one who got the mail. */
export function withoutDetour(href) {
  if (!SAFE_LINKS.test(href)) return href;
  return safeHref(new URL(href).searchParams.get("url") ?? "") || href;
}

/** The text as runs in which every bare http(s) address is a link to itself. */
export function linkedRuns(text) {
  const runs = [];
  let position = 0;
  for (const found of text.matchAll(BARE)) {
    const address = withoutWhatFollows(found[0]);
    const href = safeHref(address);
    if (!href) continue;
    runs.push({ text: text.slice(position, found.index) }, { text: address, href });
    position = found.index + address.length;
  }
  return [...runs, { text: text.slice(position) }];
}

/** The address without the full stop or bracket of the sentence it stands in. */
function withoutWhatFollows(address) {
  let brackets = address.split(")").length - address.split("(").length;
  let end = address.length;
  while (end) {
    const last = address[end - 1];
    if (last === ")" && brackets > 0) brackets -= 1;
    else if (!".,;:!?'’".includes(last)) break;
    end -= 1;
  }
  return address.slice(0, end);
}
