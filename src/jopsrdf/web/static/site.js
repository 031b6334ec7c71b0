// What pages do beyond reading: copy buttons, and fields that light up in the reference they were read from.
"use strict";

for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copies).textContent;
    const label = button.dataset.label ?? (button.dataset.label = button.textContent);
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(document.getElementById(button.dataset.copies));
      button.textContent = button.dataset.select;
    }
    setTimeout(() => { button.textContent = label; }, 2500);
  });
}

// Hover, focus or tap: everything of the same field in the same reference is marked.
function mark(event) {
  const field = event.target.closest?.("[data-field]");
  for (const marked of document.querySelectorAll(".marked")) marked.classList.remove("marked");
  if (!field) return;
  const reference = field.closest(".reference");
  for (const same of reference.querySelectorAll(`[data-field="${CSS.escape(field.dataset.field)}"]`)) {
    same.classList.add("marked");
  }
}
if (document.querySelector(".reference")) {
  for (const kind of ["pointerover", "focusin", "click"]) document.addEventListener(kind, mark);
}

// The search page answers while one types; what is not typed further for a moment is asked.
const asked = document.querySelector("#search input");
let pause = 0;
asked?.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(async () => {
    const address = `${location.pathname}?${new URLSearchParams({ q: asked.value })}`;
    const answer = await fetch(address);
    if (!answer.ok || !address.endsWith(new URLSearchParams({ q: asked.value }))) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("hits").replaceChildren(...page.getElementById("hits").childNodes);
    history.replaceState(null, "", address);
  }, 180);
});
