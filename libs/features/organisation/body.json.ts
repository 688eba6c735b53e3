/** A body `b` as the JSON of its `BodyRow`, for statements that read it with other things in one round trip. */
export const BODY_JSON = `json_build_object(
  'id', b.id, 'name', b.name, 'kind', b.kind, 'settings', b.settings, 'secretariatId', b.secretariat_id,
  'visibility', b.visibility, 'version', b.version)`;
