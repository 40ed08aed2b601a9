// The toolbar of one field, after the ARIA pattern: one stop for Tab, arrows inside it.
import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { indent, listAround, outdent, toggleBullets, toggleNumbers } from "./lists.js";
import { editLink } from "./link.js";
import { schema } from "./schema.js";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
const { strong, em, link } = schema.marks;
const { ordered_list: ordered, bullet_list: bullets } = schema.nodes;

const hasMark = (type) => (state) => {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
};
const inList = (type) => (state) => listAround(state)?.node.type === type;

// F and K are what Fed and Kursiv are called in a Danish Word.
const TOOLS = [
  { name: "Fed", keys: "Ctrl+B", letter: "F", command: toggleMark(strong), isOn: hasMark(strong) },
  { name: "Kursiv", keys: "Ctrl+I", letter: "K", command: toggleMark(em), isOn: hasMark(em) },
  {
    name: "Punktliste", keys: "Ctrl+Skift+8", command: toggleBullets, isOn: inList(bullets),
    icon: "M7.500 5h10M7.500 10h10M7.500 15h10M3 5h.100M3 10h.100M3 15h.100",
  },
  {
    name: "Nummereret liste", keys: "Ctrl+Skift+7", command: toggleNumbers, isOn: inList(ordered),
    icon: "M8.500 5h9M8.500 10h9M8.500 15h9M2.500 4 4 3v5M2.500 12.500c.500-1.500 3-1.200 2.500.500L2.500 16.500H5.200",
  },
  { name: "Ryk ind", keys: "Alt+Skift+Højre", command: indent, icon: "M3 4h14M9.500 8h7.500M9.500 12h7.500M3 16h14M3 7.500 6 10l-3 2.500" },
  { name: "Ryk ud", keys: "Alt+Skift+Venstre", command: outdent, icon: "M3 4h14M9.500 8h7.500M9.500 12h7.500M3 16h14M6 7.500 3 10l3 2.500" },
  {
    name: "Link", keys: "Ctrl+K", command: editLink, isOn: hasMark(link), opens: "dialog",
    icon: "M8.500 11.500a3.200 3.200 0 0 0 4.700 0l2.800-2.800a3.300 3.300 0 0 0-4.700-4.700l-1.300 1.300M11.500 8.500a3.200 3.200 0 0 0-4.700 0L4 11.300A3.300 3.300 0 0 0 8.700 16l1.300-1.300",
  },
  { name: "Fortryd", keys: "Ctrl+Z", command: undo, icon: "M7 4 3 8l4 4M3 8h9a4.500 4.500 0 0 1 0 9H8" },
  { name: "Gentag", keys: "Ctrl+Y", command: redo, icon: "m13 4 4 4-4 4M17 8H8a4.500 4.500 0 0 0 0 9h4" },
];

/** Build the toolbar; returns its element and `update(state)`, which shows what is on and possible. */
export function toolbar(label, controls, run) {
  const element = document.createElement("div");
  element.className = "prose-tools";
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", `Formatering af ${label}`);
  element.setAttribute("aria-controls", controls);
  const buttons = TOOLS.map((tool) => toolButton(tool, run));
  element.append(...buttons);
  let current = 0;

  function rove(to) {
    buttons[current].tabIndex = -1;
    current = (to + buttons.length) % buttons.length;
    buttons[current].tabIndex = 0;
  }

  rove(0);
  element.addEventListener("focusin", (event) => rove(buttons.indexOf(event.target.closest("button"))));
  element.addEventListener("keydown", (event) => {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    rove(to);
    buttons[current].focus();
  });

  function update(state) {
    TOOLS.forEach((tool, place) => {
      const button = buttons[place];
      if (tool.isOn) button.setAttribute("aria-pressed", String(tool.isOn(state)));
      button.setAttribute("aria-disabled", String(!tool.command(state)));
    });
  }

  return { element, update };
}

function toolButton(tool, run) {
  const button = document.createElement("button");
  const keys = isMac ? tool.keys.replace("Ctrl", "Cmd") : tool.keys;
  button.type = "button";
  button.className = "prose-tool";
  button.tabIndex = -1;
  button.setAttribute("aria-label", tool.name);
  button.title = `${tool.name} (${keys})`;
  if (tool.opens) button.setAttribute("aria-haspopup", tool.opens);
  button.append(tool.letter ? letter(tool.letter) : icon(tool.icon));
  // The text keeps its selection and its focus when the mouse presses a button.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => run(tool.command));
  return button;
}

function letter(sign) {
  const span = document.createElement("span");
  span.className = `prose-tool-${sign.toLowerCase()}`;
  span.setAttribute("aria-hidden", "true");
  span.textContent = sign;
  return span;
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const drawn = { class: "icon", viewBox: "0 0 20 20", width: 20, height: 20, fill: "none", stroke: "currentColor", "stroke-width": 1.75, "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", focusable: "false" };
  for (const [name, value] of Object.entries(drawn)) svg.setAttribute(name, value);
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
