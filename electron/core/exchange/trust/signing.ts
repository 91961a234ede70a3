import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** An Ed25519 key pair (RFC 8032): the private half as base64 of its PKCS #8, the public one as base64 of 32 bytes. */
export interface SigningPair {
  private: string;
  public: string;
}

export function newSigningPair(): SigningPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    private: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    public: Buffer.from(x, 'base64url').toString('base64'),
  };
}

/** Signs with a private key as `newSigningPair` gives it; 64 bytes. */
export function signerWith(privateKey: string): (bytes: Uint8Array) => Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return (bytes) => sign(null, bytes, key);
}

/** Verifies with a public key of 32 bytes in base64; false also where key or signature are malformed. */
export function verifierWith(publicKey: string): (bytes: Uint8Array, signature: Uint8Array) => boolean {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return () => false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
  return (bytes, signature) => signature.length === 64 && verify(null, bytes, key, signature);
}

/** Rounds of hashing, so that looking for keys with a similar fingerprint costs thousands of times more. */
const rounds = 5_200;

/**
 * The 30 digits that two people compare by telephone, in six groups of five (rule 18), the same in every language:
 * SHA-512 of `viche card 1`, agency id, age recipient and verification key on a line each, hashed 5,200 times with the
 * same lines after it, as a number modulo 10^30 (99.6 bits).
 */
export function fingerprintOf(card: { agencyId: string; recipient: string; verify: string }): string {
  const lines = Buffer.from(`viche card 1\n${card.agencyId}\n${card.recipient}\n${card.verify}`);
  let hash = Buffer.alloc(0);
  for (let round = 0; round < rounds; round += 1) hash = createHash('sha512').update(hash).update(lines).digest();
  const digits = (BigInt(`0x${hash.toString('hex')}`) % 10n ** 30n).toString().padStart(30, '0');
  return digits.match(/\d{5}/g)?.join(' ') ?? digits;
}
