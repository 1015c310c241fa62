import type { Change } from '../../model/operation'
import { BRAND } from './brand'
import { LETTERS, VIEW } from './desk-settings'
import { SUMMARY } from './summary-edits'

/** Settings that say how something looks, and change no figure. */
export const isLookSetting = (id: string): boolean => id === BRAND || id === LETTERS || id === SUMMARY || id.startsWith(`${SUMMARY}:`) || id.startsWith(VIEW)

/** Whether a change is one of how something looks. */
export const isLook = ({ register, id }: Change): boolean => register === 'setting' && isLookSetting(id)
