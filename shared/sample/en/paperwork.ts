import type { TopicTexts } from '../texts'

export const paperwork: TopicTexts = {
  praise: [
    'Contract and [order form|paperwork] were done in [a day|two days], [digital signature and that was it|legal had no questions].',
    'Invoices are clear and [always correct|on time], accounting likes you.',
    'The data processing agreement was ready [before we asked|when our lawyers called].',
    'Adding {5-20} licences took one mail, the [order confirmation|new invoice] came the same day.',
    'old: Renewal paperwork arrives early enough to [read it|get it through procurement].',
    'Your security documents saved our [vendor review|audit] weeks.',
  ],
  praiseMore: [
    'Procurement asked me who you are, in a good way.',
    'One page, no small print.',
    'That is not normal in our industry.',
    'The billing portal is handy too.',
  ],
  complaint: [
    'The invoice was wrong [three months in a row|again in {month}], [wrong address, wrong seats|seats we cancelled].',
    'It took {5-11} weeks to get a signed contract back from you.',
    'Auto-renewal with {60-120/30} days notice hidden on page {7-14} of the contract. [Not nice.|We missed it by a week.]',
    'Billing sends reminders for invoices we paid [weeks ago|in {month}].',
    'Our legal team needed [four rounds|two months] for a simple change in the terms.',
    'We cannot get one invoice for all [branches|sites|subsidiaries], we get {6-24} of them.',
    'The purchase order number is missing on every invoice, so accounting sends it back every month.',
    'Getting the licence delivery after the order took {2-4} weeks, {staff} had no access [until then|all that time].',
    'Security questionnaire came back after {5-9} weeks and [half empty|incomplete].',
  ],
  complaintMore: [
    'Nobody in billing picks up the phone.',
    'That is a lot of work for our accounting.',
    'Small things, but they add up.',
    'We are still waiting for the credit note.',
  ],
  wish: [
    'One invoice per month for all our sites.',
    'PO number on the invoice.',
    'Simpler contracts.',
    'Remind us before the auto-renewal date.',
    'Faster contract turnaround.',
    'Correct invoices, for once.',
    'Let us change the number of licences ourselves.',
  ],
  praiseShort: ['Contract was simple', 'invoices always correct', 'smooth ordering', 'Paperwork done in a day'],
  complaintShort: [
    'Wrong invoices',
    'contract took {2-4} months',
    'Billing is a mess',
    'auto-renewal trap',
    'too much paperwork for a few licences',
  ],
  though: ['Billing is correct', 'The contract part was easy', 'Invoices are fine'],
}
