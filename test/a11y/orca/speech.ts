import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A stand-in for speech-dispatcher: it takes what a screen reader wants spoken, and keeps it as text. */
export interface Speech {
  /** For `SPEECHD_ADDRESS`. */
  address: string;
  /** What was to be spoken, oldest first. */
  said: readonly string[];
  close(): Promise<void>;
}

/** Answers of SSIP (the protocol of speech-dispatcher 0.8 and later) that carry something; all else is "200 OK". */
const ANSWERS: readonly [command: RegExp, answer: string][] = [
  [/^HISTORY GET CLIENT_ID$/i, '245-1\r\n245 OK CLIENT ID SENT'],
  [/^LIST OUTPUT_MODULES$/i, '250-text\r\n250 OK MODULE LIST SENT'],
  [/^LIST (SYNTHESIS_VOICES|VOICES)/i, '249-text\tfr\tnone\r\n249 OK VOICE LIST SENT'],
  [/^GET /i, '251-0\r\n251 OK GET RETURNED'],
  [/^SPEAK$/i, '230 OK RECEIVING DATA'],
  [/^(CHAR|KEY|SOUND_ICON) /i, '225-0\r\n225 OK MESSAGE QUEUED'],
  [/^QUIT$/i, '231 HAPPY HACKING'],
];

/** Listens on a free loopback port; every message counts as spoken at once. */
export async function startSpeech(): Promise<Speech> {
  const said: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setEncoding('utf8').on('error', () => socket.destroy());
    let rest = '';
    let message: string[] | undefined;
    let number = 0;
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (!message) {
          const answer = ANSWERS.find(([command]) => command.test(line))?.[1] ?? '200 OK';
          socket.write(`${answer}\r\n`);
          if (answer.startsWith('230')) message = [];
          const key = /^(?:CHAR|KEY) (.+)$/i.exec(line)?.[1];
          if (key) said.push(key === 'space' ? ' ' : key);
        } else if (line === '.') {
          number++;
          const text = plain(message.join(' '));
          if (text) said.push(text);
          message = undefined;
          socket.write(`225-${number}\r\n225 OK MESSAGE QUEUED\r\n`);
          for (const event of ['701', '702']) {
            socket.write(
              `${event}-${number}\r\n${event}-1\r\n${event} ${event === '701' ? 'BEGIN' : 'END'}\r\n`,
            );
          }
        } else {
          message.push(line.replace(/^\.\./, '.'));
        }
      }
    });
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    address: `inet_socket:127.0.0.1:${(server.address() as AddressInfo).port}`,
    said,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The words of a message in SSML. */
function plain(ssml: string): string {
  return ssml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name]!)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
