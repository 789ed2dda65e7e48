// Words found in the views: marked, counted, gone through by Enter and Shift with Enter; Escape lets go of them.
{
  const box = document.getElementById("find");
  const found = document.getElementById("found");
  let hits = [];
  let at = -1;


  // What is folded or in another view counts; what was chosen not to be shown does not.
  function isLeftOut(node) {
    const element = node.parentElement;
    if (element.closest("script, style, svg, button, [hidden], .hidden-visually")) return true;
    return state.get("level") !== "full" && getComputedStyle(element).display === "none";
  }

  function folded(text) {
    const lower = text.toLowerCase();
    return lower.length === text.length ? lower : text; // some letters grow, and places would no longer fit
  }

  function clear() {
    for (const hit of hits) {
      const parent = hit.parentNode;
      hit.replaceWith(...hit.childNodes);
      parent.normalize();
    }
    hits = [];
    at = -1;
  }

  function mark(node, word) {
    const text = folded(node.data);
    let rest = node;
    let done = 0;
    for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, done)) {
      const hit = rest.splitText(place - done);
      rest = hit.splitText(word.length);
      const wrapped = document.createElement("mark");
      wrapped.className = "hit";
      hit.replaceWith(wrapped);
      wrapped.append(hit);
      hits.push(wrapped);
      done = place + word.length;
    }
  }

  function search(asked) {
    clear();
    const word = folded(asked.trim());
    if (word) {
      const nodes = [];
      const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      for (const node of nodes) if (!isLeftOut(node)) mark(node, word);
    }
    tell();
  }

  function here() {
    const shown = state.get("view");
    return hits.filter((hit) => hit.closest("section.view")?.id === shown);
  }

  function tell() {
    const inView = here();
    const elsewhere = hits.length - inView.length;
    const place = at >= 0 ? `${at + 1} of ${inView.length}` : `${inView.length} here`;
    const others = elsewhere ? `, ${elsewhere} in other views` : "";
    found.textContent = state.get("find").trim() ? `${place}${others}` : "";
  }

  function go(step) {
    const inView = here();
    if (inView.length === 0) return;
    inView[at]?.classList.remove("current");
    at = at < 0 && step < 0 ? inView.length - 1 : (at + step + inView.length) % inView.length;
    const hit = inView[at];
    hit.classList.add("current");
    state.uncover(hit);
    hit.scrollIntoView({ block: "center" });
    tell();
  }

  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => state.set("find", box.value), 200);
  });

  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(waiting);
      state.set("find", box.value);
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      clearTimeout(waiting);
      box.value = "";
      state.set("find", "");
    }
  });

  document.getElementById("before").addEventListener("click", () => go(-1));
  document.getElementById("next").addEventListener("click", () => go(1));

  state.watch("find", (asked) => {
    if (box.value.trim() !== asked.trim()) box.value = asked;
    search(asked);
  });
  for (const name of ["level", "group", "view"]) {
    state.watch(name, () => search(state.get("find")));
  }
}
