// What Node's own HTTP server costs and no more: it reads a JSON body and sends it back. Run as a process of its own, it prints where it is.
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => (text += part));
  request.on('end', () => {
    const body = JSON.stringify(JSON.parse(text));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.stdout.write(`running at http://127.0.0.1:${address.port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
