import { describe, expect, it } from 'vitest'
import { GUIDE_CODES, guideTexts, RULE_FORMS } from '../../../../renderer/app/codebook/rule-guide'
import { tryRule } from '../../../../shared/engine/rules/try-rule'
import { LOCALES, translator } from '../../../../shared/locale/translate'
import { must } from '../../../helpers/project'

describe.each(LOCALES)('the examples of the rule language, %s', (locale) => {
  const t = translator(locale)
  it.each(RULE_FORMS)('%s: some sentences match, some do not', (form) => {
    const texts = guideTexts(form, t)
    const found = must(tryRule({ rule: t(`code.help.try.${form}`), texts, codes: GUIDE_CODES }))
    expect(found.some((spans) => spans !== null)).toBe(true)
    expect(found.some((spans) => spans === null)).toBe(true)
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length)
  })

  it('name the code as it is', () => {
    const { name, rule } = GUIDE_CODES[LOCALES.indexOf(locale)]!
    expect(t('code.help.named')).toContain(`“${name}”`)
    expect(t('code.help.named')).toContain(rule)
    expect(t('code.help.try.code')).toContain(`#"${name}"`)
  })
})
