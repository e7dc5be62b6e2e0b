import { describe, expect, it } from '@jest/globals';
import { pathShape } from './log-options.js';

describe('pathShape', () => {
  it('hides every id in a path and drops the query, where a ticket may stand [ND15, C02]', () => {
    const id = 'Zk3fWg5damNbomrtnavdNrorOe4xY7tq9u1';
    expect(pathShape(`/v3/directline/conversations/${id}/stream?watermark=3&t=eyJ0b2tlbiI6`)).toBe(
      '/v3/directline/conversations/:id/stream',
    );
    expect(pathShape('/healthz')).toBe('/healthz');
  });

  it('hides a thread reference, which is small letters and digits [ND15]', () => {
    expect(pathShape('/t/zk3fwg5damnbomrtnavdnroroe')).toBe('/t/:id');
  });

  it('hides a thread reference that happens to hold no digit [ND15]', () => {
    expect(pathShape('/t/zkxfwgxdamnbomrtnavdnroroe')).toBe('/t/:id');
    expect(pathShape('/console-assets/main.js')).toBe('/console-assets/main.js');
  });

  it('hides a receipt and a case number [ND15]', () => {
    expect(pathShape('/api/console/cases/PMHDF-TGW00-BZK8J-V76RG-G3WPJQ')).toBe('/api/console/cases/:id');
  });
});
