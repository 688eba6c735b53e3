import { GENESIS, examine, settle } from '../../domain/audit/index.js';
import type { Finding, ListedEvent, Place, Tampering } from '../../domain/audit/index.js';
import type { AuditKey } from '../../platform/events/audit-key.js';
import type { CheckpointFile } from '../../platform/events/checkpoint-file.js';
import { isSignedBy } from '../../platform/events/checkpoint.js';
import type { Checkpoint } from '../../platform/events/checkpoint.js';
import { sealHash } from '../../platform/events/sealer.js';
import { checkTexts } from './text.check.js';
import { readNewer, readSignedCount, readStretch } from './trail.reader.js';
import type { Query } from './trail.reader.js';

/** A checkpoint as the log tells it. */
export type LoggedCheckpoint = Pick<Checkpoint, 'number' | 'count' | 'head'>;

/** What the trail is verified by: its database (in one snapshot), its checkpoints, their key, and perhaps the log. */
export interface TrailSources {
  readonly query: Query;
  readonly file: CheckpointFile;
  readonly key: AuditKey;
  readonly logged?: readonly LoggedCheckpoint[];
}

/** What a verification found. */
export interface TrailReport {
  /** The fingerprint of the key the checkpoints must be signed with. */
  readonly key: string;
  readonly checkpoints: number;
  /** How far the signed checkpoints reach; null when there is none. */
  readonly covered: { readonly count: number; readonly head: string; readonly at: string } | null;
  readonly findings: readonly Finding[];
  /** Events newer than the last checkpoint: nothing can be said of them. */
  readonly notCovered: { readonly count: number; readonly since: string | null };
}

const BEFORE_ALL: Place = { xid: '0', seq: '0' };
/** So many listed events are compared with the database at a time. */
const STRETCH = 1000;

/**
 * Compares the whole trail with its signed checkpoints. The queries must run in one transaction that has read nothing
 * yet: the file is measured first, so that the snapshot holds all that the file promises.
 */
export async function verifyTrail(sources: TrailSources): Promise<TrailReport> {
  const { query, file, key } = sources;
  const size = await file.wholeSize();
  const signedCount = await readSignedCount(query);
  const walk = new TrailWalk(query, key);
  for await (const { line, checkpoint } of file.read(size)) await walk.take(line, checkpoint);
  await walk.end();
  const { last, findings } = walk;
  const cut = await checkEnd(file, key, walk, signedCount);
  const unknown = (sources.logged ?? []).filter((logged) => !walk.holds(logged));
  const texts = await checkTexts(query);
  return {
    key: key.fingerprint,
    checkpoints: walk.read,
    covered: last && { count: last.count, head: last.head, at: last.at },
    findings: [...findings, ...texts, ...cut, ...unknown.map(({ number }) => missing(number, number))],
    notCovered: await readNewer(query, walk.place),
  };
}

/** The file must reach as far as the database knows that checkpoints have been written. */
async function checkEnd(
  file: CheckpointFile,
  key: AuditKey,
  { last, isWhole }: TrailWalk,
  signedCount: number,
) {
  if ((last?.count ?? 0) >= signedCount || !isWhole) return [];
  // One may have been appended since the file was measured.
  const newest = await file.last();
  const isThere =
    newest !== null && newest !== 'damaged' && isSignedBy(newest, key) && newest.count >= signedCount;
  const next = (last?.number ?? 0) + 1;
  return isThere ? [] : [missing(next, next)];
}

function missing(from: number, to: number): Finding {
  return { kind: 'checkpoint-missing', from, to, id: null, at: null };
}

/** Walks through the checkpoints in order, and compares what they list with the database a stretch at a time. */
class TrailWalk {
  /** The last sound checkpoint, and how many lines there were. */
  last: Checkpoint | null = null;
  read = 0;
  /** Where the last listed event stands. */
  place: Place = BEFORE_ALL;
  /** Whether every line so far was sound. */
  isWhole = true;
  readonly findings: Finding[] = [];
  private readonly known = new Set<string>();
  /** What was found since the list last began, and the stretch that is not compared yet. */
  private found: Finding[] = [];
  private since = GENESIS;
  private after: Place = BEFORE_ALL;
  private listed: ListedEvent[] = [];
  /** The number and signature that the next checkpoint must name; a damaged line has no signature to name. */
  private next: { number: number; previous: string | null } = { number: 1, previous: '' };

  constructor(
    private readonly query: Query,
    private readonly key: AuditKey,
  ) {}

  async take(line: number, checkpoint: Checkpoint | null): Promise<void> {
    this.read = line;
    if (checkpoint === null || !isSignedBy(checkpoint, this.key)) {
      const number = checkpoint?.number ?? line;
      this.note(checkpoint === null ? 'checkpoint-damaged' : 'checkpoint-signature', number, null);
      this.next = { number: this.next.number + 1, previous: null };
      this.isWhole = false;
      return;
    }
    this.checkOrder(checkpoint);
    await this.follow(checkpoint);
    for (const [index, [xid, seq, id, hash]] of checkpoint.events.entries()) {
      const position = checkpoint.since.count + index + 1;
      this.listed.push({ position, place: { xid, seq }, id, hash });
    }
    this.known.add(nameOf(checkpoint));
    this.last = checkpoint;
    this.place = this.listed.at(-1)?.place ?? this.place;
    this.next = { number: checkpoint.number + 1, previous: checkpoint.signature };
    if (this.listed.length >= STRETCH) await this.compare();
  }

  async end(): Promise<void> {
    await this.compare();
    this.settleList();
  }

  /** Whether the file holds a checkpoint that the log tells of. */
  holds(logged: LoggedCheckpoint): boolean {
    return this.known.has(nameOf(logged));
  }

  private checkOrder({ number, previous, at }: Checkpoint): void {
    const { next } = this;
    if (number > next.number) this.findings.push({ ...missing(next.number, number - 1), at });
    else if (number < next.number || (next.previous !== null && previous !== next.previous))
      this.note('checkpoint-damaged', number, at);
  }

  /** Goes on from where the checkpoint says that it does, also when that is not where the last one ended. */
  private async follow({ since, number, at, events }: Checkpoint): Promise<void> {
    const goesOn = since.count === (this.last?.count ?? 0) && since.head === (this.last?.head ?? GENESIS);
    if (goesOn) return;
    await this.compare();
    if (since.count <= (this.last?.count ?? 0)) {
      this.note('checkpoints-restarted', number, at);
      this.settleList();
    }
    this.since = since.head;
    this.after = since.count === 0 ? BEFORE_ALL : justBefore(events[0]);
  }

  private async compare(): Promise<void> {
    const { query, since, after, listed } = this;
    if (listed.length === 0) return;
    this.found.push(...examine(await readStretch(query, since, after, listed), sealHash));
    const end = listed.at(-1);
    this.since = end?.hash ?? since;
    this.after = end?.place ?? after;
    this.listed = [];
  }

  private settleList(): void {
    this.findings.push(...settle(this.found, this.last?.count ?? 0));
    this.found = [];
  }

  private note(kind: Tampering, number: number, at: string | null): void {
    this.findings.push({ kind, from: number, to: number, id: null, at });
  }
}

function justBefore(event: readonly string[] | undefined): Place {
  const [xid = '0', seq = '0'] = event ?? [];
  return { xid, seq: String(BigInt(seq) - 1n) };
}

function nameOf({ number, count, head }: LoggedCheckpoint): string {
  return `${number}/${count}/${head}`;
}
