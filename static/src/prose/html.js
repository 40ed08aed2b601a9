// A document and the HTML that is stored, both ways; the server's own form, to the letter.
import { DOMParser } from "prosemirror-model";
import { schema } from "./schema.js";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const parser = DOMParser.fromSchema(schema);

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ESCAPES[sign]);

/** Read stored HTML, or HTML that was cleaned from a paste; an empty text is one empty paragraph. */
export function fromHtml(html) {
  const page = new window.DOMParser().parseFromString(html, "text/html");
  return parser.parse(page.body);
}

/** Write a document as the server stores it: links outermost, then strong, then em. */
export function toHtml(doc) {
  let html = "";
  doc.forEach((node) => { html += blockHtml(node); });
  return html;
}

/** True when there is nothing but white space in it. */
export const isBlank = (doc) => doc.textContent.trim() === "";

function blockHtml(node) {
  if (node.type === schema.nodes.paragraph) return `<p>${inlineHtml(node)}</p>`;
  const inside = childrenHtml(node);
  if (node.type === schema.nodes.list_item) return `<li>${inside}</li>`;
  if (node.type === schema.nodes.bullet_list) return `<ul>${inside}</ul>`;
  const start = node.attrs.start === 1 ? "" : ` start="${node.attrs.start}"`;
  return `<ol${start}>${inside}</ol>`;
}

function childrenHtml(node) {
  let html = "";
  node.forEach((child) => { html += blockHtml(child); });
  return html;
}

function inlineHtml(paragraph) {
  let html = "";
  let open = "";
  paragraph.forEach((child) => {
    const href = child.marks.find((mark) => mark.type === schema.marks.link)?.attrs.href ?? "";
    if (href !== open) {
      html += (open && "</a>") + (href && `<a href="${escaped(href).replaceAll('"', "&quot;")}">`);
      open = href;
    }
    html += markedText(child);
  });
  return html + (open && "</a>");
}

function markedText(node) {
  const has = (type) => node.marks.some((mark) => mark.type === type);
  let html = escaped(node.text);
  if (has(schema.marks.em)) html = `<em>${html}</em>`;
  if (has(schema.marks.strong)) html = `<strong>${html}</strong>`;
  return html;
}
