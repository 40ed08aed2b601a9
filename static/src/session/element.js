// Makes elements without innerHTML: nothing a person is called can become markup.

/** Make an element with attributes and children; true stands for an attribute without a value. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value === true ? "" : value);
  made.append(...children);
  return made;
}
