/** Whether a Korean registration number can have been given for that day; the first digit behind it tells the century. */
export function dayOfMonthExists(year: string, month: string, day: string, gender: string): boolean {
  const century = '90'.includes(gender) ? 1800 : '1256'.includes(gender) ? 1900 : 2000
  const [y, m, d] = [century + Number(year), Number(month), Number(day)]
  const isLeap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
  const length = m === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
  return m >= 1 && m <= 12 && d >= 1 && d <= length
}

/** A payment card by its first digits, length and Luhn's check digit. Cards used in Korea alone begin with 9. */
export function isCard(text: string): boolean {
  const digits = text.replace(/\D/gu, '')
  const isIssued =
    /^(?:4\d{15}(?:\d{3})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|2720\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|6(?:011|5\d\d|4[4-9]\d|2\d\d)\d{12}(?:\d{3})?|9\d{15})$/u.test(digits)
  return isIssued && !/^(\d)\1+$/u.test(digits) && luhn(digits)
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)
  }
  return sum % 10 === 0
}

/** An international bank account number by its check digits. */
export function isIban(text: string): boolean {
  const plain = text.replace(/ /gu, '')
  if (plain.length < 15 || plain.length > 34) return false
  let rest = 0
  for (const char of plain.slice(4) + plain.slice(0, 4)) rest = (rest * (char > '9' ? 100 : 10) + parseInt(char, 36)) % 97
  return rest === 1
}

/** A bar code of Korean goods: 13 digits, 880 in front, and its check digit. Read as a day of birth it could be one, too. */
export function isShopCode(text: string): boolean {
  const sum = [...text].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return /^880\d{10}$/u.test(text) && sum % 10 === 0
}
