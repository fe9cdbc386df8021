import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Seals what must not be read from a stolen database, and finds it again by its exact value. */
export type FieldCipher = {
  /**
   * Encrypts a value for one column. Sealing a value twice gives two different texts.
   * @param column where it is kept, like `students.phone`; only the same column opens it
   */
  seal(column: string, plain: string): string;
  /**
   * Decrypts what {@link FieldCipher.seal} made.
   * @throws {SealBroken} if the text was changed, moved from another column, or sealed with another key
   */
  open(column: string, sealed: string): string;
  /** Encrypts a file. @param place where it is kept; only the same place opens it */
  sealBytes(place: string, plain: Uint8Array): Buffer;
  /** Decrypts what {@link FieldCipher.sealBytes} made. @throws {SealBroken} likewise */
  openBytes(place: string, sealed: Uint8Array): Buffer;
  /**
   * The same text for the same value of a column, and nothing else about the value: for look-ups.
   * The caller brings the value into its one written form first.
   */
  blindIndex(column: string, plain: string): string;
};

/** A sealed value cannot be opened here. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
}

/** Format: `v1.` and base64url of nonce (12 bytes), tag (16 bytes) and ciphertext. */
const version = "v1.";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Makes the cipher: AES-256-GCM with the column as additional data, HMAC-SHA-256 for blind indexes, each with a
 * key of its own derived by HKDF.
 * @param key 32 bytes, see encryption-key.ts
 */
export function fieldCipher(key: Buffer): FieldCipher {
  const sealKey = derive(key, "rabta field encryption");
  const indexKey = derive(key, "rabta blind index");
  const sealBytes = (place: string, plain: Uint8Array): Buffer => {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", sealKey, nonce).setAAD(Buffer.from(place));
    const text = [cipher.update(plain), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...text]);
  };
  const openBytes = (place: string, sealed: Uint8Array): Buffer => {
    const text = nonceBytes + tagBytes;
    if (sealed.length < text) throw new SealBroken(`the value of ${place} is not in the sealed form`);
    try {
      const decipher = createDecipheriv("aes-256-gcm", sealKey, sealed.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(nonceBytes, text));
      return Buffer.concat([decipher.update(sealed.subarray(text)), decipher.final()]);
    } catch (cause) {
      throw new SealBroken(`the value of ${place} was changed, or sealed for another column or key`, {
        cause,
      });
    }
  };
  return {
    sealBytes,
    openBytes,
    seal: (column, plain) => version + sealBytes(column, Buffer.from(plain)).toString("base64url"),
    open(column, sealed) {
      if (!sealed.startsWith(version))
        throw new SealBroken(`the value of ${column} is not in the sealed form`);
      return openBytes(column, Buffer.from(sealed.slice(version.length), "base64url")).toString("utf8");
    },
    blindIndex(column, plain) {
      return createHmac("sha256", indexKey).update(`${column}\0${plain}`).digest("base64url");
    },
  };
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", purpose, 32));
}
