import { describe } from 'vitest';
import { slotTable } from './slotTable.ts';

/** "03-10 12:00" → "2026-03-10T12:00:00+08:00"; without a year it is 2026, without a time midnight. */
function instant(short: string): string {
  const [day = '', time = '00:00'] = short.split(' ');
  return `${day.length === 5 ? `2026-${day}` : day}T${time}:00+08:00`;
}

function nextDay(short: string): string {
  const day = new Date(`${instant(short).slice(0, 10)}T00:00:00Z`);
  return instant(new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10));
}

/** A day alone is the whole day, a day with a time that minute, `a ~ b` a stretch. */
function stretch(short: string): { from: string; to: string } {
  const [from = '', to] = short.split(' ~ ');
  if (to !== undefined) {
    return { from: instant(from), to: instant(/^\d\d:/.test(to) ? `${from.split(' ')[0]} ${to}` : to) };
  }
  return { from: instant(from), to: from.includes(':') ? instant(from) : nextDay(from) };
}

/** Each line: what the customer writes | the words of the time | the stretch meant. */
const check = slotTable(
  ({ when }) => when,
  (words = '', short = '') => (words === '' ? undefined : { text: words, ...stretch(short) }),
);

describe('when: days in Chinese', () => {
  check(
    'zh-CN',
    `
    大前天买的鱼，打开就是臭的 | 大前天 | 03-08
    前天来做的头发 | 前天 | 03-09
    昨儿个在你们那儿吃坏了肚子 | 昨儿个 | 03-10
    昨日购买的耳机没声音 | 昨日 | 03-10
    今儿早上等了一个多钟头 | 今儿早上 | 03-11 06:00 ~ 12:00
    上上周五订的沙发到现在没影 | 上上周五 | 02-27
    这周一早上电梯就坏了 | 这周一早上 | 03-09 06:00 ~ 12:00
    本周二下午来修的 | 本周二下午 | 03-10 12:00 ~ 18:00
    上礼拜六带孩子去的 | 上礼拜六 | 03-07
    上星期天晚上点的外卖 | 上星期天晚上 | 03-08 18:00 ~ 03-09
    周日中午十二点排的队 | 周日中午十二点 | 03-08 12:00
    星期三早上去的，没人理 | 星期三早上 | 03-11 06:00 ~ 12:00
    上周买的锅把手断了 | 上周 | 03-02 ~ 03-09
    上个星期来过一次 | 上个星期 | 03-02 ~ 03-09
    上上个礼拜寄修的 | 上上个礼拜 | 02-23 ~ 03-02
    这周来了三趟都没人 | 这周 | 03-09 ~ 03-16
    周末去看电影，空调坏的 | 周末 | 03-07 ~ 03-09
    上周末住的店 | 上周末 | 03-07 ~ 03-09
    上个月底办的卡 | 上个月底 | 02-21 ~ 03-01
    上月初交的定金 | 上月初 | 02-01 ~ 02-11
    月初就下单了 | 月初 | 03-01 ~ 03-11
    上个月中旬装的宽带 | 上个月中旬 | 02-11 ~ 02-21
    二月份在你们这剪的头发 | 二月份 | 02-01 ~ 03-01
    去年十月买的冰箱 | 去年十月 | 2025-10-01 ~ 2025-11-01
    前年买的空调 | 前年 | 2024-01-01 ~ 2025-01-01
    去年装的热水器 | 去年 | 2025-01-01 ~ 2026-01-01
    去年夏天买的电扇 | 去年夏天 | 2025-06-01 ~ 2025-09-01
    今年一月退的货 | 今年一月 | 01-01 ~ 02-01
    3号晚上七点半，服务员把汤洒我身上 | 3号晚上七点半 | 03-03 19:30
    15号充的值 | 15号 | 02-15
    3月2日购买 | 3月2日 | 03-02
    三月二号那天去的店里 | 三月二号那天 | 03-02
    十二月三日下的单 | 十二月三日 | 2025-12-03
    2月28下午去提的车 | 2月28下午 | 02-28 12:00 ~ 18:00
    12/3下单，一直没发 | 12/3 | 2025-12-03
    2026-03-02买的 | 2026-03-02 | 03-02
    2026年3月2日14:30入住 | 2026年3月2日14:30 | 03-02 14:30
    2026/3/2 下午三点到的店 | 2026/3/2 下午三点 | 03-02 15:00
    2026.3.2买的奶粉 | 2026.3.2 | 03-02
    25年12月30号签的合同 | 25年12月30号 | 2025-12-30
    二零二五年十一月六日办的 | 二零二五年十一月六日 | 2025-11-06
    这个月5号送来的 | 这个月5号 | 03-05
    本月3日取的件 | 本月3日 | 03-03
    昨天刚修好，今天又坏了 | 昨天 | 03-10
    去年底装的柜子 | 去年底 | 2025-12-01 ~ 2026-01-01
    年初办的卡 | 年初 | 01-01 ~ 02-01
    三天前在你们店买了双鞋 | 三天前 | 03-08
    三天之前下的单 | 三天之前 | 03-08
    两周前送的货 | 两周前 | 02-25
    一个多月前就报修了 | 一个多月前 | 02-11
    半个月前交的钱 | 半个月前 | 02-24
    两个月以前办的年卡 | 两个月以前 | 01-11
    半年前装的门 | 半年前 | 2025-09-11
    一年前买的沙发塌了 | 一年前 | 2025-03-11
    前两天买的桃子全烂了 | 前两天 | 03-09 ~ 03-11
    前几天在你家买的 | 前几天 | 03-08 ~ 03-11
    3月1-3号住在你们酒店 | 3月1-3号 | 03-01 ~ 03-04
    元月五号买的 | 元月五号 | 01-05
    腊月二十八订的年夜饭 | 腊月二十八 | 02-15
    腊月廿三那天 | 腊月廿三那天 | 02-10
    初二那天去的，排队三小时 | 初二那天 | 02-18
    住店当天晚上，就是3月7号晚上，一直吵 | 3月7号晚上 | 03-07 18:00 ~ 03-08
    从周一到周三打了五次电话 | 周一到周三 | 03-09 ~ 03-12
    3月1号到3号住在你们酒店 | 3月1号到3号 | 03-01 ~ 03-04
    3月5日至3月7日期间停水 | 3月5日至3月7日 | 03-05 ~ 03-08
    昨天和今天都去过，昨天那个店员态度很差 | 昨天 | 03-10
    上周二的晚上八点左右 | 上周二的晚上八点 | 03-03 20:00
    我前天下午3点来的 | 前天下午3点 | 03-09 15:00
    `,
  );
});

describe('when: holidays', () => {
  check(
    'zh-CN',
    `
    国庆第三天去的，人山人海没人管 | 国庆第三天 | 2025-10-03
    中秋那天送来的月饼发霉了 | 中秋那天 | 2025-10-06
    双十一买的羽绒服，标签是假的 | 双十一 | 2025-11-11
    去年双12抢的吹风机 | 去年双12 | 2025-12-12
    618那天下的单 | 618那天 | 2025-06-18
    冬至在你们店吃饺子拉肚子 | 冬至 | 2025-12-21
    年前订的年夜饭，到了说没位子 | 年前 | 01-18 ~ 02-17
    大年初三去的，加收服务费没提前说 | 大年初三 | 02-19
    初六开门那天去的 | 初六 | 02-22
    正月十五吃的汤圆里有头发 | 正月十五 | 03-03
    春节期间涨价没告诉我们 | 春节期间 | 02-17 ~ 02-24
    国庆期间房价翻倍 | 国庆期间 | 2025-10-01 ~ 2025-10-08
    五一假期订的房被取消了 | 五一假期 | 2025-05-01 ~ 2025-05-06
    元旦晚上跨年，酒水单多算了 | 元旦晚上 | 01-01 18:00 ~ 01-02
    情人节订的花没送到 | 情人节 | 02-14
    七夕那晚订的餐厅 | 七夕那晚 | 2025-08-29 18:00 ~ 2025-08-30
    平安夜排了两小时 | 平安夜 | 2025-12-24
    圣诞节当天蛋糕塌了 | 圣诞节当天 | 2025-12-25
    三八节买的护肤品过敏了 | 三八节 | 03-08
    重阳节带老人去的 | 重阳节 | 2025-10-29
    腊八那天喝的粥里有虫子 | 腊八那天 | 01-26
    小年夜订的桌没了 | 小年夜 | 02-15
    跨年夜停车费翻三倍 | 跨年夜 | 2025-12-31
    教师节订的花 | 教师节 | 2025-09-10
    去年父亲节买的皮带 | 去年父亲节 | 2025-06-15
    清明那天路堵，你们司机绕路 | 清明那天 | 2025-04-04
    `,
  );
});

describe('when: hours in Chinese', () => {
  check(
    'zh-CN',
    `
    19:40的电影晚放了半小时 | 19:40 | 03-10 19:40
    早上七点三刻在等公交 | 早上七点三刻 | 03-11 07:45
    七点三刻才来人 | 七点三刻 | 03-11 07:45
    半夜两点多隔壁还在唱歌 | 半夜两点多 | 03-11 02:00
    昨晚十一点到今天凌晨一点，空调一直响 | 昨晚十一点到今天凌晨一点 | 03-10 23:00 ~ 03-11 01:00
    凌晨三点半有人敲门 | 凌晨三点半 | 03-11 03:30
    今天凌晨有人闯进来 | 今天凌晨 | 03-11 00:00 ~ 06:00
    下午两点到四点半没热水 | 下午两点到四点半 | 03-11 14:00 ~ 03-11 16:30
    中午12点40取的餐 | 中午12点40 | 03-11 12:40
    中午来吃饭，等了五十分钟 | 中午 | 03-11 11:00 ~ 13:00
    昨天傍晚在门口滑倒 | 昨天傍晚 | 03-10 17:00 ~ 19:00
    昨天夜里漏水了 | 昨天夜里 | 03-10 18:00 ~ 03-11
    前晚八点半结的账 | 前晚八点半 | 03-09 20:30
    今早八点出门就没电 | 今早八点 | 03-11 08:00
    今早的豆浆是馊的 | 今早 | 03-11 06:00 ~ 12:00
    昨天晚上10点多打的电话 | 昨天晚上10点多 | 03-10 22:00
    下午3:20给我送错了 | 下午3:20 | 03-10 15:20
    昨天下午3:20给我送错了 | 昨天下午3:20 | 03-10 15:20
    昨天21点30分扣的款 | 昨天21点30分 | 03-10 21:30
    昨天十八点整打的烊 | 昨天十八点整 | 03-10 18:00
    前天夜里两点，楼下KTV还在唱 | 前天夜里两点 | 03-10 02:00
    从昨天下午4点一直等到晚上9点 | 昨天下午4点一直等到晚上9点 | 03-10 16:00 ~ 21:00
    差五分八点到的，门已经关了 | 差五分八点 | 03-11 07:55
    刚才那个收银员骂人 | 刚才 | 03-11 15:04
    刚刚在二楼被门夹了手 | 刚刚 | 03-11 15:04
    一刻钟前结的账 | 一刻钟前 | 03-11 14:49
    半小时前下的单 | 半小时前 | 03-11 14:34
    两个多小时前就报修了 | 两个多小时前 | 03-11 13:04
    三个半小时前 | 三个半小时前 | 03-11 11:34
    一个钟头前还好好的 | 一个钟头前 | 03-11 14:04
    20分钟前刚买的 | 20分钟前 | 03-11 14:44
    几分钟前有人插队你们不管 | 几分钟前 | 03-11 15:01
    晚上8点多去的 | 晚上8点多 | 03-10 20:00
    晚上住店特别吵 | 晚上 | 03-10 18:00 ~ 03-11
    早上送来的牛奶结块 | 早上 | 03-11 06:00 ~ 12:00
    昨天一大早就去排队 | 昨天一大早 | 03-10 05:00 ~ 08:00
    周六晚上7点-9点的场次 | 周六晚上7点-9点 | 03-07 19:00 ~ 21:00
    3月4号18:30～20:00包的场 | 3月4号18:30～20:00 | 03-04 18:30 ~ 20:00
    上午十点一刻挂的号 | 上午十点一刻 | 03-11 10:15
    昨天下午五点零五分 | 昨天下午五点零五分 | 03-10 17:05
    昨晚零点以后还在放歌 | 昨晚零点 | 03-11 00:00
    昨天半夜十二点 | 昨天半夜十二点 | 03-11 00:00
    `,
  );
});

describe('when: Taiwan', () => {
  check(
    'zh-TW',
    `
    禮拜天去你們門市，店員超兇 | 禮拜天 | 03-08
    前天下午三點送來的便當是酸的 | 前天下午三點 | 03-09 15:00
    民國115年3月2日購買 | 民國115年3月2日 | 03-02
    115年3月2日簽的約 | 115年3月2日 | 03-02
    114/12/30 下的訂單 | 114/12/30 | 2025-12-30
    三月二號那天冷氣壞了 | 三月二號那天 | 03-02
    上禮拜五晚上八點多 | 上禮拜五晚上八點多 | 03-06 20:00
    上上禮拜訂的椅子還沒來 | 上上禮拜 | 02-23 ~ 03-02
    這禮拜一早上 | 這禮拜一早上 | 03-09 06:00 ~ 12:00
    週六帶小孩去 | 週六 | 03-07
    剛剛外送員把湯灑出來了 | 剛剛 | 03-11 15:04
    剛才打電話被掛 | 剛才 | 03-11 15:04
    兩個鐘頭前點的餐 | 兩個鐘頭前 | 03-11 13:04
    昨晚十點半在你們KTV | 昨晚十點半 | 03-10 22:30
    過年前訂的年菜 | 過年前 | 01-18 ~ 02-17
    除夕那天沒送到 | 除夕那天 | 02-16
    雙十那天去的 | 雙十那天 | 2025-10-10
    去年雙十一買的 | 去年雙十一 | 2025-11-11
    跨年那天晚上被收清潔費 | 跨年那天晚上 | 2025-12-31 18:00 ~ 01-01
    大前天寄的包裹 | 大前天 | 03-08
    是上個月的事 | 上個月 | 02-01 ~ 03-01
    12月25號聖誕大餐 | 12月25號 | 2025-12-25
    凌晨兩點多隔壁房很吵 | 凌晨兩點多 | 03-11 02:00
    今天早上九點整就去排了 | 今天早上九點整 | 03-11 09:00
    十五分鐘前刷的卡 | 十五分鐘前 | 03-11 14:49
    端午節那天 | 端午節那天 | 2025-05-31
    `,
  );
});

describe('when: English', () => {
  check(
    'en',
    `
    I bought it the day before yesterday | the day before yesterday | 03-09
    It happened two hours or so ago | two hours or so ago | 03-11 13:04
    A couple of hours ago your driver left | A couple of hours ago | 03-11 13:04
    The waiter was rude the other day | the other day | 03-08 ~ 03-11
    We ordered a fortnight ago | a fortnight ago | 02-25
    I came in Thursday gone and nobody helped | Thursday gone | 03-05
    It was last Tues, about the kettle | last Tues | 03-03
    I ordered it on the 3rd | the 3rd | 03-03
    Delivered on 3rd of March, box was crushed | 3rd of March | 03-03
    Delivered on the 3rd of March, box crushed | the 3rd of March | 03-03
    On March 3rd I cancelled | March 3rd | 03-03
    Bought 3 March 2026 | 3 March 2026 | 03-03
    Mar 3, 2026 was the date | Mar 3, 2026 | 03-03
    Purchased 03/03/2026 | 03/03/2026 | 03-03
    Purchased on 05/03/2026 in store | 05/03/2026 | 03-05
    Purchased on 02/14/2026 in store | 02/14/2026 | 02-14
    Purchased on 02/12/2026 in store | 02/12/2026 | 02-12
    My stay was on 2026-03-02 | 2026-03-02 | 03-02
    At quarter past nine the door was still locked | quarter past nine | 03-11 09:15
    We sat down at half seven this morning | half seven this morning | 03-11 07:30
    It was half seven yesterday evening | half seven yesterday evening | 03-10 19:30
    Around noon the till broke | noon | 03-11 11:00 ~ 13:00
    At midnight the alarm went off | midnight | 03-11 00:00
    This morning around 10 your plumber came | This morning around 10 | 03-11 10:00
    On Boxing Day the shop was a mess | Boxing Day | 2025-12-26
    Good Friday we booked a table and it was gone | Good Friday | 2025-04-18
    Easter Monday your pool was shut | Easter Monday | 2025-04-21
    Over the weekend the boiler failed | the weekend | 03-07 ~ 03-09
    I stayed last weekend | last weekend | 03-07 ~ 03-09
    Between 2 and 4 pm nobody answered | Between 2 and 4 pm | 03-11 14:00 ~ 16:00
    from 2 to 4 pm yesterday | 2 to 4 pm yesterday | 03-10 14:00 ~ 16:00
    The night before last the music never stopped | The night before last | 03-09 18:00 ~ 03-10
    I have had no hot water since Monday | Monday | 03-09
    Yesterday at 7.30pm my table was given away | Yesterday at 7.30pm | 03-10 19:30
    yesterday evening a man pushed in | yesterday evening | 03-10 18:00 ~ 03-11
    Delivery was booked between 8am and 12pm yesterday | between 8am and 12pm yesterday | 03-10 08:00 ~ 12:00
    On Monday night around 10:30pm your driver refused | Monday night around 10:30pm | 03-09 22:30
    on the 1st of this month you took the money | the 1st of this month | 03-01
    At 6 in the evening yesterday the kitchen had closed | 6 in the evening yesterday | 03-10 18:00
    In the early hours of Sunday the alarm went off | the early hours of Sunday | 03-08 00:00 ~ 06:00
    We were there from 7 until 9:30 last night | 7 until 9:30 last night | 03-10 19:00 ~ 21:30
    I stayed two nights from 3 to 5 March | 3 to 5 March | 03-03 ~ 03-06
    We stayed March 3-5 in a twin | March 3-5 | 03-03 ~ 03-06
    I've waited since 9 this morning | 9 this morning | 03-11 09:00
    We arrived at 3pm on Friday the 6th | 3pm on Friday the 6th | 03-06 15:00
    It was Sunday, 1 March 2026, at roughly 4 p.m. | Sunday, 1 March 2026, at roughly 4 p.m. | 03-01 16:00
    Last night at 11 the neighbours started | Last night at 11 | 03-10 23:00
    Last night around 1am someone knocked | Last night around 1am | 03-11 01:00
    at 1 am this morning | 1 am this morning | 03-11 01:00
    Just now the cashier threw my change | Just now | 03-11 15:04
    It arrived 20 minutes ago stone cold | 20 minutes ago | 03-11 14:44
    An hour and a half ago I asked for the bill | An hour and a half ago | 03-11 13:34
    I rang three quarters of an hour ago | three quarters of an hour ago | 03-11 14:19
    I bought it a week ago today | a week ago today | 03-04
    I bought it a week ago | a week ago | 03-04
    I rang 3 days ago | 3 days ago | 03-08
    a couple of days ago I bought a lamp | a couple of days ago | 03-09
    I wrote to you two months ago | two months ago | 01-11
    In January I paid for a year | January | 01-01 ~ 02-01
    It was last December | last December | 2025-12-01 ~ 2026-01-01
    In May 2025 we signed | May 2025 | 2025-05-01 ~ 2025-06-01
    Last summer your builder came | Last summer | 2025-06-01 ~ 2025-09-01
    Earlier today your driver nearly hit me | Earlier today | 03-11
    this afternoon at 2:15 | this afternoon at 2:15 | 03-11 14:15
    Tuesday lunchtime I waited an hour | Tuesday lunchtime | 03-10 11:00 ~ 13:00
    Saturday night the bouncer shoved me | Saturday night | 03-07 18:00 ~ 03-08
    on Sunday at around 8 in the evening | Sunday at around 8 in the evening | 03-08 20:00
    at 8 o'clock in the morning | 8 o'clock in the morning | 03-11 08:00
    on the morning of 5 March | the morning of 5 March | 03-05 06:00 ~ 12:00
    On the evening of March 5th we came in | the evening of March 5th | 03-05 18:00 ~ 03-06
    from Monday to Wednesday | Monday to Wednesday | 03-09 ~ 03-12
    between Friday and Sunday the lift was out | between Friday and Sunday | 03-06 ~ 03-09
    On Mon 9th March I handed it in | Mon 9th March | 03-09
    Friday 6 March, 7pm, table for two | Friday 6 March, 7pm | 03-06 19:00
    I was there on Christmas Eve | Christmas Eve | 2025-12-24
    On New Year's Day the buffet ran out | New Year's Day | 01-01
    It broke on Valentine's Day | Valentine's Day | 02-14
    On Thanksgiving you delivered the wrong bird | Thanksgiving | 2025-11-27
    earlier this week | earlier this week | 03-09 ~ 03-16
    Late last night the heating died | Late last night | 03-10 18:00 ~ 03-11
    twenty to eight this morning | twenty to eight this morning | 03-11 07:40
    It was ten past three | ten past three | 03-10 15:10
    The 7:40 pm show yesterday was cancelled | yesterday | 03-10
    the week before last | the week before last | 02-23 ~ 03-02
    at the beginning of February | the beginning of February | 02-01 ~ 02-11
    at the end of last month | the end of last month | 02-21 ~ 03-01
    I picked it up on 5/3 and it was broken | 5/3 | 03-05
    The delivery came at 14:20 | 14:20 | 03-11 14:20
    `,
  );
});

describe('when: the time of the event, not another', () => {
  check(
    'zh-CN',
    `
    昨天下的单，说好明天到，结果取消了 | 昨天 | 03-10
    上周五买的，承诺三天内送到 | 上周五 | 03-06
    说明天送货，可上周六就该到了 | 上周六 | 03-07
    你们早上九点开门，我昨天十点去的还没人 | 昨天十点 | 03-10 10:00
    保质期到2026年2月1日，我3月9号买的 | 3月9号 | 03-09
    `,
  );
  check(
    'en',
    `
    You promised delivery by Friday; I ordered last Tuesday | last Tuesday | 03-03
    Next week I fly, but yesterday you cancelled | yesterday | 03-10
    I was told it would come tomorrow but I ordered on Monday | Monday | 03-09
    You close at 10pm but yesterday at 9 the door was locked | yesterday at 9 | 03-10 09:00
    `,
  );
});

describe('when: nothing was said', () => {
  check(
    'zh-CN',
    `
    菜有点咸，一点都不好吃
    我有三点要求，第一点是道歉
    你们营业时间写的是早上九点到晚上十点
    我妈八十二岁了
    我的电话13800138000
    在3号桌等了四十分钟
    住1206号房
    比分是3:1，你们转播断了
    洗衣机用了三年
    等了两个小时没人理
    他态度极差，说话大声一点
    一共花了一百二十八
    请早点回复我
    周杰伦演唱会的票是假的
    7-11门市的店员很凶
    每天晚上都有人吵
    客服说24小时内回复
    中秋月饼里面发霉
    订单号20260309-7781
    明天给我答复
    请在三天内处理
    五月花酒店的前台不理人
    酒店离车站2公里
    充电宝一小时四块
    三天了还没发货
    保质期写着2027-03-02
    你们的版本是2.3.1
    打8.5折没给我
    `,
  );
  check(
    'en',
    `
    May I speak to someone about this?
    I sat at table 12 for ages
    The sun lounger was broken
    My son is seven years old
    Your sign says open till 9pm
    We waited for two hours
    It took three days to arrive
    Call me on 07700 900123
    I want it delivered tomorrow
    The second waiter was rude
    Room 1206 smelled
    We ate at TGI Fridays
    The score was 3:1 when your stream died
    I ordered a size 10 and got a 12
    Please reply within 24 hours
    The staff march about shouting
    The Christmas tree you sold me is crooked
    I gave it 5 out of 10
    It costs $7.30 for a coffee
    Every Monday the bins are not collected
    It lasted half an hour
    I'll come back on Friday
    `,
  );
});

describe('when: the lunar calendar and the solar terms', () => {
  check(
    'zh-CN',
    `
    茶楼的包间，初一，茶都没续就撵人 | 初一 | 02-17
    初二去拜年，饭店把我们的位子给了别人 | 初二 | 02-18
    正月初八换的传感器，一直报警 | 正月初八 | 02-24
    正月初八那天换的传感器 | 正月初八那天 | 02-24
    大年初十去的，菜是剩的 | 大年初十 | 02-26
    正月二十办的卡就退不了了 | 正月二十 | 03-08
    农历八月初三订的席 | 农历八月初三 | 2025-09-24
    阴历十月初一送的花圈是旧的 | 阴历十月初一 | 2025-11-20
    冬月十五给老人办的寿宴 | 冬月十五 | 01-03
    四月初八去庙里，素面里有肉丝 | 四月初八 | 2025-05-05
    九月初九重阳宴上错了菜 | 九月初九 | 2025-10-29
    八月十五那天送的月饼发霉 | 八月十五那天 | 2025-10-06
    八月十五号送的货 | 八月十五号 | 2025-08-15
    三月三那天的演出临时取消 | 三月三那天 | 2025-03-31
    七月七晚上订的花没送 | 七月七晚上 | 2025-08-29 18:00 ~ 2025-08-30
    腊月十六公司聚餐，吃坏四个人 | 腊月十六 | 02-03
    腊月初八那碗粥是凉的 | 腊月初八 | 01-26
    年二十八去洗车被刮了 | 年二十八 | 02-15
    三月初三庙会上买的糖画少一块 | 三月初三 | 2025-03-31
    圣诞节前一天送到的礼物是坏的 | 圣诞节前一天 | 2025-12-24
    11.11凌晨下的单到现在没发 | 11.11凌晨 | 2025-11-11 00:00 ~ 06:00
    昨晚快十二点还在装修 | 昨晚快十二点 | 03-11 00:00
    龙抬头那天去理的发 | 龙抬头那天 | 2025-03-01
    立冬那天买的铜火锅穿了个眼 | 立冬那天 | 2025-11-07
    立春在你们店吃的春饼里有头发 | 立春 | 02-04
    夏至那天点的面是馊的 | 夏至那天 | 2025-06-21
    惊蛰当天装的空调漏水 | 惊蛰当天 | 03-05
    大雪那天送货的把箱子扔楼下 | 大雪那天 | 2025-12-07
    霜降那天约的拍摄放我鸽子 | 霜降那天 | 2025-10-23
    白露那天收到的茶是陈的 | 白露那天 | 2025-09-07
    小寒那天暖气停了一整天 | 小寒那天 | 01-05
    清明去扫墓，你们的花是假的 | 清明 | 2025-04-04
    `,
  );
});

describe('when: Taiwanese holidays', () => {
  check(
    'zh-TW',
    `
    教師節那天送老師的禮盒少兩罐 | 教師節那天 | 2025-09-28
    父親節中午那桌佛跳牆是溫的 | 父親節中午 | 2025-08-08 11:00 ~ 13:00
    228那天帶爸媽去吃飯 | 228那天 | 02-28
    二二八連假訂的房被取消 | 二二八連假 | 02-28 ~ 03-03
    中秋連假第二天入住沒熱水 | 中秋連假第二天 | 2025-10-07
    雙十連假塞在你們停車場兩小時 | 雙十連假 | 2025-10-10 ~ 2025-10-13
    國慶日晚上煙火看台座位被佔 | 國慶日晚上 | 2025-10-10 18:00 ~ 2025-10-11
    兒童節帶小孩去，設施全在維修 | 兒童節 | 2025-04-04
    母親節訂的蛋糕塌了 | 母親節 | 2025-05-11
    軍人節那天的優惠說取消就取消 | 軍人節那天 | 2025-09-03
    頭香那次不算，初二去拜拜停車被亂收 | 初二 | 02-18
    青年節那天的票無法入場 | 青年節那天 | 2025-03-29
    榕樹下站今天早上七點二十，公車過站不停 | 今天早上七點二十 | 03-11 07:20
    昨天晚上七點到九點整棟大樓停水 | 昨天晚上七點到九點 | 03-10 19:00 ~ 21:00
    農曆七月十五那天普渡的供品是壞的 | 農曆七月十五那天 | 2025-09-06
    `,
  );
});

describe('when: the edges of what was said', () => {
  check(
    'zh-CN',
    `
    昨晚六点半左右他带的我们 | 昨晚六点半 | 03-10 18:30
    昨天下午三点前后打的电话 | 昨天下午三点 | 03-10 15:00
    昨天八点左右到九点一直断网 | 昨天八点左右到九点 | 03-10 08:00 ~ 09:00
    山脚下昨天中午那家面馆 | 昨天中午 | 03-10 11:00 ~ 13:00
    昨个儿买的 | 昨个儿 | 03-10
    今天一早就来排队 | 今天一早 | 03-11 05:00 ~ 08:00
    晌午送来的饭是凉的 | 晌午 | 03-11 11:00 ~ 13:00
    `,
  );
  check(
    'en',
    `
    the 8th of this month, ticket office | 8th of this month | 03-08
    11pm last night until 1 this morning someone tested the alarm | 11pm last night until 1 this morning | 03-10 23:00 ~ 03-11 01:00
    between 11 last night and 2 this morning the music never stopped | between 11 last night and 2 this morning | 03-10 23:00 ~ 03-11 02:00
    January bill says £88.10 | January | 01-01 ~ 02-01
    My February statement shows it twice | February | 02-01 ~ 03-01
    The bill for December is wrong | December | 2025-12-01 ~ 2026-01-01
    January's invoice has two service fees | January | 01-01 ~ 02-01
    The Sunday before last your porter lost my case | The Sunday before last | 03-01
    two Saturdays ago the band never turned up | two Saturdays ago | 02-28
    three Fridays ago I handed in my coat | three Fridays ago | 02-20
    the weekend before last the pool was shut | the weekend before last | 02-28 ~ 03-02
    a week last Tuesday the fitter came | a week last Tuesday | 03-03
    a week ago last Monday I paid | a week ago last Monday | 03-02
    on the night of the 5th the alarm rang | the night of the 5th | 03-05 18:00 ~ 03-06
    Easter weekend we had no heating | Easter weekend | 2025-04-18 ~ 2025-04-22
    The day after Christmas your till charged me twice | The day after Christmas | 2025-12-26
    On bank holiday Monday nobody opened | bank holiday Monday | 03-09
    Since the 2nd we have had no water | the 2nd | 03-02
    yesterday, just after 4 your van left | yesterday, just after 4 | 03-10 16:00
    On Mothering Sunday the table was gone | Mothering Sunday | 2025-03-30
    on the summer solstice your tour was cancelled | summer solstice | 2025-06-21
    `,
  );
});

describe('when: words that only look like a time', () => {
  check(
    'zh-CN',
    `
    圣诞花圈的铁丝全生锈了
    中秋灯笼一挂就散架
    雨水从窗户缝里漏进来
    下大雪你们也不除冰
    小年轻店员爱答不理
    盒饭六十五一份太贵
    孩子上初一，被你们培训班骗了
    初一学生的课本缺页
    白露这个牌子的面霜过敏
    用了两年后面板就不亮了
    一份十一块的面坨了
    花618买的锅漏了
    张小满态度很差
    提前两天打的招呼都没用
    提前两个月订的场地说没就没
    我们四代十一口人挤一桌
    毕业十五年后聚会选了你们家
    `,
  );
  check(
    'zh-TW',
    `
    聖誕花圈生鏽
    下週六要用，請快點
    228元的便當只有三塊肉
    `,
  );
  check(
    'en',
    `
    Somebody owes me an explanation for why the sunday roast had no meat
    Your Sunday carvery was cold
    You may order online, it says
    They may charge a fee
    The Friday special was off
    I asked for 2 this way and 3 that way
    `,
  );
});
