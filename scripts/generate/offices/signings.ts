import type { Signing } from './office.ts';

/** In what capacities those sign who may (quyền hạn ký), by the rules of form. */

/** For a Party committee. */
export const committee = (speaker: string, whole: string): Signing[] => [
  { capacity: 'T/M BAN CHẤP HÀNH', position: 'BÍ THƯ', speaker: whole },
  { capacity: 'T/M BAN THƯỜNG VỤ', position: 'BÍ THƯ', speaker },
  { capacity: 'T/M BAN THƯỜNG VỤ', position: 'PHÓ BÍ THƯ', speaker },
  { capacity: 'T/M BAN THƯỜNG VỤ', position: 'PHÓ BÍ THƯ THƯỜNG TRỰC', speaker },
  { capacity: 'T/L BAN THƯỜNG VỤ', position: 'CHÁNH VĂN PHÒNG', speaker },
];
/** For an office of a Party committee. */
export const chief = (position: string, speaker: string): Signing[] => [
  { capacity: null, position, speaker },
  { capacity: `K/T ${position}`, position: `PHÓ ${position}`, speaker },
];
/** For a body of the State that one person heads. */
export const stateChief = (position: string, deputy: string, speaker: string): Signing[] => [
  { capacity: null, position, speaker },
  { capacity: `KT. ${position}`, position: deputy, speaker },
];
/** For a people's committee: collective, or its chairman alone. */
export const council = (speaker: string, chairman: string): Signing[] => [
  { capacity: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', speaker },
  { capacity: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', speaker },
  { capacity: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', speaker: chairman },
  { capacity: 'TUQ. CHỦ TỊCH', position: 'CHÁNH VĂN PHÒNG', speaker: chairman },
];
