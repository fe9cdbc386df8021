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
  return {
    seal(column, plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce).setAAD(Buffer.from(column));
      const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return version + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
    },
    open(column, sealed) {
      const bytes = Buffer.from(sealed.slice(version.length), "base64url");
      if (!sealed.startsWith(version) || bytes.length < nonceBytes + tagBytes) {
        throw new SealBroken(`the value of ${column} is not in the sealed form`);
      }
      const text = nonceBytes + tagBytes;
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealKey, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        })
          .setAAD(Buffer.from(column))
          .setAuthTag(bytes.subarray(nonceBytes, text));
        return decipher.update(bytes.subarray(text), undefined, "utf8") + decipher.final("utf8");
      } catch (cause) {
        throw new SealBroken(`the value of ${column} was changed, or sealed for another column or key`, {
          cause,
        });
      }
    },
    blindIndex(column, plain) {
      return createHmac("sha256", indexKey).update(`${column}\0${plain}`).digest("base64url");
    },
  };
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", purpose, 32));
}
