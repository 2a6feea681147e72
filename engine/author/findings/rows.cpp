#include <algorithm>
#include <optional>

#include "findings/findings.h"

namespace aidcheck::findings {
namespace {

constexpr std::size_t kMostCombinations = 1'000'000;
constexpr std::size_t kMostRowsInPairs = 200;
constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

using Use = RowList::Use;

// How the rows of one list share the combinations of their facts.
class Sharing {
 public:
  Sharing(const Plan& plan, const RowList& list)
      : list_(list), size_(list.rows.size()), holds_(size_), counts_(size_) {
    std::vector<const Condition*> conditions;
    for (const ListedRow& row : list.rows) conditions.push_back(&row.condition);
    const std::vector<std::size_t> own = facts_of(conditions);
    for (const LayerContext* context : list.contexts) {
      for (const auto* some : {&context->all, &context->any, &context->except}) {
        for (const Condition& condition : *some) conditions.push_back(&condition);
      }
    }
    facts_ = facts_of(conditions);
    pairs_ = size_ <= kMostRowsInPairs && list.use != Use::kEach && list.use != Use::kNamed;
    if (pairs_) both_.assign(size_ * size_, 0), met_.assign(size_ * size_, std::nullopt);
    const auto look = [&](const Codes& codes) { return look_at(codes); };
    done_ = for_each_combination(plan, facts_, kMostCombinations, look);
    if (done_) return;
    facts_ = own;
    in_context_ = false;
    done_ = for_each_combination(plan, facts_, kMostCombinations, look);
  }

  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] bool never_holds(std::size_t row) const { return holds_[row] == 0; }
  [[nodiscard]] bool never_counts(std::size_t row) const { return counts_[row] == 0; }
  [[nodiscard]] bool within(std::size_t inner, std::size_t outer) const {
    return both_[index(inner, outer)] == holds_[inner];
  }
  /// Facts with which row `i` counts though row `j` behind it holds too.
  [[nodiscard]] const std::optional<Codes>& met(std::size_t i, std::size_t j) const {
    return met_[index(i, j)];
  }
  [[nodiscard]] bool compares_pairs() const { return pairs_; }

 private:
  [[nodiscard]] std::size_t index(std::size_t i, std::size_t j) const {
    return std::min(i, j) * size_ + std::max(i, j);
  }

  bool look_at(const Codes& codes) {
    const auto& contexts = list_.contexts;
    if (in_context_ && !contexts.empty() &&
        std::none_of(contexts.begin(), contexts.end(),
                     [&](const LayerContext* context) { return context->applies(codes); })) {
      return true;
    }
    std::size_t first = kNoRow;
    held_.clear();
    for (std::size_t i = 0; i < size_; ++i) {
      if (!list_.rows[i].condition.holds(codes)) continue;
      ++holds_[i];
      held_.push_back(i);
      if (first == kNoRow || list_.use == Use::kEach) ++counts_[i];
      if (first == kNoRow) first = i;
    }
    if (pairs_) note_pairs(codes);
    return true;
  }

  void note_pairs(const Codes& codes) {
    for (std::size_t a = 0; a < held_.size(); ++a) {
      for (std::size_t b = a + 1; b < held_.size(); ++b) {
        ++both_[index(held_[a], held_[b])];
        auto& met = met_[index(held_[a], held_[b])];
        if (a == 0 && !met) met = codes;
      }
    }
  }

  const RowList& list_;
  std::size_t size_;
  bool in_context_ = true;
  bool pairs_ = false;
  bool done_ = false;
  std::vector<std::size_t> facts_;
  std::vector<std::size_t> holds_;   // combinations with which each row holds
  std::vector<std::size_t> counts_;  // and with which it is the one that counts
  std::vector<std::size_t> held_;    // at the combination at hand
  // Of each pair of rows, the earlier one first:
  std::vector<std::size_t> both_;
  std::vector<std::optional<Codes>> met_;
};

// A narrower row before a wider one is good style ("children: 90 %, everybody: 70 %"), unless both list the
// same choice of the one fact in which they differ: then it stands in the second by mistake.
bool repeats_a_choice(const json::Value& narrow, const json::Value& wide) {
  const json::Value* a = narrow.find("when");
  const json::Value* b = wide.find("when");
  if (a == nullptr || b == nullptr || a->members.size() != b->members.size()) return false;
  std::size_t lists_that_differ = 0;
  for (const json::Member& test : a->members) {
    const json::Value* other = b->find(test.name);
    if (other == nullptr) return false;
    const auto names = [](const json::Value& value) {
      if (value.is(json::Type::kString)) return std::vector<std::string>{value.text};
      std::vector<std::string> list;
      for (const json::Value& item : value.items) list.push_back(item.text);
      std::sort(list.begin(), list.end());
      return list;
    };
    if (test.value.is(json::Type::kObject) || other->is(json::Type::kObject)) return false;
    if (names(test.value) != names(*other)) ++lists_that_differ;
  }
  return lists_that_differ == 1;
}

void overlaps(const Plan& plan, const RowList& list, const Sharing& sharing, Findings& findings) {
  for (std::size_t j = 1; j < list.rows.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const auto& met = sharing.met(i, j);
      if (!met || list.rows[i].gives == list.rows[j].gives || sharing.never_counts(j)) continue;
      const bool narrower_first = sharing.within(i, j);
      if (narrower_first && !repeats_a_choice(*list.rows[i].value, *list.rows[j].value)) continue;
      Finding& made = findings.emplace_back();
      made.code = "rows.overlap";
      made.at = list.rows[j].at;
      made.message =
          say("第 {0} 行和第 {1} 行都符合同一种情形，结果却不同；现在按前一行算。",
              "Rows {0} and {1} both hold for the same facts and give different things; the first of them is "
              "taken.",
              {std::to_string(i + 1), std::to_string(j + 1)});
      made.counterexample = told(plan, facts_of({&list.rows[i].condition, &list.rows[j].condition}), *met);
    }
  }
}

}  // namespace

void rows(const Plan& plan, const RowLists& lists, Findings& findings) {
  for (const RowList& list : lists.lists) {
    const Sharing sharing(plan, list);
    if (!sharing.done()) continue;
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
      if (!sharing.never_counts(i)) continue;
      Finding& made = findings.emplace_back();
      made.code = "row.never_matches";
      made.at = list.rows[i].at;
      made.message = sharing.never_holds(i) ? Text{"没有一种情形符合这一行的条件。",
                                                   "No facts fulfil the condition of this row."}
                                            : Text{"符合这一行的情形，前面的行已经全部拿走。",
                                                   "Rows before this one take all that it covers."};
    }
    if (sharing.compares_pairs()) overlaps(plan, list, sharing, findings);
  }
}

}  // namespace aidcheck::findings
