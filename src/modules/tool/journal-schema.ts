/** What `skranke journal verify` and `export` print; neither reads standard input. */
const head = {
  size: { type: 'integer', minimum: 1 },
  root: { type: 'string', description: 'hex, RFC 6962 over the first `size` lines' },
  at: { type: 'string', format: 'date-time' },
  key: { type: 'string', description: 'name of the Ed25519 key: the first 16 hex digits of its SHA-256' },
  signature: { type: 'string', description: 'hex, over "skranke journal head 1", size, root, at and key, a line each' },
} as const;

export const journalVerifySchema = {
  input: { description: 'nothing: the database is DATABASE_URL, or the demo of this machine' },
  output: {
    type: 'object',
    required: ['ok', 'sealed', 'waiting', 'pruned', 'heads', 'anchors', 'findings'],
    properties: {
      ok: { type: 'boolean' },
      sealed: { type: 'integer' },
      waiting: { type: 'integer', description: 'lines no head covers yet' },
      pruned: { type: 'integer', description: 'lines before this place went after their time' },
      heads: { type: 'integer' },
      anchors: { type: 'integer', description: 'heads kept where the database is not' },
      findings: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind', 'where'],
          properties: {
            kind: { enum: ['altered', 'missing', 'backdated', 'gap', 'unsigned', 'root', 'beyond', 'truncated'] },
            where: { type: 'string' },
          },
        },
      },
    },
  },
} as const;

export const journalExportSchema = {
  input: journalVerifySchema.input,
  output: {
    type: 'object',
    required: ['size', 'root', 'at', 'key', 'signature', 'consistency'],
    properties: {
      ...head,
      consistency: { type: 'array', items: { type: 'string' }, description: 'from the head before (RFC 6962, 2.1.2)' },
    },
  },
} as const;
