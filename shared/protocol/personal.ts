/** What is done in a file for others with what tells who somebody is. */
export type PersonalData = 'masked' | 'included'
