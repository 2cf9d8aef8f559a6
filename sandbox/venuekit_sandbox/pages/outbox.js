"use strict";
const form = document.querySelector("form");
const address = () => "outbox.html?" + new URLSearchParams(new FormData(form));

async function refresh() {
  const wanted = address();
  const answer = await fetch(wanted).catch(() => null);
  if (!answer || !answer.ok || wanted !== address()) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const name of ["main", "output"]) {
    const old = document.querySelector(name), now = fresh.querySelector(name);
    if (old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes);
  }
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    // Without a clipboard, as on another host without https: select it, for the keyboard.
    getSelection().selectAllChildren(button.previousElementSibling);
    return;
  }
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy"; }, 1200);
}

document.addEventListener("click", (event) => {
  if (event.target.dataset && event.target.dataset.copy !== undefined) copy(event.target);
});
form.addEventListener("input", () => {
  history.replaceState(null, "", address());
  refresh();
});
form.addEventListener("submit", (event) => event.preventDefault());
setInterval(refresh, 2000);
