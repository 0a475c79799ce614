import { fold } from './folding.ts';
import { wordsIn } from './words.ts';

/** Words that join or ask and name nothing (hư từ, từ để hỏi), in groups by what they do. Such as are half of many compounds ("chỉ", "bị", "ra") are left out. */
const listed = `
  của và là thì mà ở tại trong ngoài trên dưới giữa với cùng từ đến tới cho để do bởi vì nên nếu khi về theo như bằng qua
  các những mọi mỗi từng một vài này đó kia ấy nọ đây
  đã đang sẽ vừa mới được bị phải cần không chưa có còn cũng vẫn rất lắm
  nào gì ai đâu sao thế bao nhiêu mấy hay hoặc nhưng thế nào ra sao xin hãy tìm cho biết
`;
const exact = new Set(wordsIn(listed).exact);
const folded = new Set([...exact].map(fold));

/** True for a syllable that names nothing; a bare one where it folds to such. */
export function isFunctionWord(word: { readonly text: string; readonly exact: boolean }): boolean {
  return (word.exact ? exact : folded).has(word.text);
}
