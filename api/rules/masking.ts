/** `35202-1234567-1` as `35202-*****-1`: the place of issue and the last digit. */
export function maskCnic(cnic: string): string {
  const digits = cnic.replace(/\D/g, "");
  return digits.length === 13 ? `${digits.slice(0, 5)}-*****-${digits.slice(-1)}` : "*****";
}

/** `+923001234567` or `0300-1234567` as `0300-****567`: the network and the last three digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").replace(/^(?:00)?92(?=\d{10}$)/, "0");
  return digits.length === 11 ? `${digits.slice(0, 4)}-****${digits.slice(-3)}` : "****";
}

/** `fatima@example.com` as `f***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at > 0 ? `${[...email][0]}***${email.slice(at)}` : "***";
}

/** `House 5, Street 2, Lahore 54000` as `***, Lahore`: the city alone. */
export function maskAddress(address: string): string {
  const parts = address.split(/[,،\n]/).map((part) => part.replace(/[\d٠-٩۰-۹-]+/g, "").trim());
  const city = parts.slice(1).findLast((part) => part !== "");
  return city ? `***, ${city}` : "***";
}
