#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "settled.h"

/// Faults planted on purpose, each small enough to be a slip of the pen in the pack or of the hand in the
/// engine.
namespace aidcheck::test {

/// Wuxi's rules with what stands at `path` replaced by `json`.
Estimator with_rule(std::string_view path, std::string_view json);

/// The engine, but it sees another year than it was given.
Estimator seeing(const std::function<void(Year&)>& change);

/// The engine, but it tells another result than it found.
Estimator telling(const std::function<void(json::Value&)>& change);

/// What stands at a path, to be changed. A part that meets a list is its item's `id`, or its index. Fails the
/// test where there is nothing.
json::Value& part_of(json::Value& root, std::string_view path);

/// Adds to the amount at `path` of a result.
void add(json::Value& result, std::string_view path, Fen amount);

}  // namespace aidcheck::test
