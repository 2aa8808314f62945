/** Sure signs in Taiwanese Chinese: what must reach a person at once, and what only sounds like it. */
import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';

const understanding = createUnderstanding({ timezone: 'Asia/Taipei', slots: false });
const read = (text: string) => understanding.understand({ text, lang: 'zh-TW' });
const rows = (table: string): string[] => table.trim().split(/\s*\|\s*/);

it.each(
  rows(`轉真人客服 | 請幫我轉接真人 | 不要再罐頭回覆了，叫真人來 | 別再機器人了 | 請專人聯絡我 | 請專員與我聯繫 | 可以請客服打給我嗎 | 麻煩請店長回電
| 我要找店經理 | 叫你們主管出來 | 請你們高層出來面對 | 有真人嗎 | 有沒有人在啊 | 有人可以處理嗎 | 可以跟真人講話嗎 | 我不要跟 AI 講話 | 客服專線幾號，我要打去講
| 請派人來處理 | 小編在嗎 | 找小編本人 | 叫你們老闆出來講 | 請轉總公司客訴部 | 我要跟你們的負責人說 | 叫會講人話的來 | 請給我真人客服，謝謝 | 人咧？`),
)('a wish for a person: %s', (text) => {
  expect(read(text)).toMatchObject({ intent: 'human', needsHuman: true });
});

it.each(
  rows(`我不想活了 | 真的撐不下去了 | 想結束生命 | 我想從你們頂樓跳下去 | 我已經吞了安眠藥 | 活著好累，想死 | 有人拿刀在店裡 | 小孩被困在電梯裡 | 我被關在電梯裡面
| 有人跟蹤我 | 我想去死 | 我要燒炭 | 快叫救護車 | 想離開這個世界`),
)('danger: %s', (text) => {
  expect(read(text)).toMatchObject({ intent: 'danger', severity: 'safety' });
});

describe.each([
  [
    'safety',
    `吃完狂拉肚子 | 全家掛急診 | 小孩燙傷起水泡 | 吃到玻璃 | 瓦斯外洩 | 聞到瓦斯味 | 行動電源冒煙 | 被電到 | 阿嬤在你們店門口跌倒 | 地板濕滑害我滑倒 | 食物中毒了
| 吃完蕁麻疹 | 過敏送醫 | 嘴唇腫起來 | 被魚刺卡到喉嚨 | 便當裡有鐵釘 | 一直吐到半夜 | 手被割到流血 | 床上有床蝨咬得全身是包 | 孕婦吃了出血`,
  ],
  [
    'legal',
    `我會寄存證信函 | 我要提告 | 法院見 | 我會請律師處理 | 我要去警局報案 | 消保法規定七天鑑賞期 | 小額訴訟見 | 我要聲請支付命令 | 我要對你們提起訴訟 | 告死你們`,
  ],
  [
    'media',
    `我要 PO 網 | 我 PO 到爆料公社 | 發到 Dcard | PTT 見 | 我會上 PTT 發文 | 找記者爆料 | 上新聞你們就知道 | 投訴蘋果日報 | 放到脆上讓大家看 | 我會公審你們
| 發限動讓大家知道 | 我找水果日報爆料 | 我已經錄影要上傳 YouTube | 我要貼到臉書社團`,
  ],
  [
    'regulator',
    `我要打1950 | 消保官見 | 向消保會申訴 | 我會跟衛生局檢舉 | 打1999投訴 | 公平會檢舉 | NCC 申訴 | 金管會投訴 | 食藥署會來查 | 消基會 | 我要去市府陳情
| 觀光署檢舉 | 勞工局申訴 | 我要檢舉你們 | 向金融消費評議中心申訴`,
  ],
] as const)('%s', (severity, table) => {
  it.each(rows(table))('%s', (text) => {
    expect(read(text)).toMatchObject({ severity, needsHuman: true });
  });
});

it.each(rows('我要申請消費爭議調解 | 到調解委員會見'))('the law or an authority: %s', (text) => {
  expect(read(text).needsHuman).toBe(true);
});

it.each(
  rows(`店員人很好 | 客服態度很差 | 店長有出來道歉 | 主管已經回電了 | 不用找店長，處理好就好 | 不用打給我，傳訊息就好 | 笑死 | 餓死了 | 氣死 | 熱死人了 | 想死這個味道了
| 麻辣鍋很好吃 | 火鍋湯很淡 | 兒童椅很髒 | 爆米花受潮 | 爆漿餐包沒有爆漿 | 朋友在臉書推薦來的 | 看 Dcard 推薦來吃的 | IG 打卡送小菜的活動沒給 | 拍照打卡上傳 IG 有送嗎
| 衛生紙沒了 | 市政府站那間店 | 法院旁邊那間分店 | 廁所很臭 | 機車停不進去 | 機器人送餐很可愛 | 掃地機器人壞了 | 人很多要排隊 | 隔壁桌的人很吵 | 電話打不通
| 瓦斯爐台很髒 | 電視螢幕有亮點 | 手搖飲太甜 | 手機殼裂了 | 外套破洞 | 出貨太慢 | 湯太燙 | 烤焦了 | 便當冷掉了 | 牙刷毛太硬`),
)('no cause to call a person: %s', (text) => {
  expect(read(text).needsHuman).toBe(false);
});
