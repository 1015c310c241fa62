import type { Random } from '../base/seeded-random'
import { weighted } from './chance'
import { isDelighted, isFrozen, since, type Situation } from './opinion'
import type { Topic } from './texts'

const PRAISED: Readonly<Record<Topic, number>> = {
  price: 6,
  onboarding: 6,
  support: 17,
  reliability: 13,
  speed: 7,
  reporting: 11,
  integrations: 8,
  mobile: 7,
  usability: 18,
  manager: 8,
  paperwork: 3,
}
const CRITICISED: Readonly<Record<Topic, number>> = {
  price: 14,
  onboarding: 6,
  support: 13,
  reliability: 11,
  speed: 11,
  reporting: 11,
  integrations: 9,
  mobile: 9,
  usability: 13,
  manager: 5,
  paperwork: 6,
}

/** What somebody in this situation praises or criticises, other than `but`. */
export function chooseTopic(random: Random, situation: Situation, praises: boolean, but: Topic | null = null): Topic {
  const weights = { ...(praises ? PRAISED : CRITICISED) }
  const times = (topic: Topic, factor: number): void => void (weights[topic] *= factor)
  const { contact, quarter, product, months } = situation
  const inKorea = contact.country === 'South Korea'
  if (product === 'Insight') times('reporting', 3.5)
  if (product === 'Desk') times('support', 1.4)
  if (contact.plan === 'Starter') {
    times('price', praises ? 1 : 1.5)
    times('manager', 0.15)
    times('paperwork', 0.4)
  }
  if (contact.plan === 'Enterprise') {
    times('manager', 1.8)
    times('paperwork', 2)
    times('integrations', 1.6)
  }
  times('onboarding', months < 12 ? 4.5 : 0.4)
  if (months < 3) {
    times('paperwork', 0.1)
    times('manager', 0.3)
    times('reliability', 0.5)
  }
  if (contact.industry === 'Logistics' || contact.industry === 'Manufacturing') times('mobile', 1.8)
  if (isDelighted(situation) && praises) times('support', 1.8)
  if (since(quarter, '2026-Q1') && !praises) times('price', 2.6)
  if (inKorea) times('support', since(quarter, '2025-Q4') === praises ? 2 : 0.6)
  if (isFrozen(situation) && !praises) times('reliability', 4)
  if (but) weights[but] = 0
  return weighted(random, weights)
}
