// Choosing a file: a button like the others, because no device's own one can be made so.

import { html, type TemplateResult } from "lit/html.js";

interface FileButton {
  readonly words: string;
  readonly kind: "plain" | "quiet";
  readonly id: string;
  readonly accept: string;
}

export function fileButton(
  { words, kind, id, accept }: FileButton,
  open: (file: File) => void,
): TemplateResult {
  const browse = ({ currentTarget }: Event) =>
    ((currentTarget as Element).nextElementSibling as HTMLInputElement).click();
  const chosen = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) open(file);
    // The same file may be chosen again.
    input.value = "";
  };
  return html`<button type="button" class=${kind} @click=${browse}>${words}</button
    ><input type="file" id=${id} accept=${accept} hidden @change=${chosen} />`;
}
