import { badRequest } from "./refusal.ts";
import { isObject } from "./validate.ts";

/** Reads the fields of an object that was checked against the specification, each with the type that it has there. */
export class Fields {
  readonly raw: Readonly<Record<string, unknown>>;

  constructor(raw: Readonly<Record<string, unknown>>) {
    this.raw = raw;
  }

  /** Text, if given. */
  text(name: string): string | undefined {
    const value = this.raw[name];
    return typeof value === "string" ? value : undefined;
  }

  /** A number, if given. */
  number(name: string): number | undefined {
    const value = this.raw[name];
    return typeof value === "number" ? value : undefined;
  }

  /** True only where the field says so. */
  flag(name: string): boolean {
    return this.raw[name] === true;
  }

  /** An object, if given. */
  object(name: string): Fields | undefined {
    const value = this.raw[name];
    return isObject(value) ? new Fields(value) : undefined;
  }

  /** The objects of an array; empty if it is not given. */
  objects(name: string): Fields[] {
    return this.list(name).flatMap((one) => (isObject(one) ? [new Fields(one)] : []));
  }

  /** An array as it came; empty if it is not given. */
  list(name: string): readonly unknown[] {
    const value = this.raw[name];
    return Array.isArray(value) ? value : [];
  }

  /** Whether the field was given at all. */
  has(name: string): boolean {
    return this.raw[name] !== undefined;
  }

  /** Text that the call cannot do without. @throws Refusal 400 where it is missing or empty */
  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === "") throw badRequest(`Parameter "${name}" is required`);
    return value;
  }

  /** A number that the call cannot do without. @throws Refusal 400 where it is missing */
  requiredNumber(name: string): number {
    const value = this.number(name);
    if (value === undefined) throw badRequest(`Parameter "${name}" is required`);
    return value;
  }
}
