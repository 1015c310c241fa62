/**
 * Words that hold sentences together and are about nothing. Words that turn what others say (not, too, more, 안, 너무) are none of them:
 * they tell complaints from praise.
 */
const ENGLISH = `a about after all also am an and any are as at be because been before being both but by can could did do does doing
down during each either else etc even ever every for from further get gets getting given go goes going got had has have having he
he's her here hers him his how i i'd i'll i'm i've if in into is it it's its itself just let let's lot lots may me might much must my
myself of off on once one ones only onto or other others our ours out over own per quite rather really s same she should since so some
something such t than that that's the their them then there there's these they they're thing things this those though through thus to
until up upon us use used using via was we we're were what when where which while who why will with within would yes yet you
you're your yours`

const KOREAN = `그 이 저 것 거 게 수 등 때 좀 잘 또 및 즉 제 내 저희 우리 그리고 그런데 그래서 그러나 하지만 또는 혹은 이런 그런 저런 이렇게 그렇게 이것
그것 저것 여기 거기 저기 때문 때문에 정도 경우 부분 대해 대한 위해 위한 통해 같아요 같습니다 같은 같이 하는 하고 해서 하면 합니다 했습니다 했어요 해요
하게 하지 되는 되고 돼서 되면 됩니다 되어 있는 있고 있어서 있습니다 있어요 있으면 있음 입니다 이에요 예요 이다 인데 그냥 계속 제가 조금 약간 많이 주세요 주시면 좋겠습니다 좋겠어요 바랍니다`

/** Words that turn or strengthen what others say. */
const TURNS = `aren't cannot can't didn't doesn't don't enough few hardly isn't less least little many more most much neither never no nobody none nor not nothing
only too very wasn't without won't 너무 더 매우 못 못함 별로 빨리 아니 아주 안 없고 없는 없다 없습니다 없어 없어서 없어요 없음 전혀 정말 진짜 참 훨씬`

const turns = new Set(TURNS.split(/\s+/))
const words = new Set(`${ENGLISH} ${KOREAN}`.split(/\s+/))

/** Whether a normalized word is about nothing by itself. */
export const isStopWord = (word: string): boolean => words.has(word)

/** Whether a word only turns or strengthens what others say: it may tell groups apart, and names no matter. */
export const isTurn = (word: string): boolean => turns.has(word)
