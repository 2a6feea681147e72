// aidcheck_bench: the engine beside the hand-written rules, on the same years in the same run. Ends with 1
// before anything is timed where the two do not give the same totals.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "aidcheck/engine.h"
#include "hand.h"
#include "input.h"
#include "plan/load.h"
#include "report.h"
#include "settle/settle.h"

namespace aidcheck::bench {
namespace {

const std::string kCheckout = AIDCHECK_CHECKOUT;
constexpr std::uint64_t kSeed = 20230101;

struct Shape {
  Line line;
  People people;
};

std::string read_text(const std::string& path) {
  std::ifstream file(kCheckout + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// So many years each that a processor does not learn them by heart; few enough to stay in its near memory.
std::vector<Shape> shapes(const Plan& plan) {
  const auto alike = [&](std::string title, std::size_t count, std::size_t visits) {
    return Shape{{std::move(title), static_cast<double>(count)},
                 random_people(plan, kSeed + visits, count, visits, visits)};
  };
  std::vector<Shape> made;
  made.push_back(alike("1 visit", 256, 1));
  made.push_back(alike("12 visits", 64, 12));
  made.push_back(alike("100 visits", 16, 100));
  made.push_back({{"10,000 people", 1}, random_people(plan, kSeed, 10'000, 0, 12)});
  return made;
}

// A Stop counts as a difference: nothing is missing in these years.
bool agree(const Plan& plan, const Shape& shape) {
  Settler engine(plan);
  hand::Settler by_hand;
  for (std::size_t i = 0; i < shape.people.hand.size(); ++i) {
    YearTotals totals;
    hand::Totals expected;
    const bool settled = engine.settle(shape.people.engine[i], totals).why == Stop::Why::kNothing;
    if (settled && by_hand.settle(shape.people.hand[i], expected) && same(named(totals, plan), expected))
      continue;
    std::fprintf(stderr, "%s: the two sides differ on\n%s\n", shape.line.title.c_str(),
                 to_json(shape.people.hand[i]).c_str());
    return false;
  }
  return true;
}

void add_benchmarks(const Plan& plan, const Shape& shape) {
  benchmark::RegisterBenchmark(("engine/" + shape.line.title).c_str(), [&](benchmark::State& state) {
    Settler settler(plan);
    YearTotals totals;
    for (auto _ : state) {
      for (const YearInput& year : shape.people.engine) {
        benchmark::DoNotOptimize(settler.settle(year, totals));
        benchmark::DoNotOptimize(totals);
      }
    }
  });
  benchmark::RegisterBenchmark(("hand/" + shape.line.title).c_str(), [&](benchmark::State& state) {
    hand::Settler settler;
    hand::Totals totals;
    for (auto _ : state) {
      for (const hand::Year& year : shape.people.hand) {
        benchmark::DoNotOptimize(settler.settle(year, totals));
        benchmark::DoNotOptimize(totals);
      }
    }
  });
}

bool add_json_benchmark(const Engine& engine, const std::string& title, const std::string& path) {
  std::string sent = read_text(path);
  if (const Outcome outcome = engine.estimate(sent); !outcome.ok) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), outcome.json.c_str());
    return false;
  }
  benchmark::RegisterBenchmark(("json/" + title).c_str(), [&engine, sent](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(engine.estimate(sent));
  });
  return true;
}

// Sides take turns at random, often: what slows the machine down for a while slows both. What the user gives
// comes later and so prevails.
std::vector<char*> with_defaults(int count, char** given) {
  static std::string defaults[] = {"--benchmark_enable_random_interleaving=true",
                                   "--benchmark_repetitions=25", "--benchmark_min_time=0.04"};
  std::vector<char*> all{given[0]};
  for (std::string& argument : defaults) all.push_back(argument.data());
  all.insert(all.end(), given + 1, given + count);
  return all;
}

int run(int count, char** given) {
  const std::string pack = read_text("/rules/packs/320200/2023-01-01.json");
  std::vector<Error> errors;
  Plan plan;
  load_plan(pack, errors, plan);
  Engine engine;
  if (!errors.empty() || !engine.load(pack).ok) {
    std::fprintf(stderr, "The pack of Wuxi does not load.\n");
    return 1;
  }

  std::vector<char*> arguments = with_defaults(count, given);
  auto argument_count = static_cast<int>(arguments.size());
  benchmark::Initialize(&argument_count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(argument_count, arguments.data())) return 1;

  const std::vector<Shape> all = shapes(plan);
  std::vector<Line> lines;
  for (const Shape& shape : all) {
    if (!agree(plan, shape)) return 1;
    add_benchmarks(plan, shape);
    lines.push_back(shape.line);
  }
  const std::string cases = "/tests/bench/cases/";
  if (!add_json_benchmark(engine, "1 visit", cases + "one-stay.json")) return 1;
  if (!add_json_benchmark(engine, "12 visits", cases + "twelve-visits.json")) return 1;

  Report report(lines);
  benchmark::RunSpecifiedBenchmarks(&report);
  return 0;
}

}  // namespace
}  // namespace aidcheck::bench

int main(int count, char** given) { return aidcheck::bench::run(count, given); }
