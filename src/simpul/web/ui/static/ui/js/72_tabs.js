/* Brings the present part of a long row of tabs or doors into sight. */
for (const tabs of document.querySelectorAll(".tabs, .calm-nav")) {
  const here = tabs.querySelector("[aria-current]");
  if (here) tabs.scrollLeft = here.offsetLeft - (tabs.clientWidth - here.offsetWidth) / 2;
}
