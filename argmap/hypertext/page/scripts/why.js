// Names of statements in an explanation, "A·P8", become ways to them when it is opened.

document.addEventListener("toggle", (event) => {
  const told = event.target;
  if (!told.open || !told.classList.contains("why") || told.dataset.linked) return;
  told.dataset.linked = "yes";
  for (const text of [...told.querySelectorAll("p")].flatMap((line) => [...line.childNodes])) {
    if (text.nodeType !== Node.TEXT_NODE) continue;
    const parts = text.data.split(/([A-Z]+·[A-Z]\d*)/);
    text.replaceWith(...parts.map((part) => {
      if (!document.getElementById(part.replace("·", "-"))) return part;
      const way = document.createElement("a");
      way.href = `#${part.replace("·", "-")}`;
      way.textContent = part;
      return way;
    }));
  }
}, true);
