import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** What is asked, over and over. */
export interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body that every answer must have. */
  readonly body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Asks one thing over so many kept connections, on each the next as soon as the answer is there, for so many milliseconds;
 * gives the answers a second. It reads no more of HTTP than it must, so that the two cores are for those it asks. Throws
 * at the first answer that is not 200 with the body expected.
 */
export async function load(target: Target, connections: number, milliseconds: number): Promise<number> {
  const began = performance.now();
  const until = began + milliseconds;
  const counts = await Promise.all(Array.from({ length: connections }, () => askUntil(target, until)));
  const seconds = (performance.now() - began) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

function askUntil(target: Target, until: number): Promise<number> {
  const headers = Object.entries(target.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `GET ${target.path} HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\n${headers.join('')}\r\n`;
  const expected = Buffer.from(target.body);
  return new Promise((resolve, reject) => {
    let count = 0;
    let got: Buffer = Buffer.alloc(0);
    const socket: Socket = connect({ port: target.port, host: '127.0.0.1', noDelay: true });
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.on('connect', () => socket.write(request));
    socket.on('error', fail);
    socket.on('close', () => {
      fail(new Error('The connection was closed.'));
    });
    socket.on('data', (chunk: Buffer) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
      const end = got.indexOf(HEAD_END);
      if (end < 0) return;
      const head = got.toString('latin1', 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? NaN);
      const body = got.subarray(end + HEAD_END.length);
      if (body.length < length) return;
      if (!head.startsWith('HTTP/1.1 200 ') || !body.equals(expected)) {
        fail(new Error(`${target.path}: another answer: ${head.split('\r\n')[0] ?? ''}`));
        return;
      }
      got = Buffer.alloc(0);
      count += 1;
      if (performance.now() < until) socket.write(request);
      else {
        resolve(count);
        socket.destroy();
      }
    });
  });
}
