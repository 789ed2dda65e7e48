// One view at a time, and the way to it marked.

const ways = [...document.querySelectorAll("nav.views a")];

state.watch("view", (shown) => {
  for (const section of sections) section.classList.toggle("shown", section.id === shown);
  for (const way of ways) {
    if (way.hash === `#${shown}`) way.setAttribute("aria-current", "page");
    else way.removeAttribute("aria-current");
  }
});
