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
    房东临时加价四百 | 400 CNY
    打表跳到420 | 420 CNY
    日币4,200的保养品 | 4200 JPY
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
    免税店多收了我五万韩币 | 50000 KRW
    按摩一小时收八百泰铢 | 800 THB
    在吉隆坡那家店付了45令吉 | 45 MYR
    手信被多收120澳门元 | 120 MOP
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
    You've billed me Rs 1,499 for broadband I cancelled | 1499 INR
    Kindly explain the Rs. 590 fee on my account | 590 INR
    Credit back ₹2,350 for the bus ticket | 2350 INR
    Paid 4,200 rupees for servicing on Saturday | 4200 INR
    RM45 for a bowl of cold laksa | 45 MYR
    They took 800 baht for a broken snorkel | 800 THB
    CHF 39.50 for a stale fondue | 39.5 CHF
    Room service charged me 120 dirhams twice | 120 AED
    The fitting cost NZ$80 and lasted a day | 80 NZD
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

describe('amount: spoken without a unit', () => {
  check(
    'zh-CN',
    `
    花三百零九抢的气垫，发来一个空壳 | 309 CNY
    光重刷墙就三百二，谁赔？ | 320 CNY
    订了个湖景房，推开窗是一堵墙，六百八十八一晚呢 | 688 CNY
    收了定金就不接电话，五千，我不买了，定金还我 | 5000 CNY
    煎个蛋都粘，退了吧，一百九十九 | 199 CNY
    一千八的羽绒服跑毛跑得满身都是 | 1800 CNY
    三百六拍的耳环掉钻 | 360 CNY
    一万二的按摩椅用了三天就罢工 | 12000 CNY
    八百六团的券说过期就过期 | 860 CNY
    两百四秒杀来的锅是漏的 | 240 CNY
    一位三百八，端上来全是冻货 | 380 CNY
    一晚四百六，床单上有头发 | 460 CNY
    三百八一位的自助，虾都没有 | 380 CNY
    四十八一碗的面就三片肉 | 48 CNY
    罚我二百，凭什么 | 200 CNY
    停车超五分钟罚款一百五 | 150 CNY
    两千六还我，不修了 | 2600 CNY
    押的那一千五退我 | 1500 CNY
    卡里还剩九百六，店就关了，钱怎么办 | 960 CNY
    说好六百八，结账变九百二，多出来的退我 | 920 CNY
    换个屏要我一千三，抢钱啊 | 1300 CNY
    报价两千八，最后结了四千五 | 4500 CNY
    骗了我妈三千六 | 3600 CNY
    转了两万三给中介，人没影了 | 23000 CNY
    人均四百二，吃得一肚子气 | 420 CNY
    一顿饭吃掉我七百五 | 750 CNY
    五百二的花束到手全蔫了 | 520 CNY
    一张票六百八，座位被柱子挡死 | 680 CNY
    亏了我整整四千 | 4000 CNY
    维修师傅张口就要八百五 | 850 CNY
    白白搭进去一千四 | 1400 CNY
    1280还我，课不上了 | 1280 CNY
    299抢的鞋两只都是左脚 | 299 CNY
    388一位的自助连水果都没有 | 388 CNY
    两千块钱，就这么打水漂了 | 2000 CNY
    少找我一块 | 1 CNY
    一瓶水卖五块，外面才两块 | 5 CNY
    给了一百，东西三十七，少十块没找 | 10 CNY
    流量包10块才1个G | 10 CNY
    这顿花了三四百，菜都是凉的 | 300 CNY
    人均五六十，就给这几片肉 | 50 CNY
    物业费四块八一平，电梯天天坏 | 4.8 CNY
    标价399，去年买才一百多 | 399 CNY
    一碗粉三十五，里面就两片肉 | 35 CNY
    你们赔不赔？裤子七百六呢 | 760 CNY
    两百九十九的面膜敷烂脸 | 299 CNY
    剩下那三千什么时候给 | 3000 CNY
    大蒜三块二一斤你卖我五块八 | 5.8 CNY
    冷气清洗报价两千八，邻居找人洗才一千二 | 2800 CNY
    `,
  );
  check(
    'zh-TW',
    `
    把我的湯整個翻倒，兩百三的晚餐就這樣毀了 | 230 TWD
    收了二手車訂金就已讀不回，一萬二還我 | 12000 TWD
    硬說我逃票，罰我一千二 | 1200 TWD
    一晚三千六，冷氣整夜不冷 | 3600 TWD
    三千二的鞋穿一次就開口笑 | 3200 TWD
    一碗牛肉麵兩百八，肉只有兩片 | 280 TWD
    押金六千不還我 | 6000 TWD
    剪個頭一千五，剪成這樣 | 1500 TWD
    被盜刷八千四 | 8400 TWD
    四百九團購的蛋糕根本沒寄 | 490 TWD
    說要收我清潔費，六百，哪有先講 | 600 TWD
    兩萬四的課退費只退一半 | 24000 TWD
    `,
  );
  check(
    'en',
    `
    They fined me 60 for nothing | 60 USD
    The garage quoted 250 and then charged 410 | 410 USD
    The bill came to 86.40 and nobody could say why | 86.4 USD
    A 40-dollar cleaning fee appeared | 40 USD
    It's a twenty-pound note you never gave back | 20 GBP
    You took three hundred off my card | 300 USD
    I'm out two thousand five hundred dollars | 2500 USD
    I paid with a fifty pound note | 50 GBP
    you've had 89.99 of mine for a month | 89.99 USD
    deposit of 300 never came back | 300 USD
    Parking fine was 70, app error | 70 USD
    I was billed twice, 45 each time | 45 USD
    They want another 120 to open the box | 120 USD
    `,
  );
});

describe('amount: numbers of something else', () => {
  check(
    'zh-CN',
    `
    给我剪豁了一块，出门得戴帽子
    我妈胳膊青一块紫一块
    汤里吃出一块塑料
    吃到一块真的肉，我可是吃素的
    地砖翘起来一块，绊得老人一趔趄
    膜一块一块地脱
    给了一块切片就算蛋糕
    照片里那么大一块肋眼
    连一块指示牌都没有
    沙发上还有一块黏糊糊的东西
    墙皮掉了一块
    背板少一块，装不上
    头发烫焦了一大块
    两块拼板对不上
    你们千万别这样
    我百分之百确定是假货
    一五一十跟店长说了
    店员三心二意，叫了不应
    骂我二百五
    万一孩子吃了呢
    排了一千多号
    体重一百二的人坐塌了椅子
    开车一百八十公里来的
    爷爷今年一百零二了
    粉丝好几万的博主推荐的
    血压升到一百八
    月销一万二，结果货这么差
    近视三百五，镜片给配成五百
    一百二十平的房子漏了三处
    住六百零二，隔壁吵
    三百六十度转椅转不动
    等了整整一百二十分钟
    买了一千克就给八百克
    一天走了两万步
    说了一百遍了
    成百上千的人挤在门口
    跑了十万公里才出这毛病
    这一刀挨得冤
    一千零一夜主题餐厅黑灯瞎火
    考了五百八，机构说包上重点
    我们一块吃的饭，都拉肚子
    车速一百二，你们司机还看手机
    孩子才一百一十厘米，硬要全票
    不开票？12366一个电话的事
    刘海修一刀就修歪了
    桌布烧了一角
    我打了12345和12315都没用
    甲醛检测值0.12超标
    前面排了三百二
    班里四十五个孩子，吐了三十二
    胳膊上掐得一块青一块紫
    `,
  );
  check(
    'zh-TW',
    `
    吃齋三十年，竟然吃到一塊真的肉
    兩百多人擠一台電梯
    排隊排到一百二十號
    頭髮被燙壞一塊
    一千個不願意
    背板也少一塊
    `,
  );
  check(
    'en',
    `
    We waited 250 minutes
    Room 410 came to nothing
    I have told you a hundred times
    Two hundred people pushed past
    It is 40 percent off, supposedly
    My blood pressure was 180
    A hundred apologies do not help
    The queue was two hundred deep
    I paid and left at 10.30 sharp
    Version 12.45 of your app eats my account
    I want 2 for the kids
    The receipt is timed 14.20 pm
    `,
  );
});
