// The words of a textarea once more, unseen, lying over it: they carry the lines it cannot have.

export class Overlay {
  constructor(area) {
    this.area = area;
    this.box = document.createElement("div");
    this.box.className = "underlined-box";
    this.element = document.createElement("div");
    this.element.className = "underlined-words form-control";
    this.element.setAttribute("aria-hidden", "true");
    this.spans = [];
    const hadFocus = document.activeElement === area;
    area.before(this.box);
    this.box.append(area, this.element);
    if (hadFocus) area.focus({ preventScroll: true });
    area.addEventListener("scroll", () => this.follow());
  }

  /** Write the words anew, cut where a line begins or ends. */
  show(drawn) {
    const text = this.area.value;
    const edges = new Set([0, text.length, ...drawn.flatMap(({ from, to }) => [from, to])]);
    const cuts = [...edges].sort((a, b) => a - b);
    this.spans = [];
    const pieces = cuts.slice(1).map((to, index) => this.piece(text, cuts[index], to, drawn));
    // A newline at the very end makes a line only when something follows it.
    this.element.replaceChildren(...pieces, "\u200b");
    this.follow();
  }

  piece(text, from, to, drawn) {
    const words = text.slice(from, to);
    const marks = drawn.filter((mark) => mark.from <= from && to <= mark.to);
    if (marks.length === 0) return words;
    const span = document.createElement("span");
    span.className = ["underlined", ...marks.map(({ place }) => `underlined-${place.severity}`)].join(" ");
    span.textContent = words;
    this.spans.push({ span, from });
    return span;
  }

  /** Where the underlined words in a range stand on the screen, line by line. */
  lines({ from, to } = { from: 0, to: Infinity }) {
    const inside = this.spans.filter((piece) => piece.from >= from && piece.from < to);
    return inside.flatMap(({ span }) => [...span.getClientRects()]);
  }

  follow() {
    this.element.scrollTop = this.area.scrollTop;
  }
}
