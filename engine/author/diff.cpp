#include "diff.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/decimal.h"
#include "json/pointer.h"
#include "match.h"
#include "naming.h"
#include "printed.h"

namespace aidcheck {
namespace {

using json::Type;
using json::Value;

constexpr std::array<std::string_view, 3> kForTools{"$schema", "expected_findings", "equivalent_mutations"};

// A place in both packs: what it is called, its pointers, and the member that values are looked up under.
struct Spot {
  Text called;
  std::string at_was;
  std::string at_now;
  std::string_view list;
};

Text joined(const Text& path, const Text& step) {
  if (path.empty()) return step;
  return {path.zh + " › " + step.zh, path.en + " › " + step.en};
}

bool is_text(const Value& value) { return !text_of(&value).empty(); }

bool is_scalar(const Value& value) { return !value.is(Type::kObject) && !value.is(Type::kArray); }

// A list of names or values, or one alone.
bool is_values(const Value& value) {
  return value.is(Type::kString) || (value.is(Type::kArray) && !value.items.empty() &&
                                     std::all_of(value.items.begin(), value.items.end(), is_scalar));
}

// A range, or what is denied.
bool is_test(const Value& value) {
  return std::any_of(value.members.begin(), value.members.end(), [](const json::Member& member) {
    return member.name == "not" || member.name == "at_least" || member.name == "above" ||
           member.name == "at_most" || member.name == "below";
  });
}

std::vector<const Value*> values_of(const Value& value) {
  std::vector<const Value*> values;
  for (const Value& item : value.items) values.push_back(&item);
  if (!value.is(Type::kArray)) values.push_back(&value);
  return values;
}

const Value* same_among(const std::vector<const Value*>& values, const Value& wanted) {
  for (const Value* value : values) {
    if (same_value(*value, wanted)) return value;
  }
  return nullptr;
}

// -1, 0 or 1 as the figure fell, cannot be told, or rose.
int direction(const Value& was, const Value& now) {
  const auto left = take_apart(was.text);
  const auto right = take_apart(now.text);
  if (!left || !right || left->unit != right->unit || left->before != right->before ||
      left->behind != right->behind)
    return 0;
  const Decimal a = read_decimal(left->number);
  const Decimal b = read_decimal(right->number);
  std::int64_t first = 0;
  std::int64_t second = 0;
  const int scale = std::max(a.scale, b.scale);
  if (!scale_up(a.units, scale - a.scale, first) || !scale_up(b.units, scale - b.scale, second)) return 0;
  return first < second ? 1 : first > second ? -1 : 0;
}

class Diff {
 public:
  Diff(const Value& was, const Value& now) : was_(was), now_(now) {}

  std::vector<Change> run(const Value& was, const Value& now) {
    members(was, now, {});
    return std::move(changes_);
  }

 private:
  void members(const Value& was, const Value& now, const Spot& spot) {
    for (const json::Member& member : now.members) {
      if (std::find(kForTools.begin(), kForTools.end(), member.name) != kForTools.end()) continue;
      const Spot inner = step(spot, member.name, now_.member(spot.list, member.name, member.value));
      const Value* old = was.find(member.name);
      old == nullptr ? added(member.value, inner) : compare(*old, member.value, inner);
    }
    for (const json::Member& member : was.members) {
      if (std::find(kForTools.begin(), kForTools.end(), member.name) != kForTools.end()) continue;
      if (now.find(member.name) == nullptr)
        removed(member.value, step(spot, member.name, was_.member(spot.list, member.name, member.value)));
    }
  }

  void compare(const Value& was, const Value& now, const Spot& spot) {
    if (same_value(was, now)) return;
    if (is_text(was) && is_text(now)) {
      changed(was, now, spot, say("{0}：文字改了。", "{0}: the wording changed.", {spot.called}));
    } else if (was.is(Type::kObject) && now.is(Type::kObject)) {
      members(was, now, spot);
    } else if (is_values(was) && is_values(now) && (was.is(Type::kArray) || now.is(Type::kArray))) {
      values(was, now, spot);
    } else if (was.is(Type::kArray) && now.is(Type::kArray)) {
      items(was, now, spot);
    } else if (is_scalar(was) && is_scalar(now)) {
      scalar(was, now, spot);
    } else {
      changed(was, now, spot, say("{0}：写法改了。", "{0}: it is written otherwise.", {spot.called}));
    }
  }

  void scalar(const Value& was, const Value& now, const Spot& spot) {
    const Text before = was_.value(spot.list, was);
    const Text after = now_.value(spot.list, now);
    if (same_figure(was, now)) {
      changed(
          was, now, spot,
          say("{0}：“{1}”写成了“{2}”，数值不变。",
              "{0}: \"{1}\" is now written \"{2}\"; the value is the same.", {spot.called, before, after}));
      changes_.back().same_value = true;
      return;
    }
    const int rose = direction(was, now);
    const Text how = rose > 0   ? Text{"由“{1}”提高到“{2}”", "raised from \"{1}\" to \"{2}\""}
                     : rose < 0 ? Text{"由“{1}”降低到“{2}”", "lowered from \"{1}\" to \"{2}\""}
                                : Text{"由“{1}”改为“{2}”", "changed from \"{1}\" to \"{2}\""};
    changed(was, now, spot,
            say("{0}：" + how.zh + "。", "{0}: " + how.en + ".", {spot.called, before, after}));
  }

  // Names or values in no order: which came and which went.
  void values(const Value& was, const Value& now, const Spot& spot) {
    const auto before = values_of(was);
    const auto after = values_of(now);
    for (const Value* value : after) {
      if (same_among(before, *value) == nullptr)
        add("added", nullptr, value, spot,
            say("{0}：增加“{1}”。", "{0}: \"{1}\" was added.", {spot.called, now_.value(spot.list, *value)}));
    }
    for (const Value* value : before) {
      if (same_among(after, *value) == nullptr)
        add("removed", value, nullptr, spot,
            say("{0}：去掉“{1}”。", "{0}: \"{1}\" was taken out.",
                {spot.called, was_.value(spot.list, *value)}));
    }
  }

  void items(const Value& was, const Value& now, const Spot& spot) {
    for (const Match& match : match_items(was.items, now.items)) {
      const bool gone = !match.now;
      const std::size_t index = gone ? *match.was : *match.now;
      const Value& item = gone ? was.items[index] : now.items[index];
      Spot inner = step(spot, std::to_string(index), (gone ? was_ : now_).item(spot.list, index, item));
      inner.list = {};
      if (match.was) inner.at_was = spot.at_was + '/' + std::to_string(*match.was);
      if (gone) {
        removed(item, inner);
      } else if (!match.was) {
        added(item, inner);
      } else {
        if (match.moved) moved(was.items[*match.was], item, inner, *match.was, index);
        compare(was.items[*match.was], item, inner);
      }
    }
  }

  void moved(const Value& was, const Value& now, const Spot& spot, std::size_t from, std::size_t to) {
    add("moved", &was, &now, spot,
        say("{0}：由第{1}位移到第{2}位。", "{0}: moved from place {1} to place {2}.",
            {spot.called, std::to_string(from + 1), std::to_string(to + 1)}));
  }

  void added(const Value& now, const Spot& spot) {
    const Text what = told(now_, now, spot);
    add("added", nullptr, &now, spot,
        what.empty() ? say("{0}：新增。", "{0}: added.", {spot.called})
                     : say("{0}：新增，“{1}”。", "{0}: added, \"{1}\".", {spot.called, what}));
  }

  void removed(const Value& was, const Spot& spot) {
    const Text what = told(was_, was, spot);
    add("removed", &was, nullptr, spot,
        what.empty() ? say("{0}：删去。", "{0}: removed.", {spot.called})
                     : say("{0}：删去，原来是“{1}”。", "{0}: removed; it was \"{1}\".", {spot.called, what}));
  }

  static Text told(const Naming& naming, const Value& value, const Spot& spot) {
    return is_scalar(value) || is_values(value) || is_test(value) ? naming.value(spot.list, value)
                                                                  : naming.figures(value);
  }

  void changed(const Value& was, const Value& now, const Spot& spot, Text message) {
    add("changed", &was, &now, spot, std::move(message));
  }

  void add(std::string_view kind, const Value* was, const Value* now, const Spot& spot, Text message) {
    changes_.push_back(
        {now == nullptr ? spot.at_was : spot.at_now, kind, was, now, false, std::move(message)});
  }

  // What is denied is looked up under the fact, and a default among its reading's choices.
  static Spot step(const Spot& spot, std::string_view name, const Text& called) {
    const std::string part = '/' + json::escape(name);
    return {joined(spot.called, called), spot.at_was + part, spot.at_now + part,
            name == "not" || name == "default" ? spot.list : name};
  }

  Naming was_;
  Naming now_;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> changes_between(const Value& was, const Value& now) {
  return Diff(was, now).run(was, now);
}

}  // namespace aidcheck
