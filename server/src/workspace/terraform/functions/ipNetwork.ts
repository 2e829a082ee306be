import { listValue, stringValue, unknownValue } from '../values/make';
import { stringType } from '../values/type';
import type { Value } from '../values/value';
import { type Definition, type Definitions, integerOf, number, type Outcome, text, textOf, wholeOf } from './definition';
import { isMapped, masked, type Network, networkOf, writtenAddress, writtenNetwork } from './ip/address';

/** The number of a host or a subnet as Terraform compares it: in 64 bits. */
function lowBits(value: bigint): bigint {
  return BigInt.asUintN(64, value < 0n ? -value : value);
}

/** Of the network that the first argument tells. */
function ofNetwork(work: (network: Network, args: readonly Value[]) => Outcome, options: Partial<Definition>): Definition {
  return {
    parameters: [text],
    result: stringType,
    work: ([prefix, ...args], type) => {
      const network = networkOf(textOf(prefix));
      if (!network) return undefined;
      return isMapped(network) ? unknownValue(type, { id: 'function', what: textOf(prefix) }) : work(network, args);
    },
    ...options,
  };
}

function textOrError(result: string | undefined): Outcome {
  return result === undefined ? undefined : stringValue(result);
}

/** @see https://developer.hashicorp.com/terraform/language/functions/cidrhost and those beside it */
export const ipNetwork: Definitions = {
  cidrhost: ofNetwork(
    (network, [host]) => {
      const at = wholeOf(host);
      return at === undefined ? undefined : textOrError(hostAddress(network, at));
    },
    { parameters: [text, number] },
  ),
  cidrnetmask: ofNetwork(
    ({ prefix, bits }) => (bits === 32 ? stringValue(writtenAddress(masked(2n ** 32n - 1n, prefix, 32), 32)) : undefined),
    {},
  ),
  cidrsubnet: ofNetwork(
    (network, [bits, at]) => {
      const [more, index] = [integerOf(bits), wholeOf(at)];
      const subnet = more === undefined || index === undefined ? undefined : subnetAt(network, more, index);
      return subnet && stringValue(writtenNetwork(subnet));
    },
    { parameters: [text, number, number] },
  ),
  cidrsubnets: ofNetwork(
    (network, bits) => {
      const subnets = subnetsInTurn(network, bits.map(integerOf));
      return (
        subnets &&
        listValue(
          subnets.map((subnet) => stringValue(writtenNetwork(subnet))),
          stringType,
        )
      );
    },
    { rest: number, result: { kind: 'list', of: stringType } },
  ),
};

/** A negative number counts from the end. */
function hostAddress({ base, prefix, bits }: Network, host: bigint): string | undefined {
  const last = 2n ** BigInt(bits - prefix) - 1n;
  const compared = host < 0n ? -host - 1n : BigInt.asIntN(64, host);
  if (compared > last) return undefined;
  const address = base | (host < 0n ? last - compared : host);
  return address >> BigInt(bits) === 0n ? writtenAddress(address, bits) : undefined;
}

function subnetAt({ base, prefix, bits }: Network, more: number, index: bigint): Network | undefined {
  const length = prefix + more;
  const most = more >= 0 && more < 64 ? 2n ** BigInt(more) - 1n : 2n ** 64n - 1n;
  if (length > bits || length < 0 || lowBits(index) > most) return undefined;
  const signed = base | (index << BigInt(bits - length));
  const address = signed < 0n ? -signed : signed;
  return address >> BigInt(bits) === 0n ? { base: address, prefix: length, bits } : undefined;
}

/** Each begins at the first place of its size behind the one before it. Nothing is before the first address, and Terraform ends. */
function subnetsInTurn(network: Network, extensions: readonly (number | undefined)[]): readonly Network[] | undefined {
  const { base, prefix, bits } = network;
  if (base === 0n && extensions.length > 0) return undefined;
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
