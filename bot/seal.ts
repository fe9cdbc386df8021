import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Encrypts what lies where others may read. */
export type Seal = {
  seal(plain: Uint8Array): Buffer;
  /** @returns nothing for what was changed, or sealed with another secret or for another purpose */
  open(sealed: Uint8Array): Buffer | undefined;
};

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Makes a seal: AES-256-GCM with a key derived by HKDF.
 * @param secret the operator's, such as API_KEY
 * @param purpose what is sealed; each has a key of its own
 */
export function sealWith(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", `rabta ${purpose}`, 32));
  return {
    seal(plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const text = [cipher.update(plain), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...text]);
    },
    open(sealed) {
      if (sealed.length < nonceBytes + tagBytes) return undefined;
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      }).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}
