import { describe } from 'vitest';
import { orNothing, slotTable } from './slotTable.ts';

/** Each line: what the customer writes | the amount and its currency, or nothing. */
const check = slotTable(({ amount }) => amount && `${amount.value} ${amount.currency}`, orNothing);

describe('amount: mainland', () => {
  check(
    'zh-CN',
    `
    找零少了四十五块八 | 45.8 CNY
    这件衣服花了我两百出头 | 200 CNY
    一千二买的鞋，穿两天就开胶 | 1200 CNY
    押金3千5一直不退 | 3500 CNY
    装修款1.2万打水漂了 | 12000 CNY
    收了我98元停车费 | 98 CNY
    ¥98的套餐少了一半 | 98 CNY
    ￥1,299.00的耳机没声音 | 1299 CNY
    98块一份的鱼是死的 | 98 CNY
    退我98 RMB | 98 CNY
    RMB 98退我 | 98 CNY
    人民币三百块 | 300 CNY
    一百五十元整 | 150 CNY
    多扣了三块两毛五 | 3.25 CNY
    两块五的公交扣了我五块 | 5 CNY
    少找我八毛钱 | 0.8 CNY
    多收了一块钱也要退 | 1 CNY
    一共花了两千三百五十六块 | 2356 CNY
    年卡花了一万五 | 15000 CNY
    充了三十多块电话费没到 | 30 CNY
    花了十来块买的豆浆是酸的 | 10 CNY
    百来块的东西你们也骗 | 100 CNY
    花了1k多 | 1000 CNY
    预付了5000 | 5000 CNY
    扣了我两次88 | 88 CNY
    两瓶水收了我48 | 48 CNY
    花了两百八 | 280 CNY
    收我一百零五 | 105 CNY
    去年买的羽绒服，一件899 | 899 CNY
    多扣了六毛钱不是钱吗 | 0.6 CNY
    9块9一板的酸奶过期了 | 9.9 CNY
    房费388一晚，隔音太差 | 388 CNY
    退货运费自己垫了12.5 | 12.5 CNY
    押金500没退 | 500 CNY
    38元/份的面里有虫 | 38 CNY
    两块钱一斤的白菜全烂了 | 2 CNY
    退款金额：256.80 | 256.8 CNY
    价值六万八的婚纱 | 68000 CNY
    花了１２８元 | 128 CNY
    消费了一千零五十 | 1050 CNY
    多收二十元服务费 | 20 CNY
    赔我三百！ | 300 CNY
    25.5元的奶茶撒了一半 | 25.5 CNY
    我付了50美元 | 50 USD
    机票三百二十欧元 | 320 EUR
    退我港币300 | 300 HKD
    20英镑的邮费 | 20 GBP
    1200日元的拉面 | 1200 JPY
    HK$300买的 | 300 HKD
    手续费0.5元都要收 | 0.5 CNY
    这顿饭吃了小六百 | 600 CNY
    花了2000多块钱 | 2000 CNY
    定金两千块没退 | 2000 CNY
    充值100块到账50，退我差价 | 100 CNY
    `,
  );
});

describe('amount: Taiwan', () => {
  check(
    'zh-TW',
    `
    付了NT$1,200還要等 | 1200 TWD
    1200塊的套餐沒有附湯 | 1200 TWD
    多收我兩百五十塊 | 250 TWD
    一百五十元整，請退給我 | 150 TWD
    新台幣3,500元的訂金 | 3500 TWD
    NTD 880 的票 | 880 TWD
    台幣兩千元 | 2000 TWD
    被刷了$450 | 450 TWD
    多扣我一千五欸，誇張 | 1500 TWD
    一杯65元的飲料全是冰 | 65 TWD
    花了三萬二買的手機 | 32000 TWD
    停車收我40塊錢 | 40 TWD
    美金50元的運費 | 50 USD
    HK$380的行李費 | 380 HKD
    少找我一百塊 | 100 TWD
    清潔費八百 沒先講 | 800 TWD
    `,
  );
});

describe('amount: English', () => {
  check(
    'en',
    `
    I want 200 yuan back | 200 CNY
    We were charged a £5 cover each, so £20 in total | 5 GBP
    Your app took 2 payments of 12.99 | 12.99 USD
    The soup was £12.50 and cold | 12.5 GBP
    It cost me 12 pounds 50 | 12.5 GBP
    You owe me twenty quid | 20 GBP
    I gave him a tenner and got no change | 10 GBP
    A fiver for a bottle of water! | 5 GBP
    Charged $1,299.00 for nothing | 1299 USD
    40 bucks for a burnt steak | 40 USD
    I want my USD 40 back | 40 USD
    I want my 40 USD back | 40 USD
    US$40 was taken | 40 USD
    The audio guide was €9,99 | 9.99 EUR
    You kept fifty cents of my change | 0.5 USD
    They took 30p extra for a bag | 0.3 GBP
    I paid two hundred dollars for this | 200 USD
    a hundred and twenty pounds for a haircut | 120 GBP
    It was 1,150 dollars | 1150 USD
    The deposit of HK$2,000 never came back | 2000 HKD
    You charged me five hundred for a deposit | 500 USD
    It cost me 12.99 | 12.99 USD
    Refund my 45.90 please | 45.9 USD
    I paid £1.2k for the sofa | 1200 GBP
    We spent two grand on this holiday | 2000 USD
    9.99 euros for a sandwich | 9.99 EUR
    €15 tip added without asking | 15 EUR
    S$28 for a taxi that never came | 28 SGD
    RMB 300 deposit withheld | 300 CNY
    300 yuan deposit withheld | 300 CNY
    The fee was NT$500 | 500 TWD
    A $5 surcharge appeared | 5 USD
    Seventy-five pounds for a broken lamp | 75 GBP
    eighteen dollars and fifty cents | 18.5 USD
    AUD 60 gone | 60 AUD
    I was overcharged by 45 | 45 USD
    You still owe me 30 | 30 USD
    $0.99 app fee | 0.99 USD
    £3 a minute is robbery | 3 GBP
    1,200 yen for a coffee | 1200 JPY
    I lost $20 in the machine | 20 USD
    You billed me 60 for a 20 minute call | 60 USD
    `,
  );
});

describe('amount: the one in dispute', () => {
  check(
    'zh-CN',
    `
    订单9981-2230-11，付款199，实际扣款299，多的100退我 | 100 CNY
    我买的是69块9的套餐，你们按89收的 | 89 CNY
    一共付了200，多收了45 | 45 CNY
    多收了45，一共付了200 | 45 CNY
    应付200却收了245 | 245 CNY
    标价38结果收了45.9 | 45.9 CNY
    原价98，会员价88，你们收了我108 | 108 CNY
    消费两百，给了三百，少找了五十 | 50 CNY
    88块的套餐，多扣了12块 | 12 CNY
    买了300块的东西，其中20块是多算的 | 20 CNY
    6楼的房费500，押金多扣我100 | 100 CNY
    `,
  );
  check(
    'en',
    `
    I paid $200 and was overcharged $45 | 45 USD
    Overcharged $45 on a $200 bill | 45 USD
    The bill should have been £30 but you charged me £42 | 42 GBP
    The menu says $12 but I was charged $15 | 15 USD
    I spent £80 and you short-changed me by £10 | 10 GBP
    The ticket was £60 and you took an extra £6 fee | 6 GBP
    `,
  );
});

describe('amount: none', () => {
  check(
    'zh-CN',
    `
    汤里只有三块肉
    5块饼干碎了三块
    一块表坏了
    墙上掉了两块砖
    等了45分钟
    在12楼
    买了100克茶叶
    给你们5星都多
    打了50%的折
    打8折没给我
    一千个人排队
    满分100分给0分
    1206号房很吵
    电话13800138000
    订单号88320176
    两块玻璃碎了
    我们一块儿去的
    扣了我500积分
    等了一百多号人
    3月5日买的
    十分失望
    屏幕碎成几块
    两角都磕破了
    手机才用了两百天
    体重涨了两斤
    买了两百斤大米
    重量少了200克
    温度三十八度
    编号2000的柜子
    `,
  );
  check(
    'zh-TW',
    `
    湯裡只有三塊肉
    點數500點不見了
    等了四十分鐘
    拼圖少了兩塊
    `,
  );
  check(
    'en',
    `
    I waited 45 minutes
    We were on floor 12
    100 grams short
    5 stars? never
    The discount was 50%
    two pounds of apples were rotten
    Room 302 was dirty
    The screen is only 1080p
    Table 12 was sticky
    He is 45 years old
    I ordered 3 shirts and got 2
    I was charged twice
    Order 55120 is missing
    Twenty people pushed in
    I have called five times
    It weighs 12 pounds more than stated
    `,
  );
});
