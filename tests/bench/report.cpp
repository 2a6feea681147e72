#include "report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <string>

namespace aidcheck::bench {
namespace {

std::string readable(double nanoseconds) {
  constexpr double kThousand = 1000;
  const char* unit = "ns";
  for (const char* larger : {"µs", "ms"}) {
    if (nanoseconds < kThousand) break;
    nanoseconds /= kThousand;
    unit = larger;
  }
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%8.2f %s", nanoseconds, unit);
  return text.data();
}

}  // namespace

bool Report::ReportContext(const Context& context) {
  PrintBasicContext(&std::cerr, context);
  return true;
}

void Report::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    if (run.run_type != Run::RT_Iteration || run.iterations == 0) continue;
    constexpr double kNanoseconds = 1e9;
    times_[run.run_name.function_name].push_back(run.cpu_accumulated_time /
                                                 static_cast<double>(run.iterations) * kNanoseconds);
  }
}

void Report::Finalize() {
  std::printf("\nTotals only            engine         hand    ratio\n");
  for (const Line& line : lines_) {
    const double engine = median("engine/" + line.title);
    const double hand = median("hand/" + line.title);
    if (engine == 0 || hand == 0) continue;
    std::printf("%-15s  %s  %s  %6.2f\n", line.title.c_str(), readable(engine / line.years).c_str(),
                readable(hand / line.years).c_str(), engine / hand);
  }
  std::printf("\nExplained, JSON to JSON\n");
  for (const auto& [name, times] : times_) {
    const std::string prefix = "json/";
    if (name.rfind(prefix, 0) != 0) continue;
    std::printf("%-15s  %s  natively\n", name.c_str() + prefix.size(), readable(median(name)).c_str());
  }
}

double Report::median(const std::string& name) const {
  const auto found = times_.find(name);
  if (found == times_.end()) return 0;
  std::vector<double> sorted = found->second;
  std::sort(sorted.begin(), sorted.end());
  return sorted[sorted.size() / 2];
}

}  // namespace aidcheck::bench
