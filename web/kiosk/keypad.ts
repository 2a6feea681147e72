// Types into the box that has the focus, as a keyboard would.

/** The one text box of the component that has the focus. */
export function boxIn(element: HTMLElement): HTMLInputElement | undefined {
  const focused = element.shadowRoot?.activeElement;
  return focused instanceof HTMLInputElement && focused.type === "text" && !focused.readOnly
    ? focused
    : undefined;
}

export type Key = { readonly type: string } | { readonly erase: "last" | "all" };

export function press(box: HTMLInputElement, key: Key): void {
  if ("type" in key) box.setRangeText(key.type, box.selectionStart ?? 0, box.selectionEnd ?? 0, "end");
  else if (key.erase === "all") box.value = "";
  else {
    const [from, until] = [box.selectionStart ?? 0, box.selectionEnd ?? 0];
    box.setRangeText("", from === until ? Math.max(0, from - 1) : from, until, "end");
  }
  box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}
