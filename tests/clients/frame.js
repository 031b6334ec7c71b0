// Reads a JSON-LD document with jsonld.js: node frame.js ADDRESS|FILE [FRAME]; prints its quads as canonical N-Quads.
// With FRAME, a document, the quads are those of the framed document.
const { readFileSync } = require("node:fs");
const jsonld = require("jsonld");

async function main([address, frame]) {
  const isFile = !address.startsWith("http");
  const document = isFile ? JSON.parse(readFileSync(address)) : await (await fetch(address)).json();
  const options = { base: isFile ? null : address, documentLoader: (url) => { throw new Error(`${url} is elsewhere`); } };
  const read = frame ? await jsonld.frame(document, JSON.parse(frame), options) : document;
  const expanded = await jsonld.expand(read, options);
  process.stdout.write(await jsonld.canonize(expanded, { ...options, algorithm: "RDFC-1.0", format: "application/n-quads" }));
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
