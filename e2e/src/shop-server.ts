// A product's server as its people write it: Node with our SDK, which tells what it sees as it sees it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createInterface } from 'node:readline';

/** What each asker gets, and since when this is so, in milliseconds since 1970. */
export interface ServerSight {
  readonly at: number;
  readonly isOn: Readonly<Record<string, boolean>>;
}

export interface ShopServer {
  /** Resolves with the first sight that is so, the present one too. */
  readonly until: (isRight: (isOn: ServerSight['isOn']) => boolean) => Promise<ServerSight>;
  readonly stop: () => Promise<void>;
}

/** `askers`: by name, of which environment and with what context each asks. */
export function startShopServer(options: {
  readonly url: string;
  readonly flag: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly askers: Readonly<Record<string, { readonly environment: string; readonly context: object }>>;
}): ShopServer {
  const code = `
    import { createFlags } from '@shortlist/sdk/flags.ts';
    const { url, flag, keys, askers } = ${JSON.stringify(options)};
    const flags = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, createFlags({ url, key })]));
    let last = '';
    const look = () => {
      const isOn = Object.entries(askers).map(([name, { environment, context }]) => [name, flags[environment].isOn(flag, context)]);
      const text = JSON.stringify(Object.fromEntries(isOn));
      if (text !== last) process.stdout.write('{"at":' + Date.now() + ',"isOn":' + text + '}\\n');
      last = text;
    };
    for (const one of Object.values(flags)) await one.ready;
    for (const one of Object.values(flags)) one.listen(look);
    look();
    process.once('SIGTERM', async () => {
      for (const one of Object.values(flags)) await one.close();
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let last: ServerSight | null = null;
  const waiting = new Set<() => void>();
  createInterface(child.stdout).on('line', (line) => {
    // What the program above prints.
    last = JSON.parse(line) as ServerSight;
    for (const look of waiting) look();
  });
  const until: ShopServer['until'] = async (isRight) =>
    await new Promise((resolve, reject) => {
      const look = (): void => {
        if (last === null || !isRight(last.isOn)) return;
        waiting.delete(look);
        resolve(last);
      };
      waiting.add(look);
      void exited.then(() => reject(new Error(`The product's server ended; it last saw ${JSON.stringify(last)}.`)));
      look();
    });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  return { until, stop };
}

/** A site of its own with nothing on its page; scripts are added to it. */
export async function serveEmptySite(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Shop</title>');
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The site has no port.');
  return { url: `http://localhost:${address.port}/`, server };
}
