#include "aidcheck/engine.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "case/digest.h"
#include "case/parse.h"
#include "encode/encode.h"
#include "explain/explanation.h"
#include "json/read.h"
#include "json/reader.h"
#include "json/write.h"
#include "place/places.h"
#include "plan/load.h"

namespace aidcheck {
namespace {

Outcome failed(const Error& error) { return {false, encode_error(error)}; }

using Versions = std::vector<const Plan*>;

// `2021-01-01–2022-12-31, 2024-01-01–`
std::string covered_days(const Versions& versions) {
  std::string days;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    auto until = versions[i]->pack.until;
    if (i + 1 < versions.size()) {
      const Day before_next = *versions[i + 1]->pack.from - std::chrono::days(1);
      if (!until || before_next < *until) until = before_next;
    }
    if (i > 0) days += ", ";
    days += format_day(*versions[i]->pack.from) + "–";
    if (until) days += format_day(*until);
  }
  return days;
}

void check_date(json::Reader& reader, const Versions& versions, Day day, const std::string& at) {
  const Plan* version = version_on(versions, day);
  if (version == nullptr) {
    reader.fail("date.no_rules", at, "这个日期没有可用的规则。现有的规则管这些日子：{0}。",
                "None of the rules at hand covers this date. They cover {0}.", {covered_days(versions)});
  } else if (version->pack.withdrawn.on) {
    reader.fail("pack.withdrawn", at, "{0}起的这版规则已在{1}撤回，不能用来计算：{2}",
                "The version of the rules from {0} was withdrawn on {1} and settles nothing: {2}",
                {format_day(*version->pack.from), format_day(*version->pack.withdrawn.on),
                 version->pack.withdrawn.words});
  }
}

// The versions that the visits fall under, or, where there are none, the last day of the year.
Versions versions_of_year(const Versions& versions, const sent::Case& sent, json::Reader& reader) {
  const Day last_day = last_day_of_year(sent.year);
  if (sent.visits.empty()) check_date(reader, versions, last_day, "/year");
  for (std::size_t i = 0; i < sent.visits.size(); ++i) {
    check_date(reader, versions, sent.visits[i].until,
               "/visits/" + digits_of(i) + (sent.visits[i].until_stated ? "/until" : "/from"));
  }
  Versions used;
  for (const Plan* version : versions) {
    bool falls = sent.visits.empty() && version_on(versions, last_day) == version;
    for (const sent::Visit& visit : sent.visits)
      falls = falls || version_on(versions, visit.until) == version;
    if (falls) used.push_back(version);
  }
  return used;
}

Error too_large(const Stop& stop) {
  return {Fault::kCase,
          "sum.too_large",
          "/visits/" + digits_of(stop.order),
          {"金额加起来太大，算不了。请检查是否多写了数字。",
           "The amounts add up to more than can be settled. See whether a digit was typed twice."},
          {}};
}

}  // namespace

struct Engine::State {
  std::vector<std::unique_ptr<const Plan>> plans;  // the versions of a place by their first day

  // The versions of the closest place whose rules hold in `code`: itself, else its prefecture, else its
  // province, else the whole country.
  [[nodiscard]] std::vector<const Plan*> plans_for(std::string_view code) const {
    std::vector<const Plan*> closest;
    for (const auto& plan : plans) {
      if (!covers(plan->pack.place, code)) continue;
      const bool closer = !closest.empty() && covers(closest.front()->pack.place, plan->pack.place) &&
                          closest.front()->pack.place != plan->pack.place;
      if (closer) closest.clear();
      if (closest.empty() || closest.front()->pack.place == plan->pack.place) closest.push_back(plan.get());
    }
    return closest;
  }

  [[nodiscard]] Result<std::vector<const Plan*>> find_plans(std::string_view code) const {
    if (!is_place(code)) {
      return Error{Fault::kCase,
                   "place.unknown",
                   "/place",
                   say("没有“{0}”这个行政区划代码，请检查。",
                       "There is no place with the code \"{0}\". Please check it.", {code}),
                   {}};
    }
    auto found = plans_for(code);
    if (found.empty()) {
      return Error{Fault::kCase,
                   "place.no_pack",
                   "/place",
                   {"这个地方的规则还没有收录。", "The rules of this place have not been written yet."},
                   {}};
    }
    return found;
  }
};

Engine::Engine() : state_(std::make_unique<State>()) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Outcome Engine::load(std::string_view pack_json) {
  std::vector<Error> errors;
  auto plan = std::make_unique<Plan>();
  load_plan(pack_json, errors, *plan);
  if (!errors.empty()) return failed(errors.front());
  json::Writer writer;
  writer.open_object().string("place", plan->pack.place).string("version", plan->pack.version);
  writer.string("from", format_day(*plan->pack.from)).close_object();
  auto& plans = state_->plans;
  std::size_t at = 0;
  while (at < plans.size() && *plans[at]->pack.from < *plan->pack.from) ++at;
  while (at < plans.size() && plans[at]->pack.from == plan->pack.from &&
         plans[at]->pack.place != plan->pack.place)
    ++at;
  const bool again = at < plans.size() && plans[at]->pack.from == plan->pack.from;
  if (again) {
    plans[at] = std::move(plan);
  } else {
    plans.insert(plans.begin() + static_cast<std::ptrdiff_t>(at), std::move(plan));
  }
  return {true, writer.take()};
}

Outcome Engine::estimate(std::string_view case_json) const {
  Arena arena;
  const Arena::Scope scope(arena);
  const auto tree = json::read(case_json, Fault::kCase);
  if (!tree.ok()) return failed(tree.error());
  std::vector<Error> errors;
  const sent::Case sent = parse_case(tree.value(), errors);
  if (!errors.empty()) return failed(errors.front());
  const auto plans = state_->find_plans(sent.place);
  if (!plans.ok()) return failed(plans.error());

  json::Reader reader(Fault::kCase, errors);
  Year year;
  year.versions = versions_of_year(plans.value(), sent, reader);
  if (!errors.empty()) return failed(errors.front());
  for (const Plan* plan : year.versions) {
    const std::size_t place = year.parts.size();
    year.parts.push_back({place, {*plan, sent, digest_case(sent, year.versions, *plan, errors)}, {}});
  }
  if (!errors.empty()) return failed(errors.front());
  const Halt halt = settle_and_tell(year);
  if (halt.part != nullptr) return failed(too_large(halt.stop));
  explain(year);
  recognise(year, burden_of(year), errors);
  if (!errors.empty()) return failed(errors.front());
  return {true, encode_result(year)};
}

Outcome Engine::describe(std::string_view request_json) const {
  const auto tree = json::read(request_json, Fault::kCase);
  if (!tree.ok()) return failed(tree.error());
  std::vector<Error> errors;
  json::Reader reader(Fault::kCase, errors);
  std::string_view place;
  const json::Pointer at;
  if (reader.expect(tree.value(), json::Type::kObject, at)) {
    reader.members(tree.value(), at, {json::need("place", place)});
  }
  if (!errors.empty()) return failed(errors.front());
  const auto plans = state_->find_plans(place);
  if (!plans.ok()) return failed(plans.error());
  return {true, encode_description(*plans.value().back())};
}

}  // namespace aidcheck
