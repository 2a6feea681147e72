#include "case/digest.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
#include <utility>

#include "case/answer.h"
#include "json/reader.h"
#include "settle/kept.h"

namespace aidcheck {
namespace {

using json::Pointer;
using json::Reader;
using json::Type;
using json::Value;

class Digester {
 public:
  Digester(const sent::Case& sent, const std::vector<const Plan*>& versions, const Plan& plan, Reader& reader)
      : sent_(sent), versions_(versions), plan_(plan), reader_(reader) {}

  Digest run() {
    readings();
    person();
    published();
    digest_.person = digest_.year.person = shared_;
    for (std::size_t i = 0; i < sent_.visits.size(); ++i) {
      if (version_on(versions_, sent_.visits[i].until) == &plan_) visit(i);
    }
    holdings();
    before();
    return std::move(digest_);
  }

 private:
  // What the case says of a fact as a code: 0 where it is stated as not known, or not as it should be.
  std::uint8_t code(const FactPlan& fact, const Value& value, const Pointer& at) {
    const Answer answer = read_answer(reader_, fact, value, at);
    if (answer.codes == 0) return 0;
    if (!answer.exact(fact)) {
      OpenFact& may = digest_.open.emplace_back();
      may.fact = static_cast<std::size_t>(&fact - plan_.facts.begin());
      may.visit = at_visit_;
      may.codes = answer.codes;
      may.least = answer.least;
      may.most = answer.most;
      return 0;
    }
    if (fact.amount != 0) {
      known_ |= std::uint32_t{1} << fact.amount;
      amounts_[fact.amount] = answer.least;
    }
    return static_cast<std::uint8_t>(std::countr_zero(answer.codes));
  }

  // Whether the case says what the fact may be: nothing is assumed of it then.
  [[nodiscard]] bool said(std::size_t fact) const {
    return std::any_of(digest_.open.begin(), digest_.open.end(), [&](const OpenFact& open) {
      return open.fact == fact && (!open.visit || open.visit == at_visit_);
    });
  }

  // Facts of a visit may be stated in the person: they hold for every visit that does not state its own.
  void person() {
    const Pointer root;
    const Pointer at = root / "person";
    std::vector<std::string_view> names{"identities"};
    for (const Plan* version : versions_) {
      for (const FactPlan& fact : version->facts) {
        if (fact.asked()) names.push_back(fact.id);
      }
      for (const model::Fact& fact : version->pack.recognition.facts) names.push_back(fact.id);
    }
    for (const sent::Fact& stated : sent_.person) {
      const auto fact = fact_named(plan_.facts, stated.name);
      if (known(names, stated.name, at / stated.name) && fact) {
        shared_[*fact] = code(plan_.facts[*fact], *stated.value, at / stated.name);
      }
    }
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      if (plan_.facts[i].of_visit || plan_.facts[i].assumed == 0 || shared_[i] != 0 || said(i)) continue;
      shared_[i] = plan_.facts[i].assumed;
      digest_.assumed.emplace_back().fact = i;
    }
  }

  // The published value of the case's year, where the person states none.
  void published() {
    for (const std::uint8_t index : plan_.amount_facts) {
      const FactPlan& fact = plan_.facts[index];
      if (shared_[index] != 0 || fact.declared == nullptr || said(index)) continue;
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
      shared_[fact] = plan_.facts[fact].code_of(meant(reading));
    }
    for (const sent::Choice& chosen : sent_.readings) {
      std::vector<std::string_view> names;
      for (const Plan* version : versions_) {
        for (const model::Reading& reading : version->pack.readings) names.push_back(reading.id);
      }
      const auto fact = fact_named(plan_.facts, chosen.reading);
      if (!known(names, chosen.reading, at / chosen.reading) || !fact) continue;
      shared_[*fact] = plan_.facts[*fact].code_of(chosen.choice);
      if (shared_[*fact] == 0)
        reader_.unknown("choice.unknown", chosen.choice, plan_.facts[*fact].choice_names(),
                        (at / chosen.reading).str());
    }
  }

  // Who states what only one choice of a reading looks at means that choice.
  [[nodiscard]] std::string_view meant(const model::Reading& reading) const {
    for (const model::ChosenBy& by : reading.chosen_by) {
      for (const sent::Fact& stated : sent_.person) {
        if (stated.name == by.fact && !stated.value->is(Type::kNull)) return by.choice;
      }
    }
    return reading.chosen;
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
    at_visit_ = made.order;
    for (const sent::Fact& fact : stated.facts) visit_fact(fact, at, made);
    made.known = known_;
    made.amounts = amounts_;
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      if (plan_.facts[i].of_visit && plan_.facts[i].assumed != 0 && made.codes[i] == 0 && !said(i))
        assume(i, index, made);
    }
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if (!stated.sheet[i].exact()) continue;
      made.known |= std::uint32_t{1} << i;
      made.amounts[i] = stated.sheet[i].least;
    }
    fill_in(stated, index, made);
    const std::uint8_t kind = made.codes[*fact_named(plan_.facts, "kind")];
    made.kind_open = kind == 0 && (plan_.stays & 1U) == 0;
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
    for (const Plan* version : versions_) {
      for (const FactPlan& other : version->facts) {
        if (other.of_visit && !other.derived) names.push_back(other.id);
      }
    }
    known(names, stated.name, at / stated.name);
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
    if (!plan_.pack.total_from_parts || stated.amount(Field::kTotal).bounded()) return;
    if ((made.known & 1U) != 0 || (made.known & scope) == 0) return;
    Fen sum = 0;
    Arithmetic arithmetic;
    for (const Field part : kSheetParts)
      sum = arithmetic.add(sum, made.amounts[static_cast<std::size_t>(part)]);
    take_as(static_cast<std::size_t>(Field::kTotal), sum, visit, made);
    made.total_of_parts = true;
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
    for (std::size_t i = 0; i < sent_.identities.size(); ++i) {
      if (sent_.identities[i].category.empty()) open_identity(i);
    }
  }

  // What the pack does not assist counts like none.
  void open_identity(std::size_t index) {
    const sent::Identity& identity = sent_.identities[index];
    const FactPlan& fact = plan_.facts[kCategoryFact];
    const Holding held = holding_of(identity, kNoCategory, plan_.pack);
    OpenIdentity open;
    open.from = held.from;
    open.until = held.until;
    open.index = static_cast<std::uint32_t>(index);
    if (identity.candidates.empty()) open.candidates = (std::uint64_t{1} << fact.code_count()) - 2;
    for (const std::string_view name : identity.candidates)
      open.candidates |= std::uint64_t{1} << std::max(fact.code_of(name), kNoCategory);
    digest_.year.open_identities.push_back(open);
  }

  void before() {
    take_over(sent_.pools_before, Kept::kPools, "/before/pools/");
    take_over(sent_.counted_before, Kept::kCounted, "/before/cumulative/");
    take_over(sent_.visits_before, Kept::kVisits, "/before/counts/");
  }

  void take_over(const List<sent::NamedAmount>& stated, Kept what, const std::string& at) {
    for (const sent::NamedAmount& each : stated) {
      std::vector<std::string_view> all;
      bool taken = false;
      for (const Plan* version : versions_) taken = take(each, what, *version, taken, all) || taken;
      if (!taken) reader_.unknown("field.unknown", each.name, all, at + json::escape(each.name));
    }
  }

  // Whether that version has the name; the first that has it starts with the amount.
  bool take(const sent::NamedAmount& stated, Kept what, const Plan& version, bool taken,
            std::vector<std::string_view>& all) {
    bool has = false;
    const auto names = names_kept(version, what);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i].empty()) continue;
      all.push_back(names[i]);
      if (names[i] != stated.name) continue;
      has = true;
      if (taken || &version != &plan_) continue;
      // A number of visits was read like an amount.
      const Fen unit = what == Kept::kVisits ? 100 : 1;
      const sent::Amount& amount = stated.amount;
      kept(digest_.year, plan_, what, i) = amount.least / unit;
      if (!amount.exact()) digest_.open_starts.push_back({what, i, amount.least / unit, amount.most / unit});
    }
    return has;
  }

  // `field.unknown` unless the name is among them.
  bool known(const std::vector<std::string_view>& names, std::string_view name, const Pointer& at) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return true;
    reader_.unknown("field.unknown", name, names, at.str());
    return false;
  }

  const sent::Case& sent_;
  const std::vector<const Plan*>& versions_;
  const Plan& plan_;
  Reader& reader_;
  Codes shared_{};
  // The amount facts, of the person and then of the visit at hand.
  std::uint32_t known_ = 0;
  std::array<Fen, kMostAmounts> amounts_{};
  std::optional<std::uint32_t> at_visit_;  // none while the person is read
  std::uint32_t shared_known_ = 0;
  std::array<Fen, kMostAmounts> shared_amounts_{};
  Digest digest_;
};

}  // namespace

Digest digest_case(const sent::Case& sent, const std::vector<const Plan*>& versions, const Plan& plan,
                   std::vector<Error>& errors) {
  Reader reader(Fault::kCase, errors);
  return Digester(sent, versions, plan, reader).run();
}

const Plan* version_on(const std::vector<const Plan*>& versions, Day day) {
  const Plan* last = nullptr;
  for (const Plan* version : versions) {
    if (*version->pack.from <= day) last = version;
  }
  return last != nullptr && last->pack.until && *last->pack.until < day ? nullptr : last;
}

void choose_reading(YearInput& year, std::size_t fact, std::uint8_t code) {
  year.person[fact] = code;
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
