// The way through the mini-program: the design's case, the elder mode, the languages, what is not understood, and back.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { enterDesignCase, enterWhere, enterWho, walkTo } from "./people.mjs";
import { Phone } from "./phone.mjs";

async function withPhone(attributes, options, steps) {
  const phone = await Phone.open(attributes, options);
  try {
    await steps(phone);
  } finally {
    phone.close();
  }
}

const phoneTest = (name, steps, attributes = {}, options = {}) =>
  test(name, () => withPhone(attributes, options, steps));

/** The figures of docs/formats.md. */
function showsDesignAnswer(phone) {
  assert.equal(phone.textOf("answer-total"), "¥9,100.00");
  const figures = ["basic", "serious_illness", "assistance", "top_up", "you"].map((payer) =>
    phone.textOf(`answer-payer-${payer}`),
  );
  assert.deepEqual(figures, ["28,000.00", "3,000.00", "11,900.00", "0.00", "9,100.00"]);
  assert.equal(phone.textOf("answer-total-cost"), "52,000.00");
}

phoneTest("the design's case from the place to the answer", async (phone) => {
  assert.match(phone.text, /您填的内容只留在这台设备上/);
  const screens = await enterDesignCase(phone);
  assert.deepEqual(
    screens.map((stop) => stop.split(" ")[0]),
    ["person", "bills", "bill", "bills"],
  );
  showsDesignAnswer(phone);
  assert.match(phone.text, /您自己一共约付/);
  assert.match(phone.text, /医保政策范围内 ¥2,100.00，范围外 ¥7,000.00/);
  assert.equal(phone.data.announced, "估算已更新：您自己一共约付 ¥9,100.00");
});

/** The design's case with its answer, for tests that only look at it. */
let answered;
before(async () => {
  answered = await Phone.open();
  await enterDesignCase(answered);
});
after(() => answered.close());

test("the bar is drawn in the order of payment and says the same in words", () => {
  const phone = answered;
  const { parts, label } = phone.block("answer-bar");
  assert.deepEqual(
    parts.map(({ id, width }) => [id, width]),
    [
      ["basic", "53.846%"],
      ["serious_illness", "5.769%"],
      ["assistance", "22.885%"],
      ["you", "17.500%"],
    ],
  );
  assert.match(label, /医疗救助 ¥11,900.00、您自己 ¥9,100.00$/);
});

test("why: the sum as a clerk writes it, with the article at the end of its line", async () => {
  const phone = answered;
  await phone.tap("explained");
  assert.match(phone.textOf("why-visit-1-payer-assistance"), /为什么是 11,900.00？/);
  await phone.tap("why-visit-1-payer-assistance");
  const { lines } = phone.block("why-visit-1-payer-assistance-0");
  assert.deepEqual(
    lines.map(({ sign, figure }) => sign + figure),
    ["45,000.00", "−28,000.00", "−3,000.00", "=14,000.00", "×85%", "", "=11,900.00"],
  );
  const [cite] = lines[4].cites;
  assert.match(cite.words, /锡政办发〔2022〕98号/);
  assert.ok(!phone.text.includes(cite.trust));
  await phone.tap(cite.key);
  assert.ok(phone.text.includes(cite.trust) && phone.text.includes(cite.text));
});

phoneTest(
  "elder mode: one question a screen, larger type, nothing secondary in sight, the same answer",
  async (phone) => {
    assert.match(phone.data.classes, /\belder\b/);
    assert.ok(!phone.has("display"));
    const screens = await enterDesignCase(phone);
    assert.ok(new Set(screens).size >= 12, screens.join("; "));
    showsDesignAnswer(phone);
    assert.ok(phone.has("more-parts") && !phone.has("sources"));
    await phone.tap("more-parts");
    assert.ok(phone.has("sources"));
    await phone.tap("elder");
    assert.doesNotMatch(phone.data.classes, /\belder\b/);
  },
  { elder: true },
);

phoneTest("elder mode asks no more than one question at a time", async (phone) => {
  await phone.tap("elder");
  await enterWhere(phone);
  await enterWho(phone);
  while (phone.screen === "person" || phone.screen === "bill") {
    const fields = phone.blocks.filter(({ kind }) => kind === "field");
    assert.ok(fields.length <= 2, fields.map(({ key }) => key).join());
    await phone.next();
    if (phone.data.inTheWay) break;
  }
});

test("the language changes at any time and nothing entered is lost", async () => {
  const phone = answered;
  await phone.tap("language-en");
  assert.match(phone.text, /You pay/i);
  showsDesignAnswer(phone);
  await phone.tap("language-zh-Hant");
  assert.match(phone.text, /醫療費總額/);
  assert.match(phone.text, /無錫市/);
  showsDesignAnswer(phone);
  await phone.tap("language-zh-Hans");
  assert.match(phone.text, /医疗费总额/);
});

phoneTest("what is not understood stays as it was typed and is said once the box is left", async (phone) => {
  await enterWhere(phone);
  await enterWho(phone);
  await walkTo(phone, "bill");
  await phone.type("visit-1-total", "五万二");
  assert.equal(phone.block("visit-1-total").problem, "");
  await phone.leave("visit-1-total");
  const { entry, wrong, problem } = phone.block("visit-1-total");
  assert.deepEqual([entry, wrong], ["五万二", true]);
  assert.match(problem, /这个数没看懂/);
  await phone.enter("visit-1-total", "5.2万");
  assert.equal(phone.block("visit-1-total").problem, "");
  assert.equal(phone.block("visit-1-total").understood, "也就是 52,000 元");
});

phoneTest("what is being typed is never written back into its box", async (phone) => {
  await enterWhere(phone);
  await enterWho(phone);
  await walkTo(phone, "bill");
  await phone.type("visit-1-total", "52000");
  assert.equal(phone.block("visit-1-total").entry, "");
  await phone.leave("visit-1-total");
  assert.equal(phone.block("visit-1-total").entry, "52000");
});

phoneTest("back goes the way that was come, and loses nothing", async (phone) => {
  await enterDesignCase(phone);
  const way = [];
  while (phone.has("back")) {
    await phone.tap("back");
    way.push(phone.screen);
  }
  assert.deepEqual(way, ["bills", "person", "who", "where"]);
  assert.equal(phone.block("place").entry, "无锡市");
  await phone.next();
  assert.equal(phone.block("identity-subsistence").on, true);
  assert.equal(phone.block("identity-subsistence-1-until").entry, "2024-08-15");
  await walkTo(phone, "answer");
  showsDesignAnswer(phone);
});

phoneTest("what is missing is said when the person wants to go on, and shown", async (phone) => {
  await phone.next();
  assert.equal(phone.screen, "where");
  assert.equal(phone.data.inTheWay, "还差：选择参保的城市");
  assert.equal(phone.block("place").problem, "请填这一项");
});

phoneTest("“I don't know” sets aside what was typed, and the answer becomes a range", async (phone) => {
  await enterDesignCase(phone);
  await phone.tap("entered-visits-edit");
  await phone.tap("visit-1-edit");
  await phone.tap("visit-1-basic-unsure");
  assert.equal(phone.block("visit-1-basic").entry, "28000");
  assert.match(phone.block("visit-1-basic").setAside, /先按不清楚来算/);
  await phone.next();
  await phone.next();
  assert.match(phone.text, /范围|下一步最有用/);
  assert.notEqual(phone.has("answer-total") && phone.textOf("answer-total"), "¥9,100.00");
});

phoneTest("a bill that was deleted is put back with all that was in it", async (phone) => {
  await enterDesignCase(phone);
  await phone.tap("back");
  await phone.tap("visit-1-remove");
  assert.ok(!phone.has("visit-1-edit"));
  await phone.tap("undo-remove");
  await phone.next();
  showsDesignAnswer(phone);
});

phoneTest(
  "a county without rules of its own is found by its province and gets the nation's range",
  async (phone) => {
    await phone.choose("place", "13");
    await phone.choose("place-in-province", "130102");
    assert.match(phone.textOf("national"), /先按全国的统一规定估算/);
    await phone.tap("city-facts");
    assert.ok(phone.blocks.some(({ key }) => key.startsWith("person-city_")));
  },
);

phoneTest("help with the category asks one thing after another and tells what is likely", async (phone) => {
  await enterWhere(phone);
  await phone.tap("ask-for-help");
  assert.equal(phone.screen, "help");
  const [first] = phone.blocks.filter(({ kind }) => kind === "field");
  const [option] = first.options ?? [];
  await (option ? phone.choose(first.key, option.value) : phone.enter(first.key, "1"));
  assert.ok(phone.blocks.some(({ key }) => /^recognition-/.test(key)));
});

phoneTest("a sheet that was pasted is read, shown, and fills in a bill", async (phone) => {
  await enterWhere(phone);
  await enterWho(phone);
  await walkTo(phone, "bills");
  await phone.tap("import");
  await phone.tap("import-read");
  assert.equal(phone.textOf("import-problem"), "还没有内容。");
  await phone.enter("import-text", "医疗费总额：52,000.00元\n符合政策范围：45,000.00\n陪护床位 30元");
  await phone.tap("import-read");
  assert.match(phone.text, /看懂了 2 项/);
  assert.match(phone.textOf("import-1-left"), /没有用上 1 项/);
  await phone.tap("import-take");
  assert.match(phone.textOf("import-taken"), /已填好 1 张账单/);
  assert.match(phone.text, /医疗费总额 52,000/);
});

/** Opens whatever can be opened, as long as there is anything. */
async function unfoldAll(phone) {
  for (;;) {
    const closed = phone.blocks.find(({ kind, open }) => kind === "fold" && !open);
    const cite = phone.blocks
      .flatMap(({ kind, lines }) => (kind === "ledger" ? lines : []))
      .flatMap(({ cites }) => cites)
      .find(({ open }) => !open);
    if (!closed && !cite) return;
    phone.component.instance.press({ currentTarget: { dataset: { key: (closed ?? cite).key } } });
    await phone.rest();
  }
}

const keysIn = (phone) =>
  phone.blocks.flatMap(({ key, lines = [], rows = [] }) => [
    key,
    ...[...lines, ...rows].flatMap((line) =>
      line.key ? [line.key, ...(line.cites ?? []).map((cite) => cite.key)] : [],
    ),
  ]);

test("with everything unfolded, in every language, each thing has a name of its own and all is said", async () => {
  const phone = answered;
  await unfoldAll(phone);
  for (const language of ["zh-Hant", "en", "zh-Hans"]) {
    await phone.tap(`language-${language}`);
    const keys = keysIn(phone);
    assert.ok(keys.length > 120, `${keys.length}`);
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
    assert.deepEqual(
      keys.filter((key) => !/^[a-z][\w-]*$/.test(key)),
      [],
    );
    assert.doesNotMatch(phone.text, /undefined|null|NaN|\[object/);
  }
});
