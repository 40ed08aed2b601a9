// What is Word's own: the marks of its lists, its comments and its deletions.

const COMMENT_OR_DELETION = /\b(msoDel|MsoCommentReference|msocom\w+|ListMarkerWrappingSpan)\b/i;
const TRACKED_DELETION = /\bTrack(ed)?Change\w*Delet/i;
const ASIDES = new Set(["comment-list", "comment", "header", "footer"]);
const POINTS = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835 };
const DEEPEST = 9; // levels Word has
const INDENT = 36; // points: what one level is moved in, also by the style of a list's paragraphs

/** Comments and tracked deletions are not part of the text; commented and inserted words are. */
export function isAside(element, styles) {
  const names = element.getAttribute("data-class") ?? "";
  return (
    element.localName === "del" ||
    COMMENT_OR_DELETION.test(names) ||
    TRACKED_DELETION.test(names) ||
    ASIDES.has(styles.get("mso-element")) ||
    styles.get("mso-special-character") === "comment" ||
    (element.getAttribute("data-href") ?? "").startsWith("#_msocom_")
  );
}

/** Tell if the element holds the "1." or "·" that Word or PowerPoint draws before an item. */
export function isListMarker(styles) {
  const special = styles.get("mso-special-format") ?? "";
  return styles.get("mso-list") === "ignore" || /^"?(num)?bullet/.test(special);
}

/** The level of an item by what the programme says of it, 1 outermost; 0 when it says nothing. */
export function statedLevel(element, styles) {
  const word = /level(\d)/.exec(styles.get("mso-list") ?? "");
  const stated = Number(word?.[1] ?? element.getAttribute("data-aria-level"));
  return stated >= 1 && stated <= DEEPEST ? Math.floor(stated) : 0;
}

/** What the reader must know of a paragraph to see a list in it. */
export function paragraphIn(element, styles) {
  const isOfList = /\bMsoList/.test(element.getAttribute("data-class") ?? "");
  const margin = leftMargin(styles) ?? (isOfList ? INDENT : 0);
  const level = statedLevel(element, styles) || levelAt(margin);
  const hangs = isOfList || (styles.get("text-indent") ?? "").startsWith("-");
  return { level, margin, hangs };
}

/** The 7 point blanks after a marker: all that is left of a list in Word's "filtered" HTML. */
export function isMarkerGap(element, styles) {
  return /^7(\.0)?pt/.test(styles.get("font") ?? "") && !element.textContent.trim();
}

/** The level of a paragraph moved in this far, in tenths. */
function levelAt(margin) {
  return Math.min(Math.max(1, Math.round((margin / INDENT) * 10) / 10), DEEPEST);
}

function leftMargin(styles) {
  const shorthand = (styles.get("margin") ?? "").split(/\s+/);
  const written = styles.get("margin-left") ?? shorthand[3] ?? shorthand[1] ?? shorthand[0];
  const found = /^(-?[\d.]+)(pt|px|in|cm|mm)$/.exec(written ?? "");
  return found ? Number(found[1]) * POINTS[found[2]] : written?.startsWith("0") ? 0 : undefined;
}
