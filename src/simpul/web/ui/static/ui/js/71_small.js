/* Small comforts: print, copy a reference, close a message, focus on faults, drop files, leave quickly. */
for (const part of document.querySelectorAll("[data-print], [data-copy], [data-close-flash]")) part.hidden = false;
document.querySelector("[data-take-focus]")?.focus();

document.addEventListener("click", async (event) => {
  const part = event.target.closest("[data-print], [data-copy], [data-close-flash], [data-quick-exit]");
  if (!part) return;
  if (part.matches("[data-print]")) window.print();
  else if (part.matches("[data-close-flash]")) part.closest(".flash").remove();
  else if (part.matches("[data-quick-exit]")) {
    event.preventDefault();
    leaveQuickly(part);
  } else {
    try {
      await navigator.clipboard.writeText(part.dataset.copy);
      const said = part.querySelector("[data-copy-state]") ?? part;
      said.textContent = document.body.dataset.copied;
    } catch { /* without the right to the clipboard the reference stays readable */ }
  }
});

function leaveQuickly(link) {
  document.dispatchEvent(new CustomEvent("simpul:leaving"));
  document.body.hidden = true;
  location.replace(link.href);
}

let escapes = [];
document.addEventListener("keydown", (event) => {
  const link = document.querySelector("[data-quick-exit]");
  if (event.key !== "Escape" || !link) return;
  escapes = [...escapes.filter((moment) => event.timeStamp - moment < 2000), event.timeStamp];
  if (escapes.length >= 3) leaveQuickly(link);
});

for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.("[data-file-drop]");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("is-over", kind === "dragenter" || kind === "dragover");
    const field = zone.querySelector("input[type=file]");
    if (kind === "drop" && event.dataTransfer.files.length) {
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
