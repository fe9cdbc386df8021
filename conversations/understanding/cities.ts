import { normalise } from "./normalise.ts";

/** The larger cities, and those whose names are two words, as people write them: only to see that an address ends with one. */
const cities = new Set(
  [
    "Abbottabad, Attock, Bahawalnagar, Bahawalpur, Bannu, Bhakkar, Bhimber, Burewala, Chakwal, Chaman, Charsadda, Chiniot",
    "Chishtian, Chitral, Dadu, Daska, Dera Ghazi Khan, D G Khan, DG Khan, Dera Ismail Khan, D I Khan, DI Khan, Faisalabad, Ghotki, Gilgit",
    "Gojra, Gujranwala, Gujrat, Gwadar, Hafizabad, Haripur, Hasilpur, Hyderabad, Islamabad, Jacobabad, Jaranwala, Jhang",
    "Jhelum, Kamalia, Kamoke, Karachi, Kasur, Khairpur, Khanewal, Khanpur, Kharian, Khushab, Khuzdar, Kohat, Kotli, Lahore",
    "Larkana, Layyah, Lodhran, Mandi Bahauddin, Mansehra, Mardan, Mianwali, Mirpur, Mirpur Khas, Mirpurkhas, Multan",
    "Muridke, Muzaffarabad, Muzaffargarh, Nankana Sahib, Narowal, Nawabshah, Nowshera, Okara, Pakpattan, Peshawar, Quetta",
    "Rahim Yar Khan, Rajanpur, Rawalpindi, Rawalakot, Sadiqabad, Sahiwal, Sanghar, Sargodha, Sheikhupura, Shikarpur",
    "Sialkot, Sibi, Skardu, Sukkur, Swabi, Swat, Tando Adam, Tando Allahyar, Taxila, Thatta, Toba Tek Singh, Turbat, Umerkot",
    "Vehari, Wah Cantt, Wazirabad, Zhob",
    "ایبٹ آباد, اٹک, بہاولنگر, بہاولپور, بنوں, بھکر, بھمبر, بورے والا, چکوال, چمن, چارسدہ, چنیوٹ, چشتیاں, چترال, دادو, ڈسکہ",
    "ڈیرہ غازی خان, ڈیرہ اسماعیل خان, فیصل آباد, گھوٹکی, گلگت, گوجرہ, گوجرانوالہ, گجرات, گوادر, حافظ آباد, ہری پور, حاصل پور",
    "حیدرآباد, حیدر آباد, اسلام آباد, جیکب آباد, جڑانوالہ, جھنگ, جہلم, کمالیہ, کامونکی, کراچی, قصور, خیرپور, خانیوال, خان پور",
    "کھاریاں, خوشاب, خضدار, کوہاٹ, کوٹلی, لاہور, لاڑکانہ, لیہ, لودھراں, منڈی بہاؤالدین, مانسہرہ, مردان, میانوالی, میرپور",
    "میرپور خاص, ملتان, مریدکے, مظفرآباد, مظفر آباد, مظفرگڑھ, مظفر گڑھ, ننکانہ صاحب, نارووال, نواب شاہ, نوشہرہ, اوکاڑہ",
    "پاکپتن, پشاور, کوئٹہ, رحیم یار خان, راجن پور, راولپنڈی, راولاکوٹ, صادق آباد, ساہیوال, سانگھڑ, سرگودھا, شیخوپورہ",
    "شکارپور, سیالکوٹ, سبی, سکردو, سکھر, صوابی, سوات, ٹنڈو آدم, ٹنڈو الہ یار, ٹیکسلا, ٹھٹھہ, ٹوبہ ٹیک سنگھ, تربت, عمرکوٹ",
    "وہاڑی, واہ کینٹ, وزیرآباد, وزیر آباد, ژوب",
  ].flatMap((line) => line.split(", ").map(normalise)),
);

/**
 * The city at the end of an address, behind a comma or on a line of its own, with its postal code where it has one.
 * @returns what stands before it, and the city as it was written; undefined where no city that is known ends it
 */
export function cityIn(address: string): { before: string; city: string } | undefined {
  const parts = address.split(/[,،\n]/).map((part) => part.trim().replace(/[.۔]$/, ""));
  const named = parts.filter((part) => part !== "");
  if (countries.has(normalise(named.at(-1) ?? ""))) named.pop();
  const city = named.pop();
  if (city === undefined || named.length === 0 || !cities.has(normalise(city.replace(postalCode, ""))))
    return undefined;
  return { before: address.slice(0, address.lastIndexOf(city)).replace(/[\s,،]+$/, ""), city };
}

const countries = new Set(["Pakistan", "پاکستان"].map(normalise));
const postalCode = /[\s-]{0,3}\p{Nd}{5}$/u;
