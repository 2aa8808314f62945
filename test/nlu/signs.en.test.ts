/** Sure signs in English: what must reach a person at once, and what only sounds like it. */
import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/nlu/index.ts';

const understanding = createUnderstanding({ timezone: 'Europe/London', slots: false });
const read = (text: string) => understanding.understand({ text });
const rows = (table: string): string[] => table.trim().split(/\s*\|\s*/);

describe('a wish for a person', () => {
  it.each(
    rows(`operator | rep | REPRESENTATIVE!!! | agent agent agent | human please | real person pls | live agent | put me through | put me through to someone | someone in charge please
| I want to speak to whoever is in charge | supervisor please | manager. now. | call me back | please ring me | give me a bell | can someone give me a call? | could somebody phone me please
| I'd like a callback | stop the bot | no more bots | I'm done talking to a robot | not talking to a machine | is anybody there who can talk to me? | is there a human there | anyone alive in there? | are there any humans working here
| let me talk to a person | let me speak to an actual human being | I want a human | need a human | get me a human | get me someone with a pulse | can I talk to someone | can I speak with a member of staff
| may I speak to your supervisor | I demand to speak to the manager | who's in charge here? I want to talk to them | where is your manager | escalate this | I want this escalated | please escalate my complaint to a supervisor
| take this to your superior | I need someone higher up | connect me with customer service | transfer me | transfer me to an agent | switch me to a live person | have a manager contact me | have someone call me
| get someone to ring me | ask your manager to email me | someone needs to contact me | I would prefer to deal with a person | I'd rather talk to a human | you're a bot, I need a person | this bot is useless, get me a person
| speek to a human | talk to a reprsentative | custmer service agent plz | talk to a humam | can i get a real person on here | is this a bot? I want a person | you don't understand, I want somebody who does | a human being, please
| enough of this automated rubbish, human | how do I reach a human | how do I get through to a real person | what's the number to talk to someone | I refuse to deal with AI | can a person look at this | could a real human read my case
| I have now waited three weeks for this sofa, I've had four different dates, nobody turned up on any of them and every time I write I get the same canned reply, so please let me speak to a manager`),
  )('%s', (text) => {
    expect(read(text)).toMatchObject({ intent: 'human', needsHuman: true });
  });
});

describe('danger', () => {
  it.each(
    rows(`I want to kill myself | I'm going to end it all | I can't go on | I can't go on any more | I don't want to live anymore | I want to die | I wish I was dead | thinking about suicide | I'm going to hurt myself
| nothing left to live for | no point in living | I have the pills in my hand | I took all my pills | he's got a knife | someone has a gun | there's a man with a knife in your store | someone is following me | a man is following my daughter
| I'm trapped in the lift now | we are stuck in the elevator | my son is stuck in your elevator | locked in the fitting room, help | help, he's not breathing | she's unresponsive | my child is missing in your store | the kitchen is on fire right now
| I'll kill you | I'm going to burn your shop down | I feel suicidal | they'd be better off without me | I'm being attacked | please call 911 | call an ambulance now`),
  )('%s', (text) => {
    expect(read(text)).toMatchObject({ intent: 'danger', severity: 'safety' });
  });
});

describe.each([
  [
    'safety',
    `I got food poisoning | we were all sick all night after the chicken | I've been throwing up since | my kid got sick after eating here | stomach cramps and diarrhoea for two days | had a reaction to the nuts you said weren't in it
| my throat closed up | broke out in hives | face swelled up like a balloon | the kettle gave me a shock | got zapped by the charger | the charger caught fire | the phone battery exploded | smoke coming out of the dryer | it started smoking
| sparks flew out of the socket | strong smell of gas in the flat | gas leak | carbon monoxide alarm went off | I slipped on the wet floor and hurt my back | my mum fell down your stairs | tripped over a cable and twisted my ankle | grandma had a fall in your shop
| my daughter burned her hand | scalded by the coffee | hot soup spilled on my lap and I have blisters | bit into a piece of glass | found metal in my burger | found a razor blade in the bread | chipped my tooth on a stone | cut my lip on the can | my hand was bleeding
| he choked on a bone | baby swallowed a small part | bed bug bites all over | bitten by a dog in your cafe | they served me bleach | chemical burn from the hair dye | I'm pregnant and got sick | ended up in A&E | went to urgent care | had to be rushed to hospital
| the shelf fell on my foot | ceiling fell on us | the brakes failed on the highway | wrong medication | my eye is swollen | needed six stitches | I was injured | concussion from the sign falling | the lift dropped two floors | security guard assaulted me`,
  ],
  [
    'legal',
    `I'll sue | I'm suing you | see you in court | my lawyer will be in touch | you'll hear from my solicitor | taking this to small claims | I'll take legal action | I am seeking legal advice | expect a letter before action | I've contacted an attorney
| I'm filing a police report | I'm going to the police | I called the cops | I will press charges | Consumer Rights Act 2015 says otherwise | section 75 claim, see you in court | class action | my legal team | I'll have you in court | lawsuit coming | I'm lawyering up`,
  ],
  [
    'media',
    `I'm going to the press | I'll go to the papers | this is going on TikTok | I'll post this all over Instagram | everyone on Facebook will hear about this | I'm calling the local news | I've got 50k followers | this will go viral | watch me put you on blast
| I'll name and shame you on Twitter | I'm contacting a journalist | I'll tell BBC Watchdog | fix this or it's going on Trustpilot | I filmed everything and I'm uploading it to YouTube | channel 5 will love this story | expect a one star Google review with photos everywhere online
| wait until Reddit sees this | I'm going public with this`,
  ],
  [
    'regulator',
    `I'm reporting you to trading standards | I'll report you to the BBB | complaint to the FTC | I'm going to the ombudsman | Ofcom will hear about it | I've filed with the CFPB | I'll call environmental health | health department will be informed | ACCC complaint lodged
| contacting Fair Trading | I'll go to Consumer Affairs | Citizens Advice told me to complain | reporting this to the FCA | Ofgem complaint | attorney general's office | I'll report you to the council | the CAA | DOT complaint filed | ICO complaint | OSHA | Food Standards Agency
| CPSC report | I'm reporting you to the authorities | the regulator will be informed | Commerce Commission complaint`,
  ],
] as const)('%s', (severity, table) => {
  it.each(rows(table))('%s', (text) => {
    expect(read(text)).toMatchObject({ severity, needsHuman: true });
  });
});

describe('no cause to call a person', () => {
  it.each(
    rows(`fire sale prices were wrong | killer deal, thanks | media player does not work | what is the legal age to buy this | the manager was lovely | the manager was rude | the agent was rude to me | I spoke to a manager yesterday
| the rep never called me back | they said they would call me back and didn't | no need to call me | I don't need a manager | please don't phone me, email is fine | the person next to us was loud | too many people | nobody cleaned the table | human error I guess
| human hair wig is thin | robot vacuum stopped working | the robot waiter was fun | call me crazy but it's cold | the operator hung the phone up on me | staff were friendly | someone took my parking spot | there was someone in my seat
| the burger was to die for | I'm dying to try the cake | I'm starving | my phone died | the battery died | dead battery on arrival | this place kills it | I could kill for that pizza | it cost an arm and a leg | I nearly died laughing | hot sauce is fire
| the wings were fire | firewall settings are confusing | fireplace does not light up nicely | smoked salmon was dry | smoke-free room please | the steak was burnt | the toast was burnt | coffee too hot | soup was cold | shocking service | I was shocked by the price
| sick of waiting | sick beat playing | bitter taste | a bit salty | bits missing from the box | fell in love with this place | prices fell | the app crashed | the screen is cracked | broke after a week | the handle broke | cut the cake badly | short cut hair wrong
| a cut above the rest | bloody awful service | food court was dirty | tennis court booking failed | basketball court floor is dusty | the courtyard was noisy | suede shoes got stained | issue with my order | the tissue box was empty | suit doesn't fit
| pressed the button, nothing happened | espresso machine is slow | press the reset button, didn't help | saw you on TikTok and came | found you on Instagram | a friend shared your page on Facebook, lovely food | news stand was closed | my review was five stars | great Google reviews, well deserved
| the voltage regulator is missing | standard room was small | the council tax bill is wrong | the doctor's chair squeaks | hospital corners on the bed, nice | gas station was closed | gas mileage is poor | glass was dirty | the glass of wine was warm | metal taste in the water
| stone cold food | chip on the plate | chips were soggy | no one was hurt, just late | is this allergen free? | I'm allergic to nuts, what can I eat? | child seat was dirty | kids menu is boring | baby loved it | old people friendly | follow up on my order | someone followed up, thanks
| I'm following the tracking link | stuck in traffic so I was late | the zip is stuck | stuck on the loading screen | trapped wind from the beans, haha | shot of espresso was weak | knife was blunt | the pills of fabric on the jumper | lift is out of order | the lift is slow`),
  )('%s', (text) => {
    expect(read(text).needsHuman).toBe(false);
  });
});
