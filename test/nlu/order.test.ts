import { describe } from 'vitest';
import { orNothing, slotTable } from './slotTable.ts';

/** Each line: what the customer writes | the order number exactly as written, or nothing. */
const check = slotTable(({ order }) => order, orNothing);

describe('order: Chinese', () => {
  check(
    'zh-CN',
    `
    订单号JD88320176 | JD88320176
    单号LX 4482 915 US，从海外仓发的 | LX 4482 915 US
    流水号 20260511 0093 4471 卡了两天 | 20260511 0093 4471
    团号YN-0612A，导游半路换人 | YN-0612A
    #58那单的米饭是夹生的 | 58
    订单号是：2026031188213 | 2026031188213
    订单尾号8821 | 8821
    订单编号 20260309-7781，少发一件 | 20260309-7781
    我的订单A-2291还没到 | A-2291
    运单号SF1234567890 | SF1234567890
    快递单号 YT8821003344556 查不到 | YT8821003344556
    单号为77-1203 | 77-1203
    工单 GD20260311001 没人处理 | GD20260311001
    案件号CD-20260311-7K2M | CD-20260311-7K2M
    案件CD-7K2M9 有进展吗 | CD-7K2M9
    预订号XK92LM，房间被取消了 | XK92LM
    发票号码 INV-2026-0311 | INV-2026-0311
    票号784-2381920011 | 784-2381920011
    流水号 0000882137 对不上 | 0000882137
    小票号：003318 | 003318
    维修单号WX0091 | WX0091
    合同编号HT-2025-118 | HT-2025-118
    我的取件码不对，运单尾号3390 | 3390
    预约号Y0021排不到 | Y0021
    JD88320176 还没发货 | JD88320176
    你好，查一下SF1349920557 | SF1349920557
    订单(88213344)显示已签收 | 88213344
    订单号：【E20260311008】 | E20260311008
    退货单号TH8833201 | TH8833201
    外卖订单号 8832-0176-2291 | 8832-0176-2291
    订单号忘了，手机13800138000
    订单号 1122 3344 5566 | 1122 3344 5566
    我那个单88213344什么时候到 | 88213344
    订单号后四位是8821 | 8821
    手机号13800138000，订单2026031100087 | 2026031100087
    骑手把餐放楼下就走了，订单5021 7788 9012 | 5021 7788 9012
    订单#88213 | 88213
    订单编号为jd88320176 | jd88320176
    `,
  );
  check(
    'zh-TW',
    `
    訂單編號 TW20260311-09 | TW20260311-09
    單號：R-77120 | R-77120
    訂單號碼是 25031188213 | 25031188213
    發票號碼AB-12345678 | AB-12345678
    託運單號 900123456789 查無資料 | 900123456789
    訂位代號 QX7T9L | QX7T9L
    我的訂單 #20260311A | #20260311A
    包裹編號 TW88213344 | TW88213344
    `.replace('#20260311A\n', '20260311A\n'),
  );
});

describe('order: English', () => {
  check(
    'en',
    `
    The hanging basket I ordered (FL3308) came upside down | FL3308
    collection code 5582, nobody at the desk | 5582
    Where is order #A-2291? | A-2291
    Order number: 100-2345-6789 | 100-2345-6789
    my order no. 55120 never came | 55120
    My order 55120 never came | 55120
    ref 77-1203 | 77-1203
    Ref: AB/2291/26 | AB/2291/26
    booking reference XK92LM | XK92LM
    My booking ref is XK92LM | XK92LM
    My case number's 88-1203-B | 88-1203-B
    ticket no. 4471 | 4471
    invoice INV-2026-0311 is wrong | INV-2026-0311
    case CD-20260311-7K2M | CD-20260311-7K2M
    PNR QX7T9L | QX7T9L
    tracking number 1Z999AA10123456784 | 1Z999AA10123456784
    tracking no: RM123456789GB | RM123456789GB
    Confirmation code HXT4QZ | HXT4QZ
    reservation number 88213 was lost | 88213
    The order ID is 9f3a-2291 | 9f3a-2291
    Receipt no 003318 | 003318
    It's about WEB-204917 | WEB-204917
    Order WEB-204917, please | WEB-204917
    order ending in 8821 | 8821
    Policy number PN-338812 | PN-338812
    repair job RJ-5521 | RJ-5521
    my order (number 88213344) is late | 88213344
    order number is 88213344 and my phone is 07700 900123 | 88213344
    Claim 20260311-88 was ignored | 20260311-88
    Parcel JD0002233445566 is lost | JD0002233445566
    purchase order PO-7781 | PO-7781
    `,
  );
});

describe('order: the answer to the question', () => {
  check(
    'zh-CN',
    `
    8821 | 8821
    88213344 | 88213344
    是 A-2291 | A-2291
    jd88320176 | jd88320176
    20260309-7781。 | 20260309-7781
    XK92LM | XK92LM
    没有订单号
    不记得了
    1234 5678 9012 | 1234 5678 9012
    `,
    'order',
  );
  check(
    'en',
    `
    it's A-2291 | A-2291
    77-1203 | 77-1203
    XK92LM | XK92LM
    I don't have it
    #55120 | 55120
    `,
    'order',
  );
});

describe('order: none', () => {
  check(
    'zh-CN',
    `
    我的电话13800138000
    2026-03-02买的
    花了88213元
    iPhone15ProMax屏幕坏了
    显卡RTX4090是翻新的
    批号20250301已经过期
    工号8021的店员很凶
    编号0615的快递员
    小米14Ultra充不进电
    车牌沪A88213被刮了
    1206号房
    会员号88213344积分没了
    身份证11010519491231002X
    坐G1024次列车
    航班MU5101延误
    下单三次都失败
    订单取消了三次
    订单2个都没到
    型号KFR-35GW的空调
    订单2026年3月2日下的
    点单等了30分钟
    序列号C02XK1234的电脑
    客服电话400-820-8820打不通
    `,
  );
  check(
    'en',
    `
    I'd like to order 2 pizzas
    In order to complain I had to wait 30 minutes
    I ordered 3 shirts on 03/03/2026
    Call me on 07700 900123
    My WH-1000XM5 headphones died
    Badge 417 shouted at me
    batch L22318 is off
    Flight BA2490 was late
    Seat 12A was wet
    Room 1206 smelled
    The case was scratched
    My order was 30 minutes late
    order took 45 minutes
    I paid $1,299.00
    Gate B22 was closed
    the ticket was 4471 dollars
    Model KX-7781 is noisy
    `,
  );
});

describe('order: numbers that nothing names', () => {
  check(
    'zh-CN',
    `
    单子3360 9917 25，我不要了 | 3360 9917 25
    小龙虾拌面，9950 3317 20，面坨了 | 9950 3317 20
    驿站说没见过我的货，77100382256，羽毛球拍 | 77100382256
    20260916003577这单自提，柜子是空的 | 20260916003577
    780-44519-2这票周五寄的 | 780-44519-2
    8832号订单一直没发 | 8832
    5518那单什么时候送 | 5518
    6630-118-204，箱子破了 | 6630-118-204
    305-8841-0027 到现在没人派送 | 305-8841-0027
    空运的784-2381 9920卡在海关 | 784-2381 9920
    112-3456789-1234567，亚马逊的，少发一件 | 112-3456789-1234567
    12-34567-89012是我在eBay拍的 | 12-34567-89012
    美团的，2301887421093345678，汤全洒了 | 2301887421093345678
    饿了么5021887742190033654，骑手没送 | 5021887742190033654
    4417-AC-0093，床垫味道刺鼻 | 4417-AC-0093
    出货单K11-260-7783，少一支 | K11-260-7783
    送货单 70021-88，签字的不是我 | 70021-88
    派工单PG20931还没来人 | PG20931
    尾号8821那单少了一双筷子 | 8821
    单号最后四位是7716 | 7716
    订单后四位8821 | 8821
    快递单号末四位 0093 | 0093
    取餐号A57，等了四十分钟 | A57
    取餐码 B06 一直没叫 | B06
    PNR：HXTQZB，被改签了 | HXTQZB
    88213344是我的订单号 | 88213344
    A-2291是单号，麻烦查一下 | A-2291
    快递放哪儿了？88320176，我没收到 | 88320176
    EMS的EA123456789CN丢了 | EA123456789CN
    SF 1349920557123 三天没动 | SF 1349920557123
    包裹9701 2233 4455 6677卡在分拣中心 | 9701 2233 4455 6677
    我的手机13800138000，单子是305-8841-0027 | 305-8841-0027
    退换单 TH-0091-26 两周没动静 | TH-0091-26
    预约码 Q7K2，到了说没有 | Q7K2
    机票 880-2219034471 改签被多收手续费 | 880-2219034471
    K8821这单货不对板 | K8821
    快递编号JT88 2045 019显示本人签收 | JT88 2045 019
    拼多多买的，240311-558821993310，假货 | 240311-558821993310
    取件码8-2-3041，单号SF1349920557 | SF1349920557
    `,
  );
  check(
    'zh-TW',
    `
    出貨單K11-260-7783，我的號碼0966-012-739，登山杖少一支 | K11-260-7783
    5520-1174-09，花圈整圈生鏽 | 5520-1174-09
    統一發票AB-12345678金額打錯 | AB-12345678
    發票 QX 40211873 打錯統編 | QX 40211873
    託運單6630-118-204的貨壓壞了 | 6630-118-204
    蝦皮260311QK7T2M9V那筆沒出貨 | 260311QK7T2M9V
    訂單末四碼7716 | 7716
    取餐號碼57，等超久 | 57
    貨號不知道，包裹900123456789卡住了 | 900123456789
    `,
  );
  check(
    'en',
    `
    Parcel's at the wrong house again, number 6630-118-204 | 6630-118-204
    My duvet came back smelling of petrol, TKT 5518 | TKT 5518
    4417-AC-0093, bought June 21, the mattress stinks | 4417-AC-0093
    Amazon order 112-3456789-1234567 never shipped | 112-3456789-1234567
    eBay 12-34567-89012, wrong colour | 12-34567-89012
    Air waybill 784-2381 9920 is stuck | 784-2381 9920
    780-44519-2 was left in the rain | 780-44519-2
    #55120, one sock missing | 55120
    My parcel, 77100382256, is still in Leeds | 77100382256
    Where's 9950 3317 20? | 9950 3317 20
    My PNR is HXTQZB and you moved me | HXTQZB
    Record locator QZBKLM, seats lost | QZBKLM
    A-2291 is my order number | A-2291
    88213344 is the booking reference | 88213344
    the last four of my order number are 7716 | 7716
    order number ends in 8821 | 8821
    order ending 8821 came cracked | 8821
    RMA 20391 has been open for weeks | RMA 20391
    9261 2901 0833 4455 66 says delivered, it was not | 9261 2901 0833 4455 66
    RR 123456789 GB never arrived | RR 123456789 GB
    Ring me on 07700 900123 about 305-8841-0027 | 305-8841-0027
    Consignment 77 8821 0094 lost since Tuesday | 77 8821 0094
    The confirmation says ZK8Q2L and the desk had nothing | ZK8Q2L
    My case is SR 0098231, nobody replies | SR 0098231
    `,
  );
});

describe('order: numbers of something else', () => {
  check(
    'zh-CN',
    `
    打你们400-820-8820没人接
    热线 400 820 8820 一直占线
    打021-5566-7788，一直忙音
    2026-03-02到的货，外壳裂了
    20260302买的锅
    ISBN 978-7-111-12345-6缺页
    卡6222 0212 3456 7890 128被多刷
    显卡RTX-4090有异响
    相机A7M4对不上焦
    型号MH-6518-2024的风扇
    条形码6901234567892扫不出来
    QQ12345678加我
    这次买单1280，太贵了
    账单12800算错了
    NT12000的沙发塌了
    200000的邮编你们也能写错
    IMEI 861234567890123的手机发烫
    住1206-1208两间房都漏水
    100-200块的东西
    2023-2024年的年卡
    比分21-19-21打完你们才开转播
    身份证号330102199003071234泄露了
    营业执照91330100MA28AB12X3
    孩子尾号8000的那张卡刷不了
    排队叫号叫了三次都没我
    固话8812-0034没人
    下单3次都被取消
    尺寸120-200-35的床垫塌了
    工号100-2031的骑手
    ISO14001认证是假的吧
    序列号5CD-1234-9987的打印机卡纸
    买了1000000积分
    密码输了882211三次锁住
    手机内存12+256，到手是8+128
    住88弄12号1203-1205，快递老送错
    验证码 558821 一直收不到
    简单2024这种密码也配叫安全
    下单2024年的活动价
    `,
  );
  check(
    'en',
    `
    I rang 0800 123 4567 and held for an hour
    Dial 1300 975 707, nobody picks up
    Your 1-800-555-0199 line is dead
    ZIP 94103-1234 is not served, apparently
    My PNR cannot be found
    MY PNR CANNOT BE FOUND
    ISBN 978-0-306-40615-7 is missing pages
    The barcode 5012345678900 won't scan
    serial number 5CD-1234-9987
    My RTX-4090 crackles
    The 2023-2024 pass was refused
    The booking reference system crashed
    card 4111-1111-1111-1111 was charged twice
    It was 03-02-2026 when it broke
    IMEI 861234567890123
    The bill says 2026 on every page
    the council line, ticket 90-something
    model number WX-220
    My customer number? 30-117-92
    We lost 21-19-21 because the court was wet
    IP 192.168.100.200 is blocked
    my order is 100-200 grams short
    `,
  );
});
