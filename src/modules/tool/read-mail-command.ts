/** What `skranke read-mail` prints for one raw message; its input is bytes, not JSON. */
export const readMailSchema = {
  input: { description: 'one raw message (RFC 5322) a file, or one on standard input' },
  output: {
    type: 'object',
    required: ['id', 'from', 'senderKnown', 'subject', 'text', 'newText', 'attachments', 'screen'],
    properties: {
      id: { type: 'string', description: 'the file name' },
      from: { type: ['string', 'null'] },
      senderKnown: { type: 'boolean', description: 'the From is unambiguous; nobody was looked up' },
      subject: { type: 'string' },
      text: { type: 'string' },
      newText: { type: 'string', description: 'without what was quoted' },
      attachments: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'type', 'size'],
          properties: { name: { type: ['string', 'null'] }, type: { type: 'string' }, size: { type: 'integer' } },
        },
      },
      screen: {
        type: 'object',
        required: ['verdict', 'reason'],
        properties: { verdict: { enum: ['proceed', 'ignore', 'quarantine'] }, reason: { type: 'string' } },
      },
    },
  },
} as const;
