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

// Hover, focus or tap: everything of the same field in the same reference is marked, and named in the line.
// A piece is called r3-authors, a further one r3-authors-2; what was read of them links to the first.
const chip = Object.assign(document.createElement("span"), { className: "chip", ariaHidden: "true" });
function mark({ target }) {
  const piece = target.closest?.(".raw span[id]") ?? document.getElementById(target.closest?.(".read dd")?.querySelector("a")?.hash.slice(1));
  for (const marked of document.querySelectorAll(".marked")) marked.classList.remove("marked");
  chip.remove();
  if (!piece) return;
  const name = piece.id.replace(/-\d+$/, "");
  const value = piece.closest(".reference").querySelector(`a[href="#${CSS.escape(name)}"]`)?.parentElement;
  for (const same of document.querySelectorAll(`#${CSS.escape(name)}, [id^="${CSS.escape(name)}-"]`)) same.classList.add("marked");
  if (!value) return;
  value.classList.add("marked");
  const line = piece.closest(".raw");
  chip.textContent = value.previousElementSibling.textContent;
  line.append(chip);
  const [at, within] = [piece.getClientRects()[0], line.getBoundingClientRect()];
  const left = Math.max(0, Math.min(at.left - within.left, within.width - chip.offsetWidth));
  Object.assign(chip.style, { left: `${left}px`, top: `${at.top - within.top - chip.offsetHeight - 3}px` });
}
if (document.querySelector(".reference")) {
  for (const kind of ["pointerover", "focusin", "click"]) document.addEventListener(kind, mark);
}

// An address may lead into what is folded away; a picture that needs a library fetches it when it is unfolded.
const open = () => { if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details")?.setAttribute("open", ""); };
addEventListener("hashchange", open);
open();
for (const details of document.querySelectorAll("details[data-scripts]")) {
  details.addEventListener("toggle", () => {
    for (const src of details.dataset.scripts.split(" ")) document.head.append(Object.assign(document.createElement("script"), { src, async: false }));
  }, { once: true });
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
