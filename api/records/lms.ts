import { z } from "zod";

/** The key of the setting in which the operator keeps the address of the learning management system. */
export const lmsSetting = "lms";

/** Where nobody set another. */
export const usualLms = "https://lms.aiou.edu.pk";

/** An address that can be opened from a chat. */
export const Lms = z.url({ protocol: /^https?$/ });

/** The LMS's address, as a statement finds it in the settings; the usual one where nobody set another. */
export const LmsAddress = Lms.nullable().transform((address) => address ?? usualLms);
