// The tags that are open where markup is rewritten, so that what is written closes what it opens: a
// parser's time grows with the square of the tags left open, and ours is to stay linear.

const DEEPEST = 200; // far more than any page has
/** They have no end, or a parser ends them itself where the next begins. */
const CLOSED_BY_OTHERS = new Set(
  "area br caption dd dt hr li p tbody td tfoot th thead tr wbr".split(" "),
);

export class OpenTags {
  #names = [];
  #tooDeep = 0;

  /** The markup of a start tag here; what lies too deep only parts the words around it. */
  opened(name, attributes) {
    if (CLOSED_BY_OTHERS.has(name)) return `<${name}${attributes}>`;
    if (this.#names.length === DEEPEST) {
      this.#tooDeep += 1;
      return "<br>";
    }
    this.#names.push(name);
    return `<${name}${attributes}>`;
  }

  /** The markup of an end tag here, with those of all that is open inside it. */
  closed(name) {
    if (CLOSED_BY_OTHERS.has(name)) return `</${name}>`;
    if (this.#tooDeep) {
      this.#tooDeep -= 1;
      return "<br>";
    }
    const at = this.#names.lastIndexOf(name);
    if (at === -1) return "";
    const inside = this.#names.splice(at).reverse();
    return inside.map((open) => `</${open}>`).join("");
  }
}
