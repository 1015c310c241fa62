import type { Voice } from '../texts'

export const voice: Voice = {
  trades: {
    Logistics: { work: ['shipments', 'consignments', 'deliveries', 'transport orders'], site: 'at the depot', staff: ['our dispatchers', 'the warehouse people', 'the drivers'] },
    Retail: { work: ['store orders', 'returns', 'stock transfers'], site: 'in our stores', staff: ['the store managers', 'our shop staff', 'the buyers'] },
    Manufacturing: { work: ['work orders', 'parts requests', 'quality checks'], site: 'on the shop floor', staff: ['our planners', 'the shift leaders', 'the technicians'] },
    Healthcare: { work: ['bookings', 'ward requests', 'supply orders'], site: 'on the wards', staff: ['the nurses', 'the receptionists', 'the ward staff'] },
    Finance: { work: ['approvals', 'client requests', 'claims'], site: 'in the branches', staff: ['our case handlers', 'our back-office people', 'the advisers'] },
    Education: { work: ['enrolments', 'room requests', 'course requests'], site: 'on campus', staff: ['the lecturers', 'the tutors', 'our office staff'] },
    'Public sector': { work: ['permit requests', 'citizen requests', 'applications'], site: 'at the counter', staff: ['our clerks', 'the case officers', 'the counter staff'] },
  },
  products: { Flow: 'Flow', Desk: 'Desk', Insight: 'Insight', Classic: 'Classic' },
  plans: { Starter: 'Starter', Business: 'Business', Enterprise: 'Enterprise' },
  names: ['Jonas', 'Priya', 'Marta', 'Callum', 'Hana', 'Devon', 'Leila', 'Tomas', 'Grace', 'Minho', 'Yuna', 'Oscar'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
}
