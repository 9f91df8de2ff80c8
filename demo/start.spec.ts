import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const START = fileURLToPath(new URL('./start.ts', import.meta.url));

/** Takes a free loopback port until the test ends. */
async function takePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** Three ports that were free a moment ago. */
async function freePorts() {
  const servers = [createServer(), createServer(), createServer()];
  const ports = [];
  for (const server of servers) {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ports.push(String((server.address() as AddressInfo).port));
  }
  for (const server of servers) await once(server.close(), 'close');
  const [PARTNERS_PORT = '', PORT = '', PAGES_PORT = ''] = ports;
  return { PARTNERS_PORT, PORT, PAGES_PORT };
}

/** Starts the demo and gives what it said at its end. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', START], {
    env: { ...process.env, HOST: '', ...env },
  });
  let said = '';
  child.stdout.on('data', (part) => (said += part));
  child.stderr.on('data', (part) => (said += part));
  const [code] = await once(child, 'close');
  return { code, said };
}

it.each(['PARTNERS_PORT', 'PORT', 'PAGES_PORT'])('refuses to start where %s is taken', async (variable) => {
  const port = await takePort();

  const { code, said } = await start({ ...(await freePorts()), [variable]: String(port) });

  expect(said).toBe(`Port ${port} is taken: set ${variable} to another one.\n`);
  expect(code).toBe(1);
});

it('refuses a port that is no port', async () => {
  const { code, said } = await start({ ...(await freePorts()), PAGES_PORT: '80800' });

  expect(said).toBe('PAGES_PORT is "80800": it must be a port from 1 to 65535.\n');
  expect(code).toBe(1);
});

it('refuses one port for two servers', async () => {
  const ports = await freePorts();

  const { code, said } = await start({ ...ports, PORT: ports.PAGES_PORT });

  expect(said).toBe('PARTNERS_PORT, PORT and PAGES_PORT must be three different ports.\n');
  expect(code).toBe(1);
});
