import { listValue, stringValue } from '../values/make';
import { stringType } from '../values/type';
import { type Definitions, integerOf, number, text, textOf, wholeOf } from './definition';
import { masked, type Network, networkOf, writtenAddress, writtenNetwork } from './ip/address';

/** The number of a host or a subnet as Terraform compares it: in 64 bits. */
function lowBits(value: bigint): bigint {
  return BigInt.asUintN(64, value < 0n ? -value : value);
}

/** @see https://developer.hashicorp.com/terraform/language/functions/cidrhost and those beside it */
export const ipNetwork: Definitions = {
  cidrhost: {
    parameters: [text, number],
    result: stringType,
    work: ([prefix, host]) => {
      const [network, at] = [networkOf(textOf(prefix)), wholeOf(host)];
      const address = network && at !== undefined ? hostAddress(network, at) : undefined;
      return address === undefined ? undefined : stringValue(address);
    },
  },
  cidrnetmask: {
    parameters: [text],
    result: stringType,
    work: ([prefix]) => {
      const network = networkOf(textOf(prefix));
      return network?.bits === 32 ? stringValue(writtenAddress(masked(2n ** 32n - 1n, network.prefix, 32), 32)) : undefined;
    },
  },
  cidrsubnet: {
    parameters: [text, number, number],
    result: stringType,
    work: ([prefix, bits, at]) => {
      const [network, more, index] = [networkOf(textOf(prefix)), integerOf(bits), wholeOf(at)];
      const subnet = network && more !== undefined && index !== undefined ? subnetAt(network, more, index) : undefined;
      return subnet && stringValue(writtenNetwork(subnet));
    },
  },
  cidrsubnets: {
    parameters: [text],
    rest: number,
    result: { kind: 'list', of: stringType },
    work: ([prefix, ...bits]) => {
      const network = networkOf(textOf(prefix));
      const subnets = network && subnetsInTurn(network, bits.map(integerOf));
      return (
        subnets &&
        listValue(
          subnets.map((subnet) => stringValue(writtenNetwork(subnet))),
          stringType,
        )
      );
    },
  },
};

/** A negative number counts from the end. */
function hostAddress({ base, prefix, bits }: Network, host: bigint): string | undefined {
  const last = 2n ** BigInt(bits - prefix) - 1n;
  const compared = host < 0n ? -host - 1n : BigInt.asIntN(64, host);
  if (compared > last) return undefined;
  return writtenAddress(base | (host < 0n ? last - compared : host), bits);
}

function subnetAt({ base, prefix, bits }: Network, more: number, index: bigint): Network | undefined {
  const length = prefix + more;
  const most = more >= 0 && more < 64 ? 2n ** BigInt(more) - 1n : 2n ** 64n - 1n;
  if (length > bits || length < 0 || lowBits(index) > most || index < 0n) return undefined;
  return { base: BigInt.asUintN(bits, base | (index << BigInt(bits - length))), prefix: length, bits };
}

/** Each begins at the first place of its size behind the one before it. */
function subnetsInTurn(network: Network, extensions: readonly (number | undefined)[]): readonly Network[] | undefined {
  const { base, prefix, bits } = network;
  const end = base + 2n ** BigInt(bits - prefix);
  const found: Network[] = [];
  let next = base;
  for (const more of extensions) {
    if (more === undefined || more < 1 || more > 32 || prefix + more > bits) return undefined;
    const size = 2n ** BigInt(bits - prefix - more);
    const start = ((next + size - 1n) / size) * size;
    if (start >= end) return undefined;
    found.push({ base: start, prefix: prefix + more, bits });
    next = start + size;
  }
  return found;
}
