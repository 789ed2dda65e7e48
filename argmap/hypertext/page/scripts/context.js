// A quotation opened away from its statement shows the same words of the article as there.

document.addEventListener("toggle", (event) => {
  const of = event.target.dataset?.of;
  const home = of && event.target.open ? document.getElementById(of) : null;
  const words = home && home.querySelector(".passage");
  if (words && !event.target.querySelector(".passage")) event.target.lastElementChild.replaceWith(words.cloneNode(true));
}, true);
