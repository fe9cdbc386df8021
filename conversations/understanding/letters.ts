/**
 * Letters and digits that people type for the same thing, one for one, so that places in the text stay what they are:
 * Urdu (۱۲۳), Arabic (١٢٣) and full-width (１２３) digits become 123, full-width letters a–z, and every dash a hyphen.
 */
export const unified = (text: string): string =>
  text.replace(/[۰-۹٠-٩！-～\p{Pd}−]/gu, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter >= "۰" && letter <= "۹") return String(code - 0x6f0);
    if (letter >= "٠" && letter <= "٩") return String(code - 0x660);
    return letter >= "！" && letter <= "～" ? String.fromCharCode(code - 0xfee0) : "-".repeat(letter.length);
  });
