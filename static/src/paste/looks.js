// How words look where an element has no style sheet: strong, emphasised, linked, hidden or kept as typed.
import { safeHref, withoutDetour } from "./links.js";

/**
 * @typedef {{isStrong: boolean, isEmphasised: boolean, href: string, isHeading: boolean,
 *   isTyped: boolean, column: number}} Look
 *   `isTyped`: a line break in the source is one; `column`: that of a line which begins here.
 */
export const PLAIN = {
  isStrong: false, isEmphasised: false, href: "", isHeading: false, isTyped: false, column: 0,
};

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const TYPED = new Set(["pre", "listing"]);

/** The declarations of an element, by name in lower case. */
export function stylesOf(element) {
  const styles = new Map();
  for (const declaration of (element.getAttribute("data-style") ?? "").split(";")) {
    const colon = declaration.indexOf(":");
    if (colon === -1) continue;
    const value = declaration.slice(colon + 1).replace(/!important/i, "");
    styles.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return styles;
}

/** @returns {Look} how words look inside the element, when they look like `look` around it */
export function lookInside(element, styles, look) {
  const inside = { ...look };
  const tag = element.localName;
  if (HEADINGS.has(tag) || isHeading(element)) inside.isHeading = true;
  if (tag === "a") inside.href = withoutDetour(safeHref(element.getAttribute("data-href") ?? ""));
  inside.isStrong = inside.isHeading || (isBold(tag, styles) ?? look.isStrong);
  inside.isEmphasised = isItalic(tag, styles) ?? look.isEmphasised;
  inside.isTyped = isTyped(tag, styles) ?? look.isTyped;
  return inside;
}

/** Hidden text is left out: the author did not see it either. */
export function isHidden(element, styles) {
  return (
    element.hasAttribute("data-hidden") ||
    styles.get("display") === "none" ||
    styles.get("visibility") === "hidden" ||
    styles.get("mso-hide") === "all"
  );
}

function isHeading(element) {
  const names = element.getAttribute("data-class") ?? "";
  return element.getAttribute("data-role") === "heading" || /\bMso(Title|Heading\d)\b/.test(names);
}

function isBold(tag, styles) {
  const weight = styles.get("font-weight") ?? styles.get("font") ?? "";
  if (/^(bold|bolder|[6-9]00|1000)$/.test(weight)) return true;
  if (/^(normal|lighter|[1-5]\d\d)$/.test(weight)) return false;
  return /\b(bold|[6-9]00)\b(?=.*\d)/.test(weight) || tag === "b" || tag === "strong" || undefined;
}

function isItalic(tag, styles) {
  const slant = styles.get("font-style") ?? styles.get("font") ?? "";
  if (slant === "normal") return false;
  return /\b(italic|oblique)\b/.test(slant) || tag === "i" || tag === "em" || undefined;
}

function isTyped(tag, styles) {
  const space = styles.get("white-space") ?? "";
  if (/^(pre|pre-wrap|pre-line|break-spaces)$/.test(space)) return true;
  return space ? false : TYPED.has(tag) || undefined;
}
