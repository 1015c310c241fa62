import type { Random } from '../base/seeded-random'
import { chance } from './chance'
import { isDelighted, isFrozen, since, type Situation } from './opinion'
import type { StoryTexts, Topic } from './texts'

/** The story that somebody tells instead of something usual about the topic, if any. */
export function storyOf(random: Random, situation: Situation, topic: Topic, praises: boolean): keyof StoryTexts | null {
  const { contact, quarter, product, months } = situation
  const inKorea = contact.country === 'South Korea'
  if (praises) {
    if (isDelighted(situation) && chance(random, 0.3)) return 'health'
    return inKorea && topic === 'support' && since(quarter, '2025-Q4') && months >= 6 && chance(random, 0.6) ? 'nearSupport' : null
  }
  if (isFrozen(situation) && months >= 3 && chance(random, 0.75)) return 'freeze'
  if (product === 'Classic' && chance(random, 0.45)) return 'classic'
  if (contact.spring && chance(random, 0.4)) return 'springOffer'
  if (topic === 'support' && inKorea && !since(quarter, '2025-Q4') && months >= 4 && chance(random, 0.5)) return 'farSupport'
  return topic === 'price' && since(quarter, '2026-Q1') && months >= 9 && chance(random, 0.5) ? 'priceRise' : null
}
