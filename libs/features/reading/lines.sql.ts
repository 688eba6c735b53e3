/**
 * The points `$2` with those that each goes on from, since it was postponed: as `line`, with the `point_id` that was asked
 * for, the `own_of` that something of one's own may hang on, and how many `steps` that is back.
 */
export const LINE = `WITH RECURSIVE line AS (
    SELECT id AS point_id, id AS own_of, 0 AS steps FROM unnest($2::uuid[]) AS id
    UNION ALL
    SELECT line.point_id, carried.from_point_id, steps + 1
    FROM line JOIN carried_point carried ON carried.point_id = line.own_of)`;
