#include "match.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "pack/figure.h"
#include "printed.h"

namespace aidcheck {
namespace {

using json::Member;
using json::Type;
using json::Value;

using Items = std::vector<Value>;

bool same_member(const Value& a, const Value& b, std::string_view name) {
  const Value* left = a.find(name);
  const Value* right = b.find(name);
  return left != nullptr && right != nullptr && same_value(*left, *right);
}

bool same_number(const Value& a, const Value& b) {
  const Decimal left = read_decimal(a.text);
  const Decimal right = read_decimal(b.text);
  return left.negative == right.negative && left.units == right.units && left.scale == right.scale;
}

bool same_members(const Value& a, const Value& b) {
  return a.members.size() == b.members.size() &&
         std::all_of(a.members.begin(), a.members.end(),
                     [&](const Member& member) { return same_member(a, b, member.name); });
}

// How much of two rows is the same: equal members, and the facts that both conditions look at.
std::size_t likeness(const Value& a, const Value& b) {
  std::size_t alike = 0;
  for (const Member& member : a.members) {
    if (same_member(a, b, member.name)) alike += member.name == "cite" ? 1 : 4;
  }
  const Value* when = a.find("when");
  const Value* other = b.find("when");
  if (when == nullptr || other == nullptr) return alike;
  for (const Member& test : when->members) {
    if (other->find(test.name) != nullptr) alike += 2;
  }
  return alike;
}

// The row that holds where no other does.
bool same_members_and_no_condition(const Value& a, const Value& b) {
  return a.is(Type::kObject) && !a.members.empty() && a.members.size() == b.members.size() &&
         std::all_of(a.members.begin(), a.members.end(), [&](const Member& member) {
           return member.name != "id" && member.name != "when" && b.find(member.name) != nullptr;
         });
}

class Matching {
 public:
  Matching(const Items& was, const Items& now) : was_(was), now_(now), found_(now.size()) {
    taken_.assign(was.size(), false);
  }

  std::vector<Match> run() {
    pair_by([](const Value& a, const Value& b) { return same_member(a, b, "id"); });
    pair_by(same_value);
    pair_by([](const Value& a, const Value& b) { return same_member(a, b, "when"); });
    pair_the_most_alike();
    pair_by(same_members_and_no_condition);
    return matches();
  }

 private:
  template <class Same>
  void pair_by(Same same) {
    for (std::size_t i = 0; i < was_.size(); ++i) {
      for (std::size_t k = 0; k < now_.size() && !taken_[i]; ++k) {
        if (!found_[k] && same(was_[i], now_[k])) pair(i, k);
      }
    }
  }

  // What has an id is what it is called and no other.
  static bool may_be(const Value& a, const Value& b) {
    return a.find("id") == nullptr && b.find("id") == nullptr && a.is(Type::kObject) && b.is(Type::kObject);
  }

  void pair_the_most_alike() {
    for (std::size_t i = 0; i < was_.size(); ++i) {
      std::size_t best = 1;  // the same citation alone makes no pair
      std::optional<std::size_t> with;
      for (std::size_t k = 0; k < now_.size(); ++k) {
        if (taken_[i] || found_[k] || !may_be(was_[i], now_[k])) continue;
        const std::size_t alike = likeness(was_[i], now_[k]);
        if (alike > best) {
          best = alike;
          with = k;
        }
      }
      if (with) pair(i, *with);
    }
  }

  void pair(std::size_t i, std::size_t k) {
    taken_[i] = true;
    found_[k] = i;
  }

  // The pairs that keep their order are a longest rising run; the others moved.
  [[nodiscard]] std::vector<bool> in_order() const {
    std::vector<std::size_t> length(now_.size(), 0);
    std::vector<std::size_t> before(now_.size(), now_.size());
    std::size_t last = now_.size();
    for (std::size_t k = 0; k < now_.size(); ++k) {
      if (!found_[k]) continue;
      length[k] = 1;
      for (std::size_t j = 0; j < k; ++j) {
        if (!found_[j] || *found_[j] > *found_[k] || length[j] + 1 <= length[k]) continue;
        length[k] = length[j] + 1;
        before[k] = j;
      }
      if (last == now_.size() || length[k] > length[last]) last = k;
    }
    std::vector<bool> kept(now_.size(), false);
    for (; last < now_.size(); last = before[last]) kept[last] = true;
    return kept;
  }

  [[nodiscard]] std::vector<Match> matches() const {
    std::vector<Match> matches;
    const std::vector<bool> kept = in_order();
    for (std::size_t k = 0; k < now_.size(); ++k) matches.push_back({found_[k], k, found_[k] && !kept[k]});
    for (std::size_t i = 0; i < was_.size(); ++i) {
      if (!taken_[i]) matches.push_back({i, std::nullopt, false});
    }
    return matches;
  }

  const Items& was_;
  const Items& now_;
  std::vector<std::optional<std::size_t>> found_;  // for each of now_
  std::vector<bool> taken_;                        // for each of was_
};

}  // namespace

std::vector<Match> match_items(const Items& was, const Items& now) { return Matching(was, now).run(); }

bool same_value(const Value& a, const Value& b) {
  if (a.is(Type::kArray) && a.items.size() == 1 && !b.is(Type::kArray)) return same_value(a.items[0], b);
  if (b.is(Type::kArray) && b.items.size() == 1 && !a.is(Type::kArray)) return same_value(a, b.items[0]);
  if (a.type != b.type) return false;
  if (a.is(Type::kNumber)) return same_number(a, b);
  return a.text == b.text && a.boolean == b.boolean && same_members(a, b) &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value);
}

bool same_figure(const Value& a, const Value& b) {
  const auto left = take_apart(a.text);
  const auto right = take_apart(b.text);
  if (!left || !right || left->before != right->before || left->behind != right->behind) return false;
  const auto bare = [](const Printed& figure) {
    return std::string(figure.number) + std::string(figure.unit);
  };
  Figure first;
  Figure second;
  return read_figure(bare(*left), first) && read_figure(bare(*right), second) && first.unit == second.unit &&
         first.amount == second.amount && first.rate.numerator == second.rate.numerator &&
         first.rate.denominator == second.rate.denominator;
}

}  // namespace aidcheck
