import { describe, expect, it } from 'vitest'
import { isOpinionScale, natureOf } from '../../../shared/report/segment-choice'

describe('a scale of opinion', () => {
  it.each([
    [['Strongly agree', 'Agree', 'Neutral', 'Disagree', 'Strongly disagree']],
    [['Very satisfied', 'Satisfied', 'Dissatisfied', "Don't know"]],
    [['Excellent', 'Good', 'Fair', 'Poor']],
    [['Never', 'Sometimes', 'Often', 'Always']],
    [['1', '2', '3', '4', '5']],
    [['매우 만족', '만족', '보통', '불만족', '매우 불만족']],
    [['전혀 그렇지 않다', '그렇지 않다', '보통이다', '그렇다', '매우 그렇다']],
  ])('is %j', (values) => expect(isOpinionScale(values)).toBe(true))

  it.each([
    [['Beginner', 'Intermediate', 'Advanced', 'Expert']],
    [['Finance', 'Retail', 'Good Foods Inc.']],
    [['Free', 'Team', 'Enterprise']],
    [['1-10', '11-50', '51-200']],
    [['2016', '2017', '2018']],
    [['Yes', 'No']],
    [['금융', '제조', '유통']],
    [[]],
  ])('is not %j', (values) => expect(isOpinionScale(values)).toBe(false))
})

describe('the nature of a field', () => {
  it.each([
    ['segment', 'Industry', ['Finance', 'Retail'], 'trait'],
    ['segment', '업종', ['금융', '제조'], 'trait'],
    ['tenure', 'Months as a customer', ['1', '2', '3'], 'trait'],
    ['segment', 'Did you open a ticket?', ['Yes', 'No'], 'other'],
    ['segment', 'Recommended', ['Yes.', 'No.'], 'opinion'],
    ['segment', 'The product is easy to use', ['Agree', 'Disagree'], 'opinion'],
  ] as const)('%s, %s', (role, name, values, nature) => expect(natureOf(role, name, values)).toBe(nature))
})
