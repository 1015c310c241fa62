import type { Texts } from '../texts'
import { general } from './general'
import { integrations } from './integrations'
import { manager } from './manager'
import { mobile } from './mobile'
import { onboarding } from './onboarding'
import { paperwork } from './paperwork'
import { price } from './price'
import { reliability } from './reliability'
import { reporting } from './reporting'
import { speed } from './speed'
import { stories } from './stories'
import { support } from './support'
import { usability } from './usability'
import { voice } from './voice'

/** Everything that customers say in Korean. */
export const TEXTS_KO: Texts = {
  topics: { price, onboarding, support, reliability, speed, reporting, integrations, mobile, usability, manager, paperwork },
  voice,
  general,
  stories,
}
