import { describe } from 'vitest';
import { orNothing, slotTable } from './slotTable.ts';

/** Each line: what the customer writes | the order number exactly as written, or nothing. */
const check = slotTable(({ order }) => order, orNothing);

describe('order: Chinese', () => {
  check(
    'zh-CN',
    `
    订单号JD88320176 | JD88320176
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
