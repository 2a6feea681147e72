#include "naming.h"

#include <array>

#include "printed.h"
#include "vocabulary/words.h"
#include "write_json.h"

namespace aidcheck {
namespace {

using json::Type;
using json::Value;

constexpr std::array<Word, 102> kMembers{{
    {"above", "大于", "above"},
    {"actions", "可以做的事", "what can be done"},
    {"add", "加", "add"},
    {"adds_up", "由哪几项相加", "adds up"},
    {"adjust", "加减", "adjustments"},
    {"amount", "金额", "amount"},
    {"amounts", "金额", "amounts"},
    {"any", "符合其中一项", "one of"},
    {"apply_at", "到哪里申请", "where to apply"},
    {"apply_for", "申请的身份", "categories to apply for"},
    {"articles", "条款", "articles"},
    {"assumed", "没有填时按此计算", "assumed"},
    {"assumed_none", "没有填时按零计", "assumed none"},
    {"at_least", "不小于", "at least"},
    {"at_most", "不大于", "at most"},
    {"bands", "分段", "bands"},
    {"base", "计算基数", "base"},
    {"below", "小于", "below"},
    {"between", "没有填时的范围", "between where not stated"},
    {"by_year", "各年公布的数", "published for the years"},
    {"categories", "救助对象类别", "categories"},
    {"checked", "核对", "checked"},
    {"choices", "答案", "choices"},
    {"chosen_by", "填了什么就选它", "chosen by"},
    {"cite", "出处", "citation"},
    {"complete", "条件写全了", "conditions complete"},
    {"conditions", "条件", "conditions"},
    {"corrects", "更正", "corrects"},
    {"cost_in", "费用限额", "limits of cost"},
    {"counts_visits", "计哪些就医", "counts visits"},
    {"deductible", "起付标准", "deductible"},
    {"default", "默认的理解", "default"},
    {"draws_on", "占用的限额", "pools drawn on"},
    {"early_warning", "负担较重的提醒", "early warning"},
    {"entitlements", "待遇", "entitlements"},
    {"except", "不支付的情形", "exceptions"},
    {"fact", "由哪项百分数给出", "percentage that is asked for"},
    {"facts", "要问的事实", "facts"},
    {"first", "放在最前面", "told first"},
    {"first_bear", "先自己负担", "first borne"},
    {"from", "开始", "from"},
    {"help", "提示", "help"},
    {"identity_at", "身份看哪一天", "the days on which an identity counts"},
    {"identity_counts", "身份算数的条件", "when an identity counts"},
    {"identity_ends", "身份何时失效", "when an identity ends"},
    {"in_force", "施行时间", "in force"},
    {"in_scope", "政策范围内", "in scope"},
    {"inside", "包含在", "inside"},
    {"issued", "成文日期", "issued"},
    {"issuer", "发布机构", "issuer"},
    {"kinds", "就医类型", "kinds of visit"},
    {"label", "名称", "label"},
    {"layers", "支付方", "layers"},
    {"left_to_office", "留给认定部门的", "left to the office"},
    {"less", "先减去", "less"},
    {"limit", "限额", "limit"},
    {"measured_from", "分段从哪里量起", "measured from"},
    {"months", "最多几个月", "months"},
    {"name", "地名", "name"},
    {"not", "不是", "not"},
    {"note", "说明", "note"},
    {"notices", "提示", "notices"},
    {"number", "文号", "number"},
    {"of", "相加的项目", "adds up"},
    {"otherwise", "不符合时的话", "otherwise"},
    {"over", "按次还是按年", "by visit or year"},
    {"papers", "材料", "papers"},
    {"pays", "比例", "rates"},
    {"pays_for", "付的是哪些费用", "pays for"},
    {"per", "每年还是每次", "by year or visit"},
    {"place", "地区代码", "place"},
    {"pools", "限额", "pools"},
    {"question", "问题", "question"},
    {"rate", "比例", "rate"},
    {"readings", "理解", "readings"},
    {"recognised_by", "由谁认定", "recognised by"},
    {"recognition", "身份认定", "recognition"},
    {"review_by", "下次核对", "review by"},
    {"rows", "各行", "rows"},
    {"rules_when", "按规则计算的条件", "when the rules are used"},
    {"set", "改成", "changes"},
    {"settle_by", "何时以前结算", "settled by"},
    {"share", "比例", "share"},
    {"sheet", "结算单项目", "sheet field"},
    {"sources", "政策文件", "sources"},
    {"stay", "是否住院", "stay"},
    {"subtract", "减", "subtract"},
    {"table", "比例表", "table"},
    {"tables", "比例表", "tables"},
    {"takes", "要多久", "how long it takes"},
    {"text", "文字", "text"},
    {"times", "乘", "times"},
    {"title", "标题", "title"},
    {"to", "到", "to"},
    {"trust", "可信程度", "trust"},
    {"type", "类型", "type"},
    {"until", "结束", "until"},
    {"version", "版本", "version"},
    {"when", "条件", "condition"},
    {"withdrawn", "撤回", "withdrawn"},
    {"within", "起付标准合计不超过", "limits of deductibles"},
    {"without_total", "没有总额时", "without a total"},
}};

template <class Words>
Text among(const Words& words, std::string_view id) {
  for (const Word& word : words) {
    if (word.id == id) return {std::string(word.zh), std::string(word.en)};
  }
  return {};
}

Text as_written(std::string_view name) { return {std::string(name), std::string(name)}; }

Text or_as_written(const Text& text, std::string_view name) { return text.empty() ? as_written(name) : text; }

Text in_built_in(std::string_view fact, std::string_view answer) {
  for (const FactWord& word : built_in_facts()) {
    if (word.word.id != fact) continue;
    for (std::size_t i = 0; i < word.choice_count; ++i) {
      const Word& choice = word.choices[i];
      if (choice.id == answer) return {std::string(choice.zh), std::string(choice.en)};
    }
  }
  return {};
}

Text field(std::string_view id) {
  const auto known = field_named(id);
  if (!known) return {};
  const Word& word = field_word(*known).word;
  return {std::string(word.zh), std::string(word.en)};
}

}  // namespace

Text text_of(const Value* value) {
  const Value* zh = value == nullptr ? nullptr : value->find("zh-Hans");
  const Value* en = value == nullptr ? nullptr : value->find("en");
  return zh == nullptr || en == nullptr ? Text{} : Text{zh->text, en->text};
}

// The label of the pack's part of that name; parts are named members or a list of what has an id.
Text Naming::part(std::string_view parts, std::string_view id) const {
  const Value* recognition = pack_.find("recognition");
  if (recognition != nullptr) {
    const Value* own = recognition->find(parts);
    const Value* named = own == nullptr ? nullptr : own->find(id);
    if (named != nullptr) return text_of(named->find("label"));
  }
  const Value* all = pack_.find(parts);
  if (all == nullptr) return {};
  if (const Value* named = all->find(id)) return text_of(named->find("label"));
  for (const Value& item : all->items) {
    const Value* name = item.find("id");
    if (name != nullptr && name->text == id) return text_of(item.find("label"));
  }
  return {};
}

Text Naming::word(std::string_view list, std::string_view name) const {
  if (list == "category" || list == "categories" || list == "apply_for")
    return name == "none" ? Text{"没有身份", "none"} : among(categories(), name);
  if (const Text built_in = in_built_in(list, name); !built_in.empty()) return built_in;
  if (list == "kind") return part("kinds", name);
  if (list == "pools" || list == "draws_on" || list == "inside") return part("pools", name);
  if (list == "of" || list == "less" || list == "sheet") {
    if (name == "scope") return {"政策范围内的费用", "what is in scope"};
    for (const std::string_view parts : {"layers", "facts"}) {
      if (Text label = part(parts, name); !label.empty()) return label;
    }
    return field(name);
  }
  for (const std::string_view parts : {"readings", "facts"}) {
    const Value* all = pack_.find(parts);
    const Value* fact = all == nullptr ? nullptr : all->find(list);
    const Value* choices = fact == nullptr ? nullptr : fact->find("choices");
    if (choices != nullptr) return text_of(choices->find(name));
  }
  return {};
}

Text Naming::member(std::string_view parent, std::string_view name, const Value& value) const {
  if (parent == "when" || parent == "set" || parent == "any") {
    for (const FactWord& fact : built_in_facts()) {
      if (fact.word.id == name) return {std::string(fact.word.zh), std::string(fact.word.en)};
    }
    if (name == "category") return {"身份", "category"};
    for (const std::string_view parts : {"facts", "readings"}) {
      if (Text label = part(parts, name); !label.empty()) return label;
    }
    return as_written(name);
  }
  if (const Text label = text_of(value.find("label")); !label.empty()) return label;
  if (const Value* number = value.find("number"); parent == "sources" && number != nullptr)
    return as_written(number->text);
  return or_as_written(among(kMembers, name), name);
}

Text Naming::item(std::string_view list, std::size_t index, const Value& item) const {
  if (const Text label = text_of(item.find("label")); !label.empty()) return label;
  // An exception has no label: its reason is what it is called.
  if (const Text text = text_of(item.find("text")); !text.empty()) return text;
  if (const Value* id = item.find("id")) {
    const Text known = list == "layers" ? field(id->text) : word(list, id->text);
    return or_as_written(known, id->text);
  }
  const std::string number = std::to_string(index + 1);
  const Text row{"第" + number + "行", "row " + number};
  const Value* when = item.find("when");
  if (when == nullptr || when->members.empty()) return row;
  return say("{0}（{1}）", "{0} ({1})", {row, condition(*when)});
}

// `身份：孤儿，就医类型：住院`.
Text Naming::condition(const Value& when) const {
  Text told;
  for (const json::Member& test : when.members) {
    const bool first = told.empty();
    const Text fact = member("when", test.name, test.value);
    const Text wanted = value(test.name, test.value);
    told.zh += (first ? "" : "，") + fact.zh + "：" + wanted.zh;
    told.en += (first ? "" : ", ") + fact.en + ": " + wanted.en;
  }
  return told;
}

Text Naming::any_of(std::string_view list, const Value& values) const {
  Text told;
  for (const Value& item : values.items) {
    const bool first = told.empty();
    const Text name = value(list, item);
    told.zh += (first ? "" : "、") + name.zh;
    told.en += (first ? "" : " or ") + name.en;
  }
  return told;
}

// `不小于 60，小于 70`.
Text Naming::bounds(const Value& range) {
  Text told;
  for (const json::Member& bound : range.members) {
    const bool first = told.empty();
    const Text name = or_as_written(among(kMembers, bound.name), bound.name);
    const std::string figure = bound.value.is(Type::kString) ? bound.value.text : write_json(bound.value);
    told.zh += (first ? "" : "，") + name.zh + " " + figure;
    told.en += (first ? "" : ", ") + name.en + " " + figure;
  }
  return told;
}

// `比例 90%`: what a part that came or went had to say.
Text Naming::figures(const Value& part) const {
  Text told;
  for (const json::Member& member : part.members) {
    if (!member.value.is(Type::kString) || !take_apart(member.value.text)) continue;
    const bool first = told.empty();
    const Text name = or_as_written(among(kMembers, member.name), member.name);
    told.zh += (first ? "" : "，") + name.zh + " " + member.value.text;
    told.en += (first ? "" : ", ") + name.en + " " + member.value.text;
  }
  return told;
}

Text Naming::value(std::string_view list, const Value& value) const {
  if (value.is(Type::kBoolean)) return value.boolean ? Text{"是", "yes"} : Text{"否", "no"};
  if (value.is(Type::kNumber)) return as_written(value.text);
  if (const Value* denied = value.find("not")) {
    const Text inner = this->value(list, *denied);
    return say("不是{0}", "not {0}", {inner});
  }
  if (value.is(Type::kArray)) return any_of(list, value);
  if (value.is(Type::kObject)) return bounds(value);
  if (!value.is(Type::kString)) return as_written(write_json(value));
  return or_as_written(word(list, value.text), value.text);
}

}  // namespace aidcheck
