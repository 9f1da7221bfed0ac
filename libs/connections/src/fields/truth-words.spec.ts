import { isMark, truthOf } from './truth-words';

it.each(
  'WAHR VRAI VERDADERO VERO VERDADEIRO WAAR SANT SAND SANN TOSI PRAWDA PRAVDA IGAZ ADEVĂRAT ИСТИНА ΑΛΗΘΗΣ DOĞRU true да ja oui sí si sì sim tak ano igen evet 是 はい 예 yes on 1 x X ✓ y j Y'.split(
    ' ',
  ),
)('%s is a yes', (word) => {
  expect([word, ` ${word.toLowerCase()}\u00a0`, word.normalize('NFD')].map(truthOf)).toEqual([true, true, true]);
});

it.each(
  'FALSCH FAUX FALSO ONWAAR FALSKT FALSK USANN EPÄTOSI FAŁSZ NEPRAVDA HAMIS FALS ЛОЖЬ ΨΕΥΔΗΣ YANLIŞ false нет nein non no nej nee não nao nie ne nem hayır HAYIR 否 いいえ 아니요 off 0 n'.split(
    ' ',
  ),
)('%s is a no', (word) => {
  expect([word, ` ${word.toLowerCase()}\u00a0`, word.normalize('NFD')].map(truthOf)).toEqual([false, false, false]);
});

it.each(['', 'maybe', '2', '-', 'xx', 'constructor'])('%j is neither', (word) => expect(truthOf(word)).toBeUndefined());

it('knows marks', () =>
  expect(['x', ' X', '✓', 'yes', '1', ''].map(isMark)).toEqual([true, true, true, false, false, false]));
