import assert from 'node:assert/strict';
import { isIP } from 'node:net';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hasHostBits, parseIpRange, specialUse, writeNetwork, writeSingle } from '../../src/catalog/ipRange';

const read = (text: string) => parseIpRange(text) ?? assert.fail(text);

describe('ranges of addresses', () => {
  test('are read exactly', () => {
    assert.deepEqual(read('192.0.2.128/25'), {
      version: 4,
      address: 0xc0000280n,
      length: 25,
      first: 0xc0000280n,
      last: 0xc00002ffn,
      bare: false,
    });
    assert.equal(read('2001:db8::/32').last, 0x20010db8_ffffffff_ffffffff_ffffffffn);
    assert.equal(read('::/0').last, (1n << 128n) - 1n);
    assert.equal(read('::ffff:192.0.2.1').address, 0xffff_c0000201n);
    assert.equal(read('192.0.2.1').bare, true);
  });

  for (const text of ['', '192.0.2.0/33', '192.0.2/24', '192.0.2.256/24', '192.0.02.0/24', '192.0.2.0/', '192.0.2.0/024'])
    test(`${text || 'nothing'} is none`, () => assert.equal(parseIpRange(text), undefined));
  for (const text of [
    '2001:db8::/129',
    '2001::db8::/32',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
    ':::/0',
    'fe80::1%eth0',
    'g::/8',
    ':1::',
  ])
    test(`${text} is none`, () => assert.equal(parseIpRange(text), undefined));

  test('the network and the single address are written in the usual spelling', () => {
    assert.equal(writeNetwork(read('192.0.2.77/26')), '192.0.2.64/26');
    assert.equal(writeSingle(read('192.0.2.77/26')), '192.0.2.77/32');
    assert.equal(writeNetwork(read('2001:DB8:0:0:1:0:0:1/112')), '2001:db8:0:0:1::/112');
    assert.equal(writeNetwork(read('2001:db8:1::5/48')), '2001:db8:1::/48');
    assert.equal(writeSingle(read('::1')), '::1/128');
    assert.equal(writeNetwork(read('::/0')), '::/0');
    assert.equal(writeNetwork(read('10:0:0:1:0:0:0:10/128')), '10:0:0:1::10/128');
    assert.ok(hasHostBits(read('192.0.2.77/26')) && !hasHostBits(read('192.0.2.64/26')));
  });

  test('what is within a private range is private, what reaches beyond is not', () => {
    for (const text of ['10.0.0.0/8', '10.1.2.0/24', '172.31.0.0/16', '192.168.1.1', 'fd00::/8'])
      assert.equal(specialUse(read(text)), 'private', text);
    for (const text of ['100.64.0.0/10', '169.254.1.0/24', 'fe80::/64', '127.0.0.1'])
      assert.equal(specialUse(read(text)), 'special', text);
    for (const text of ['8.0.0.0/5', '172.0.0.0/8', '172.32.0.0/16', '203.0.113.0/24', '0.0.0.0/0', '::/0', '2001:db8::/32'])
      assert.equal(specialUse(read(text)), undefined, text);
  });

  test('an address is read exactly when node reads it, and comes back the same', () => {
    const texts = fc.oneof(fc.ipV4(), fc.ipV6(), fc.stringMatching(/^[0-9a-f:.]{0,20}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const range = parseIpRange(text);
        assert.equal(range !== undefined, isIP(text) !== 0, text);
        if (range) assert.equal(read(writeSingle(range)).address, range.address);
      }),
    );
  });
});
