#include "settled.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "aidcheck/engine.h"
#include "base/decimal.h"
#include "json/read.h"
#include "support/json_text.h"

namespace aidcheck::test {
namespace {

using json::Value;

std::string text_of(const Value& object, std::string_view name) {
  const Value* member = object.find(name);
  return member == nullptr ? std::string() : member->text;
}

const Value& need(const Value& object, std::string_view name) {
  const Value* member = object.find(name);
  if (member == nullptr) throw std::runtime_error("the result has no " + std::string(name));
  return *member;
}

std::map<std::string, Fen> amounts(const Value& object) {
  std::map<std::string, Fen> named;
  for (const json::Member& member : object.members) named[member.name] = fen(member.value);
  return named;
}

void read_figures(const Value& object, Figures& figures) {
  for (const Value& payer : need(object, "payers").items)
    figures.paid[text_of(payer, "id")] = fen(need(payer, "amount"));
  const Value& personal = need(object, "personal");
  figures.in_scope = fen(need(personal, "in_scope"));
  figures.out_of_scope = fen(need(personal, "out_of_scope"));
  figures.personal = fen(need(personal, "total"));
  figures.total = fen(need(object, "total"));
}

}  // namespace

Fen Figures::by(const std::string& payer) const {
  const auto found = paid.find(payer);
  return found == paid.end() ? 0 : found->second;
}

Fen Figures::by_all() const {
  return std::accumulate(paid.begin(), paid.end(), Fen{0},
                         [](Fen sum, const auto& payer) { return sum + payer.second; });
}

const SettledVisit& Settled::visit(const std::string& id) const {
  for (const SettledVisit& each : visits) {
    if (each.id == id) return each;
  }
  throw std::runtime_error("the result has no visit " + id);
}

const Value* step_of(const Value& visit, std::string_view layer, std::string_view op) {
  for (const Value& step : need(visit, "steps").items) {
    if (text_of(step, "layer") == layer && text_of(step, "op") == op) return &step;
  }
  return nullptr;
}

Fen fen(const Value& yuan) {
  const Decimal number = read_decimal(yuan.text);
  Fen amount = 0;
  const bool read = yuan.is(json::Type::kNumber) && number.problem == Decimal::Problem::kNone &&
                    number.scale <= 2 && scale_up(number.units, 2 - number.scale, amount);
  if (!read) throw std::runtime_error("no amount: " + yuan.text);
  return number.negative ? -amount : amount;
}

Settled read_result(Value root) {
  Settled settled;
  read_figures(root, settled.year);
  for (const Value& each : need(root, "visits").items) {
    SettledVisit visit;
    read_figures(each, visit);
    visit.id = text_of(each, "id");
    visit.category = text_of(each, "category");
    for (const Value& layer : need(each, "not_paid").items)
      visit.not_paid[text_of(layer, "layer")] = text_of(layer, "reason");
    settled.visits.push_back(std::move(visit));
  }
  settled.pools_after = amounts(need(need(root, "after"), "pools"));
  settled.counted_after = amounts(need(need(root, "after"), "cumulative"));
  settled.root = std::move(root);
  return settled;
}

json::Value wuxi_pack() {
  std::ifstream file(AIDCHECK_CHECKOUT "/rules/packs/320200/2023-01-01.json", std::ios::binary);
  auto pack = json::read(std::string(std::istreambuf_iterator<char>(file), {}), Fault::kPack);
  if (!pack.ok()) FAIL("Wuxi's pack cannot be read: " << pack.error().message.en);
  return std::move(pack.value());
}

namespace {

void load(Engine& engine, const Value& pack) {
  const Outcome loaded = engine.load(json_text(pack));
  if (!loaded.ok) FAIL("the pack is refused: " << loaded.json);
}

Estimator estimator_of(const std::shared_ptr<const Engine>& engine) {
  return [engine](const Year& year) {
    const Outcome outcome = engine->estimate(case_json(year));
    if (!outcome.ok) throw std::runtime_error(outcome.json);
    auto result = json::read(outcome.json, Fault::kInternal);
    if (!result.ok()) throw std::runtime_error("no JSON: " + outcome.json);
    return read_result(std::move(result.value()));
  };
}

}  // namespace

Estimator engine_with(const Value& pack) {
  const auto engine = std::make_shared<Engine>();
  load(*engine, pack);
  return estimator_of(engine);
}

Estimator engine_with_two(const Value& pack, const std::string& second_from) {
  const auto engine = std::make_shared<Engine>();
  load(*engine, pack);
  Value from;
  from.type = json::Type::kString;
  from.text = second_from;
  Value second = pack;
  for (json::Member& member : second.members) {
    if (member.name == "in_force") member.value.members = {{"from", from}};
  }
  load(*engine, second);
  return estimator_of(engine);
}

const Estimator& wuxi() {
  static const Estimator kWuxi = engine_with(wuxi_pack());
  return kWuxi;
}

}  // namespace aidcheck::test
