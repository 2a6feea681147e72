#include <algorithm>
#include <set>

#include "findings/findings.h"
#include "walk.h"

namespace aidcheck::findings {
namespace {

using json::Type;
using json::Value;

using Names = std::set<std::string, std::less<>>;

void add_strings(const Value& value, Names& names) {
  walk(value, [&](const Value& each, const std::string&, std::string_view) {
    if (each.is(Type::kString)) names.insert(each.text);
    return true;
  });
}

bool is_condition(std::string_view key) { return key == "when" || key == "any" || key == "rules_when"; }

// The names that the rules of a pack use, by what they name. A name may be used for two things ("inpatient"
// is a kind and may be a pool), so each is taken only where it can stand.
struct Uses {
  Names facts;
  Names kinds;
  Names pools;
  Names tables;
  Names citations;
};

void add_condition(const Value& value, Uses& uses) {
  for (const Value& alternative : value.items) add_condition(alternative, uses);
  for (const json::Member& test : value.members) {
    uses.facts.insert(test.name);
    if (test.name == "kind") add_strings(test.value, uses.kinds);
  }
}

// A payment that fills a pool fills those that it lies in.
void add_outer_pools(const Value& root, Names& used) {
  const Value* pools = root.find("pools");
  for (std::size_t before = 0; pools != nullptr && before != used.size();) {
    before = used.size();
    for (const json::Member& pool : pools->members) {
      const Value* outer = pool.value.find("inside");
      if (outer != nullptr && used.contains(pool.name)) used.insert(outer->text);
    }
  }
}

Uses find_uses(const Value& root) {
  Uses uses;
  walk(root, [&](const Value& value, const std::string&, std::string_view key) {
    const bool names_amounts =
        key == "of" || key == "less" || key == "sheet" || key == "fact" || key == "per" || key == "share";
    const bool names_pools = key == "draws_on" || key == "cost_in" || key == "within" || key == "pools";
    if (is_condition(key)) {
      add_condition(value, uses);
      return false;
    }
    if (value.is(Type::kString) && names_amounts) uses.facts.insert(value.text);
    if (value.is(Type::kString) && names_pools) uses.pools.insert(value.text);
    if (value.is(Type::kString) && key == "table") uses.tables.insert(value.text);
    if (value.is(Type::kString) && key == "cite") uses.citations.insert(value.text);
    return true;
  });
  add_outer_pools(root, uses.pools);
  return uses;
}

void report(Findings& findings, std::string_view code, std::string at, std::string_view zh,
            std::string_view en, const std::string& name) {
  findings.push_back({code, std::move(at), say(zh, en, {name}), {}, {}, {}});
}

void each_declared(const Value& root, std::string_view part, const Names& used, std::string_view code,
                   std::string_view zh, std::string_view en, Findings& findings, const std::string& at = {}) {
  const Value* declared = root.find(part);
  if (declared == nullptr) return;
  for (const json::Member& member : declared->members) {
    if (used.find(member.name) != used.end()) continue;
    report(findings, code, at + '/' + std::string(part) + '/' + json::escape(member.name), zh, en,
           member.name);
  }
}

void sources(const Value& root, const Uses& uses, Findings& findings) {
  for (const json::Member& source : root.find("sources")->members) {
    const std::string at = "/sources/" + json::escape(source.name);
    const auto first = uses.citations.lower_bound(source.name + '#');
    if (first == uses.citations.end() || !first->starts_with(source.name + '#')) {
      report(findings, "unused.source", at, "没有一处引用文件“{0}”。", "Nothing cites the document \"{0}\".",
             source.name);
      continue;
    }
    const Value* articles = source.value.find("articles");
    if (articles == nullptr) continue;
    for (const json::Member& article : articles->members) {
      const std::string name = source.name + '#' + article.name;
      if (uses.citations.find(name) != uses.citations.end()) continue;
      report(findings, "unused.article", at + "/articles/" + json::escape(article.name),
             "没有一处引用“{0}”。", "Nothing cites \"{0}\".", name);
    }
  }
}

// Whether some condition of the pack tells two answers of a fact apart.
bool told_apart(const RowLists& lists, std::size_t fact, std::uint8_t a, std::uint8_t b) {
  const auto tells = [&](const Condition& condition) {
    return std::any_of(condition.limits.begin(), condition.limits.end(),
                       [&](const DecisionRow::Limit& limit) {
                         return limit.fact == fact && (limit.allowed >> a & 1U) != (limit.allowed >> b & 1U);
                       });
  };
  return std::any_of(lists.lists.begin(), lists.lists.end(), [&](const RowList& list) {
    return std::any_of(list.rows.begin(), list.rows.end(),
                       [&](const ListedRow& row) { return tells(row.condition); });
  });
}

void categories(const Plan& plan, const RowLists& lists, Findings& findings) {
  const FactPlan& fact = plan.facts[kCategoryFact];
  for (std::size_t i = 1; i < fact.choices.size(); ++i) {
    if (told_apart(lists, kCategoryFact, kNoCategory, static_cast<std::uint8_t>(i + 1))) continue;
    report(findings, "unused.category", "/categories/" + std::to_string(i - 1),
           "有没有“{0}”这个身份，所有规则都一样。", "No rule tells \"{0}\" from no category.",
           std::string(fact.choices[i].id));
  }
}

void choices(const Plan& plan, const RowLists& lists, const Uses& uses, Findings& findings) {
  for (std::size_t index = 0; index < plan.facts.size(); ++index) {
    const FactPlan& fact = plan.facts[index];
    if (fact.origin != FactPlan::Origin::kReading || uses.facts.find(fact.id) == uses.facts.end()) continue;
    for (std::uint8_t b = 2; b < fact.code_count(); ++b) {
      bool distinct = true;
      for (std::uint8_t a = 1; a < b; ++a) distinct = distinct && told_apart(lists, index, a, b);
      if (distinct) continue;
      const std::string name(fact.choices[b - std::size_t{1}].id);
      report(
          findings, "unused.choice", "/readings/" + json::escape(fact.id) + "/choices/" + json::escape(name),
          "选“{0}”和选前面的一项，所有规则都一样。", "No rule tells \"{0}\" from a choice before it.", name);
    }
  }
}

}  // namespace

void unused(const Plan& plan, const RowLists& lists, Findings& findings) {
  const Value& root = plan.source;
  const Uses uses = find_uses(root);
  each_declared(root, "pools", uses.pools, "unused.pool", "没有一层动用限额“{0}”。",
                "No layer draws on the pool \"{0}\".", findings);
  each_declared(root, "tables", uses.tables, "unused.table", "没有一层按表格“{0}”支付。",
                "No layer pays by the table \"{0}\".", findings);
  each_declared(root, "facts", uses.facts, "unused.fact", "没有一条规则看“{0}”。",
                "No rule looks at the fact \"{0}\".", findings);
  if (const Value* recognition = root.find("recognition"))
    each_declared(*recognition, "facts", uses.facts, "unused.fact", "没有一项条件看“{0}”。",
                  "No condition looks at the fact \"{0}\".", findings, "/recognition");
  each_declared(root, "readings", uses.facts, "unused.reading", "没有一条规则看“{0}”怎样理解。",
                "No rule looks at the reading \"{0}\".", findings);
  each_declared(root, "kinds", uses.kinds, "unused.kind", "没有一个条件提到就医类型“{0}”。",
                "No condition names the kind \"{0}\".", findings);
  choices(plan, lists, uses, findings);
  categories(plan, lists, findings);
  sources(root, uses, findings);
}

}  // namespace aidcheck::findings
