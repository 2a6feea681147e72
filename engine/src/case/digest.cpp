#include "case/digest.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "json/reader.h"

namespace aidcheck {
namespace {

using json::Pointer;
using json::Reader;
using json::Type;
using json::Value;
using model::FactType;

class Digester {
 public:
  Digester(const sent::Case& sent, const std::vector<Stretch>& year, std::size_t part, Reader& reader)
      : sent_(sent), year_(year), part_(part), plan_(*year[part].plan), reader_(reader) {}

  Digest run() {
    readings();
    person();
    published();
    digest_.person = shared_;
    for (const std::size_t index : year_[part_].visits) visit(index);
    holdings();
    before();
    return std::move(digest_);
  }

 private:
  // What the case says of a fact as a code: 0 where it is stated as not known, or not as it should be.
  std::uint8_t code(const FactPlan& fact, const Value& value, const Pointer& at) {
    const bool open =
        value.is(Type::kNull) ||
        (value.is(Type::kObject) &&
         (value.find("one_of") != nullptr || value.find("min") != nullptr || value.find("max") != nullptr));
    if (open) return 0;
    switch (fact.type) {
      case FactType::kYesNo:
        return reader_.expect(value, Type::kBoolean, at) ? static_cast<std::uint8_t>(value.boolean ? 1 : 2)
                                                         : std::uint8_t{0};
      case FactType::kChoice:
        return choice(fact, value, at);
      case FactType::kWholeNumber:
      case FactType::kAmount:
        return number(fact, value, at);
    }
    return 0;
  }

  std::uint8_t choice(const FactPlan& fact, const Value& value, const Pointer& at) {
    if (!reader_.expect(value, Type::kString, at)) return 0;
    const std::uint8_t code = fact.code_of(value.text);
    if (code == 0) reader_.unknown("choice.unknown", value.text, fact.choice_names(), at.str());
    return code;
  }

  std::uint8_t number(const FactPlan& fact, const Value& value, const Pointer& at) {
    if (!reader_.expect(value, Type::kNumber, at)) return 0;
    const auto read = read_number(fact, value);
    if (read && fact.amount != 0) {
      known_ |= std::uint32_t{1} << fact.amount;
      amounts_[fact.amount] = *read;
    }
    if (!read) {
      reader_.fail("number.malformed", at, "这里要填{0}。", "Here belongs {0}.",
                   {fact.type == FactType::kAmount
                        ? Filler("金额，最多两位小数", "an amount with at most two decimals")
                        : Filler("整数", "a whole number")});
      return 0;
    }
    return fact.code_of_number(*read);
  }

  // Facts of a visit may be stated in the person: they hold for every visit that does not state its own.
  void person() {
    const Pointer root;
    const Pointer at = root / "person";
    std::vector<std::string_view> names{"identities"};
    for (const Stretch& each : year_) {
      for (const FactPlan& fact : each.plan->facts) {
        if (fact.asked()) names.push_back(fact.id);
      }
    }
    for (const sent::Fact& stated : sent_.person) {
      const auto fact = fact_named(plan_.facts, stated.name);
      if (!known(names, stated.name)) {
        reader_.unknown("field.unknown", stated.name, names, (at / stated.name).str());
      } else if (fact) {
        shared_[*fact] = code(plan_.facts[*fact], *stated.value, at / stated.name);
      }
    }
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      if (plan_.facts[i].of_visit || plan_.facts[i].assumed == 0 || shared_[i] != 0) continue;
      shared_[i] = plan_.facts[i].assumed;
      digest_.assumed.emplace_back().fact = i;
    }
  }

  // The published value of the case's year, where the person states none.
  void published() {
    for (const std::uint8_t index : plan_.amount_facts) {
      const FactPlan& fact = plan_.facts[index];
      if (shared_[index] != 0) continue;
      for (const model::YearValue& value : fact.declared->by_year) {
        if (value.year != sent_.year) continue;
        shared_[index] = fact.code_of_number(value.amount.amount);
        known_ |= std::uint32_t{1} << fact.amount;
        amounts_[fact.amount] = value.amount.amount;
        Assumption& made = digest_.assumed.emplace_back();
        made.fact = index;
        made.amount = value.amount.amount;
        made.cite = &fact.declared->cite;
      }
    }
    shared_known_ = known_;
    shared_amounts_ = amounts_;
  }

  void readings() {
    const Pointer root;
    const Pointer at = root / "readings";
    for (const model::Reading& reading : plan_.pack.readings) {
      const std::size_t fact = *fact_named(plan_.facts, reading.id);
      shared_[fact] = plan_.facts[fact].code_of(reading.chosen);
    }
    for (const sent::Choice& chosen : sent_.readings) {
      std::vector<std::string_view> names;
      for (const Stretch& each : year_) {
        for (const model::Reading& reading : each.plan->pack.readings) names.push_back(reading.id);
      }
      if (!known(names, chosen.reading)) {
        reader_.unknown("field.unknown", chosen.reading, names, (at / chosen.reading).str());
        continue;
      }
      const auto fact = fact_named(plan_.facts, chosen.reading);
      if (!fact) continue;
      shared_[*fact] = plan_.facts[*fact].code_of(chosen.choice);
      if (shared_[*fact] == 0)
        reader_.unknown("choice.unknown", chosen.choice, plan_.facts[*fact].choice_names(),
                        (at / chosen.reading).str());
    }
  }

  void visit(std::size_t index) {
    const sent::Visit& stated = sent_.visits[index];
    const Pointer root;
    const Pointer visits = root / "visits";
    const Pointer at = visits / index;
    VisitInput made;
    made.from = day_number(stated.from);
    made.until = day_number(stated.until);
    made.order = static_cast<std::uint32_t>(index);
    made.codes = shared_;
    known_ = shared_known_;
    amounts_ = shared_amounts_;
    for (const sent::Fact& fact : stated.facts) visit_fact(fact, at, made);
    made.known = known_;
    made.amounts = amounts_;
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      if (plan_.facts[i].of_visit && plan_.facts[i].assumed != 0 && made.codes[i] == 0)
        assume(i, index, made);
    }
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if (!stated.sheet[i].exact()) continue;
      made.known |= std::uint32_t{1} << i;
      made.amounts[i] = stated.sheet[i].least;
    }
    fill_in(stated, index, made);
    const std::uint8_t kind = made.codes[*fact_named(plan_.facts, "kind")];
    if (kind == 0) reader_.missing((at / "kind").str());
    made.stay = (plan_.stays >> kind & 1U) != 0;
    digest_.year.visits.push_back(made);
  }

  void visit_fact(const sent::Fact& stated, const Pointer& at, VisitInput& made) {
    const auto fact = fact_named(plan_.facts, stated.name);
    if (fact && plan_.facts[*fact].of_visit && !plan_.facts[*fact].derived) {
      made.codes[*fact] = code(plan_.facts[*fact], *stated.value, at / stated.name);
      return;
    }
    std::vector<std::string_view> names{"id", "from", "until", "sheet"};
    for (const Stretch& each : year_) {
      for (const FactPlan& other : each.plan->facts) {
        if (other.of_visit && !other.derived) names.push_back(other.id);
      }
    }
    if (!known(names, stated.name))
      reader_.unknown("field.unknown", stated.name, names, (at / stated.name).str());
  }

  void assume(std::size_t fact, std::size_t visit, VisitInput& made) {
    made.codes[fact] = plan_.facts[fact].assumed;
    assumption(fact, false).visits.push_back(visit);
  }

  Assumption& assumption(std::size_t what, bool of_sheet) {
    for (Assumption& made_before : digest_.assumed) {
      if (made_before.fact == what && made_before.of_sheet == of_sheet) return made_before;
    }
    Assumption& made = digest_.assumed.emplace_back();
    made.fact = what;
    made.of_sheet = of_sheet;
    return made;
  }

  // Amounts that the pack lets a sheet leave out.
  void fill_in(const sent::Visit& stated, std::size_t visit, VisitInput& made) {
    for (const model::Layer& layer : plan_.pack.layers) {
      if (!layer.assumed_none) continue;
      const auto amount = plan_.amount_named(layer.sheet);
      if (!amount || (made.known >> *amount & 1U) != 0) continue;
      if (*amount < kFieldCount && stated.sheet[*amount].knowledge != sent::Amount::Knowledge::kAbsent)
        continue;
      take_as(*amount, 0, visit, made).amount = 0;
    }
    const std::uint32_t scope = field_bit(Field::kInScope);
    if (!plan_.pack.total_from_parts || (made.known & 1U) != 0 || (made.known & scope) == 0) return;
    Fen sum = 0;
    Arithmetic arithmetic;
    for (const Field part : {Field::kFullyOwn, Field::kOverLimit, Field::kOwnFirst, Field::kInScope})
      sum = arithmetic.add(sum, made.amounts[static_cast<std::size_t>(part)]);
    take_as(static_cast<std::size_t>(Field::kTotal), sum, visit, made);
  }

  Assumption& take_as(std::size_t amount, Fen value, std::size_t visit, VisitInput& made) {
    made.known |= std::uint32_t{1} << amount;
    made.amounts[amount] = value;
    Assumption& assumed = assumption(amount, true);
    assumed.visits.push_back(visit);
    return assumed;
  }

  // In the pack's order of categories, which settles ties.
  void holdings() {
    for (std::size_t code = kNoCategory + 1U; code < plan_.facts[kCategoryFact].code_count(); ++code) {
      const std::string_view category = plan_.facts[kCategoryFact].choices[code - 1].id;
      for (const sent::Identity& identity : sent_.identities) {
        if (identity.category == category)
          digest_.year.holdings.push_back(holding_of(identity, static_cast<std::uint8_t>(code), plan_.pack));
      }
    }
  }

  void before() {
    take_over(sent_.pools_before, pools_of_year, "/before/pools/", digest_.year.pools_before.data());
    // Behind the layers the sums.
    std::array<Fen, kMostLayers + kMostDerived> counted{};
    take_over(sent_.counted_before, counted_of_year, "/before/cumulative/", counted.data());
    std::copy_n(counted.begin(), plan_.layers.size(), digest_.year.counted_before.begin());
    std::copy_n(counted.begin() + static_cast<std::ptrdiff_t>(plan_.layers.size()), plan_.derived.size(),
                digest_.year.derived_before.begin());
    std::array<Fen, kMostDerived> visits{};
    take_over(sent_.visits_before, visits_of_year, "/before/counts/", visits.data());
    for (std::size_t i = 0; i < plan_.derived.size(); ++i) digest_.year.derived_before[i] += visits[i] / 100;
  }

  void take_over(const std::vector<sent::NamedAmount>& stated,
                 std::vector<std::string_view> (*names_of)(const Plan&), const std::string& at,
                 Fen* amounts) {
    for (const sent::NamedAmount& each : stated) {
      std::vector<std::string_view> all;
      bool taken = false;
      for (std::size_t part = 0; part < year_.size() && !taken; ++part) {
        const auto names = names_of(*year_[part].plan);
        const auto found = each.name.empty() ? names.end() : std::find(names.begin(), names.end(), each.name);
        taken = found != names.end();
        if (taken && part == part_) amounts[static_cast<std::size_t>(found - names.begin())] = each.amount;
        std::copy_if(names.begin(), names.end(), std::back_inserter(all),
                     [](std::string_view name) { return !name.empty(); });
      }
      if (!taken) reader_.unknown("field.unknown", each.name, all, at + json::escape(each.name));
    }
  }

  static bool known(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  const sent::Case& sent_;
  const std::vector<Stretch>& year_;
  std::size_t part_;
  const Plan& plan_;
  Reader& reader_;
  Codes shared_{};
  // The amount facts, of the person and then of the visit at hand.
  std::uint32_t known_ = 0;
  std::array<Fen, kMostAmounts> amounts_{};
  std::uint32_t shared_known_ = 0;
  std::array<Fen, kMostAmounts> shared_amounts_{};
  Digest digest_;
};

void add_derived(const Plan& plan, bool sums, std::vector<std::string_view>& names) {
  for (const DerivedPlan& derived : plan.derived) {
    names.push_back(derived.over_year && derived.sum == sums ? plan.facts[derived.fact].id
                                                             : std::string_view());
  }
}

}  // namespace

Digest digest_case(const sent::Case& sent, const std::vector<Stretch>& year, std::size_t part,
                   std::vector<Error>& errors) {
  Reader reader(Fault::kCase, errors);
  return Digester(sent, year, part, reader).run();
}

std::vector<std::string_view> pools_of_year(const Plan& plan) {
  std::vector<std::string_view> names;
  for (const model::Pool& pool : plan.pack.pools)
    names.push_back(pool.per_visit ? std::string_view() : pool.id);
  return names;
}

std::vector<std::string_view> counted_of_year(const Plan& plan) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < plan.layers.size(); ++i)
    names.push_back(plan.layers[i].over_year ? plan.pack.layers[i].id : std::string_view());
  add_derived(plan, true, names);
  return names;
}

std::vector<std::string_view> visits_of_year(const Plan& plan) {
  std::vector<std::string_view> names;
  add_derived(plan, false, names);
  return names;
}

void choose_reading(YearInput& year, std::size_t fact, std::uint8_t code) {
  for (VisitInput& visit : year.visits) visit.codes[fact] = code;
}

Holding holding_of(const sent::Identity& identity, std::uint8_t category, const model::Pack& pack) {
  Holding held;
  held.category = category;
  held.from = identity.from ? day_number(*identity.from) : std::numeric_limits<std::int32_t>::min();
  held.until = std::numeric_limits<std::int32_t>::max();
  if (identity.until)
    held.until =
        day_number(pack.identity_ends_at_once ? *identity.until : last_day_of_month(*identity.until));
  for (const model::Category& each : pack.categories) {
    if (each.id == identity.category && each.months != 0 && identity.from)
      held.until = std::min(held.until, day_number(months_after(*identity.from, each.months)) - 1);
  }
  return held;
}

}  // namespace aidcheck
