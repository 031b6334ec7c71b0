// One line in a journal's theme: this script finds the DOI of the article page it stands in, fetches the article's
// schema.org description from the site it came from, and puts it into the page. It sends nothing else.
"use strict";

(async () => {
  const site = new URL(".", document.currentScript.src);
  const named = document.querySelector('meta[name="citation_doi" i], meta[name="DC.Identifier.DOI" i]');
  const doi = named?.content.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, "").toLowerCase();
  if (!doi?.startsWith("10.") || document.querySelector('script[data-from="jopsrdf"]')) return;
  const path = doi.split("/").map(encodeURIComponent).join("/");
  const answer = await fetch(new URL(`embed/work/${path}.jsonld`, site));
  if (!answer.ok) return;
  const element = document.createElement("script");
  element.type = "application/ld+json";
  element.dataset.from = "jopsrdf";
  element.textContent = await answer.text();
  document.head.append(element);
})();
