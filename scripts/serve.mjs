// Pages for a browser on the same machine.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** Serves on the loopback address what `answer(path, response, request)` sends; port 0 is any that is free. */
export async function serve(port, answer) {
  const server = createServer((request, response) =>
    answer(decodeURIComponent(new URL(request.url, 'http://localhost').pathname), response, request),
  );
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, stop };
}

/** Nothing above `folder` is reached. */
export function sendFile(response, folder, path) {
  const file = folder && join(folder, normalize(`/${path}`));
  if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

/** `ending` tells what kind of file the text would be. */
export function send(response, ending, text) {
  response.writeHead(200, { 'content-type': types[ending], 'cache-control': 'no-store' }).end(text);
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
