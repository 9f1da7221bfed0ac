/** Yes and no as people and spreadsheets write them, in the languages whose spreadsheets have words of their own. */
const YES = `1 x y j t ✓ ✔ ☑ true yes on enabled
  wahr ja an aktiv vrai oui verdadero sí vero sì verdadeiro sim waar sant sand sann tosi kyllä prawda tak pravda ano áno
  igaz igen adevărat da istina točno tačno истина правда да так αληθής ναι doğru evet 是 真 对 對 はい 예 네 참 כן אמת نعم صحيح`;
const NO = `0 n f ✗ ✘ ☐ false no off disabled
  falsch nein aus inaktiv faux non falso não onwaar nee falskt falsk nej nei usann epätosi ei fałsz nie nepravda ne
  hamis nem fals nu laž netočno netačno ложь нет неистина не ні хибність ψευδής όχι yanlış hayır 否 假 错 錯
  いいえ 偽 아니요 아니오 거짓 לא שקר لا خطأ`;

const WORDS = new Map([
  ...words(YES).map((word) => [word, true] as const),
  ...words(NO).map((word) => [word, false] as const),
]);

/** Marks in a table whose empty cells mean no. */
const MARKS: ReadonlySet<string> = new Set(words('x ✓ ✔ ☑'));

/** What a word for yes or no means, in any case, with or without accents; undefined for other words. */
export function truthOf(word: string): boolean | undefined {
  return WORDS.get(folded(word));
}

export function isMark(word: string): boolean {
  return MARKS.has(folded(word));
}

function words(list: string): string[] {
  return list.split(/\s+/).map(folded);
}

/** Upper case, since it has one sigma and no dotless i. */
function folded(word: string): string {
  return word.trim().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}
