import { expect, it } from 'vitest'
import { isPasswordLong, passwordWords } from '../../../../renderer/app/project/password-words'

it('speaks of length alone', () => {
  expect(passwordWords('')).toEqual(['password.least', { least: 8 }])
  expect(passwordWords('1234567')).toEqual(['password.short', { n: 7, least: 8 }])
  expect(passwordWords('비밀번호여덟글자')).toEqual(['password.fair', { n: 8 }])
  expect(passwordWords('four plain words')).toEqual(['password.long', { n: 16 }])
  expect(isPasswordLong('12345678')).toBe(true)
})
