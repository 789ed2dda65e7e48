// One view at a time, and the way to it marked; on paper all of them, with everything open
// but explanations nobody asked for: they would fill most of it.
{
  const ways = [...document.querySelectorAll("nav.views a")];

  state.watch("view", (shown) => {
    for (const section of sections) section.classList.toggle("shown", section.id === shown);
    for (const way of ways) {
      if (way.hash === `#${shown}`) way.setAttribute("aria-current", "page");
      else way.removeAttribute("aria-current");
    }
  });

  // A view is gone to as a whole: from its top, with its heading the next thing read.
  for (const way of ways) {
    way.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      state.set("view", way.hash.slice(1));
      const heading = document.querySelector(`${way.hash} :is(h1, h2, h3)`);
      if (heading) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
    });
  }

  document.getElementById("controls").open = matchMedia("(min-width: 48em)").matches;

  let shut = [];
  addEventListener("beforeprint", () => {
    shut = [...document.querySelectorAll("main details:not([open], .why)")];
    for (const each of shut) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of shut) each.open = false;
  });
}
