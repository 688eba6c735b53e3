import { EVENT_AT, at, sealAgain, swap, two } from './scene.js';
import type { Scene, Tampering } from './scene.js';

/** What a database owner does to the seals. */
export const sealTamperings: readonly Tampering[] = [
  {
    name: 'swaps two seals',
    apply: async (scene) => {
      const [a, b] = two(scene);
      await scene.owner.query('ALTER TABLE event_seal DROP CONSTRAINT event_seal_event_id_key');
      await scene.owner.query(swap('event_seal', 'position', 'event_id, xid, seq, hash'), [a, b]);
      return [at('seals-swapped', a, b)];
    },
  },
  ...['event_id = gen_random_uuid()', `hash = decode(repeat('ab', 32), 'hex')`, 'seq = seq + 1'].map(
    (set) => ({
      name: `edits a seal: ${set}`,
      apply: async ({ owner, pick, count }: Scene) => {
        const position = pick(1, count);
        await owner.query(`UPDATE event_seal SET ${set} WHERE position = $1`, [position]);
        return [at('seal-edited', position)];
      },
    }),
  ),
  {
    name: 'deletes seals',
    apply: async (scene) => {
      const [a, b] = two(scene);
      await scene.owner.query('DELETE FROM event_seal WHERE position BETWEEN $1 AND $2', [a, b]);
      return [at('seal-deleted', a, b)];
    },
  },
  {
    name: 'numbers the seals anew',
    apply: async ({ owner, pick, count }) => {
      const from = pick(1, count - 1);
      await owner.query('UPDATE event_seal SET position = position + 1 WHERE position >= $1', [from]);
      return [at('seal-deleted', from), at('seal-edited', from + 1, count)];
    },
  },
  {
    name: 'edits an event and seals everything after it again',
    apply: async ({ owner, pick, count }) => {
      const position = pick(1, count);
      await owner.query(`UPDATE event SET data = '{"number": -1}' WHERE id = ${EVENT_AT}`, [position]);
      await sealAgain(owner, position);
      return [at('event-edited', position), at('seal-edited', position, count)];
    },
  },
];
