/** A row that was read once, in one of its versions. */
interface Kept<Row> {
  readonly mark: string;
  readonly row: Row;
}

/**
 * SQL for the mark of a row's version, given the name its table has in the statement: the transaction that wrote it and
 * where it lies (PostgreSQL's system columns `xmin` and `ctid`). No two versions of one row that were ever seen have the
 * same, whatever wrote them, so that a row is the one kept when its mark is.
 */
export const markOf = (table: string): string => `${table}.xmin::text || ${table}.ctid::text`;

/**
 * Rows that many requests read and few change, kept by id under the mark of their version. Whether a row is still there, and
 * as it was, is asked of the database each time, with its mark; what is saved is to write it, send it and read it again.
 */
export class KeptRows<Row extends object> {
  private readonly kept = new Map<string, Kept<Row>>();

  /** `most`: how many are kept; the one unread for longest is forgotten first. */
  constructor(private readonly most: number) {}

  /** The row in the version of the mark; undefined where it must be read. */
  get(id: string, mark: string): Row | undefined {
    const known = this.kept.get(id);
    if (known?.mark !== mark) return undefined;
    this.put(id, known);
    return known.row;
  }

  /** Keeps a row as it was read together with its mark; from then on nothing changes it. */
  keep(id: string, mark: string, row: Row): Row {
    this.put(id, { mark, row: deepFreeze(row) });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    return row;
  }

  /** The one read last stands last. */
  private put(id: string, kept: Kept<Row>): void {
    this.kept.delete(id);
    this.kept.set(id, kept);
  }
}

/** Freezes a value with all that it is made of, and gives it back. */
export function deepFreeze<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
