// What was copied from one of our own editors, which knows best where its parts belong.
import { safeHref } from "./links.js";

const AROUND = /<!--[^]*?-->|<\/?(?:html|body)>|<meta charset=['"]utf-8['"]\s*\/?>/gi;
const TAG = /<[^>]*>?/g;
const OURS =
  /^<\/?(?:p|strong|em|ul|ol|li|a)(?: start="\d+")?(?: href="([^"]*)")?(?: data-pm-slice="[^"]*")?>$/;

/**
 * The HTML of our own editor without what the system puts around it; "" for that of any other, also
 * of editors that are made as ours is.
 */
export function ownSlice(html) {
  const slice = html.replace(AROUND, "").trim();
  const isOurs = slice.includes("data-pm-slice=") && (slice.match(TAG) ?? []).every(isOurTag);
  return isOurs ? slice : "";
}

function isOurTag(tag) {
  const found = OURS.exec(tag);
  const href = found?.[1]?.replaceAll("&amp;", "&");
  return Boolean(found) && (href === undefined || safeHref(href) === href);
}
