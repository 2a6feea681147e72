#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace aidcheck::bench {

/// What a line of the report shows.
struct Line {
  std::string title;
  double years = 1;  // one pass of the benchmark settles so many; the line shows the time of one
};

/// Gathers every repetition, and at the end prints medians of processor time: engine, hand and their ratio,
/// then JSON to JSON. Benchmarks are called `engine/<title>`, `hand/<title>` and `json/<title>`.
class Report : public benchmark::BenchmarkReporter {
 public:
  explicit Report(std::vector<Line> lines) : lines_(std::move(lines)) {}

  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;

 private:
  [[nodiscard]] double median(const std::string& name) const;  // in nanoseconds; 0 where it did not run

  std::vector<Line> lines_;
  std::map<std::string, std::vector<double>> times_;
};

}  // namespace aidcheck::bench
