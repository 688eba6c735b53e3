import { credentials } from './credentials.js';
import { BASE, refusalIn } from './client.js';
import { noAnswer } from './problem.js';

/** A file on its way to the api. */
interface Sending {
  readonly method: 'POST' | 'PUT';
  /** Below `/api/v1/`, with its query. */
  readonly path: string;
  readonly file: Blob;
  /** Of a POST: sent again under the same key it takes effect once. */
  readonly key?: string;
  /** The version that is replaced. */
  readonly version?: number;
  /** How much of it has gone, from 0 to 1. */
  readonly onProgress: (gone: number) => void;
}

/** Sends the bytes of a file and tells how far they are; a refusal or a lost answer is thrown as an `ApiError`. */
export function sendFile<Answer>(sending: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // What `fetch` cannot tell: how much of a body has gone.
    const request = new XMLHttpRequest();
    request.open(sending.method, BASE + sending.path);
    for (const [name, value] of headersOf(sending)) request.setRequestHeader(name, value);
    request.responseType = 'text';
    request.upload.onprogress = ({ loaded, total }) => sending.onProgress(total > 0 ? loaded / total : 1);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as Answer);
      else reject(refusalIn(request.status, body));
    };
    request.onerror = request.onabort = () => reject(noAnswer());
    request.send(sending.file);
  });
}

function headersOf({ key, version }: Sending): [string, string][] {
  const { csrfToken } = credentials.get();
  return [
    ['Accept', 'application/json'],
    ['Content-Type', 'application/octet-stream'],
    ...(csrfToken === null ? [] : [['X-CSRF-Token', csrfToken] as [string, string]]),
    ...(key === undefined ? [] : [['Idempotency-Key', key] as [string, string]]),
    ...(version === undefined ? [] : [['If-Match', `"${version}"`] as [string, string]]),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
