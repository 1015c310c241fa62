import type { TopicTexts } from '../texts'

export const manager: TopicTexts = {
  praise: [
    '{name}, our account manager, [knows our business|calls before problems become problems].',
    'Our CSM {name} is [worth more than the software|simply great].',
    'The quarterly reviews with {name} are [useful|honest], not a sales show.',
    'Our account manager pushed our [feature request|bug] through [in a month|internally], we felt heard.',
    'You can tell {name} actually reads our [numbers|tickets] before the call.',
    'long: Same account manager for {years} years. [Do not change that.|Rare in this industry.]',
    '{name} came on site, walked through with {staff} and sent a plan [two days|a week] later.',
  ],
  praiseMore: [
    'It feels like a partnership.',
    'No pushy upselling either.',
    'We get straight answers, also when the answer is no.',
    'Please do not move them to another account.',
  ],
  complaint: [
    'Our account manager changed [for the third time|again], nobody introduced the new one.',
    'The only time we hear from our [account manager|CSM] is when [the renewal is due|they want to sell something].',
    'I do not even know who our account manager is [these days|since {month}].',
    'Quarterly reviews are [a slide deck about new modules|a sales pitch], our open points never get discussed.',
    'Promised a call back from our CSM in {month}, still waiting.',
    'Account management passes us to support, support passes us back.',
    'Our rep [agreed to|promised] things that nobody in your company remembers.',
    'Too much upselling. [Three calls about Insight in one month.|Listen first, sell later.]',
  ],
  complaintMore: [
    'We used to be a customer, now we are a number.',
    'A relationship needs two sides.',
    'It makes you wonder who speaks for us internally.',
    'I would rather have nobody than that.',
  ],
  wish: [
    'A named contact again, please.',
    'Regular check-ins, not only before renewal.',
    'Let our account manager stay longer than six months.',
    'Less selling, more listening.',
    'Share the roadmap in the reviews.',
    'An account manager in our time zone.',
    'Introduce the new CSM properly.',
  ],
  praiseShort: ['{name} is great', 'Excellent account manager', 'our CSM listens', 'a real partner, not a vendor'],
  complaintShort: [
    'No account manager anymore',
    'new CSM every {3-6} months',
    'only hear from you at renewal',
    'too much upselling',
    'nobody feels responsible for us',
  ],
  though: ['Our account manager is great', '{name} is very good', 'Our CSM tries hard'],
}
