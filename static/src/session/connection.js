// The line above the page that says, calmly, what is wrong between the browser and the server.

const OFFLINE = "Der er ikke forbindelse lige nu. Du kan skrive videre.";
const BROKEN = "Serveren svarer ikke, som den skal. Du kan skrive videre.";

/** Nobody answered, or what was answered is no answer. */
export class NoAnswer extends Error {
  constructor(isOffline) {
    super(isOffline ? OFFLINE : BROKEN);
    this.name = "NoAnswer";
  }
}

/** Say something beside the page, or with "" that all is well; a second time says nothing new. */
export function say(sentence) {
  const line = document.getElementById("connection");
  if (line && line.textContent !== sentence) line.textContent = sentence;
}
