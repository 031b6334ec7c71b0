// Dereferences an address with rdf-parse, once for each media type: node parse.js ADDRESS CONTEXT TYPE...
// "any" stands for all that rdf-parse reads, with its own weights. Prints a line of JSON for each: where it led, the type,
// and the quads as N-Quads. CONTEXT is what stands for the context of schema.org: no request leaves this machine.
const { Readable } = require("node:stream");
const { Writer } = require("n3");
const { rdfParser } = require("rdf-parse");

function stayHere(context) {
  const { fetch } = globalThis;
  globalThis.fetch = async (address, options) => {
    const { hostname } = new URL(address.url ?? address);
    if (hostname === "127.0.0.1") return fetch(address, options);
    if (hostname !== "schema.org") throw new Error(`${address} is elsewhere`);
    return new Response(context, { headers: { "content-type": "application/ld+json" } });
  };
}

async function accepted(type) {
  if (type !== "any") return type;
  const weights = Object.entries(await rdfParser.getContentTypesPrioritized());
  return weights.map(([name, weight]) => `${name};q=${weight.toFixed(3)}`).join(", ");
}

async function read(address, type) {
  const answer = await fetch(address, { headers: { accept: await accepted(type) } });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const contentType = answer.headers.get("content-type").split(";")[0];
  // Whole letters: rdfxml-streaming-parser takes a letter apart where a chunk of bytes ends in the middle of it.
  const text = Readable.fromWeb(answer.body.pipeThrough(new TextDecoderStream()));
  const data = rdfParser.parse(text, { contentType, baseIRI: answer.url });
  const writer = new Writer({ format: "N-Quads" });
  for await (const quad of data) writer.addQuad(quad);
  const quads = await new Promise((resolve, reject) => writer.end((error, text) => (error ? reject(error) : resolve(text))));
  console.log(JSON.stringify({ url: answer.url, type: contentType, quads }));
}

async function main([address, context, ...types]) {
  stayHere(context);
  for (const type of types) await read(address, type);
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
